"""Writers beside one another, and writers that are cut off: what was acknowledged is there, and in order."""

import subprocess
import sys
from pathlib import Path

from mutabaa.register import verify
from mutabaa.store.rebuild import digest, rebuild
from mutabaa.wiring import Register

# Records a note at a time, and says so once it is recorded.
WRITER = """
import sys
from pathlib import Path
from mutabaa.register import Assertion
from mutabaa.wiring import open_register
folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
register = open_register(folder)
for number in range(count):
    said = lambda at: [Assertion(subject=name, says="note", value=str(number), stated_by=name, recorded_at=at)]
    print(register.record(said)[0].number, flush=True)
"""


def writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf8")


def test_writers_at_once_take_turns(register: Register, folder: Path) -> None:
    writers = [writer(folder, f"S/{name}", 25) for name in range(3)]
    acknowledged = [int(line) for one in writers for line in one.communicate()[0].split()]
    assert [one.returncode for one in writers] == [0, 0, 0]
    assert sorted(acknowledged) == list(range(75))
    assert verify(register.ledger.kept()).size == 75


def test_nothing_acknowledged_is_lost_when_a_writer_is_killed(register: Register, folder: Path) -> None:
    for name in range(4):
        one = writer(folder, f"S/{name}", 10_000)
        assert one.stdout
        acknowledged = [int(one.stdout.readline()) for _ in range(3 + name * 4)]
        one.kill()
        one.wait()
        one.stdout.close()
        assert register.ledger.size > acknowledged[-1]
    assert verify(register.ledger.kept()).holds
    before = digest()
    rebuild(register.ledger)
    assert digest() == before
