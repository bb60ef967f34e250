"""A sheet of one table: frozen heading, filters, drop-downs, ready to print."""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from mutabaa.reports.outline import Report, Table
from mutabaa.reports.workbook.drop_downs import add_drop_down
from mutabaa.reports.workbook.page import A3, A4, new_sheet
from mutabaa.reports.workbook.rows import write_row

# How many characters a column is wide on average, at least and at most; and a sheet of few columns.
_AVERAGE, _NARROWEST, _WIDEST = 17, 9, 80
_SHEET_OF_FEW = 130
# Characters across beyond which a sheet is printed on A3.
_WIDE_SHEET = 170


def write_table_sheet(book: Workbook, report: Report, title: str, table: Table) -> None:
    """Adds the sheet; one row an entry, the heading in row 1."""
    sheet = new_sheet(book, report, title)
    widths = _widths(table)
    for position, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    write_row(sheet, 1, [column.heading for column in table.columns], "heading", report.language)
    for number, row in enumerate(table.rows, start=2):
        write_row(sheet, number, row.cells, row.kind, report.language)
    last_row = max(2, len(table.rows) + 1)
    for position, column in enumerate(table.columns, start=1):
        if column.choices:
            letter = get_column_letter(position)
            add_drop_down(book, sheet, column.choices, f"{letter}2:{letter}{last_row}")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{last_row}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize = A3 if sum(widths) > _WIDE_SHEET else A4


def _widths(table: Table) -> list[float]:
    """Widths in characters, in proportion to the columns' weights within bounds."""
    unit = max(_SHEET_OF_FEW, _AVERAGE * len(table.columns)) / (
        sum(column.weight for column in table.columns) or 1
    )
    return [min(_WIDEST, max(_NARROWEST, round(column.weight * unit, 1))) for column in table.columns]
