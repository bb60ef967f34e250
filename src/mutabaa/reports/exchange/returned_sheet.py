"""Read a matrix that came back. It is hostile until proven otherwise: nothing in it is run, followed or unpacked
beyond its bounds, and what it says it went out as must bear the seal."""

import hmac
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as BadlyPacked

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from mutabaa.reports.exchange.matrix import BadSheet, Formula, MatrixRow, Returned, ReturnedRow
from mutabaa.reports.exchange.matrix_sheet import WENT_OUT, Seal, plain, sealed_bytes
from mutabaa.reports.exchange.words import heading
from mutabaa.vocabulary import LANGUAGES

MOST_ROWS = 10_000
LONGEST = 30_000
_MOST_COLUMNS, _MOST_PARTS, _HEADING_WITHIN = 60, 300, 20
_LARGEST, _UNPACKED = 40 * 1024 * 1024, 200 * 1024 * 1024
_UNSAFE = re.compile(
    r"vbaProject|externalLink|/embeddings/|activeX|ctrlProps|connections\.xml|queryTable|macrosheets"
    r"|\.bin$|\.exe$|attachedToolbars|webextension",
    re.IGNORECASE,
)
# Printers' settings are the one binary part that ordinary programs leave.
_HARMLESS = re.compile(r"xl/printerSettings/printerSettings\d+\.bin")
_DECLARES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def returned(content: bytes, seal: Seal) -> Returned:
    """The sheet that came back. Raises BadSheet."""
    _refuse_unsafe(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        if WENT_OUT not in book.sheetnames:
            raise BadSheet("sheet_seal_broken")
        about, went_out = _went_out(list(_rows(book[WENT_OUT], MOST_ROWS + 3)), seal)
        visible = next((sheet for sheet in book.worksheets if sheet.sheet_state == "visible"), None)
        if visible is None:
            raise BadSheet("not_a_sheet")
        rows = list(_rows(visible, MOST_ROWS + _HEADING_WITHIN))
    except BadSheet:
        raise
    except (
        BadZipFile, BadlyPacked, InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError,
        EOFError, OSError, SyntaxError, RuntimeError, AssertionError,
    ) as broken:  # fmt: skip
        # A workbook that isn't one fails wherever the library first notices; SyntaxError is its XML parser's.
        raise BadSheet("not_a_sheet") from broken
    return Returned(
        form=about["form"],
        language=about["language"],
        columns=tuple(about["columns"]),
        editable=frozenset(about["editable"]),
        went_out=went_out,
        rows=tuple(_returned_rows(rows, about["columns"])),
    )


def _refuse_unsafe(content: bytes) -> None:
    """Look at the archive before anything reads it. Raises BadSheet."""
    if len(content) > _LARGEST:
        raise BadSheet("sheet_too_large")
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _UNPACKED:
                raise BadSheet("sheet_too_large")
            for part in parts:
                name = part.filename
                if _UNSAFE.search(name) and not _HARMLESS.fullmatch(name):
                    raise BadSheet("sheet_unsafe", part=name[:100])
                if name.endswith((".xml", ".rels")):
                    _refuse_declarations(archive, name)
    except BadSheet:
        raise
    except (BadZipFile, BadlyPacked, EOFError, OSError, RuntimeError, NotImplementedError) as broken:
        raise BadSheet("not_a_sheet") from broken


def _refuse_declarations(archive: ZipFile, name: str) -> None:
    """No XML of a spreadsheet declares entities, and no relation of ours leads outside."""
    tail = b""
    with archive.open(name) as part:
        while chunk := part.read(1 << 20):
            # UTF-16 hides a word between zeros.
            seen = (tail + chunk).replace(b"\x00", b"")
            if _DECLARES.search(seen):
                raise BadSheet("sheet_unsafe", part=name[:100])
            if name == "[Content_Types].xml" and b"macroEnabled" in seen:
                raise BadSheet("sheet_unsafe", part="macroEnabled")
            tail = chunk[-64:]


def _rows(sheet: Any, most: int) -> Iterator[tuple[Any, ...]]:
    """The cells of a sheet, row by row, whatever size it claims to be. Raises BadSheet."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_row=most + 1, max_col=_MOST_COLUMNS), start=1):
        if number > most:
            raise BadSheet("sheet_too_large")
        yield row


def _went_out(rows: Sequence[tuple[Any, ...]], seal: Seal) -> tuple[dict[str, Any], Mapping[str, MatrixRow]]:
    """What the hidden sheet says went out. Raises BadSheet unless the seal is on it."""
    held = ["".join(str(cell.value)[1:] for cell in row if cell.value is not None) for row in rows]
    while held and not held[-1]:
        held.pop()
    if len(held) < 2 or not hmac.compare_digest(held[0].encode(), seal(sealed_bytes(held[1:])).encode()):
        raise BadSheet("sheet_seal_broken")
    about: dict[str, Any] = json.loads(held[1])
    told = map(json.loads, held[2:])
    return about, {
        one["code"]: MatrixRow(code=one["code"], cells=one["cells"], names=one["names"]) for one in told
    }


def _returned_rows(rows: Sequence[tuple[Any, ...]], columns: Sequence[str]) -> Iterator[ReturnedRow]:
    """Rows below the heading, columns by their names, wherever they were moved to. Raises BadSheet."""
    known = {
        plain(heading(column, language)).casefold(): column for column in columns for language in LANGUAGES
    }
    place, at = _heading(rows, known)
    for number, row in enumerate(rows[place + 1 :], start=place + 2):
        cells = {column: _value(row[index]) for column, index in at.items() if index < len(row)}
        if any(isinstance(value, Formula) or value for value in cells.values()):
            code = cells.get("code", "")
            yield ReturnedRow(number=number, code=code if isinstance(code, str) else "", cells=cells)


def _heading(rows: Sequence[tuple[Any, ...]], known: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """The row in which the code is called so, and where each column stands."""
    for place, row in enumerate(rows[:_HEADING_WITHIN]):
        at: dict[str, int] = {}
        for index, cell in enumerate(row):
            column = known.get(plain(cell.value).casefold()) if isinstance(cell.value, str) else None
            if column in at:
                raise BadSheet("column_twice", column=plain(cell.value))
            if column:
                at[column] = index
        if "code" in at and len(at) > 1:
            return place, at
    raise BadSheet("not_a_sheet")


def _value(cell: Any) -> str | Formula:
    value = cell.value
    if getattr(cell, "data_type", "") == "f":
        return Formula()
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return plain(value)
