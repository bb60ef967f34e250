"""Write a row: each cell in the direction of its words, and the row high enough for all of them."""

import re
from collections.abc import Sequence
from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from mutabaa.reports.outline import Text
from mutabaa.reports.workbook.cell_text import cell_value
from mutabaa.reports.workbook.styles import line_height, style_of
from mutabaa.vocabulary import Language

_HIGHEST = 409.0  # Points; a row can't be higher.
_PADDING = 4.0
_DEFAULT_WIDTH = 9.0
_ARABIC = re.compile("[\u0600-\u06ff]")
# Letters of running text that take the room of one digit, a little less than measured.
_ARABIC_LETTERS, _LATIN_LETTERS = 1.3, 1.05


class _GrowingRow(RowDimension):
    """A row whose height is a first estimate: the spreadsheet fits it anew when somebody fills in a cell."""

    @property
    def customHeight(self) -> bool:
        return False


def write_row(sheet: Worksheet, number: int, cells: Sequence[Text], kind: str, language: Language) -> None:
    """Writes one row in the style of its kind; nothing written is taken for a formula."""
    lines = 1
    for position, text in enumerate(cells, start=1):
        value = cell_value(text)
        if value is None and kind in ("loose", "title"):
            continue
        cell = sheet.cell(number, position)
        cell.style = style_of(kind, text, language)
        if value is None:
            continue
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
            lines = max(lines, _lines(value, sheet.column_dimensions[get_column_letter(position)].width))
    sheet.row_dimensions[number] = _GrowingRow(
        sheet, index=number, ht=min(_HIGHEST, lines * line_height(kind) + _PADDING)
    )


def _lines(words: str, width: float | None) -> int:
    """How many lines the words take in a column so many characters wide, words kept whole."""
    width = width or _DEFAULT_WIDTH
    return sum(max(1, ceil((len(line) + 3) / (width * _set_in_width(line)))) for line in words.split("\n"))


def _set_in_width(line: str) -> float:
    """How many of the line's letters are set in the width of one digit."""
    return _ARABIC_LETTERS if _ARABIC.search(line) else _LATIN_LETTERS
