"""UN documents in four layouts: boundaries, numbering, lead verbs, citations, and what the document says of itself.

Each layout is written by the corpora's own tool, read by `mutabaa read DIR --out DIR`, and scored by the same tool.
"""

import hashlib
import json
import lzma
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.figures import Figure
from evaluation.scorer import figures_of, run

ORGANS = ("SC", "GA", "ECOSOC", "HRC")
STYLES = ("lines", "wrapped", "pages", "oneline")
TARGETS = {
    "operative boundaries": 0.998,
    "numbering exact, documents": 0.98,
    "preambular boundaries": 0.99,
    "lead verb of operative": 0.99,
    "cited symbols": 0.98,
    "own symbol": 0.99,
    "own date": 0.99,
    "own language": 0.99,
}
# Without line ends only the boundaries of operative paragraphs are promised.
TARGETS_ONELINE = {"operative boundaries": 0.98}


def sample(corpora: Path, share: float, place: Path) -> Path:
    """One file of documents of every organ: the same share on every machine, by hash of the key.

    Resolutions in parts (74/261 A, B and C) share one key, and so one file name: each would be scored against the text
    of the last. They are left out.
    """
    drawn: dict[tuple[str, str], list[str]] = {}
    for organ in ORGANS:
        with lzma.open(corpora / "un" / f"{organ}.jsonl.xz", "rt", encoding="utf8") as lines:
            for line in lines:
                document = json.loads(line)
                if document["type"] == "resolution" and _drawn(document["key"], share):
                    drawn.setdefault((document["key"], document["lang"]), []).append(line)
    gold = place / "documents.jsonl"
    with gold.open("w", encoding="utf8") as out:
        out.writelines(lines[0] for lines in drawn.values() if len(lines) == 1)
    return gold


def _drawn(key: str, share: float) -> bool:
    return int(hashlib.sha1(key.encode()).hexdigest()[:8], 16) / 16**8 < share


def read_style(corpora: Path, mutabaa: Path, gold: Path, style: str, place: Path) -> Path:
    """The folder of readings of the documents written in one layout."""
    texts, readings = place / f"texts-{style}", place / f"readings-{style}"
    run(corpora / "un_documents.py", "write", gold, texts, "--style", style)
    command = [str(mutabaa), "read", str(texts), "--out", str(readings), "--format", "json"]
    # It ends with 1 when a file could not be read; the scorer counts such files as not read.
    ran = subprocess.run(command, check=False, capture_output=True, encoding="utf8")
    if ran.returncode > 1:
        raise RuntimeError(ran.stderr)
    return readings


def measure(corpora: Path, mutabaa: Path, gold: Path, place: Path, named: str) -> list[Figure]:
    """The structure figures of each layout, and the agreement of the languages; `named` says of which documents."""
    figures = []
    for style in STYLES:
        readings = read_style(corpora, mutabaa, gold, style, place)
        printed = figures_of(run(corpora / "un_documents.py", "score", gold, readings, "--style", style))
        targets = TARGETS_ONELINE if style == "oneline" else TARGETS
        figures += [
            Figure(name=f"{named}, {style}: {name}", value=value, target=targets.get(name), note=counts)
            for name, (value, counts) in printed.items()
        ]
    return [*figures, agreement_of_languages(place / "readings-lines", named)]


def agreement_of_languages(readings: Path, named: str) -> Figure:
    """Share of operative paragraphs, read in several languages, whose classes of act are the same in each."""
    disagreements: Counter[str] = Counter()
    same = total = 0
    for classes in _paragraphs(readings):
        total += 1
        same += len(set(classes.values())) == 1
        for (one, first), (other, second) in combinations(sorted(classes.items()), 2):
            if first != second and len(first) == len(second):
                disagreements.update(
                    f"{one} {a} / {other} {b}" for a, b in zip(first, second, strict=True) if a != b
                )
            elif first != second:
                disagreements[f"{one} / {other}: number of acts"] += 1
    value = same / total if total else 0.0
    commonest = tuple(f"{n:5} {pair}" for pair, n in disagreements.most_common(12))
    note = f"{same} of {total}; where not, most often:"
    return Figure(name=f"{named}: same classes in every language", value=value, note=note, details=commonest)


def _paragraphs(readings: Path) -> Iterator[dict[str, tuple[str, ...]]]:
    """For each numbered operative paragraph found in several languages: the classes of its acts by language."""
    found: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for file in sorted(readings.glob("*.json")):
        key, language = file.stem.rsplit("_", 1)
        passages: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf8"))["passages"]
        for passage in passages:
            if passage["kind"] == "operative" and passage["number"]:
                classes = tuple(act["act"] for act in passage["acts"])
                found.setdefault((key, passage["number"]), {}).setdefault(language, classes)
    yield from (classes for classes in found.values() if len(classes) > 1)
