"""Dates as written in Arabic, English and French: days, months, ranges, Hijri dates with their Gregorian twin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from mutabaa.reading.phrasebooks import load
from mutabaa.reading.whole_words import WholeWords
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import PartialDate, from_hijri

# How far a date reaches before and after the name of its month, in characters.
_BEFORE_MONTH, _AFTER_MONTH = 60, 45
# Begun with a class of characters, a pattern is searched for five times as fast as begun with a choice.
_HAS_YEAR = re.compile(r"[12](?:(?<=1)[349]|(?<=2)0)\d\d")


class FoundDate(NamedTuple):
    """A date at [start, end) of a folded text in lower case. `last`: the other end of a range."""

    start: int
    end: int
    first: PartialDate
    last: PartialDate | None = None
    hijri: bool = False

    @property
    def iso(self) -> str:
        """ISO 8601, a range with a slash."""
        return f"{self.first}/{self.last}" if self.last else str(self.first)


@dataclass(frozen=True, slots=True)
class DateForms:
    """A language's ways to write a date. The patterns hold no groups, so that others can be built from them."""

    months: dict[str, int]
    hijri_months: dict[str, int]
    day_words: dict[str, int]
    full: str
    yearless: str
    range: str
    month_of_year: str
    parts: re.Pattern[str]
    hijri: re.Pattern[str]
    corresponding: re.Pattern[str]
    # Gregorian month names, from `hijri_from` on Hijri ones.
    month_names: WholeWords
    hijri_from: int


def find_dates(text: str, language: Language) -> list[FoundDate]:
    """Every calendar date of a folded, lower-cased text that gives at least a month and a year, in order.

    Hijri dates in Arabic originals precede the Gregorian one: the second is kept, for the span of both.
    """
    # Plain "in" is twenty times faster than the pattern, and most paragraphs hold no year.
    century = "20" in text or "19" in text or "14" in text or "13" in text
    if not century or not _HAS_YEAR.search(text):
        return []
    forms = date_forms(language)
    months = forms.month_names.find(text)
    found: list[FoundDate] = []
    reached = 0
    for start, end, index in months:
        if start < reached:
            continue
        if index >= forms.hijri_from:
            parts = forms.hijri.search(text, max(reached, start - _BEFORE_MONTH), end + _AFTER_MONTH)
            date = _from_hijri(parts, forms) if parts else None
        else:
            parts = forms.parts.search(text, max(reached, start - _BEFORE_MONTH), end + _AFTER_MONTH)
            date = _gregorian(parts, forms) if parts else None
        if date:
            reached = date.end
            found.append(date)
    return list(_twins_joined(found, text, forms))


def _twins_joined(dates: list[FoundDate], text: str, forms: DateForms) -> Iterator[FoundDate]:
    """A Hijri date and the Gregorian one it corresponds to are one date."""
    dates = list(dates)
    while dates:
        date = dates.pop(0)
        if date.hijri and dates and forms.corresponding.fullmatch(text, date.end, dates[0].start):
            twin = dates.pop(0)
            date = FoundDate(start=date.start, end=twin.end, first=twin.first, last=twin.last, hijri=True)
        yield date


def read_date(text: str, language: Language) -> str | None:
    """The ISO value of a piece of folded, lower-cased text that holds one date or year; None when it doesn't.

    >>> read_date("the end of 2026", "en"), read_date("13 au 17 avril 2026", "fr")
    ('2026', '2026-04-13/2026-04-17')
    """
    if dates := find_dates(text, language):
        return dates[0].iso
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    return years[0] if years else None


def _gregorian(parts: re.Match[str], forms: DateForms) -> FoundDate | None:
    month, year = (
        forms.months[parts["m"] or parts["mb"] or parts["mc"]],
        int(parts["y"] or parts["yb"] or parts["yc"]),
    )
    day = parts["d"] or parts["db"]
    try:
        end = PartialDate(year=year, month=month, day=_day(day, forms) if day else None)
        if not parts["d1"]:
            return FoundDate(start=parts.start(), end=parts.end(), first=end)
        first = PartialDate(
            year=int(parts["y1"] or year),
            month=forms.months[parts["m1"]] if parts["m1"] else month,
            day=_day(parts["d1"], forms),
        )
    except ValueError:
        return None
    return FoundDate(start=parts.start(), end=parts.end(), first=first, last=end)


