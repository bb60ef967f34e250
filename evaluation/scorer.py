"""The corpora's own scorers, run as they are, and the figures read from the lines they print."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]
_LINE = re.compile(r"^(?P<name>\S.*?)\s{2,}(?P<value>[\d.]+|nan)\s+\((?P<counts>.*)\)$", re.MULTILINE)


def figures_of(printed: str) -> dict[str, tuple[float, str]]:
    """The measures in a scorer's output, each with its counts; those with nothing to count are left out.

    >>> figures_of("rows 3\\nact                     0.971  (hit 4, gold 4, read 5)")
    {'act': (0.971, 'hit 4, gold 4, read 5')}
    """
    found = {m["name"].strip(): (float(m["value"]), m["counts"]) for m in _LINE.finditer(printed)}
    return {name: (value, counts) for name, (value, counts) in found.items() if value == value}


def run(script: Path, *arguments: str | Path) -> str:
    """What a scorer prints. Raises CalledProcessError when it fails."""
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf8").stdout


def write_rows(rows: Iterable[Row], place: Path) -> Path:
    """Rows as JSON Lines."""
    place.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf8")
    return place


def read_rows(place: Path) -> list[Row]:
    return [json.loads(line) for line in place.read_text(encoding="utf8").splitlines() if line]
