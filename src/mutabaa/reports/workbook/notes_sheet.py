"""The sheet of what has no table of its own: the document's facts, how it was read, what wasn't
understood."""

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from mutabaa.reports.outline import Paragraph, Report, Section, Table, Text
from mutabaa.reports.workbook.page import A4, new_sheet
from mutabaa.reports.workbook.rows import write_row
from mutabaa.vocabulary import Language

# Sections whose tables have sheets of their own: only their sentences are repeated here.
_TABLES_ELSEWHERE = frozenset(("positions", "records", "questions", "differences"))
# Sections that group or repeat what the matrix holds, with their parts.
_LEFT_OUT = frozenset(("matrix", "commitments", "annex"))
_WIDTHS = {"A": 30.0, "B": 90.0, "C": 60.0, "D": 40.0}


def write_notes_sheet(book: Workbook, report: Report, title: str) -> None:
    """Adds the sheet: the title of the report, then section after section."""
    sheet = new_sheet(book, report, title)
    sheet.page_setup.paperSize = A4
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    write_row(sheet, 1, [report.title], "title", report.language)
    write_row(sheet, 2, [(), report.subtitle], "loose", report.language)
    write_row(sheet, 3, [(), report.as_of_line], "loose", report.language)
    number = 4
    whole = ""
    for section in report.sections:
        whole = section.key if section.level == 1 else whole
        if whole not in _LEFT_OUT:
            number = _write_section(sheet, number, section, report.language)


def _write_section(sheet: Worksheet, number: int, section: Section, language: Language) -> int:
    """Writes a section after an empty row and returns the first row after it."""
    kept = [
        block
        for block in section.blocks
        if isinstance(block, Paragraph) or section.key not in _TABLES_ELSEWHERE
    ]
    if section.blocks and not kept:
        return number
    rows: list[tuple[str, tuple[Text, ...]]] = [("title", (section.heading,))]
    for block in kept:
        rows += [("loose", ((), block.text))] if isinstance(block, Paragraph) else _table_rows(block)
    for below, (kind, cells) in enumerate(rows, start=1):
        write_row(sheet, number + below, cells, kind, language)
    return number + len(rows) + 1


def _table_rows(table: Table) -> list[tuple[str, tuple[Text, ...]]]:
    heading = ("heading", tuple(column.heading for column in table.columns))
    entries: list[tuple[str, tuple[Text, ...]]] = [(row.kind, row.cells) for row in table.rows]
    return entries if table.style == "facts" else [heading, *entries]
