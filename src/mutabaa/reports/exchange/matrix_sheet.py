"""Write the matrix as a workbook: grey cells to read, white ones to fill in, and a hidden sheet that says what went
out, sealed so that a change of it is seen."""

import json
from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from mutabaa.reading.formats.steady_archive import without_a_clock
from mutabaa.reports.exchange.matrix import BARE, WIDTHS, Matrix, digest_of
from mutabaa.reports.exchange.words import exchange_words, heading
from mutabaa.reports.outline import Piece, Sentence, Text
from mutabaa.reports.printable import printable
from mutabaa.reports.workbook.cell_text import cell_value, restored
from mutabaa.reports.workbook.drop_downs import add_drop_down, keep_choices_last
from mutabaa.reports.workbook.page import A3
from mutabaa.reports.workbook.rows import write_row
from mutabaa.reports.workbook.styles import add_styles
from mutabaa.vocabulary import Language, direction

WENT_OUT = "went_out"
HEADING_ROW = 3
Seal = Callable[[bytes], str]
_GREY = PatternFill("solid", fgColor="ECEFF0")
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


def matrix_workbook(matrix: Matrix, seal: Seal) -> bytes:
    """The workbook. The same matrix gives the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    add_styles(book)
    words = exchange_words(matrix.language)["sheet"]
    sheet: Worksheet = book.create_sheet(printable(words[matrix.form])[:31])
    _set_up(sheet, matrix)
    write_row(sheet, 1, [_text(matrix.title, matrix.language)], "title", matrix.language)
    write_row(
        sheet, 2, [_text(f"{words['guide']} {matrix.known}", matrix.language)], "title", matrix.language
    )
    sheet["A2"].style = sheet["A1"].style
    sheet["A2"].font = Font(name="Arial", size=9, color="1B1F23")
    sheet.row_dimensions[2].height = 15
    heads = [_text(heading(column, matrix.language), matrix.language) for column in matrix.columns]
    write_row(sheet, HEADING_ROW, heads, "heading", matrix.language)
    lines = [json.dumps(_about(matrix), sort_keys=True)]
    for number, row in enumerate(matrix.rows, start=HEADING_ROW + 1):
        texts = [_cell(column, row.cells.get(column, ""), matrix.language) for column in matrix.columns]
        write_row(sheet, number, texts, "entry", matrix.language)
        for position, column in enumerate(matrix.columns, start=1):
            cell = sheet.cell(number, position)
            # As text: a spreadsheet would make of "2018-03" a day of its own choice.
            cell.number_format = "@"
            if column in matrix.editable:
                cell.protection = Protection(locked=False)
            else:
                cell.fill = _GREY
        cells = {
            column: words if column in matrix.editable else digest_of(words)
            for column, words in (
                (column, plain(cell_value(text)))
                for column, text in zip(matrix.columns, texts, strict=True)
                if column != "code"
            )
        }
        lines.append(json.dumps({"code": row.code, "cells": cells, "names": row.names}, sort_keys=True))
    _offer_choices(book, sheet, matrix)
    _write_hidden(book, lines, seal)
    keep_choices_last(book)
    book.properties.creator, book.properties.title = "Mutabaa", printable(matrix.title)
    out = BytesIO()
    book.save(out)
    return without_a_clock(out.getvalue(), None)


def plain(value: object) -> str:
    """The words of a cell as they are compared: without what keeps them from being formulas, marks of direction, and
    spaces that programs add or take away."""
    if value is None:
        return ""
    words = restored(str(value)).replace("\r\n", "\n").replace("\r", "\n").translate(_MARKS)
    return "\n".join(line.rstrip() for line in words.strip().split("\n"))


def sealed_bytes(lines: list[str]) -> bytes:
    """What the seal stands for."""
    return "\n".join(lines).encode()


def _about(matrix: Matrix) -> dict[str, object]:
    return {
        "form": matrix.form,
        "language": matrix.language,
        "columns": list(matrix.columns),
        "editable": sorted(matrix.editable),
    }


def _set_up(sheet: Worksheet, matrix: Matrix) -> None:
    sheet.sheet_view.rightToLeft = direction(matrix.language) == "rtl"
    for position, column in enumerate(matrix.columns, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = WIDTHS[column]
    last = f"{get_column_letter(len(matrix.columns))}{HEADING_ROW + max(1, len(matrix.rows))}"
    sheet.freeze_panes = f"B{HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{last}"
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A3
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    # Against a slip of the hand, not against anybody: there is no password.
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.sort = sheet.protection.autoFilter = False


def _offer_choices(book: Workbook, sheet: Worksheet, matrix: Matrix) -> None:
    first, last = HEADING_ROW + 1, HEADING_ROW + max(1, len(matrix.rows))
    for position, column in enumerate(matrix.columns, start=1):
        if column in matrix.editable and matrix.choices.get(column):
            letter = get_column_letter(position)
            add_drop_down(book, sheet, matrix.choices[column], f"{letter}{first}:{letter}{last}")


def _write_hidden(book: Workbook, lines: list[str], seal: Seal) -> None:
    hidden: Worksheet = book.create_sheet(WENT_OUT)
    hidden.sheet_state = "hidden"
    for number, line in enumerate([seal(sealed_bytes(lines)), *lines], start=1):
        # A cell holds 32,767 characters; a longer line goes on in the next.
        for place, start in enumerate(range(0, len(line), 30_000), start=1):
            cell = hidden.cell(number, place, "|" + line[start : start + 30_000])
            cell.data_type = "s"


def _cell(column: str, words: str, language: Language) -> Text:
    if not words:
        return ()
    if column in BARE:
        return (Sentence(language=language, pieces=(Piece(text=words, style="code"),)),)
    return _text(words, _language_of(words, language))


def _text(words: str, language: Language) -> Text:
    return (Sentence(language=language, pieces=(Piece(text=words, language=language),)),)


def _language_of(words: str, language: Language) -> Language:
    """In which direction free words run: as their letters do, whoever wrote them."""
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in words)
    if arabic * 2 >= sum(map(str.isalpha, words)) and arabic:
        return "ar"
    return language if direction(language) == "ltr" else "en"