def _from_hijri(parts: re.Match[str], forms: DateForms) -> FoundDate | None:
    day = _day(parts["day"], forms) if parts["day"] else None
    date = from_hijri(int(parts["year"]), forms.hijri_months[parts["month"]], day)
    return None if date is None else FoundDate(start=parts.start(), end=parts.end(), first=date, hijri=True)


def _day(word: str, forms: DateForms) -> int:
    return forms.day_words.get(word) or int(re.match(r"\d+", word)[0])  # type: ignore[index]


def _folded(words: list[str]) -> list[str]:
    return sorted({fold(word).text.lower() for word in words}, key=len, reverse=True)


def either(words: list[str]) -> str:
    """A pattern for any of the words, the longest first, folded and in lower case."""
    return "(?:" + "|".join(map(re.escape, _folded(words))) + ")"


def _numbered(table: dict[str, list[str]]) -> dict[str, int]:
    return {fold(name).text.lower(): int(number) for number, names in table.items() for name in names}


@cache
def date_forms(language: Language) -> DateForms:
    """The ways to write a date, built from the language's phrasebook of dates."""
    book = load(language, "dates")
    words = book["date"]
    months, hijri_months = _numbered(book["months"]), _numbered(book["hijri_months"])
    day_words = {fold(word).text.lower(): n for n, word in enumerate(words["day_words"], 1)}
    if language == "fr":
        day_words = dict.fromkeys(day_words, 1)
    month, twin = (
        either(list(months)),
        rf"(?: ?/ ?{either(list(months))}| ?\( ?{either(list(months))} ?\))?(?!\w)",
    )
    suffix = "".join(rf"(?: ?{re.escape(s)}(?!\w))?" for s in words["year_suffix"])
    year = rf"(?:19|20)\d\d(?!\d){suffix}"
    day = r"\d{1,2}(?:st|nd|rd|th|er|e)?(?![\d/])"
    if day_words:
        day = f"(?:{day}|{either(list(day_words))})"
    to_month = f" ?(?:{either(words['day_to_month'])} ?)?" if words["day_to_month"] else " ?"
    to_year = rf",? ?(?:{either(words['month_to_year'])} )?"
    between = f" ?{either(words['between'])} ?"
    # "29 October and 16 November 2018" are two dates, "22 and 23 November 2018" one meeting's.
    either_way = f" ?{either(words['between'] + words['both'])} ?"
    one = rf"{day}{to_month}{month}{twin}"
    full = rf"(?<!\d)(?:{one}{to_year}{year}|{month} {day},? {year})"
    spans = rf"{day}(?:{to_month}{month}{twin}(?:{to_year}{year})?{between}|{either_way}){one}{to_year}{year}"
    # A look at the first character spares most places the three choices; "و", "ب" and "ل" may be written on a month.
    firsts = "".join(sorted({word[0] for word in (*months, *day_words)} | set("وبل")))
    parts = (
        rf"(?<!\w)(?=[\d{firsts}])(?:(?<![/.])(?:(?P<d1>{day})(?:{to_month}(?P<m1>{month}){twin}"
        rf"(?:{to_year}(?P<y1>(?:19|20)\d\d){suffix})?{between}|{either_way}))?"
        rf"(?P<d>{day}){to_month}(?P<m>{month}){twin}{to_year}(?P<y>(?:19|20)\d\d)(?!\d){suffix}"
        rf"|(?P<mb>{month}) (?P<db>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<yb>(?:19|20)\d\d)(?!\d)"
        rf"|(?:[وبل])?(?P<mc>{month}){twin}{to_year}(?P<yc>(?:19|20)\d\d)(?!\d){suffix})"
    )
    hijri = (
        rf"(?<!\w)(?:(?:{day}){either_way})?(?:(?P<day>{day}){to_month})?(?P<month>{either(list(hijri_months))})"
        rf"{to_year}(?P<year>1[345]\d\d) ?(?:{either(words['hijri_suffix'])}(?!\w))?"
    )
    return DateForms(
        months=months,
        hijri_months=hijri_months,
        day_words=day_words,
        full=full,
        yearless=rf"(?<!\d){one}",
        range=rf"(?<!\d){spans}",
        month_of_year=rf"{month}{twin}{to_year}{year}",
        parts=re.compile(parts),
        hijri=re.compile(hijri),
        month_names=WholeWords([*months, *hijri_months], language),
        hijri_from=len(months),
        corresponding=re.compile(rf" ?{either(words['corresponding'])} ?(?:[\w]{{1,3}} )?"),
    )
