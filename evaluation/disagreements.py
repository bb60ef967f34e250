"""Paragraphs whose acts are read differently in two languages: where a reader of one of them is likely to be wrong.

    python -m evaluation.disagreements --share 0.02 --limit 40

UN documents, one paragraph in three languages by its number. A translation may use a weaker verb, so not every
disagreement is a mistake; a different *number* of acts almost always is.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation import documents
from evaluation.__main__ import MUTABAA, corpora

Passage = dict[str, Any]


def paragraphs(readings: Path) -> Iterator[tuple[str, dict[str, Passage]]]:
    """Each operative paragraph that was found in several languages: its address, and the passage in each."""
    found: dict[str, dict[str, Passage]] = {}
    for file in sorted(readings.glob("*.json")):
        key, language = file.stem.rsplit("_", 1)
        for passage in json.loads(file.read_text(encoding="utf8"))["passages"]:
            if passage["kind"] == "operative" and passage["number"]:
                found.setdefault(f"{key} {passage['number']}", {}).setdefault(language, passage)
    yield from ((address, versions) for address, versions in found.items() if len(versions) > 1)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--share", type=float, default=0.02, help="share of the documents")
    parser.add_argument("--limit", type=int, default=40, help="how many paragraphs to print")
    parser.add_argument("--number", action="store_true", help="only where the number of acts differs")
    options = parser.parse_args()
    folder = corpora()
    if folder is None:
        print("The development corpora are not on this machine.")
        return 0
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        gold = documents.sample(folder, options.share, place)
        readings = documents.read_style(folder, MUTABAA, gold, "lines", place)
        shown = 0
        for address, versions in paragraphs(readings):
            classes = {language: [act["act"] for act in p["acts"]] for language, p in versions.items()}
            differ = {(len(c) if options.number else tuple(c)) for c in classes.values()}
            if len(differ) == 1 or shown == options.limit:
                continue
            shown += 1
            print(f"\n{address}")
            for language, passage in sorted(versions.items()):
                verbs = "; ".join(f"{act['act']} “{act['verb']}”" for act in passage["acts"])
                print(f"  {language}: {verbs}\n      {passage['text'][:400]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
