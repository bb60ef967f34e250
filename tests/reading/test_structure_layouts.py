"""One text in many layouts: a line a paragraph, wrapped, cut by pages, all on one line. The structure is the same."""

import textwrap

import pytest
from tests.reading.test_structure import ARABIC, FRENCH, RESOLUTION
from tests.reading.written import passages, paths, written

from mutabaa.reading.flow import blocks_of

LONG = RESOLUTION.replace(
    "send a mission to the lake",
    "send a mission to the lake, which is to look at the wells, the roads and the boats of every neighbour, "
    "to speak with those who fish there, and to say what is needed before the dry season begins",
)

LONG_ARABIC = ARABIC.replace(
    "إيفاد بعثة إلى البحيرة",
    "إيفاد بعثة إلى البحيرة للنظر في الآبار والطرق والقوارب التي يملكها كل جار من جيرانها والتحدث مع من يصطادون فيها "
    "وبيان ما يلزم قبل أن يبدأ موسم الجفاف في المنطقة كلها",
)


def wrapped(text: str, width: int = 60) -> str:
    return "\n".join(textwrap.fill(line, width, break_long_words=False) for line in text.split("\n"))


@pytest.mark.parametrize("text", [LONG, LONG_ARABIC])
def test_wrapped_lines_are_joined_and_paragraphs_kept_apart(text: str) -> None:
    again = passages(wrapped(text))
    assert [(p.kind, p.path, p.text) for p in again] == [(p.kind, p.path, p.text) for p in passages(text)]


@pytest.mark.parametrize("text", [LONG, ARABIC, FRENCH])
def test_paragraphs_on_one_line_are_found_by_their_numbers(text: str) -> None:
    titles, rest = text.split("\n")[:2], text.split("\n")[2:]
    again = "\n".join(titles) + "\n" + " ".join(rest)
    assert paths(again, "operative", "subparagraph") == ["1", "2", "2/a", "2/b", "2/b/i", "2/b/ii", "3"]
    assert paths(again, "preambular") == ["preamble/1", "preamble/2"]


def test_a_number_in_a_sentence_does_not_part_a_paragraph() -> None:
    # "paragraph 2. Decides" could be a paragraph's number; but paragraph 2 stands on a line of its own.
    text = RESOLUTION.replace("1. Decides to", "1. Decides, as in paragraph 2. Decides further to")
    assert paths(text, "operative") == ["1", "2", "3"]


def test_a_paragraph_cut_by_a_page_break_is_joined() -> None:
    cut = LONG.replace("every neighbour, ", "every\n\n1/2\n\f\nS/RES/9001 (2031)\n\nneighbour, ")
    pages = cut.replace("\n2. Requests", "\n\n2. Requests")
    first = next(p for p in passages(pages) if p.path == "1")
    assert "of every neighbour, to speak" in first.text
    quote = first.quote(first.text.index("neighbour"), first.text.index("neighbour") + 9)
    assert pages[quote.start : quote.end] == "neighbour"


def test_a_paragraph_cut_by_a_blank_line_in_mid_sentence_is_joined() -> None:
    text = ARABIC.replace(
        "بعثة إلى البحيرة؛", "بعثة إلى البحيرة تضم ممثلين عن جميع الدول المطلة عليها\n\nوعن المنظمات المعنية؛"
    )
    assert paths(text, "operative") == ["1", "2", "3"]
    assert next(p for p in passages(text) if p.path == "1").text.endswith("وعن المنظمات المعنية؛")


def test_runs_of_spaces_in_justified_lines_become_one() -> None:
    block = blocks_of(written("1.  Takes   note  of the   report;"))[0]
    assert block.text == "1. Takes note of the report;"
    assert block.published(block.text.index("report")) == 27


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    # No punctuation tells these apart, only the room that was left on the line.
    lines = [
        "water " * 11 + "and",
        "well " * 12 + "or",
        "a short end",
        "road " * 12 + "by",
        "boat " * 12 + "on",
        "the end",
    ]
    assert len(blocks_of(written("\n".join(lines)))) == 2


# Vowels on the ordinal, a hyphen in it, and the colon of the chapeau right before the first.
@pytest.mark.parametrize(
    ("chapeau", "ordinals", "sentence"),
    [
        (
            "وبعد أن تدارس الاجتماع حالة الآبار والقوارب والطرق حول البحيرة، اتفق على ما يلي:",
            ("أولاً:", "ثانياً:", "ثالثا:"),
            "حث الاجتماع جيران البحيرة على أن يتقاسموا مياهها وأن يصونوا آبارها وأن يفتحوا موانئها أمام القوارب كلها.",
        ),
        (
            "Ayant examiné l’état des puits, bateaux et routes du lac, la Réunion est convenue de ce qui suit :",
            ("Premièrement :", "Deuxièmement :", "Troisièmement :"),
            "La Réunion a exhorté les riverains du lac à en partager les eaux, à en entretenir les puits et les ports.",
        ),
    ],
)
def test_paragraphs_on_one_line_are_found_by_their_ordinals(
    chapeau: str, ordinals: tuple[str, ...], sentence: str
) -> None:
    text = " ".join([chapeau, *(f"{ordinal} {sentence}" for ordinal in ordinals)])
    assert paths(text, "operative") == ["1", "2", "3"]
