"""Bare paragraphs, one JSON object a line, each answered with its acts and instruments."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mutabaa.cli.exits import NOT_READ, complain, disk_reason, write_out
from mutabaa.cli.words import say
from mutabaa.reading.formats.json_text import line_of
from mutabaa.reading.formats.records import act_record, concern_record, instrument_record
from mutabaa.vocabulary import LANGUAGES


def read_rows(files: Sequence[Path], output: Path | None) -> None:
    """Answer every row of the files in their order. A row that isn't one is named on the error stream; exit code 1."""
    failed: list[str] = []
    answers = "".join(line_of(answer) for path in files for answer in _answers(path, failed))
    write_out(answers.encode(), output)
    if failed:
        raise SystemExit(NOT_READ)


def row_record(row: dict[str, Any]) -> dict[str, Any]:
    """The findings of one paragraph: the row's own id, lang and text, then acts, instruments and concerns.

    Offsets count code points of `text`. `body` (key of the adopting body) is used when the row has it.
    """
    from mutabaa.reading import read_passage

    passage, concerns = read_passage(row["text"], row["lang"], body=row.get("body"))
    return {
        "id": row["id"],
        "lang": row["lang"],
        "text": row["text"],
        "acts": [act_record(act) for act in passage.acts],
        "instruments": [instrument_record(instrument) for instrument in passage.instruments],
        "concerns": [concern_record(concern, row["lang"]) for concern in concerns],
    }


def _answers(path: Path, failed: list[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        row, reason = _row(line)
        if row is None:
            failed.append(f"{path}:{number}")
            complain(say("file_failed", name=path.name, reason=say("bad_row", line=number, reason=reason)))
        else:
            yield row_record(row)


def _lines(path: Path) -> Iterable[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = disk_reason(error) if isinstance(error, OSError) else str(error)
        complain(say("cannot_read", path=path, reason=reason))
        raise SystemExit(NOT_READ) from error


def _row(line: str) -> tuple[dict[str, Any] | None, str]:
    """The row of a line, or why it isn't one."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        return None, say("not_json")
    if not isinstance(row, dict):
        return None, say("not_json")
    missing = next((field for field in ("id", "lang", "text") if field not in row), None)
    if missing:
        return None, say("row_without", field=missing)
    if row["lang"] not in LANGUAGES:
        return None, say("unknown_language", asked=row["lang"])
    if not isinstance(row["text"], str):
        return None, say("row_without", field="text")
    return row, ""
