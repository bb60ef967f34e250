"""PDF files give back the words that were set, Arabic and its figures and symbols in the order they are read."""

from importlib.resources import files

import pytest
import typst

from mutabaa.texts import OfficialText, open_text
from mutabaa.texts.normalise import fold

_FONTS = str(files("fontpkg_amiri"))


def _words(official: OfficialText) -> list[str]:
    """The words of a text with lines that end within a word joined."""
    kept, at = "", 0
    for piece in official.furniture:
        kept += official.text[at : piece.start] + ("" if piece.kind == "line_hyphen" else " ")
        at = piece.end
    return fold(kept + official.text[at:]).text.split()


def _set(body: str, language: str = "en", page: str = "") -> OfficialText:
    """Typeset a text and read it back."""
    style = f'#set page(width: 15cm, height: 20cm{page})\n#set text(lang: "{language}", size: 11pt)\n'
    if language == "ar":
        style += '#set text(font: "Amiri")\n'
    return open_text(typst.compile((style + body).encode(), font_paths=[_FONTS]), name="set.pdf")


def test_words_come_back_and_paragraphs_stand_apart() -> None:
    paragraphs = [
        "The Conference of the Lake States, recalling its decision on the sharing of waters in dry years,",
        "1. Decides to extend the mandate of the river commission until 30 June 2020, and to review it then;",
        "2. Requests the commission to report on the state of the dams (see LSC/CONF.4/REP) within 60 days.",
    ]
    official = _set(
        "#set par(spacing: 1.4em)\n" + "\n\n".join(paragraphs).replace("1.", "1\\.").replace("2.", "2\\.")
    )
    assert [
        " ".join(block.split()) for block in official.text.replace("/\n", "/").split("\n\n")
    ] == paragraphs


# Most steps lead from paragraph to paragraph here: the one wrapped paragraph is not two, though "Lake" is a capital.
def test_a_wrapped_paragraph_among_many_of_one_line_is_one() -> None:
    short = [f"{number}\\. Decides to keep harbour {number} open;" for number in range(1, 9)]
    wrapped = "9\\. Invites the two river banks to pay for maps of the deep waters of the Great Lake, and to keep it;"
    paragraphs = [*short, wrapped, "10\\. Decides to meet again in May."]
    official = _set("\n\n".join(paragraphs))
    assert [" ".join(block.split()) for block in official.text.split("\n\n")] == [
        paragraph.replace("\\", "") for paragraph in paragraphs
    ]


_ARABIC = [
    "أولاً: رحب المؤتمر بتقرير اللجنة عن حالة السدود، مشيراً إلى القرار 2374 (2017) الصادر في 16 ديسمبر 2017.",
    "ثانياً: طلب المؤتمر مجدداً من الدول الأعضاء، في غضون ٦٠ يوماً، تقديم نسبة (50%) من الاشتراكات إلى الصندوق.",
    "ثالثاً: أشار المؤتمر إلى قراره 3/47-POL (IS) وإلى الوثيقة OIC/CFM-44/2017/FINAL المقدمة من (ISESCO).",
]


def test_arabic_comes_back_in_reading_order_with_its_figures_and_symbols() -> None:
    official = _set("\n\n".join(_ARABIC).replace("/", "\\/").replace("-", "\\-"), "ar")
    assert _words(official) == fold("\n\n".join(_ARABIC)).text.split()


def test_heads_and_feet_that_the_file_calls_artefacts_are_on_record() -> None:
    page = ', header: [LSC\\/CONF.4\\/REP], footer: context counter(page).display("1/1", both: true)'
    official = _set(f"{_ARABIC[0]}\n#pagebreak()\n{_ARABIC[1]}", "ar", page)
    assert [(piece.kind, official.text[piece.start : piece.end]) for piece in official.furniture] == [
        *(("page_number", "1/2"), ("page_break", "\f"), ("symbol", "LSC/CONF.4/REP"), ("page_number", "2/2"))
    ]
    assert official.text.startswith("LSC/CONF.4/REP")
    assert official.page_of(len(official.text) - 1) == 2


@pytest.mark.parametrize("columns", [1, 2])
def test_columns_are_read_one_after_the_other(columns: int) -> None:
    words = " ".join(f"word{n} of the sentence" for n in range(150))
    official = _set(f"#show: columns.with({columns})\n{words}")
    assert official.text.split() == words.split()
