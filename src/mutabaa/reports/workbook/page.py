"""A new sheet in the direction of the labels, set up to be printed."""

import re
from typing import Literal

from openpyxl import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from mutabaa.reports.outline import Report, Sentence, Text
from mutabaa.reports.printable import guarded, printable, within
from mutabaa.vocabulary import direction

A3, A4 = 8, 9
# A sheet's name may have 31 characters, none of these, and no apostrophe at its ends.
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]|^'|'$")
# The three parts of a head or foot share 255 characters.
_LONGEST_MARGIN = 120


def new_sheet(book: Workbook, report: Report, title: str) -> Worksheet:
    """An empty sheet, landscape, one page wide, with the symbol at its head, as-of date and page at its
    foot."""
    sheet: Worksheet = book.create_sheet(_NOT_IN_A_NAME.sub(" ", title).strip()[:31] or "sheet")
    right_to_left = direction(report.language) == "rtl"
    sheet.sheet_view.rightToLeft = right_to_left
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    _set_margin(sheet.oddHeader, "start", report.head_line, right_to_left)
    _set_margin(sheet.oddFooter, "start", report.as_of_line, right_to_left)
    _set_margin(sheet.oddFooter, "end", report.page_line, right_to_left)
    return sheet


def _set_margin(
    band: HeaderFooterItem | None, side: Literal["start", "end"], text: Text, right_to_left: bool
) -> None:
    """Words at the head or foot of the printed page, where lines start or where they end."""
    if band is not None:
        part = band.right if right_to_left == (side == "start") else band.left
        part.text = _margin_words(text)


def _margin_words(text: Text) -> str:
    """In the spreadsheet's own notation (&P page, &N pages); the languages one after the other, each once."""
    lines = list(dict.fromkeys(_margin_line(sentence) for sentence in text))
    while len(lines) > 1 and len(" · ".join(lines)) > _LONGEST_MARGIN:
        lines.pop()
    return " · ".join(lines)[:_LONGEST_MARGIN]


def _margin_line(sentence: Sentence) -> str:
    right_to_left = direction(sentence.language) == "rtl"
    if right_to_left and any(piece.style == "page_number" for piece in sentence.pieces):
        # Spreadsheets lay the parts of such a line from left to right and lose the spaces beside a count.
        return "&P / &N"
    line = ""
    for piece in sentence.pieces:
        count = {"page_number": "&P", "page_count": "&N"}.get(piece.style)
        words = printable(piece.text) if piece.style == "code" else guarded(piece.text, sentence.language)
        line += count or words.replace("&", "&&").replace("\n", " ")
    words_in_it = any(piece.style != "code" for piece in sentence.pieces)
    return within(line, "rtl") if right_to_left and words_in_it else line
