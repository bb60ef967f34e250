#!/usr/bin/env python3
"""Check a Mutabaa ledger without trusting Mutabaa: nothing but Python's own library, nothing of ours imported.

    python3 verify_ledger.py register/register.sqlite3 [--checkpoint FILE]... [--verifier register/verifier.txt]
    python3 verify_ledger.py entries.jsonl --checkpoint FILE --verifier verifier.txt

The first reads the tables of a register in SQLite, the second what `mutabaa verify --entries-to` wrote (from any
database). Every entry is hashed anew, the Merkle tree of RFC 6962 is built over the hashes, and the first entry that
is false is named. A checkpoint (C2SP tlog-checkpoint) that was kept outside shows a ledger written anew as a whole;
its Ed25519 signature is checked with the public key in --verifier (RFC 8032, in plain Python: a second at most).
Exit code 0: all holds; 1: something is false; 2: it can't be told.
"""

import argparse
import base64
import hashlib
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

# An entry: its number, its bytes, and (in SQLite) the leaf and the root that were recorded with it.
Line = tuple[int, bytes, "bytes | None", "bytes | None"]


def main() -> None:
    asked = argparse.ArgumentParser(description="Check a Mutabaa ledger, entry by entry.")
    asked.add_argument("ledger", type=Path, help="register.sqlite3, or entries one a line")
    asked.add_argument(
        "--checkpoint", type=Path, action="append", default=[], help="a checkpoint kept outside"
    )
    asked.add_argument("--verifier", type=Path, help="the register's public key, verifier.txt")
    words = asked.parse_args()
    if not words.ledger.is_file():
        end(2, f"There is no ledger in {words.ledger}.")
    verifier = words.verifier.read_text(encoding="utf-8") if words.verifier else None
    roots = dict(read_checkpoint(path, verifier) for path in words.checkpoint)
    if roots and verifier is None:
        print("No --verifier: the signatures of the checkpoints are not checked.")
    size, root = check(lines_of(words.ledger), roots)
    beyond = sorted(known for known in roots if known > size)
    if beyond:
        end(1, f"FALSE: the ledger ends after {size} entries; a checkpoint knows {beyond[-1]}.")
    print(f"Every entry holds: {size}. Root {root.hex()}")


def check(lines: Iterator[Line], roots: "dict[int, bytes]") -> "tuple[int, bytes]":
    """Size and root of the ledger; ends at the first entry that is false. `roots`: of checkpoints, by their size."""
    peaks: list[bytes] = []
    size, root, holds_to = 0, hashlib.sha256(b"").digest(), 0
    for number, entry, told_leaf, told_root in lines:
        if number != size:
            end(1, f"FALSE: entry {size} is missing or out of order. Everything before it holds.")
        leaf = hashlib.sha256(b"\x00" + entry).digest()
        if told_leaf is not None and told_leaf != leaf:
            end(1, f"FALSE: entry {number} is not what was recorded. Everything before it holds.")
        root = grown(peaks, size, leaf)
        size += 1
        if told_root is not None and told_root != root:
            end(1, f"FALSE: entry {number} stands in the place of another. Everything before it holds.")
        if roots.get(size, root) != root:
            end(1, f"FALSE: the ledger was changed between entries {holds_to} and {number}, both included.")
        holds_to = size if size in roots else holds_to
    return size, root


def grown(peaks: "list[bytes]", size: int, leaf: bytes) -> bytes:
    """The root once a leaf is added to the whole subtrees (`peaks`) of a tree of `size` leaves."""
    while size & 1:
        leaf = hashlib.sha256(b"\x01" + peaks.pop() + leaf).digest()
        size >>= 1
    peaks.append(leaf)
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = hashlib.sha256(b"\x01" + peak + root).digest()
    return root


def lines_of(ledger: Path) -> "Iterator[Line]":
    """The entries of a ledger in their order."""
    with ledger.open("rb") as file:
        if file.read(16) != b"SQLite format 3\x00":
            file.seek(0)
            for number, line in enumerate(file):
                yield number, line.rstrip(b"\n"), None, None
            return
    tables = sqlite3.connect(f"{ledger.resolve().as_uri()}?mode=ro", uri=True)
    # Bytes as they are kept; even text that is no longer UTF-8.
    tables.text_factory = bytes
    for number, entry, leaf, root in tables.execute(
        "SELECT number, content, leaf, root FROM assertion ORDER BY number"
    ):
        yield number, as_bytes(entry), as_bytes(leaf), as_bytes(root)


def as_bytes(cell: object) -> bytes:
    """A cell as bytes, whatever somebody made of it."""
    return cell if isinstance(cell, bytes) else str(cell).encode()


def read_checkpoint(path: Path, verifier: "str | None") -> "tuple[int, bytes]":
    """Size and root of a checkpoint; ends where it isn't one, or isn't signed by the verifier's key."""
    note = path.read_text(encoding="utf-8")
    text, _, signatures = note.rpartition("\n\n")
    try:
        _origin, size, root = (text + "\n").split("\n")[:3]
        found = int(size), base64.b64decode(root, validate=True)
    except ValueError:
        end(2, f"{path} is not a checkpoint.")
    if verifier is not None and not signed(text + "\n", signatures, verifier):
        end(1, f"FALSE: {path} is not signed by that key.")
    return found


def signed(text: str, signatures: str, verifier: str) -> bool:
    """Whether one of the note's signatures is by the verifier's key."""
    name, _, key = verifier.strip().split("+", 2)
    blob = base64.b64decode(key)
    key_id = hashlib.sha256(name.encode() + b"\n" + blob).digest()[:4]
    for line in signatures.splitlines():
        parts = line.split(" ")
        if len(parts) == 3 and parts[:2] == ["—", name]:
            raw = base64.b64decode(parts[2])
            if raw[:4] == key_id and holds(blob[1:], text.encode(), raw[4:]):
                return True
    return False


# Ed25519, checking only (RFC 8032, section 5.1). Slow and plain: one signature, no secret.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
Point = tuple[int, int, int, int]


def holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature of the message is by this key."""
    if len(signature) != 64 or len(public) != 32:
        return False
    key, commitment = point(public), point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or scalar >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    base = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    assert base is not None
    left = times(scalar, base)
    right = added(commitment, times(int.from_bytes(digest, "little") % ORDER, key))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 == (left[1] * right[2] - right[1] * left[2]) % P


def point(packed: bytes) -> "Point | None":
    """The point of the curve that 32 bytes stand for; None when they stand for none."""
    y = int.from_bytes(packed, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def added(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar: int, one: Point) -> Point:
    total = (0, 1, 1, 0)
    while scalar:
        total = added(total, one) if scalar & 1 else total
        one, scalar = added(one, one), scalar >> 1
    return total


def end(code: int, words: str) -> NoReturn:
    print(words)
    sys.exit(code)


if __name__ == "__main__":
    main()
