"""The values of a status axis, offered in the cells that wait to be filled in."""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from mutabaa.reports.printable import printable
from mutabaa.reports.workbook.cell_text import neutralised

# The name of the hidden sheet that holds the lists; formulas point to it, so it has no language.
_CHOICES = "choices"


def add_drop_down(book: Workbook, sheet: Worksheet, choices: tuple[str, ...], where: str) -> None:
    """Offers `choices` in the cells `where` ("H2:H40"); a value of somebody's own is asked about, not
    refused.

    The list stands on a hidden sheet: written into the rule itself it could hold 255 characters and no comma.
    """
    if _CHOICES not in book.sheetnames:
        book.create_sheet(_CHOICES).sheet_state = "hidden"
    lists: Worksheet = book[_CHOICES]
    column = _column_of(lists, choices)
    letter = get_column_letter(column)
    rule = DataValidation(
        type="list",
        formula1=f"{_CHOICES}!${letter}$1:${letter}${len(choices)}",
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
    )
    rule.add(where)
    sheet.add_data_validation(rule)


def keep_choices_last(book: Workbook) -> None:
    """Moves the hidden lists, where there are any, behind the sheets that people turn."""
    if _CHOICES in book.sheetnames:
        book.move_sheet(_CHOICES, len(book.sheetnames))
    book.active = 0


def _column_of(lists: Worksheet, choices: tuple[str, ...]) -> int:
    """The column that holds these choices, written now if none does."""
    taken = lists.max_column if lists["A1"].value is not None else 0
    for column in range(1, taken + 1):
        held = [lists.cell(number, column).value for number in range(1, lists.max_row + 1)]
        if [value for value in held if value is not None] == list(choices):
            return column
    for number, choice in enumerate(choices, start=1):
        lists.cell(number, taken + 1, neutralised(printable(choice))).data_type = "s"
    return taken + 1
