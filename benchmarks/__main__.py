"""Speed and memory beside a peer, on the same files, and the register's own figures: `make bench`.

The files: the sample documents, many times over; and UN documents in three languages where the development corpora
are at hand. Every contender runs in a process of its own, three times; medians are printed. One core, CPU time.

The register: 100,000 entries, with REGISTER=1000000 the reference register, on SQLite, and on PostgreSQL where
MUTABAA_TEST_POSTGRES names a server. `python -m benchmarks.desk_load` puts load on one that is served.
"""

import json
import os
import secrets
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


def registers() -> None:
    """The register's figures, on each database there is."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.register",
        "--entries",
        os.environ.get("REGISTER") or "100000",
    ]
    print("\nregister in SQLite", flush=True)
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "DATABASE_URL": ""})
    server = os.environ.get("MUTABAA_TEST_POSTGRES")
    if not server:
        return
    import psycopg

    print("\nregister in PostgreSQL", flush=True)
    name = f"mutabaa_bench_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            there = f"{server.rpartition('/')[0]}/{name}"
            subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "DATABASE_URL": there})
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def main() -> None:
    registers()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        compare(samples(place / "samples"))
        if folder := un_documents(place / "un"):
            compare(folder)


if __name__ == "__main__":
    main()
