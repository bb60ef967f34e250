"""The place: beside the date, on a line of its own or in the sentence that says where the meeting was held."""

import re
from collections.abc import Sequence
from functools import cache

from mutabaa.reading.findings import Fact
from mutabaa.reading.header.dates import dates_in, only_a_date, place_before_date
from mutabaa.reading.header.lines import HeaderLine
from mutabaa.reading.header.words import plain, vocabulary
from mutabaa.reading.phrasebooks import load
from mutabaa.vocabulary import LANGUAGES, Language

_NAME = r"[A-ZÀ-Ý][\w'’-]+(?: (?:(?:of|the|and|de|du|des|et) )*[A-ZÀ-Ý][\w'’-]+){0,4}"
_NAMES = rf"{_NAME}(?:, {_NAME})?"
# A town and its country on a line of their own.
_TOWN_AND_COUNTRY = re.compile(r"(?P<place>[^\d\W][^\d:;.]{1,40}?\s?[,،–-]\s?[^\d:;.]{3,50})\s*")


def place_of(lines: Sequence[HeaderLine], language: Language) -> Fact | None:
    """The place of adoption or of the meeting; None where only other places are named."""
    words = vocabulary()
    found = place_before_date(lines, language)
    if found is not None:
        line, date = found
        start = _done_at().match(line.lower)
        match = _before_a_date().match(line.folded.text[:date], start.end() if start else 0)
        before = line.lower[start.end() if start else 0 : date]
        if match and not words.kinds.search(before) and not words.held.search(before):
            return _place(line, match, "beside the date")
    titles = [line for line in lines if line.role == "title"]
    for line in titles:
        match = _TOWN_AND_COUNTRY.fullmatch(line.folded.text)
        if match and is_place(line, titles):
            return _place(line, match, "beside the date")
    for line in lines:
        if line.role in ("title", "opening") and words.held.search(line.lower):
            for first, last in dates_in(line, language):
                match = _held_in()[0].match(line.folded.text, last) or _held_in_before(line, first)
                if match:
                    return _place(line, match, "beside the date of the meeting")
    return None


def is_place(line: HeaderLine, titles: Sequence[HeaderLine]) -> bool:
    """Whether a line of the title block is a town and its country, next to a line that is a date."""
    words = vocabulary()
    if _TOWN_AND_COUNTRY.fullmatch(line.folded.text) is None or words.kinds.search(line.lower):
        return False
    if words.bodies.search(line.lower) or words.adoption.search(line.lower):
        return False
    index = titles.index(line)
    return any(only_a_date(beside) for beside in titles[max(0, index - 1) : index + 2] if beside is not line)


@cache
def _done_at() -> re.Pattern[str]:
    openings = {
        plain(w) for language in LANGUAGES for w in load(language, "structure")["closing"]["openings"]
    }
    return re.compile("(?:" + "|".join(sorted(map(re.escape, openings), key=len, reverse=True)) + r")\s+")


def _place(line: HeaderLine, match: re.Match[str], rule: str) -> Fact:
    quote = line.quote(match.start("place"), match.end("place"))
    return Fact(value=quote.text, quote=quote, rule=rule)


def _held_in_before(line: HeaderLine, date: int) -> re.Match[str] | None:
    """The place named just before a date: "in Accra, Ghana, on 3 May", "à Djeddah, le 13 mai"."""
    return next(_held_in()[1].finditer(line.folded.text, max(0, date - 130), date), None)


def _words(name: str) -> str:
    """The small words of a kind in all languages, as alternatives of a pattern."""
    found = {plain(word) for language in LANGUAGES for word in load(language, "header")["place"][name]}
    return "|".join(sorted(map(re.escape, found), key=len, reverse=True))


@cache
def _held_in() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A place right after a date, and a place right before one (a Hijri date may stand between, brackets follow)."""
    after = re.compile(rf",? (?:{_words('held_in')}) (?P<place>{_NAMES})")
    lead = rf"(?:{_words('before_date')}) (?:[^()]{{3,40}}\()?"
    return after, re.compile(rf"(?<!\w)(?:{_words('held_in')}) (?P<place>{_NAMES}),? {lead}$")


@cache
def _before_a_date() -> re.Pattern[str]:
    """What stands before the date on a short line, without the words that lead to the date."""
    leads = rf"[\s,،\-–—:]*(?:\b(?:{_words('before_date')})\s*)*$"
    return re.compile(rf"\W*(?P<place>[^\d:]{{2,60}}?){leads}", re.IGNORECASE)
