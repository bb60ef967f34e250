"""What was acknowledged was on the disk before: seen from outside, in the calls that the process makes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WRITES = 20
PROGRAM = """
import os, sys
from pathlib import Path
from mutabaa.register import Assertion
from mutabaa.wiring import make_register
register = make_register(Path(sys.argv[1]))
for _ in range(int(sys.argv[2])):
    register.record(
        lambda at: [Assertion(subject="S/1", says="note", value="x", stated_by="A", recorded_at=at)]
    )
    os.write(1, b"acknowledged")
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace isn't on this machine")
def test_each_acknowledged_write_was_synced_before(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-e", "trace=fsync,fdatasync,write", "-s", "12", "-o", str(trace)]
    command += [sys.executable, "-c", PROGRAM, str(tmp_path / "register"), str(WRITES)]
    # The one register of this test lies in SQLite, whatever others are tried on.
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "MUTABAA_REGISTER")
    }
    ran = subprocess.run(command, capture_output=True, check=False, env=environment)
    if ran.returncode and b"ptrace" in ran.stderr:
        pytest.skip("this machine lets nobody trace a process")
    assert ran.returncode == 0, ran.stderr
    synced, unsynced = False, 0
    for line in trace.read_text(encoding="utf8", errors="replace").splitlines():
        synced |= "sync(" in line
        if '"acknowledged"' in line:
            unsynced += not synced
            synced = False
    assert trace.read_text(encoding="utf8", errors="replace").count('"acknowledged"') == WRITES
    assert unsynced == 0
