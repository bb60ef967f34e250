"""What the reader gets wrong on labelled paragraphs, line by line: `python -m evaluation.misses deadline --lang ar`.

A line a miss: `-` stands in the label and wasn't read, `+` was read and doesn't stand in the label.
"""

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation.__main__ import MUTABAA, corpora
from evaluation.scorer import Row, read_rows

Field = Callable[[Row], Iterator[str]]


def _acts(row: Row) -> Iterator[str]:
    yield from (act["act"] for act in row["acts"])


def _addressees(row: Row) -> Iterator[str]:
    yield from (addressee for act in row["acts"] for addressee in act.get("addressees") or [])


def _bases(row: Row) -> Iterator[str]:
    yield from (f"{act['act']} {act['addressee_basis']}" for act in row["acts"] if act.get("addressee_basis"))


def _actions(row: Row) -> Iterator[str]:
    yield from (act["action"] for act in row["acts"] if act.get("action"))


def _deadlines(row: Row) -> Iterator[str]:
    due: list[dict[str, Any]] = [act["deadline"] for act in row["acts"] if act.get("deadline")]
    yield from (f"{deadline['text']} [{deadline['kind']} {deadline['value']}]" for deadline in due)


def _instruments(row: Row) -> Iterator[str]:
    yield from (instrument["text"] for instrument in row["instruments"])


def _symbols(row: Row) -> Iterator[str]:
    yield from (instrument["symbol"] for instrument in row["instruments"] if instrument["symbol"])


FIELDS: dict[str, Field] = {
    "act": _acts,
    "addressee": _addressees,
    "basis": _bases,
    "action": _actions,
    "deadline": _deadlines,
    "instrument": _instruments,
    "symbol": _symbols,
}


def misses(gold: list[str], read: list[str], comparable: Callable[[str], Any]) -> Iterator[str]:
    """What only one of the two lists holds, articles and clitics aside."""
    left = Counter(map(comparable, read))
    for span in gold:
        if left[comparable(span)]:
            left[comparable(span)] -= 1
        else:
            yield f"- {span}"
    for span in read:
        if left[comparable(span)]:
            left[comparable(span)] -= 1
            yield f"+ {span}"


def _scorer(folder: Path) -> ModuleType:
    spec = spec_from_file_location("score_reading", folder / "score_reading.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("field", choices=FIELDS)
    parser.add_argument("--lang", choices=("ar", "en", "fr"))
    parser.add_argument(
        "--labels", type=Path, help="a file of labels; the development labels where none is given"
    )
    options = parser.parse_args()
    folder = corpora()
    if folder is None:
        print("The development corpora are not on this machine.")
        return 0
    gold_file = options.labels or folder / "labels" / "dev.gold.jsonl"
    words = _scorer(folder).words
    with tempfile.TemporaryDirectory() as place:
        read_file = Path(place, "read.jsonl")
        with read_file.open("wb") as out:
            subprocess.run([str(MUTABAA), "read", "--rows", str(gold_file)], check=True, stdout=out)
        read = {row["id"]: row for row in read_rows(read_file)}
    field = FIELDS[options.field]
    for row in read_rows(gold_file):
        if options.lang in (None, row["lang"]):
            found = misses(list(field(row)), list(field(read[row["id"]])), lambda span: tuple(words(span)))
            for line in found:
                print(f"{row['id']:28} {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
