"""A signed checkpoint: how long the ledger is and what its root is, in a form that others can check (C2SP).

The text is a tlog-checkpoint inside a signed-note, signed with Ed25519. Kept outside, on paper even, it shows later
whether anything before it was changed: https://c2sp.org/tlog-checkpoint, https://c2sp.org/signed-note.
"""

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256

_ED25519 = b"\x01"


class NotACheckpoint(ValueError):
    """Text that is no signed checkpoint, or whose signature doesn't hold."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Checkpoint:
    """Of which ledger (`origin`), how many entries, and the root over them."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class SigningKey:
    """The register's own key. `name`: what the note calls it, the ledger's origin. `seed`: 32 bytes, kept secret."""

    name: str
    seed: bytes

    @property
    def verifier(self) -> str:
        """The public half as signed-note writes it: name, key id and key, joined by +."""
        public = self.public
        return f"{self.name}+{_key_id(self.name, public).hex()}+{b64encode(_ED25519 + public).decode()}"

    @property
    def public(self) -> bytes:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()

    def signed(self, checkpoint: Checkpoint) -> str:
        """The checkpoint as a signed note."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        text = checkpoint.text()
        signature = Ed25519PrivateKey.from_private_bytes(self.seed).sign(text.encode())
        blob = b64encode(_key_id(self.name, self.public) + signature).decode()
        return f"{text}\n— {self.name} {blob}\n"


def opened(note: str, verifier: str) -> Checkpoint:
    """The checkpoint in a signed note, once its signature was found to be the verifier's. Raises NotACheckpoint."""
    return parsed(vouched(note, verifier))


def vouched(note: str, verifier: str) -> str:
    """The text of a signed note, once its signature was found to be the verifier's. Raises NotACheckpoint."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    name, key_id, public = _verifier(verifier)
    text, signature = _signed_by(note, name, key_id)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text.encode())
    except InvalidSignature as forged:
        raise NotACheckpoint("the signature doesn't hold") from forged
    return text


def parsed(text: str) -> Checkpoint:
    """The checkpoint in the text of a note; lines after the third are extensions and are passed over."""
    lines = text.split("\n")
    try:
        origin, size, root = lines[0], lines[1], b64decode(lines[2], validate=True)
    except (IndexError, binascii.Error) as broken:
        raise NotACheckpoint("a checkpoint has an origin, a size and a root") from broken
    if not origin or not size.isascii() or not size.isdigit() or str(int(size)) != size or len(root) != 32:
        raise NotACheckpoint("a checkpoint has an origin, a size and a root of 32 bytes")
    return Checkpoint(origin=origin, size=int(size), root=root)


def _verifier(verifier: str) -> tuple[str, bytes, bytes]:
    try:
        name, key_id, key = verifier.strip().split("+", 2)
        blob, told = b64decode(key, validate=True), bytes.fromhex(key_id)
    except (ValueError, binascii.Error) as broken:
        raise NotACheckpoint("not a verifier key") from broken
    if blob[:1] != _ED25519 or len(blob) != 33 or told != _key_id(name, blob[1:]):
        raise NotACheckpoint("not an Ed25519 verifier key, or its id is another's")
    return name, told, blob[1:]


def _signed_by(note: str, name: str, key_id: bytes) -> tuple[str, bytes]:
    text, blank, signatures = note.rpartition("\n\n")
    for line in signatures.split("\n"):
        dash, _, rest = line.partition(" ")
        signer, _, blob = rest.partition(" ")
        if dash != "—" or signer != name:
            continue
        try:
            raw = b64decode(blob, validate=True)
        except binascii.Error:
            continue
        if raw[:4] == key_id and len(raw) == 68 and blank:
            return text + "\n", raw[4:]
    raise NotACheckpoint("no signature by this key")


def _key_id(name: str, public: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:4]
