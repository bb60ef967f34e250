"""The table of a terminal: facts, acts, concerns; no line wider than asked."""

import unicodedata

import pytest

from mutabaa.reading import Reading
from mutabaa.reading.formats import written
from mutabaa.reading.formats.display_width import display_width
from mutabaa.vocabulary import LANGUAGES


def table(reading: Reading, width: int = 120, language: str = "en") -> str:
    return written([reading], "table", language, width).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_terminal(
    english: Reading, arabic: Reading, width: int, language: str
) -> None:
    for reading in (english, arabic):
        for line in table(reading, width, language).splitlines():
            assert display_width(line) <= width


def test_a_terminal_of_no_width_still_gets_a_table(arabic: Reading) -> None:
    assert max(map(display_width, table(arabic, 0).splitlines())) <= 60


def test_columns_begin_where_their_heading_begins(english: Reading) -> None:
    lines = table(english).splitlines()
    heading = next(line for line in lines if line.startswith("Code"))
    request = next(line for line in lines if line.startswith("1.b"))
    assert request[heading.index("Addressee") :].startswith("the Executive Secretary")
    assert request[heading.index("Deadline") :].startswith("2019-12-31")


def test_columns_of_arabic_end_where_a_naive_terminal_ends_them(arabic: Reading) -> None:
    # Rows hold the same columns whatever the words, so the last column ends at one place in every row.
    rows = [line for line in table(arabic, language="ar").splitlines() if line[:3] in ("1.a", "1.b", "2.a")]
    assert len(rows) == 3
    assert {display_width(row) for row in rows} == {120}


def test_isolates_are_closed_on_the_line_they_open(arabic: Reading) -> None:
    for line in table(arabic, 60, "ar").splitlines():
        assert line.count("\u2067") + line.count("\u2066") == line.count("\u2069")


def test_right_to_left_letters_never_stand_outside_an_isolate(arabic: Reading) -> None:
    depth = 0
    for character in table(arabic, 80, "ar"):
        if character in "\u2066\u2067":
            depth += 1
        elif character == "\u2069":
            depth -= 1
        assert depth > 0 or unicodedata.bidirectional(character) not in ("R", "AL")


def test_what_is_not_stated_is_said_to_be_so(english: Reading) -> None:
    lines = table(english).splitlines()
    assert any(line.startswith("Place") and line.endswith("not stated") for line in lines)
    assert any(line.startswith("2.a") and "no deadline set" in line for line in lines)


def test_concerns_come_last_with_their_place(english: Reading, arabic: Reading) -> None:
    assert "Concerns (1)" in table(english).splitlines()[-3]
    # The file's own problem is heard beside what the reader did not understand.
    assert "Page 1 could not be read" in table(arabic)


def test_a_repeated_request_is_marked(english: Reading) -> None:
    assert "requests (reiterated)" in table(english)
