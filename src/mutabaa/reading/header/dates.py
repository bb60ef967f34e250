"""The document's date: of its adoption, of the meeting, or beside the place; a date of distribution only at last."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mutabaa.reading.dates import FoundDate, find_dates
from mutabaa.reading.findings import Fact
from mutabaa.reading.header.lines import HeaderLine
from mutabaa.reading.header.words import vocabulary
from mutabaa.texts import OfficialText
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.vocabulary.dates import PartialDate

# How far a date may stand from the word that makes it the document's.
_NEAR = 160
_SHORT_LINE = 90
_FIGURES = re.compile(
    r"(?<![\d/])(?P<first>\d{1,2})\s?[/.-]\s?(?P<second>\d{1,2})\s?[/.-]\s?(?P<year>(?:19|20)\d\d)(?!\d)"
)
_LOOKS_DATED = re.compile(
    r"\d{1,2}(?:er)? [^\W\d_]{3,}[^\d]{0,20} (?:19|20)\d\d|[^\W\d_]{3,} \d{1,2}, (?:19|20)\d\d"
)


def date_of(document: OfficialText, lines: Sequence[HeaderLine], language: Language) -> Fact | None:
    """The document's date, ISO, partial where only a month is said; None when no line of the header gives one."""
    ranked = sorted(_dated(lines, language), key=lambda found: found[0])
    if ranked and ranked[0][0] <= 1:
        return _fact(*ranked[0])
    if declared := document.declared.get("date"):
        return Fact(value=declared, quote=None, rule="declared by the file")
    return _fact(*ranked[0]) if ranked else _in_figures(lines, language)


def _in_figures(lines: Sequence[HeaderLine], language: Language) -> Fact | None:
    """A date such as 6/9/2031 in the title block. Arabic and French put the day first; English may not."""
    for line in lines:
        match = _FIGURES.search(line.lower) if line.role == "title" else None
        if match is None:
            continue
        day, month = int(match["first"]), int(match["second"])
        if language == "en" and day <= 12:
            continue
        try:
            date = PartialDate(year=int(match["year"]), month=month, day=day)
        except ValueError:
            continue
        return Fact(value=str(date), quote=line.quote(*match.span()), rule="date in figures, the day first")
    return None


def only_a_date(line: HeaderLine) -> bool:
    """Whether a line is a date, with a place at most."""
    text = line.lower.strip()
    dated = len(text) < 60 and re.search(r"(?:19|20)\d\d\W*(?:م|[هh]\.?)?$", text) is not None
    return (
        dated
        and len(text.split()) <= 10
        and (len(text.split()) <= 6 or re.search(r"\d{1,2} ", text) is not None)
    )


def place_before_date(lines: Sequence[HeaderLine], language: Language) -> tuple[HeaderLine, int] | None:
    """The short line that gives place and date, and where its date begins."""
    for line in lines:
        if line.role in ("title", "closing") and len(line.lower) <= _SHORT_LINE:
            dates = _dates(line, language)
            if dates and dates[0].start > 2 and len(line.lower.rstrip(" .)")) <= dates[-1].end + 1:
                return line, dates[0].start
    return None


def dates_in(line: HeaderLine, language: Language) -> list[tuple[int, int]]:
    """Where the dates of a line stand."""
    return [(date.start, date.end) for date in _dates(line, language)]


_RULES = (
    "date of adoption",
    "date of the meeting",
    "date beside the place",
    "date in the title",
    "date of the meeting, in the first sentences",
    "date at the end",
    "date of issue",
)


def _dated(lines: Sequence[HeaderLine], language: Language) -> Iterator[tuple[int, HeaderLine, FoundDate]]:
    """(rank, line, date): each date of the header with how well its place speaks for it."""
    words = vocabulary()
    distributed = False
    for line in lines:
        distributed = line.role == "title" and (distributed or line.lower.startswith("distr"))
        for date in _dates(line, language):
            before = line.lower[max(0, date.start - _NEAR) : date.start]
            adopted, held = words.adoption.search(before), words.held.search(before)
            alone = date.start <= 2 and date.end >= len(line.lower) - 2
            if line.role == "title":
                if adopted:
                    yield 0, line, date
                elif held:
                    yield 1, line, date
                elif len(line.lower) <= _SHORT_LINE:
                    yield (6 if distributed and alone else 2), line, date
                else:
                    yield 3, line, date
            elif line.role == "opening" and (held or adopted):
                yield 4, line, date
            elif line.role == "closing":
                yield 5, line, date


def _dates(line: HeaderLine, language: Language) -> list[FoundDate]:
    """The dates of a line, in the document's language, else in another: the covers of UN documents mix them."""
    return _dates_said(line.spaced, line.role == "title", language)


# Date, place and title of one document look at the same lines.
@lru_cache(maxsize=64)
def _dates_said(spaced: str, titled: bool, language: Language) -> list[FoundDate]:
    found = find_dates(spaced, language)
    if not found and titled and _LOOKS_DATED.search(spaced):
        found = next(
            filter(None, (find_dates(spaced, other) for other in LANGUAGES if other != language)), []
        )
    return found


def _fact(rank: int, line: HeaderLine, date: FoundDate) -> Fact:
    value, rule = str(date.first), _RULES[rank]
    if date.last and str(date.last) != value:
        # A meeting of several days: the month is what can be said, or else the year.
        first, last = str(date.first), str(date.last)
        value = first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else last
        rule += ", of several days"
    return Fact(value=value, quote=line.quote(date.start, date.end), rule=rule)
