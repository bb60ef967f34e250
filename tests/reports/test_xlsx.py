"""The report as a workbook: ready to filter, fill in and print, and nothing in it calculates."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from outlines import CHOICES, SYMBOL, outline

from mutabaa.reports import Piece, Report, Sentence
from mutabaa.reports.workbook.cell_text import cell_value, way_of
from mutabaa.reports.xlsx import render_xlsx
from mutabaa.vocabulary import Language


def opened(report: Report) -> Workbook:
    return load_workbook(BytesIO(render_xlsx(report)))


@pytest.mark.parametrize("labels", [("ar",), ("en",), ("ar", "en", "fr")])
def test_the_same_report_gives_the_same_bytes(labels: tuple[Language, ...]) -> None:
    assert render_xlsx(outline(labels)) == render_xlsx(outline(labels))


def test_nothing_in_the_file_tells_when_it_was_written() -> None:
    with ZipFile(BytesIO(render_xlsx(outline()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2020-03-31T00:00:00Z") == 2
    with ZipFile(BytesIO(render_xlsx(outline(as_of=None)))) as archive:
        assert "dcterms:created" not in archive.read("docProps/core.xml").decode()


def test_each_commitment_has_one_row_under_a_frozen_heading_with_filters() -> None:
    sheet = opened(outline(("en",), rows=5)).worksheets[0]
    assert sheet.title == "Implementation matrix"
    assert [cell.value for cell in sheet["A"]] == ["Code", *(f"{SYMBOL}/{n}.a" for n in range(1, 6))]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:C6"


def test_sheets_run_right_to_left_when_the_labels_are_arabic() -> None:
    assert all(
        sheet.sheet_view.rightToLeft
        for sheet in opened(outline()).worksheets
        if sheet.sheet_state == "visible"
    )
    assert not any(sheet.sheet_view.rightToLeft for sheet in opened(outline(("en", "ar"))).worksheets)


def test_a_cell_is_read_in_the_direction_of_its_words_and_a_code_from_the_left() -> None:
    sheet = opened(outline()).worksheets[0]
    assert (sheet["B2"].alignment.readingOrder, sheet["B2"].alignment.horizontal) == (2, "right")
    assert (sheet["A2"].alignment.readingOrder, sheet["A2"].alignment.horizontal) == (1, "right")
    assert sheet["B2"].alignment.wrap_text


def test_status_columns_offer_the_values_of_their_axis() -> None:
    book = opened(outline(rows=4))
    (rule,) = book.worksheets[0].data_validations.dataValidation
    assert str(rule.sqref) == "C2:C5"
    assert book["choices"].sheet_state == "hidden"
    assert tuple(cell.value for cell in book["choices"]["A"]) == CHOICES["ar"]
    assert rule.formula1 == "choices!$A$1:$A$3"


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx=1", "\r=1", " =1", "＝1", "=cmd|' /C calc'!A0"]
)
def test_no_words_become_a_formula(words: str) -> None:
    sheet = opened(outline(("en",), quotation=words)).worksheets[0]
    assert sheet["B2"].data_type == "s"
    assert str(sheet["B2"].value).startswith("'")


def test_control_characters_and_long_texts_do_not_break_the_file() -> None:
    sheet = opened(outline(("en",), quotation="a\x00b\x1f\ufffe\ud800" + "x" * 40_000)).worksheets[0]
    value = str(sheet["B2"].value)
    assert value.startswith("abxx") and value.endswith("[…]") and len(value) < 32_767


def test_lines_of_the_other_direction_keep_their_order_within_a_cell() -> None:
    sheet = opened(outline(("ar", "en"))).worksheets[0]
    assert str(sheet["B1"].value) == "النص\n\u2066Text\u2069"


def test_pages_are_printed_across_with_symbol_date_number_and_the_heading_again() -> None:
    sheet = opened(outline(("en",))).worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddHeader.left.text == SYMBOL
    assert sheet.oddFooter.left.text == "As of 31 March 2020"
    assert sheet.oddFooter.right.text == "Page &P of &N"
    arabic = opened(outline()).worksheets[0]
    assert arabic.oddHeader.right.text == SYMBOL
    # Spreadsheets put the parts of an Arabic line with a page count in reverse.
    assert arabic.oddFooter.left.text == "&P / &N"


def test_positions_differences_and_notes_have_sheets_of_their_own() -> None:
    assert opened(outline(("en",), differences=True)).sheetnames == [
        "Implementation matrix",
        "Positions",
        "Differences between the versions"[:31],
        "Notes to the reader",
        "choices",
    ]
    notes = opened(outline(("en",)))["Notes to the reader"]
    said = [cell.value for row in notes.iter_rows() for cell in row if cell.value is not None]
    assert said.count("As of 31 March 2020") == 2
    assert SYMBOL in said


def test_a_row_grows_when_somebody_fills_in_a_cell() -> None:
    with ZipFile(BytesIO(render_xlsx(outline()))) as archive:
        assert b"customHeight" not in archive.read("xl/worksheets/sheet1.xml")


def test_the_year_of_the_report_is_not_the_year_of_writing() -> None:
    book = opened(outline(as_of=date(2018, 4, 20)))
    assert book.properties.created.date() == date(2018, 4, 20)


def test_a_cell_that_begins_with_a_figure_takes_the_direction_of_its_words() -> None:
    text = (
        Sentence(language="ar", pieces=(Piece(text="2"),)),
        Sentence(language="fr", pieces=(Piece(text="La Réunion a prié", style="quotation", language="fr"),)),
    )
    assert (way_of(text), cell_value(text)) == ("ltr", "\u20672\u2069\nLa Réunion a prié")
