"""Numbers in digits and in words, in the three languages."""

import pytest

from mutabaa.review.number_words import numbers_in_words
from mutabaa.review.numerals import digits_in
from mutabaa.vocabulary import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("٤٢٠٠ و ۱۲", ["4200", "12"]),
        ("1,234,567 and 1 234 567", ["1234567", "1234567"]),
        # The groups of a French or Arabic number may be parted by unbreakable spaces.
        ("10\u00a0626 et 2\u202f500", ["10626", "2500"]),
        ("65 459 100", ["65459100"]),
        ("point 5.1.2", ["5.1.2"]),
        # A footnote's number follows the year after a comma.
        ("17 December 2018,74 and", ["17", "2018", "74"]),
        ("resolutions 2374 (2017), 2423 (2018)", ["2374", "2017", "2423", "2018"]),
        ("2017-12-16", ["2017", "12", "16"]),
    ],
)
def test_numbers_are_read_whatever_separates_them(text: str, found: list[str]) -> None:
    assert [number.canonical for number in digits_in(text)] == found


def test_a_number_that_can_be_two_things_keeps_both() -> None:
    (number,) = digits_in("1.500")
    assert number.values == {"1500", "1.5"}
    (number,) = digits_in("100 459 65")
    assert number.canonical == "65459100"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "the seventy-ninth session, within ninety days", {"79", "90"}),
        ("fr", "soixante-dix-neuvième session, vingt et un jours, quatre-vingt-dix", {"79", "21", "90"}),
        ("ar", "الدورة التاسعة والسبعين، واحد وعشرون يوما، خلال تسعين يوماً", {"79", "21", "90"}),
        ("ar", "لفترة اثني عشر شهرا وبثلاثة أعضاء", {"12", "3"}),
        ("fr", "au XXIe siècle", {"21"}),
        ("en", "a ten-year plan", {"10"}),
        ("ar", "خطة عشرية", {"10"}),
    ],
)
def test_number_words_have_their_value(language: Language, text: str, found: set[str]) -> None:
    assert numbers_in_words(text, language) == found
