"""The report as a PDF: archival, tagged, safe from the words it quotes, the same every time."""

import re
import zlib

import pypdfium2
import pytest
from outlines import SYMBOL, outline

from mutabaa.reports.pdf import render_pdf
from mutabaa.vocabulary import Language


def words_of(content: bytes) -> str:
    """What a reader of the PDF can copy out of it, in the order it was laid down."""
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def streams_of(content: bytes) -> bytes:
    """The file with its compressed parts opened."""
    opened = [content]
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            opened.append(zlib.decompress(found[1]))
        except zlib.error:
            opened.append(found[1])
    return b"\n".join(opened)


@pytest.mark.parametrize("labels", [("ar",), ("en",), ("fr",), ("ar", "en", "fr")])
def test_the_same_report_gives_the_same_bytes(labels: tuple[Language, ...]) -> None:
    assert render_pdf(outline(labels)) == render_pdf(outline(labels))


def test_it_declares_the_archival_and_the_accessible_standard_and_is_tagged() -> None:
    opened = streams_of(render_pdf(outline(("ar",))))
    assert (
        b"<pdfaid:part>2</pdfaid:part>" in opened and b"<pdfaid:conformance>A</pdfaid:conformance>" in opened
    )
    assert b"<pdfuaid:part>1</pdfuaid:part>" in opened
    assert b"/MarkInfo" in opened and b"/StructTreeRoot" in opened
    assert re.search(rb"/Lang\s*\(ar\)", opened)


def test_its_title_is_the_reports_and_its_date_the_as_of_date() -> None:
    document = pypdfium2.PdfDocument(render_pdf(outline(("en",))))
    assert document.get_metadata_value("Title") == "Status report"
    assert document.get_metadata_value("CreationDate").startswith("D:20200331")


def test_a_report_without_an_as_of_date_claims_no_date() -> None:
    content = render_pdf(outline(("en",), as_of=None))
    # The standard wants a date; the first one an office file can name stands for none.
    assert pypdfium2.PdfDocument(content).get_metadata_value("CreationDate").startswith("D:19800101")
    assert content == render_pdf(outline(("en",), as_of=None))


def test_every_page_names_the_symbol_the_as_of_date_and_its_number() -> None:
    document = pypdfium2.PdfDocument(render_pdf(outline(("en",), rows=60)))
    assert len(document) > 3
    for number, page in enumerate(document, start=1):
        words = page.get_textpage().get_text_bounded()
        assert SYMBOL in words and "As of 31 March 2020" in words
        assert f"Page {number} of {len(document)}" in words


def test_the_matrix_lies_on_its_side_and_its_heading_comes_again_on_each_page() -> None:
    document = pypdfium2.PdfDocument(render_pdf(outline(("en",), rows=60)))
    wide = [page for page in document if page.get_width() > page.get_height()]
    assert len(wide) > 1
    assert all("Implementation" in page.get_textpage().get_text_bounded() for page in wide)


def test_an_arabic_table_begins_at_the_right() -> None:
    document = pypdfium2.PdfDocument(render_pdf(outline(("ar",))))
    textpage = document[1].get_textpage()
    codes = [index for index, letter in enumerate(textpage.get_text_range()) if letter == "X"]
    assert len(codes) == 4  # One at the head of the page, three in the first column.
    assert all(textpage.get_charbox(index)[0] > document[1].get_width() / 2 for index in codes)


@pytest.mark.parametrize(
    "words",
    [
        # Typst's own mark-up, calls and references.
        '#panic("x") #let a = 1; $x^2$ *bold* _it_ `raw` @reference <label> \\ // comment /* */ = heading',
        '"]}], "x": #read("/etc/passwd")',
        # An override left open would turn the rest of the page.
        "abc \u202e\u2066 def",
        "nul \x00 bell \x07 tab \t end",
    ],
)
def test_words_that_look_like_markup_are_printed_as_words(words: str) -> None:
    printed = words_of(render_pdf(outline(("en",), quotation=words)))
    for word in re.findall(r"[a-z]{3,}", words):
        assert word in printed


def test_a_character_no_font_can_draw_is_written_as_its_number() -> None:
    printed = words_of(render_pdf(outline(("en",), quotation="peace \U0001f54a 中 \ue000")))
    assert "[U+1F54A]" in printed and "[U+4E2D]" in printed and "[U+E000]" in printed


def test_symbols_among_arabic_words_are_isolated() -> None:
    from mutabaa.reports.printable import guarded

    assert guarded("القرار 2374 (2017) الوثيقة S/RES/2374 (2017)،", "ar") == (
        "القرار 2374 (2017) الوثيقة \u2066S/RES/2374 (2017)\u2069،"
    )
    assert guarded("في 2018-03-31", "ar") == "في \u20662018-03-31\u2069"
    assert guarded("resolution 3/47-POL (IS)", "en") == "resolution 3/47-POL (IS)"
