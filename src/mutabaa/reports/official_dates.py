"""Dates and periods in the form each language's official documents use.

Arabic follows the United Nations: both names of the month, "20 أيلول/سبتمبر 2017", which readers from Baghdad to Rabat
understand; digits are the Western Arabic ones of United Nations and OIC documents. French writes "1er mars 2018".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from mutabaa.vocabulary.dates import PartialDate

_PARTIAL = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?")
_DURATION = re.compile(
    r"(?:R\d*/)?P(?:(?P<year>\d+)Y)?(?:(?P<month>\d+)M)?(?:(?P<week>\d+)W)?(?:(?P<day>\d+)D)?"
)


def last_day(value: str) -> date | None:
    """The last day a partial ISO date leaves open; None when it has no year or isn't a date.

    >>> last_day("2017-12-16"), last_day("2026"), last_day("--07")
    (datetime.date(2017, 12, 16), datetime.date(2026, 12, 31), None)
    """
    try:
        return PartialDate.from_iso(value).last_day
    except ValueError:
        return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Calendar:
    """How one language writes a date and a period."""

    day: str
    month: str
    day_without_year: str
    first: str
    months: tuple[str, ...]
    count: Callable[[str, int], str]

    @classmethod
    def from_words(cls, words: dict[str, Any], count: Callable[[str, int], str]) -> "Calendar":
        """The calendar of a words file's [dates]. Raises KeyError when a form is missing."""
        months = tuple(words["months"])
        forms = {name: words[name] for name in ("day", "month", "day_without_year", "first")}
        return cls(months=months, count=count, **forms)

    def write(self, value: str) -> str:
        """A partial ISO date in words: "2017-09-20" is "20 September 2017", "2014-05" is "May 2014".

        What isn't a date comes back unchanged.
        """
        found = _PARTIAL.fullmatch(value)
        if not found:
            return value
        year, month, day = found["year"], found["month"], found["day"]
        if not month:
            return value
        if not 1 <= int(month) <= 12:
            return value
        name = self.months[int(month) - 1]
        if not day:
            return name if year == "-" else self.month.format(month=name, year=year)
        number = self.first if int(day) == 1 else str(int(day))
        form = self.day_without_year if year == "-" else self.day
        return form.format(day=number, month=name, year=year)

    def period(self, value: str) -> str:
        """An ISO 8601 duration in words: "P60D" is "60 days", "R/P6M" is "6 months". Others come back unchanged."""
        found = _DURATION.fullmatch(value)
        parts = found.groupdict() if found else {}
        said = [self.count(unit, int(number)) for unit, number in parts.items() if number]
        return " ".join(said) if said else value
