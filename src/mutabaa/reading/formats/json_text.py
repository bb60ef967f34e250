"""JSON and JSON Lines: a reading for other programs, in the shape of reading.schema.json."""

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from mutabaa.reading.formats.records import Record, reading_record
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language


def json_of(readings: Iterable[Reading], language: Language | None = None) -> str:
    """One reading as an object, several as an array; indented by two, to be read and compared by people too."""
    records = [reading_record(reading, language) for reading in readings]
    return json.dumps(records[0] if len(records) == 1 else records, ensure_ascii=False, indent=2) + "\n"


def compact_json_of(reading: Reading, language: Language | None = None) -> str:
    """One reading as one line, for corpora: the same object at a third of the time."""
    return line_of(reading_record(reading, language))


def jsonl_of(readings: Iterable[Reading], language: Language | None = None) -> str:
    """One reading a line."""
    return "".join(compact_json_of(reading, language) for reading in readings)


def line_of(record: Record) -> str:
    """A record as one line of JSON Lines."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def reading_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every reading written here keeps."""
    schema: dict[str, Any] = json.loads(
        files("mutabaa.reading.formats").joinpath("reading.schema.json").read_text(encoding="utf-8")
    )
    return schema
