"""Speed and memory beside a peer, on the same files, in one run: `make bench`.

The files: the sample documents, many times over; and UN documents in three languages where the development corpora
are at hand. Every contender runs in a process of its own, three times; medians are printed. One core, CPU time.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.contenders import CONTENDERS, LANGUAGE_NAMES

ROOT = Path(__file__).resolve().parents[1]
COPIES = 20
TIMES = 3


def samples(place: Path) -> Path:
    """The sample documents as plain text, each many times."""
    place.mkdir()
    for language in LANGUAGE_NAMES:
        for sample in sorted((ROOT / "samples").glob(f"*.{language}.[mt]*")):
            words = sample.read_text(encoding="utf8").replace("*", "").replace("#", "").replace("---\n", "")
            for copy in range(COPIES):
                place.joinpath(f"{sample.stem.split('.')[0]}-{copy:02}_{language}.txt").write_text(
                    words, encoding="utf8"
                )
    return place


def un_documents(place: Path) -> Path | None:
    """One document in fifty of the General Assembly's, in three languages; None without the corpora."""
    corpora = Path(os.environ.get("MUTABAA_SHARED", ROOT.parent / "shared")) / "corpora"
    if not corpora.is_dir():
        return None
    command = [
        sys.executable,
        corpora / "un_documents.py",
        "write",
        corpora / "un/GA.jsonl.xz",
        place,
        "--share",
        "0.02",
    ]
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
    return place


def compare(folder: Path) -> None:
    """Print a line for each contender: MB/s, MB of memory, seconds until it is ready."""
    size = sum(file.stat().st_size for file in folder.glob("*.txt")) / 1e6
    print(f"\n{folder.name}: {sum(1 for _ in folder.glob('*.txt'))} texts, {size:.1f} MB")
    print(f"{'':50} {'MB/s':>8} {'memory MB':>10} {'ready s':>8}")
    for name in CONTENDERS:
        command = [sys.executable, "-m", "benchmarks.measure_one", name, str(folder)]
        runs = [json.loads(subprocess.check_output(command, cwd=ROOT)) for _ in range(TIMES)]
        speed, memory, ready = (median(run[what] for run in runs) for what in ("speed", "memory", "ready"))
        print(f"{name:50} {speed:8.2f} {memory:10.0f} {ready:8.2f}", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        compare(samples(place / "samples"))
        if folder := un_documents(place / "un"):
            compare(folder)


if __name__ == "__main__":
    main()
