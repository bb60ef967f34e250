"""Writers killed at any instant, and what was acknowledged before: `python -m benchmarks.cut_off --kills 300`.

A process records one assertion after another and says so after each; it is ended by SIGKILL after a random while. Lost
is what was acknowledged and isn't in the ledger. DATABASE_URL=postgres://… does the same on PostgreSQL.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mutabaa.register import Assertion, verify
from mutabaa.wiring import make_register, open_register

LONGEST = 0.25


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=300)
    asked.add_argument("--record-in", type=Path, help=argparse.SUPPRESS)
    words = asked.parse_args()
    if words.record_in:
        record(words.record_in)
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "register"
        register = make_register(folder)
        drawn, acknowledged, lost = random.Random(300), 0, 0
        for _ in range(words.kills):
            numbers = cut_off(folder, drawn.uniform(0, LONGEST))
            acknowledged += len(numbers)
            lost += sum(number >= register.ledger.size for number in numbers)
        verdict = verify(register.ledger.kept())
        print(
            f"{words.kills} kills, {acknowledged} acknowledged, {lost} lost, {verdict.size} kept", flush=True
        )
        sys.exit(0 if verdict.holds and not lost else 1)


def cut_off(folder: Path, after: float) -> list[int]:
    """Numbers that a writer acknowledged until it was killed, some time after its first."""
    command = [sys.executable, "-m", "benchmarks.cut_off", "--record-in", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="ascii") as writer:
        assert writer.stdout
        first = writer.stdout.readline()
        time.sleep(after)
        writer.kill()
        rest = writer.stdout.read()
    # A line cut in the middle was not acknowledged.
    return [int(line) for line in (first + rest).split("\n")[:-1]]


def record(folder: Path) -> None:
    register = open_register(folder)
    while True:
        (entry,) = register.record(
            lambda at: [Assertion(subject="S/1", says="note", value="written", stated_by="A", recorded_at=at)]
        )
        print(entry.number, flush=True)


if __name__ == "__main__":
    main()
