"""Columns of a table stand in a terminal that orders right-to-left text and in one that doesn't."""

import pytest

from mutabaa.reading.formats.display_width import cell, display_width, isolated, shortened
from mutabaa.vocabulary import on_one_line


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Symbol", 6),
        # Shadda and damma are set above their letters and take no room.
        ("حثَّ", 2),
        ("وُقِّع", 3),
        # A letter and its accent written as two characters.
        ("re\u0301solution", 10),
        # Direction marks, isolates and joiners are not seen.
        ("\u2067قرار\u2069\u200f\u200d", 4),
        # Kashida is drawn.
        ("قـرار", 5),
        ("会议", 4),
        ("", 0),
    ],
)
def test_width_is_what_a_terminal_shows(text: str, columns: int) -> None:
    assert display_width(text) == columns


def test_a_document_cannot_steer_the_terminal() -> None:
    assert (
        on_one_line("\x1b]0;owned\x07red\x9b31m\u202eevil\u2066\ntext\t here")
        == "]0;ownedred31mevil text here"
    )


def test_an_arabic_cell_is_isolated_and_padded_on_its_left() -> None:
    assert cell("قرار", 6) == "  \u2067قرار\u2069"


def test_a_latin_cell_is_padded_on_its_right() -> None:
    assert cell("1.a", 5) == "1.a  "


def test_a_symbol_within_arabic_words_keeps_the_direction_of_the_words() -> None:
    assert isolated("القرار S/RES/1 (2020)") == "\u2067القرار S/RES/1 (2020)\u2069"


def test_arabic_words_within_a_latin_cell_do_not_turn_it() -> None:
    assert isolated("file البحيرة.txt") == "\u2066file البحيرة.txt\u2069"


def test_words_too_long_are_cut_between_words() -> None:
    assert shortened("urges the riparian States to pay", 20) == "urges the riparian…"
    assert display_width(shortened("يحثّ الدول المشاطئة على السداد", 12)) <= 12


def test_one_long_word_is_cut_within() -> None:
    assert shortened("incomprehensibilities", 8) == "incompr…"
