"""Instruments cited in English by a title in capitals: "the Doha Programme of Action", "the Charter"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.whole_words import Found
from mutabaa.texts.normalise import fold

_YEARS = r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?+"
_CAPITAL = rf"(?:[A-Z](?:[\w'’.-]*\w)?+|{_YEARS}|\d+-[A-Z]\w++)"
_BEFORE = re.compile(rf"(?<![\w'’.-])(?:{_CAPITAL} ){{1,8}}\Z")
_SENTENCE_ENDS = (". ", "; ", ": ")
# How far before its head a title may start, in characters.
_REACH = 90


def english_titles(text: str, found: Iterable[Found]) -> Iterator[Citation]:
    """Titles that a capital shows, and a few that are named without one; not what only heads a sentence.

    `found`: the heads that stand in the folded text.
    """
    knowledge = _knowledge()
    reached = 0
    for start, end, index in found:
        if start < reached:
            continue
        word = knowledge.words[index]
        span = _small(text, start, end, word) if word[0].islower() else _capital(text, start, end, word)
        if span:
            reached = span[1]
            yield Citation(start=span[0], end=reached, symbol=None, rule="title", key=text[span[0] : reached])


def _capital(text: str, head: int, end: int, word: str) -> tuple[int, int] | None:
    """The span of a title around its head, None when the capital has another reason."""
    knowledge = _knowledge()
    start = head
    if before := _BEFORE.search(text, max(0, head - _REACH), head):
        start = before.start()
        if start == 0 or text[max(0, start - 2) : start] in _SENTENCE_ENDS:
            # The capital of the sentence's first word says nothing.
            start = text.index(" ", start) + 1
    rest = knowledge.rest.match(text, end)
    complement = rest[0] if rest else ""
    if not complement and re.match(" [A-Z]", text[end : end + 2]):
        # "the Convention Secretariat" isn't the Convention.
        return None
    if start == head and not complement:
        # By itself a head names an instrument in the middle of a sentence only.
        inside = text[max(0, head - 2) : max(0, head - 1)].islower()
        return (start, end) if word in knowledge.alone and inside else None
    if text[:start].endswith(knowledge.not_after):
        return None
    return start, end + len(complement)


def _small(text: str, start: int, end: int, word: str) -> tuple[int, int] | None:
    """A head without a capital: "the" alone tells which, or what it is of or on has a name."""
    knowledge = _knowledge()
    if word in knowledge.definite:
        return start + len("the "), end
    rest = knowledge.of_a_name.match(text, end)
    return (start, rest.end()) if rest else None


def english_heads() -> list[str]:
    """The words that head titles, in the order `english_titles` expects of what was found."""
    return _knowledge().words


@dataclass(frozen=True, slots=True)
class _Knowledge:
    words: list[str]
    alone: frozenset[str]
    definite: frozenset[str]
    not_after: tuple[str, ...]
    rest: re.Pattern[str]
    of_a_name: re.Pattern[str]


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(fold(word).text) for word in sorted(words, key=len, reverse=True)) + ")"


@cache
def _knowledge() -> _Knowledge:
    book = load("en", "instruments")["titles"]
    words = [fold(word).text for name in ("heads", "small", "definite") for word in book[name]]
    joining, late, also = _either(book["joining"]), _either(book["late"]), _either(book["and"])
    article = f"(?:{_either(book['articles'])} )?"
    # Coordinated with the title, these are somebody else.
    other = rf"(?!{_either(book['ends'])}(?!\w))"
    listed = rf"(?:, {other}{_CAPITAL})+,? {also} {_CAPITAL}"
    another = rf"(?: {_CAPITAL}| (?:{joining}|{late}) {article}{other}{_CAPITAL}| {also} {other}{_CAPITAL}|{listed})"
    first = rf" {joining} {article}{other}{_CAPITAL}"
    second = rf"(?: {also} (?:{_CAPITAL} )?{_either(book['heads'])}(?!\w))?"
    numbered = rf"(?: {_YEARS}(?!\w)| [IVX]+(?!\w))?"
    return _Knowledge(
        words=words,
        alone=frozenset(book["alone"]),
        definite=frozenset(book["definite"]),
        not_after=tuple(book["not_after"]),
        rest=re.compile(rf"{second}{numbered}(?:{first}{another}*+)?"),
        of_a_name=re.compile(rf" (?:of|on|between) {article}{_CAPITAL}{another}*+"),
    )
