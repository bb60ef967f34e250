"""Which sheets a workbook has, and in which order."""

from collections.abc import Iterator

from openpyxl import Workbook

from mutabaa.reports.outline import Report, Table, Text
from mutabaa.reports.printable import printable
from mutabaa.reports.workbook.drop_downs import keep_choices_last
from mutabaa.reports.workbook.notes_sheet import write_notes_sheet
from mutabaa.reports.workbook.styles import add_styles
from mutabaa.reports.workbook.table_sheet import write_table_sheet


def workbook_of(report: Report) -> Workbook:
    """The matrix first, then positions, records, questions and differences where there are any, then the notes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    add_styles(book)
    titles = {section.key: _words(section.heading[:1]) for section in report.sections}
    for key, table in _tables(report):
        write_table_sheet(book, report, titles.get(key, key), table)
    write_notes_sheet(book, report, titles.get("notes", "notes"))
    keep_choices_last(book)
    book.properties.title = _words(report.title)
    book.properties.creator = "Mutabaa"
    return book


def _tables(report: Report) -> Iterator[tuple[str, Table]]:
    yield "matrix", report.register
    whole = {"positions": report.positions, "questions": report.questions}
    for section in report.sections:
        if section.key in ("positions", "records", "questions", "differences"):
            own = [block for block in section.blocks if isinstance(block, Table)]
            for table in [whole[section.key]] if section.key in whole else own:
                if table.rows:
                    yield section.key, table


def _words(text: Text) -> str:
    return printable(" / ".join(sentence.text for sentence in text))
