"""XLSX: the acts, the passages and the concerns of readings, one sheet each; the same bytes for the same readings."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from mutabaa.reading.formats.cells import (
    ACT_COLUMNS,
    CONCERN_COLUMNS,
    Cell,
    act_cells,
    concern_cells,
)
from mutabaa.reading.formats.display_width import is_right_to_left
from mutabaa.reading.formats.rows import fact_lines
from mutabaa.reading.formats.steady_archive import without_a_clock
from mutabaa.reading.formats.words import word
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language, direction

if TYPE_CHECKING:
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.worksheet import Worksheet

_WIDE = {
    "quotation": 60,
    "text": 80,
    "action": 50,
    "concern": 60,
    "addressees": 30,
    "code": 28,
    "instruments": 30,
    "rule": 24,
}
_NARROW = {
    "number": 9,
    "force": 9,
    "reiterated": 9,
    "page": 8,
    "start": 9,
    "end": 9,
    "deadline_value": 13,
    "document": 24,
}
_PASSAGE_COLUMNS = ("code", "passage", "number", "text", "page", "start", "end", "rule")
_OPENS_A_FORMULA = tuple("=+-@\t\r")
# What XML 1.0 cannot hold.
_UNWRITABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
_LONGEST_CELL = 32_767
_HIGHEST_ROW = 409


def spreadsheet_of(readings: Iterable[Reading], language: Language | None = None) -> bytes:
    """A workbook: facts, acts, passages, concerns. Sheets run right to left when the labels are Arabic.

    `language` is that of the labels, the first document's own when None. No text becomes a formula.
    """
    from openpyxl import Workbook

    held = list(readings)
    says: Language = language or (held[0].language if held else "en")
    book = Workbook()
    book.remove(book.worksheets[0])
    facts = [[label, value] for reading in held for label, value in fact_lines(reading, says)]
    _sheet(book.create_sheet(word(says, "labels", "document")), says, ("document", "text"), facts)
    acts = [row for reading in held for row in act_cells(reading, says)]
    _sheet(book.create_sheet(word(says, "labels", "acts")), says, ACT_COLUMNS, acts)
    passages = [row for reading in held for row in _passage_cells(reading, says)]
    _sheet(book.create_sheet(word(says, "labels", "passages")), says, _PASSAGE_COLUMNS, passages)
    concerns = [row for reading in held for row in concern_cells(reading, says)]
    _sheet(book.create_sheet(word(says, "labels", "concerns")), says, CONCERN_COLUMNS, concerns)
    book.active = 1
    out = BytesIO()
    book.save(out)
    return without_a_clock(out.getvalue(), None)


def _passage_cells(reading: Reading, language: Language) -> Iterable[list[Cell]]:
    for passage in reading.passages:
        yield [
            reading.code(passage),
            word(language, "passage_kinds", passage.kind),
            passage.number,
            passage.text,
            reading.official_text.page_of(passage.start),
            passage.start,
            passage.end,
            passage.rule,
        ]


def _sheet(
    sheet: "Worksheet", language: Language, columns: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> None:
    """A sheet with a frozen heading, filters, and rows high enough for their words."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    right_to_left = direction(language) == "rtl"
    sheet.sheet_view.rightToLeft = right_to_left
    side = "right" if right_to_left else "left"
    # readingOrder: 1 left to right, 2 right to left. A full stop stands at the wrong end of words set the other way.
    ways = {
        way: Alignment(wrap_text=True, vertical="top", horizontal=side, readingOrder=2 if way else 1)
        for way in (False, True)
    }
    widths = [_WIDE.get(column, _NARROW.get(column, 16)) for column in columns]
    for position, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.append([word(language, "labels", column) for column in columns])
    for heading in sheet[1]:
        heading.font = Font(bold=True)
        heading.fill = PatternFill("solid", fgColor="DDE6ED")
        heading.alignment = ways[right_to_left]
    for number, row in enumerate(rows, start=2):
        _row(sheet, number, row, widths, ways)
    sheet.freeze_panes = "B2"
    # On paper: as wide as the page, as long as it takes, the heading on each page.
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"


def _row(
    sheet: "Worksheet", number: int, row: Sequence[Cell], widths: Sequence[int], ways: "dict[bool, Alignment]"
) -> None:
    """A row of cells, each in the direction of its words; no words become a formula."""
    lines = 1
    for position, (value, width) in enumerate(zip(row, widths, strict=True), start=1):
        if value is None:
            continue
        here = sheet.cell(number, position)
        if isinstance(value, str):
            here.value = value.translate(_UNWRITABLE)[:_LONGEST_CELL]
            # Words stay words, "=" or not.
            here.data_type = "s"
            # And stay so when somebody edits the cell.
            here.quotePrefix = value.startswith(_OPENS_A_FORMULA)
            lines = max(lines, sum(1 + len(line) // width for line in value.split("\n")))
        else:
            here.value = value
        here.alignment = ways[isinstance(value, str) and is_right_to_left(value)]
    sheet.row_dimensions[number].height = min(_HIGHEST_ROW, 15 * lines + 2)
