"""Laws of the finders: any text is read without refusal, and what is quoted stands where it is said to stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutabaa.reading.deadlines import find_deadlines
from mutabaa.reading.instruments import find_instruments
from mutabaa.reading.mentions import find_mentions
from mutabaa.reading.passages import Passage
from mutabaa.vocabulary import LANGUAGES, Language

# Pieces that wake the rules, in every order, with the dirt of scans: harakat, kashida, ligatures, odd spaces.
PIECES = (
    "resolutions 1701 (2006), 242 (1967 and 70/1 A ",
    "S/RES/",
    "(د-15) ",
    "the Charter of ",
    "Programme of Action to ",
    "Accord de paix ",
    "l’accord de paix",
    "اتِّفاق ",
    "السّلام ",
    "بالـقرار 2374 (2017",
    "في 31 شباط/ فبراير 2020 ",
    "until 31 December 9999 ",
    "d’ici à la fin de 2026 ",
    "within sixty (60) ",
    "every ",
    "months ",
    "لمدة ",
    "سنة ",
    "at its seventy-ninth session, to be held ",
    "1433هـ الموافق ",
    "رمضان ",
    "İstanbul ",
    "ﷺ ﻻ ",
    "\u200f\u00a0",
    "İ" * 3,
    "takes note of the report of ",
    "; ",
    "،",
)


@given(parts=st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=14))
@settings(max_examples=120, deadline=None)
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_text_is_read_and_every_quote_stands_in_it(language: Language, parts: list[str]) -> None:
    text = "".join(parts)
    passage = Passage(
        kind="operative", start=0, end=len(text), text=text, segments=((0, 0),), rule="a test's own"
    )
    found = (
        *find_instruments(passage, language, "un/sc"),
        *find_deadlines(passage, language),
        *find_mentions(passage, language),
    )
    for thing in found:
        assert text[thing.quote.start : thing.quote.end] == thing.quote.text
    starts = [deadline.quote.start for deadline in find_deadlines(passage, language)]
    assert starts == sorted(starts)
