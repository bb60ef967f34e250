"""A register's folder: what lies in it is its keeper's alone."""

import os
import subprocess
import sys
from pathlib import Path


def test_what_a_register_holds_is_its_keepers_alone_though_the_folder_was_there_and_open_to_all(
    tmp_path: Path,
) -> None:
    tmp_path.chmod(0o755)
    subprocess.run(
        [sys.executable, "-c", "import sys; from pathlib import Path; from mutabaa.wiring import make_register;"
         "make_register(Path(sys.argv[1]))", str(tmp_path)],
        check=True,
        env=os.environ | {"DATABASE_URL": ""},
        umask=0o022,
    )  # fmt: skip
    # What others check a checkpoint with is for everybody.
    assert [one.name for one in tmp_path.iterdir() if one.stat().st_mode & 0o077] == ["verifier.txt"]
