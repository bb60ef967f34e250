"""CSV, the spreadsheet and the web page: every act, every concern, and nothing a program could mistake."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser

import openpyxl
import pytest

from mutabaa.reading import Reading
from mutabaa.reading.formats import FORMATS, format_of, suffix_of, written
from mutabaa.reading.formats.rows import act_rows, deadline_words


@pytest.fixture(scope="module")
def dangerous(make: Callable[..., Reading]) -> Reading:
    """A paragraph that begins like a formula and holds what XML, HTML and CSV treat specially."""
    return make(
        "en",
        "x.txt",
        {"symbol": "=cmd|' /C calc'!A0"},
        [
            ("operative", '=HYPERLINK("http://x") urges <b>States</b> & "others", to act\x0b',
             {"number": "1", "acts": [{"verb": '=HYPERLINK("http://x") urges', "act": "urge", "basis": "stated",
                                       "addressees": ["<b>States</b>"], "action": "act"}]}),
            ("closing", "@end of it", {"path": "closing/1"}),
        ],
    )  # fmt: skip


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_an_act_and_the_concerns_after_them(english: Reading, arabic: Reading) -> None:
    rows = rows_of(written([english, arabic], "csv"))
    assert [row["row"] for row in rows] == ["act"] * 8 + ["concern"] * 3
    assert rows[2]["code"] == "XC/RES/12 (2019)/1.b"
    assert (rows[2]["addressees"], rows[2]["deadline_value"], rows[2]["reiterated"]) == (
        "the Executive Secretary", "2019-12-31", "yes",
    )  # fmt: skip
    assert rows[-1]["message"] and rows[-1]["document"] == "البحيرة"


def test_csv_says_the_same_in_every_language(arabic: Reading) -> None:
    french, own = (rows_of(written([arabic], "csv", language)) for language in ("fr", None))  # type: ignore[arg-type]
    assert [row for row in french if row["row"] == "act"] == [row for row in own if row["row"] == "act"]


def test_no_cell_of_the_csv_begins_a_formula(dangerous: Reading) -> None:
    for row in csv.reader(io.StringIO(written([dangerous], "csv").decode("utf-8-sig"), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_the_spreadsheet_holds_facts_acts_passages_and_concerns(english: Reading) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written([english], "xlsx")))
    assert book.sheetnames == ["Document", "Acts", "Passages", "Concerns"]
    acts = list(book["Acts"].values)
    assert acts[0][0] == "Code" and acts[3][0] == "XC/RES/12 (2019)/1.b"
    assert len(list(book["Passages"].values)) == 1 + len(english.passages)
    assert book["Acts"].freeze_panes == "B2" and book["Acts"].auto_filter.ref


def test_sheets_run_right_to_left_when_the_labels_are_arabic(arabic: Reading) -> None:
    assert all(
        sheet.sheet_view.rightToLeft
        for sheet in openpyxl.load_workbook(io.BytesIO(written([arabic], "xlsx")))
    )
    in_french = openpyxl.load_workbook(io.BytesIO(written([arabic], "xlsx", "fr")))
    assert not any(sheet.sheet_view.rightToLeft for sheet in in_french)


def test_no_cell_of_the_spreadsheet_is_a_formula(dangerous: Reading) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written([dangerous], "xlsx")))
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f"
            # Not even when somebody edits it.
            assert cell.quotePrefix or not str(cell.value or "").startswith(("=", "+", "-", "@"))


def test_the_spreadsheet_holds_no_time_of_writing(english: Reading) -> None:
    archive = zipfile.ZipFile(io.BytesIO(written([english], "xlsx")))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"dcterms:created" not in archive.read("docProps/core.xml")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_reading_gives_the_same_bytes(form: str, english: Reading) -> None:
    assert written([english], form) == written([english], form)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_carries_the_concerns(form: str, arabic: Reading) -> None:
    content = written([arabic], form, "fr")  # type: ignore[arg-type]
    if form == "xlsx":
        content = b"".join(
            str(row).encode()
            for row in openpyxl.load_workbook(io.BytesIO(content))["Points à vérifier"].values
        )
    # Akoma Ntoso speaks the document's language, as everything else in it does.
    wanted = "تعذّرت قراءة الصفحة 1" if form == "akn" else "La page 1 n'a pas pu être lue"
    assert wanted in content.decode().replace("&#x27;", "'")


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_written_in_a_format_is_known_by_its_ending(form: str, tmp_path: object) -> None:
    from pathlib import Path

    assert format_of(Path("x" + suffix_of(form))) == form  # type: ignore[arg-type]
    assert format_of(Path("x.odt")) is None


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_loads_nothing(
    english: Reading, arabic: Reading, dangerous: Reading
) -> None:
    page = written([english, arabic, dangerous], "html", "ar").decode()
    tags = _Tags()
    tags.feed(page)
    assert not tags.open
    assert not [
        tag for tag, attributes in tags.seen if tag in ("script", "link", "img", "b") or "src" in attributes
    ]
    assert tags.seen[0] == ("html", {"lang": "ar", "dir": "rtl"})


def test_the_page_quotes_each_document_in_its_own_direction(arabic: Reading) -> None:
    page = written([arabic], "html", "en").decode()
    assert '<html lang="en" dir="ltr">' in page and '<div lang="ar" dir="rtl">' in page


def test_the_page_marks_each_verb_on_its_words(arabic: Reading) -> None:
    page = written([arabic], "html").decode()
    assert re.findall(r'<mark title="(\w+)">([^<]*)</mark>', page) == [
        ("welcome", "رحّب"), ("urge", "حثّ"), ("call", "دعاها"),
    ]  # fmt: skip


def test_a_quotation_ends_before_what_joins_it_to_the_next_act(arabic: Reading, english: Reading) -> None:
    assert next(act_rows(arabic)).quotation == "رحّب الاجتماع بتقرير الأمين العام"
    assert [row.quotation for row in act_rows(english)][1] == "Welcomes the report"


def test_a_date_after_arabic_words_keeps_its_order(make: Callable[..., Reading]) -> None:
    # W2 of the bidirectional algorithm makes digits after Arabic letters Arabic numbers, which a hyphen parts.
    units = [
        ("operative", "يطلب إلى الدول أن تسدد اشتراكاتها في أيار/مايو 2031.", {"number": "1", "acts": [
            {"verb": "يطلب", "act": "request", "addressees": ["الدول"], "basis": "stated",
             "deadlines": [("في أيار/مايو 2031", "date", "2031-05"), ("2031", "date", "2031")]}]}),
        ("closing", "انتهى النص", {"path": "closing/1"}),
    ]  # fmt: skip
    reading = make("ar", "x.txt", {}, units)
    assert '<span class="code" dir="ltr">2031-05</span>' in written([reading], "html").decode()
    assert "[\u200e2031-05\u200e]" in deadline_words(reading.passages[0].acts[0], "ar")
