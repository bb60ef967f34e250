"""Numbers before paragraphs, in every style."""

import pytest

from mutabaa.reading.numbering import read_label
from mutabaa.reading.ordinals import ordinal


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("1. Takes note", ("digit", 1)),
        ("1 - يحيط علما", ("digit", 1)),
        ("١٢- يقرر", ("digit", 12)),
        ("\u200f3 - يقرر", ("digit", 3)),
        ("OP4. Urges", ("digit", 4)),
        ("(b) the second", ("letter", 2)),
        ("b) le second", ("letter", 2)),
        ("(هـ) خامسها", ("letter", 5)),
        ("ب- ثانيها", ("letter", 2)),
        ("(iii) the third", ("roman", 3)),
        ("’2‘ ثانيها", ("roman", 2)),
        ("أولاً: رحب", ("ordinal", 1)),
        ("ثاني عشر: دعا", ("ordinal", 12)),
        ("الحادي والعشرون: دعا", ("ordinal", 21)),
        ("Premièrement, il décide", ("ordinal", 1)),
        ("Secondly: to ask", ("ordinal", 2)),
        ("Article 3. The Parties", ("article", 3)),
        ("Article premier", ("article", 1)),
        ("المادة الخامسة", ("article", 5)),
        ("• to ask", ("bullet", 0)),
    ],
)
def test_a_number_is_read_in_every_style(text: str, reading: tuple[str, int]) -> None:
    label = read_label(text)
    assert label is not None and reading in label.readings


@pytest.mark.parametrize(
    "text",
    [
        "11 - 15 من نيسان",
        "2017. A year",
        "Article 2 of the Charter",
        "First Committee",
        "2.5 million",
        "a lot",
        "In this",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    label = read_label(text)
    assert label is None or label.shape in ("bare", "dotted")


def test_a_letter_that_is_also_a_roman_numeral_stays_open_until_its_list_decides() -> None:
    label = read_label("(i) the ninth, or the first")
    assert label is not None and set(label.readings) == {("letter", 9), ("roman", 1)}


def test_the_words_after_a_number_keep_their_place() -> None:
    # Tanwin and direction marks are folded away, but count as letters of the text.
    for text in ("أولاً: رحب", "\u200f١ - رحب", "1.\u00a0Notes"):
        label = read_label(text)
        assert label is not None and text[label.end :] in ("رحب", "Notes")


def test_every_number_to_ninety_nine_has_its_words() -> None:
    assert [ordinal(words) for words in ("تاسعا", "عاشرا", "رابع عشر", "عشرون", "التاسع والتسعون")] == [
        9,
        10,
        14,
        20,
        99,
    ]
    assert [
        ordinal(words) for words in ("dix-septièmement", "Soixante et onzième", "quatre-vingt-dix-neuvième")
    ] == [17, 71, 99]
    assert [ordinal(words) for words in ("thirteenth", "Twenty-first", "ninety-ninth")] == [13, 21, 99]


def test_an_ordinal_that_lost_a_letter_in_the_scan_is_read_only_where_a_colon_follows() -> None:
    label = read_label("خمساً: دعا الاجتماع")
    assert label is not None and label.readings == (("ordinal", 5),)
    assert ordinal("خمسا") is None
