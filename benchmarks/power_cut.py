"""Power cut while a register is written to: `python -m benchmarks.power_cut --cuts 20`, as root, on Linux.

A register lies on an ext4 of its own, in a file mounted by loop. A process keeps files and records what it kept,
saying so after each; at a random instant the file system is shut down as by a cut (EXT4_IOC_SHUTDOWN without flushing:
what wasn't synced is gone), mounted anew, and looked through. Lost: what was acknowledged and isn't there. Short: files
whose rows are there and whose bytes aren't. `--unsafe` writes with synchronous=OFF and no sync of files, to show that
the measure sees a loss.
"""

import argparse
import fcntl
import os
import random
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mutabaa.register import Assertion, verify
from mutabaa.wiring import make_register, open_register

MEGABYTES = 256
LONGEST = 1.5
# _IOR('X', 125, u32); the flag: without writing the journal out.
_SHUTDOWN, _WITHOUT_FLUSHING = 0x8004587D, 2


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cuts", type=int, default=20)
    asked.add_argument("--unsafe", action="store_true")
    asked.add_argument("--record-in", type=Path, help=argparse.SUPPRESS)
    words = asked.parse_args()
    if words.record_in:
        record(words.record_in, unsafe=words.unsafe)
        return
    if os.geteuid() != 0:
        print("a power cut needs root: it mounts a file system of its own", file=sys.stderr)
        sys.exit(2)
    acknowledged, lost, short, holds = cuts(words.cuts, unsafe=words.unsafe)
    print(
        f"{words.cuts} cuts, {acknowledged} acknowledged, {lost} lost, {short} short files,"
        f" tree {'whole' if holds else 'BROKEN'}",
        flush=True,
    )
    sys.exit(0 if holds and not lost and not short else 1)


def cuts(count: int, *, unsafe: bool) -> tuple[int, int, int, bool]:
    """What was acknowledged, lost, short over so many cuts of one disk; whether the tree held each time."""
    drawn = random.Random(20)
    acknowledged, lost, short, holds = 0, 0, 0, True
    with tempfile.TemporaryDirectory() as place:
        disk, mounted = Path(place) / "disk.img", Path(place) / "disk"
        mounted.mkdir()
        with disk.open("wb") as file:
            file.truncate(MEGABYTES * 1_000_000)
        subprocess.run(["mkfs.ext4", "-q", "-F", str(disk)], check=True)
        with on_disk(disk, mounted):
            make_register(mounted / "register")
        for _ in range(count):
            with on_disk(disk, mounted):
                numbers = cut(mounted, drawn.uniform(0, LONGEST), unsafe=unsafe)
            with on_disk(disk, mounted):
                register = open_register(mounted / "register")
                acknowledged += len(numbers)
                lost += sum(number >= register.ledger.size for number in numbers)
                short += len(register.files.damaged())
                holds &= verify(register.ledger.kept()).holds
                close()
    return acknowledged, lost, short, holds


@contextmanager
def on_disk(disk: Path, mounted: Path) -> Iterator[None]:
    """The disk, for as long as it is needed."""
    subprocess.run(["mount", "-o", "loop", str(disk), str(mounted)], check=True)
    try:
        yield
    finally:
        close()
        subprocess.run(["umount", str(mounted)], check=True)


def close() -> None:
    """Let go of the database, so that its disk can be taken away."""
    from django.db import connections

    connections.close_all()


def cut(mounted: Path, after: float, *, unsafe: bool) -> list[int]:
    """Numbers that a writer acknowledged until the power went, some time after its first."""
    command = [sys.executable, "-m", "benchmarks.power_cut", "--record-in", str(mounted / "register")]
    if unsafe:
        command.append("--unsafe")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="ascii"
    ) as writer:
        assert writer.stdout
        first = writer.stdout.readline()
        time.sleep(after)
        handle = os.open(mounted, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, _SHUTDOWN, struct.pack("I", _WITHOUT_FLUSHING))
        finally:
            os.close(handle)
        writer.kill()
        rest = writer.stdout.read()
    return [int(line) for line in (first + rest).split("\n")[:-1]]


def record(folder: Path, *, unsafe: bool) -> None:
    """Keep a file, record it, say so; again and again."""
    register = open_register(folder)
    if unsafe:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
        os.fsync = lambda fd: None
    while True:
        name = register.files.put(os.urandom(20_000), register.now())
        (entry,) = register.record(
            lambda at, name=name: [  # type: ignore[misc]
                Assertion(
                    subject=f"source/{name[:16]}",
                    says="file",
                    value={"sha256": name, "name": "letter.pdf"},
                    stated_by="A",
                    recorded_at=at,
                )
            ]
        )
        print(entry.number, flush=True)


if __name__ == "__main__":
    main()
