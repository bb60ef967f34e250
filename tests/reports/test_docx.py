"""The Word file: direction on every paragraph, run and table; the same bytes every time; an officer can edit it."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from labelled import labelled_reading, labels_file
from lxml import etree

from mutabaa.reports import Piece, Report, Sentence, status_report
from mutabaa.reports.docx import render_docx
from mutabaa.reports.word.document import W
from mutabaa.reports.word.paragraphs import paragraphs
from mutabaa.review import align
from mutabaa.vocabulary import LANGUAGES, Language

LABELS = Path(__file__).parents[2] / "samples" / "labels" / "lake-chad-report.gold.jsonl"
LRM = "\u200e"


def report(*versions: Language, labels: Language | tuple[Language, ...]) -> Report:
    readings = [
        labelled_reading(
            labels_file(LABELS, one), f"lake.{one}.md", symbol="SAMPLE/LCB-REP (2022)", kind="report"
        )
        for one in versions
    ]
    return status_report(align(readings), as_of=date(2023, 1, 10), labels=labels)


def part(content: bytes, name: str) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(content)).read(name))


@pytest.fixture(scope="module")
def arabic() -> bytes:
    return render_docx(report("ar", labels="ar"))


def test_every_arabic_paragraph_runs_right_to_left(arabic: bytes) -> None:
    body = part(arabic, "word/document.xml")
    for paragraph in body.iter(qn("w:p")):
        letters = "".join(paragraph.itertext())
        if any("\u0620" <= letter <= "\u064a" for letter in letters):
            assert paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None, letters


def test_every_arabic_run_is_marked_right_to_left(arabic: bytes) -> None:
    for run in part(arabic, "word/document.xml").iter(qn("w:r")):
        letters = "".join(run.itertext())
        if any("\u0620" <= letter <= "\u064a" for letter in letters):
            assert run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None, letters


# A cell that holds only a code would else take the height of Latin letters, and stand above its row.
def test_every_line_of_an_arabic_paragraph_has_the_height_of_arabic_letters(arabic: bytes) -> None:
    for paragraph in part(arabic, "word/document.xml").iter(qn("w:p")):
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None and "".join(paragraph.itertext()):
            assert next(paragraph.iter(qn("w:rtl")), None) is not None


def test_tables_and_pages_of_an_arabic_report_are_laid_right_to_left(arabic: bytes) -> None:
    body = part(arabic, "word/document.xml")
    for table in body.iter(qn("w:tbl")):
        assert table.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None
    for section in body.iter(qn("w:sectPr")):
        assert section.find(qn("w:bidi")) is not None


def test_an_english_report_has_no_table_laid_right_to_left() -> None:
    body = part(render_docx(report("en", labels="en")), "word/document.xml")
    assert not list(body.iter(qn("w:bidiVisual")))


def test_a_symbol_keeps_its_order_and_brackets_in_a_right_to_left_line(arabic: bytes) -> None:
    # Between marks of its own, in a run that isn't right to left.
    runs = [
        run
        for run in part(arabic, "word/document.xml").iter(qn("w:r"))
        if "LCB-REP" in "".join(run.itertext())
    ]
    assert runs
    for run in runs:
        letters = "".join(run.itertext())
        assert letters.startswith(LRM)
        assert letters.endswith(LRM)
        assert run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is None


def test_the_foot_of_every_page_has_the_as_of_date_and_page_x_of_y(arabic: bytes) -> None:
    for way in ("portrait", "landscape"):
        foot = part(arabic, f"word/footer_{way}.xml")
        assert "10 كانون الثاني/يناير 2023" in "".join(foot.itertext())
        assert [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))] == [
            " PAGE ",
            " NUMPAGES ",
        ]


def test_the_head_of_every_page_has_the_symbol(arabic: bytes) -> None:
    assert "SAMPLE/LCB-REP (2022)" in "".join(part(arabic, "word/header_landscape.xml").itertext())


def test_heading_rows_repeat_and_rows_stay_whole(arabic: bytes) -> None:
    for row in part(arabic, "word/document.xml").iter(qn("w:tr")):
        assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    assert len(list(part(arabic, "word/document.xml").iter(qn("w:tblHeader")))) > 5


def test_the_matrix_lies_across_and_offers_the_values_of_each_axis(arabic: bytes) -> None:
    body = part(arabic, "word/document.xml")
    assert [page.get(qn("w:orient")) for page in body.iter(qn("w:pgSz"))] == [None, "landscape", None]
    lists = list(body.iter(qn("w:dropDownList")))
    assert len(lists) == 14 * 4
    assert "تجاوزته الأحداث" in {item.get(qn("w:displayText")) for one in lists for item in one}
    numbers = [one.get(qn("w:val")) for one in body.iter(qn("w:id"))]
    assert len(numbers) == len(set(numbers))


def test_the_same_report_gives_the_same_bytes(arabic: bytes) -> None:
    assert render_docx(report("ar", labels="ar")) == arabic


def test_the_file_opens_with_its_headings_and_properties(arabic: bytes) -> None:
    opened = Document(BytesIO(arabic))
    headings = [
        one.text for one in opened.paragraphs if one.style is not None and one.style.name == "Heading 1"
    ]
    assert "مصفوفة المتابعة" in headings
    assert opened.core_properties.language == "ar"
    assert opened.core_properties.title == "تقرير الحالة عن متابعة التنفيذ"
    assert opened.core_properties.created is not None
    assert opened.core_properties.created.date() == date(2023, 1, 10)


def test_every_style_a_paragraph_names_is_defined(arabic: bytes) -> None:
    defined = {one.get(qn("w:styleId")) for one in part(arabic, "word/styles.xml").iter(qn("w:style"))}
    body = part(arabic, "word/document.xml")
    for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        assert {one.get(qn("w:val")) for one in body.iter(qn(tag))} <= defined


def test_signs_that_xml_forbids_or_reserves_do_no_harm() -> None:
    rows = [
        {"id": "X#1@en", "lang": "en", "text": "Urges <States> & \x0bothers \u202eto act.", "instruments": [], "acts": [
            {"verb": "Urges", "act": "urge", "kind": "directive", "addressees": ["<States>"],
             "addressee_basis": "stated", "action": "act", "deadline": None, "reiterated": False}]}
    ]  # fmt: skip
    made = status_report(align([labelled_reading(rows, "a&b.txt")]), as_of=None, labels="en")
    text = "".join(part(render_docx(made), "word/document.xml").itertext())
    assert "Urges <States> & others to act" in text


@given(st.text(), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_any_words_make_a_well_formed_paragraph(words: str, line: Language, language: Language) -> None:
    made = Sentence(
        language=line, pieces=(Piece(text=words, language=language), Piece(text=words, style="code"))
    )
    drawn = paragraphs((made,), "Cell")
    etree.fromstring(drawn.replace("<w:p>", f"<w:p {W}>", 1))


def test_three_label_languages_give_three_lines_at_the_foot() -> None:
    foot = part(render_docx(report("ar", "fr", labels=("fr", "en", "ar"))), "word/footer_portrait.xml")
    assert len(list(foot.iter(qn("w:p")))) == 3
