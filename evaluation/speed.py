"""How fast, and in how much memory: one core on UN text, a page from a cold start, a report, a whole corpus."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from evaluation.figures import Figure


def measure(corpora: Path, mutabaa: Path, texts: Path) -> list[Figure]:
    """Speeds and sizes. `texts`: a folder of UN documents as plain text."""
    told = json.loads(_own_process("evaluation.read_on_one_core", str(texts)))
    page = min(texts.glob("*_en.txt"), key=lambda file: abs(file.stat().st_size - 3000))
    mali = corpora / "oic" / "OIC_ACM-2017_MALI-REP.ar.md"
    with tempfile.TemporaryDirectory() as place:
        outputs = [part for form in ("docx", "xlsx", "pdf") for part in ("-o", f"{place}/status.{form}")]
        report = _wall([str(mutabaa), "report", str(mali), "--as-of", "2018-03-31", *outputs], times=3)
    start = _wall([str(mutabaa), "read", str(page)], times=5)
    return [
        Figure(
            name="speed: reading on one core",
            value=told["speed"],
            target=2.0,
            steady=False,
            unit="MB/s",
            note=told["of"],
        ),
        Figure(
            name="speed: memory",
            value=told["memory"],
            target=300,
            lower_is_better=True,
            steady=False,
            unit="MB",
        ),
        Figure(
            name="speed: mutabaa read, one page",
            value=start,
            target=0.5,
            lower_is_better=True,
            steady=False,
            unit="s",
        ),
        Figure(
            name="speed: report to DOCX, XLSX, PDF",
            value=report,
            target=2.0,
            lower_is_better=True,
            steady=False,
            unit="s",
        ),
    ]


def whole_corpus(mutabaa: Path, texts: Path, place: Path) -> Figure:
    """Wall time of reading every document of a folder, on all cores, JSON written."""
    files = sum(1 for _ in texts.glob("*.txt"))
    command = [str(mutabaa), "read", str(texts), "--out", str(place / "whole"), "--format", "json"]
    seconds = _wall(command, times=1)
    note = f"{files} documents on {os.cpu_count()} cores"
    return Figure(
        name="speed: all UN documents",
        value=seconds,
        target=60,
        lower_is_better=True,
        steady=False,
        unit="s",
        note=note,
    )


def _own_process(module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf8").stdout


def _wall(command: list[str], times: int) -> float:
    """The median wall time of a command, its output thrown away."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return sorted(taken)[times // 2]
