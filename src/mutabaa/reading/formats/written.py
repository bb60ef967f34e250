"""The formats by name, and the bytes of readings in each."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, get_args

from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language

Format = Literal["table", "json", "jsonl", "csv", "xlsx", "akn", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)

_SUFFIXES: dict[Format, str] = {
    "table": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "xlsx": ".xlsx",
    "akn": ".akn.xml",
    "html": ".html",
}
# What a name given with -o may end with.
ENDINGS = (".txt", ".json", ".jsonl", ".csv", ".xlsx", ".akn", ".xml", ".html")


def format_of(path: Path) -> Format | None:
    """The format that the ending of a name asks for; None for one that is not known."""
    ending = path.suffix.lower()
    if ending in (".xml", ".akn"):
        return "akn"
    return next((form for form, suffix in _SUFFIXES.items() if suffix == ending), None)


def suffix_of(form: Format) -> str:
    """The ending of a file in a format."""
    return _SUFFIXES[form]


def written(
    readings: Sequence[Reading], form: Format, language: Language | None = None, width: int = 120
) -> bytes:
    """Readings in a format, UTF-8 where it is text; the same readings give the same bytes.

    `language` is that of the labels and messages, each document's own when None. `width` is that of the table.
    Akoma Ntoso holds one document a file: with more than one reading, ValueError.
    """
    # Each format is imported where it is needed: a terminal answers before a spreadsheet library has loaded.
    if form == "table":
        from mutabaa.reading.formats.table import table_of

        return "\n\n".join(
            table_of(reading, language or reading.language, width) for reading in readings
        ).encode()
    if form == "json":
        from mutabaa.reading.formats.json_text import json_of

        return json_of(readings, language).encode()
    if form == "jsonl":
        from mutabaa.reading.formats.json_text import jsonl_of

        return jsonl_of(readings, language).encode()
    if form == "csv":
        from mutabaa.reading.formats.csv_text import csv_of

        return csv_of(readings, language).encode("utf-8-sig")
    if form == "xlsx":
        from mutabaa.reading.formats.spreadsheet import spreadsheet_of

        return spreadsheet_of(readings, language)
    if form == "html":
        from mutabaa.reading.formats.web_page import web_page_of

        return web_page_of(readings, language).encode()
    from mutabaa.reading.formats.akoma_ntoso import akoma_ntoso_of

    if len(readings) != 1:
        raise ValueError("Akoma Ntoso holds one document a file")
    return akoma_ntoso_of(readings[0]).encode()
