"""Pages that are pictures are read where Tesseract and its models are installed, and missed aloud where they aren't."""

import io
from importlib.resources import files

import pypdfium2
import pytest
import typst

from mutabaa.texts import Refusal, open_text
from mutabaa.texts.normalise import fold
from mutabaa.texts.tesseract import installed_models, program

_FONTS = str(files("fontpkg_amiri"))
_ENGLISH = (
    "The Conference of the Lake States decides to extend the mandate of the commission until 30 June 2020."
)
_ARABIC = "رحب المؤتمر بتقرير اللجنة وطلب إلى الدول الأعضاء تقديم الدعم"


def _scan(words: str, language: str, stamp: str = "") -> bytes:
    """A page of these words as a picture in a PDF, with words of text stamped over it."""
    style = f'#set page(width: 15cm, height: 6cm)\n#set text(lang: "{language}", size: 16pt, font: "Amiri")\n'
    page = pypdfium2.PdfDocument(typst.compile((style + words).encode(), font_paths=[_FONTS]))[0]
    scanned = pypdfium2.PdfDocument.new()
    image = pypdfium2.PdfImage.new(scanned)
    image.set_bitmap(page.render(scale=300 / 72))
    image.set_matrix(pypdfium2.PdfMatrix().scale(*page.get_size()))
    new = scanned.new_page(*page.get_size())
    new.insert_obj(image)
    if stamp:
        over = pypdfium2.PdfDocument(
            typst.compile(f"#set page(width: 15cm, height: 6cm)\n#place(bottom)[{stamp}]".encode())
        )
        new.insert_obj(over.page_as_xobject(0, scanned).as_pageobject())
    new.gen_content()
    file = io.BytesIO()
    scanned.save(file)
    return file.getvalue()


def _needs(model: str) -> None:
    if program() is None or model not in installed_models():
        pytest.skip(f"Tesseract with its model {model} is not on this machine")


def test_a_scanned_page_is_read_and_said_to_be() -> None:
    _needs("eng")
    official = open_text(_scan(_ENGLISH, "en"), name="scan.pdf")
    assert official.text.split() == _ENGLISH.split()
    assert official.ocr_pages == (1,)
    assert "page_by_ocr" in [problem.kind for problem in official.problems]


def test_a_scanned_arabic_page_is_read() -> None:
    _needs("ara")
    read = fold(open_text(_scan(_ARABIC, "ar"), name="scan.pdf").text).text.split()
    assert len(set(read) & set(fold(_ARABIC).text.split())) >= 7


def test_a_scan_without_recognition_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Refusal) as refused:
        open_text(_scan(_ENGLISH, "en"), name="scan.pdf")
    assert refused.value.problem.kind == "needs_ocr"
    assert "Tesseract" in refused.value.say("ar")


# A registry stamps its scans: the page has text, but not the text that matters.
def test_a_stamp_over_a_scan_does_not_pass_for_the_page() -> None:
    _needs("eng")
    official = open_text(_scan(_ENGLISH, "en", "Registry copy, received 3 May 2019"), name="scan.pdf")
    assert " ".join(official.text.split()).startswith(_ENGLISH)
    assert official.ocr_pages == (1,)
