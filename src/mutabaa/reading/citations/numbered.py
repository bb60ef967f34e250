"""Resolutions and decisions cited by number; each of a coordination (1970 (2011) and 2146 (2014)) is its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from mutabaa.reading.citations.adopting_bodies import may_be, symbol_of
from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.citations.citing_words import CitingWord, citing_words
from mutabaa.reading.citations.numbers import Number, number_of, numbers_in
from mutabaa.reading.whole_words import Found
from mutabaa.vocabulary import Language

_DIGIT = re.compile(r"\d")
# The year may be left out where the Security Council is named or speaks: "resolution 2395".
_BARE = re.compile(r"(?: |, | and | et | و ?)(\d{3,4})(?![\d/(]| ?(?:\w{1,4} )?[(/]|\.\d|,\d)")
_STOP = re.compile("[;؛]")
# Between a noun and its next number: dates of adoption, titles, relative clauses; a text goes on for no longer.
_REACH = 320
# "the Human Rights Council, in its resolution 5/1": so near, "its" is that body's.
_NEAR = 30
# A paragraph's or an article's number stands right after the word.
_RIGHT_AFTER = 2
_PLACE = itemgetter(0, 1)
# How far from a number its year ends at most, by the pattern that follows.
_YEAR_REACHES = 61
_DATED = re.compile(r"[^\d;/]{0,25}\d{0,2}[^\d;]{1,30}?((?:19|20)\d\d)\b")


def numbered(text: str, found: list[Found], language: Language, body: str | None) -> list[Citation]:
    """Resolutions and decisions cited by number in a folded text.

    `found`: the citing words that stand in it. `body`: who adopted the citing text.
    """
    meanings = citing_words(language).meanings
    # Numbers depend on a noun; only the Security Council's are known by their form.
    governed = any(meanings[index].part == "noun" for _, _, index in found) or (
        body == "un/sc" and "(" in text
    )
    return _Reading(text, found, language, body).citations() if governed and _DIGIT.search(text) else []


@dataclass(slots=True)
class _Noun:
    """The noun that governs the numbers that follow, and what was said about it."""

    kind: str
    start: int
    last: int
    plural: bool = True
    own: bool = False
    named: str | None = None
    # The body named last before the noun, though not with it.
    weak: str | None = None
    numbers: list[tuple[Number, int, int]] = field(default_factory=list)


class _Reading:
    """One pass over a folded text: nouns, bodies and numbers as they come."""

    def __init__(self, text: str, around: list[Found], language: Language, body: str | None) -> None:
        self.text, self.body = text, body
        self.words = citing_words(language)
        self.found: list[Citation] = []
        self.noun: _Noun | None = None
        self.last_body: tuple[str, int, int] | None = None
        # Where a number would be a paragraph's or an article's.
        self.taken = -_RIGHT_AFTER - 1
        self.around = around

    def citations(self) -> list[Citation]:
        for start, end, event in self._events():
            if isinstance(event, Number):
                self._number(event, start, end)
            elif event.part == "noun":
                self._governs(event, start, end)
            elif event.part == "body":
                self._adopts(event.meaning, start, end)
            else:
                self.taken = end
        self._close()
        return self.found

    def _events(self) -> Iterator[tuple[int, int, CitingWord | Number]]:
        """Words and numbers in textual order, the longest of overlapping words."""
        events: list[tuple[int, int, CitingWord | Number]] = []
        reached = 0
        for start, end, index in self.around:
            if start >= reached:
                reached = end
                events.append((start, end, self.words.meanings[index]))
        for found in numbers_in(self.text):
            if number := number_of(found):
                events.append((found.start(), found.end(), number))
        events.sort(key=_PLACE)
        return iter(events)

    def _governs(self, word: CitingWord, start: int, end: int) -> None:
        self._close()
        text = self.text
        possessive = self.words.own.search(text, max(0, start - _NEAR), start)
        before = possessive.start() if possessive else start
        own = word.own or possessive is not None
        noun = _Noun(kind=word.meaning, start=start, last=end, plural=word.plural, own=own)
        if self.last_body:
            key, body_start, body_end = self.last_body
            gap = text[body_end:before]
            if not gap.strip() and self.words.body_first:
                noun.named, noun.start = key, start if word.plural else body_start
            elif key in ("un/ga", "un/hrc") and len(gap) <= (_NEAR if noun.own else 2 * _REACH):
                noun.weak = key
        if not noun.named and not noun.own and self.words.stranger.search(text, max(0, start - _NEAR), start):
            noun.named = "stranger"
        self.noun = noun
        while bare := _BARE.match(text, noun.last):
            self._number(Number(form="bare", first=bare[1]), bare.start(1), bare.end())

    def _adopts(self, key: str, start: int, end: int) -> None:
        self.last_body = (key, start, end)
        noun = self.noun
        if noun is None or noun.named:
            return
        gap = self.text[noun.last : start]
        if not noun.numbers:
            said = self.words.of.fullmatch(gap.strip())
        else:
            said = None if noun.own else self.words.then_of.fullmatch(gap)
        if said:
            noun.named, noun.last = key, end

    def _number(self, number: Number, start: int, end: int) -> None:
        if start <= self.taken + _RIGHT_AFTER:
            return
        noun = self.noun
        if noun and (start - noun.last > _REACH or _STOP.search(self.text, noun.last, start)):
            self._close()
            noun = None
        if noun is None:
            if number.form == "year" and self.body == "un/sc":
                self._cite(number, start, end, _Noun(kind="RES", start=start, last=end))
            return
        if (
            not noun.numbers
            and not noun.plural
            and self.words.number.fullmatch(self.text[noun.last : start].strip())
        ):
            start = noun.start
        noun.numbers.append((number, start, end))
        noun.last = end

    def _close(self) -> None:
        if noun := self.noun:
            for number, start, end in noun.numbers:
                self._cite(number, start, end, noun)
        self.noun = None

    def _cite(self, number: Number, start: int, end: int, noun: _Noun) -> None:
        # Few numbers are followed by a year: to look for its digits first is thirty times quicker than the pattern.
        near = self.text[end : end + _YEAR_REACHES]
        dated = _DATED.match(self.text, end) if "20" in near or "19" in near else None
        year = int(dated[1]) if dated else None
        named = noun.named
        if named is None and (year is None or number.special) and may_be(number, noun.weak):
            named = noun.weak
        symbol = symbol_of(number, noun.kind, named, noun.own, self.body, year)
        if symbol and symbol.startswith("A/HRC") and noun.weak is None:
            # Special sessions coordinated with it are the same council's.
            noun.weak = "un/hrc"
        self.found.append(
            Citation(start=start, end=end, symbol=symbol, rule="number", key=symbol or self.text[start:end])
        )
