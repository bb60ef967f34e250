"""What is drawn from the code says what the code says today; `make drawings` draws it anew."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DRAWN_BY = {
    "HOUSE.md, the map of the rooms": "draw_house.py",
    "the licences of what ships": "list_licences.py",
    "the outputs shown in README.md and docs/": "draw_examples.py",
    "the reference of commands and JSON": "draw_cli_reference.py",
    "the description of the API": "draw_openapi.py",
}


@pytest.mark.parametrize("tool", DRAWN_BY.values(), ids=DRAWN_BY.keys())
def test_the_drawing_is_not_stale(tool: str) -> None:
    command = [sys.executable, str(ROOT / "tools" / tool), "--check"]
    ran = subprocess.run(command, capture_output=True, encoding="utf8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
