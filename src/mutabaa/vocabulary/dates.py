"""Dates as official texts give them (a day, a month or only a year), and the two clocks of the register."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class PartialDate:
    """A Gregorian date as precise as it was written: "by the end of 2026" is a year, not 31 December.

    Raises ValueError for a day without a month, or one the calendar doesn't have.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError(f"a day without a month: {self.year}, {self.day}")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def from_iso(cls, text: str) -> "PartialDate":
        """Read "2017-12-16", "2014-05" or "2026". Raises ValueError for anything else."""
        found = _ISO.fullmatch(text)
        if found is None:
            raise ValueError(f"not an ISO date: {text!r}")
        year, month, day = found.groups()
        return cls(year=int(year), month=int(month) if month else None, day=int(day) if day else None)

    def __str__(self) -> str:
        """ISO 8601, as short as the date is partial.

        >>> str(PartialDate(year=2014, month=5))
        '2014-05'
        """
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can mean: what is due "in 2026" is overdue on 1 January 2027.

        >>> PartialDate(year=2024, month=2).last_day
        datetime.date(2024, 2, 29)
        """
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def from_hijri(year: int, month: int, day: int | None = None) -> PartialDate | None:
    """The Gregorian date of a Hijri one (Umm al-Qura calendar); None outside 1343-1500 AH.

    A month without a day begins in the Gregorian month given.

    >>> str(from_hijri(1433, 9, 26))
    '2012-08-14'
    """
    from hijridate import Hijri  # here: the calendar's tables cost start-up time

    try:
        there = Hijri(year, month, day or 1).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return PartialDate(year=there.year, month=there.month, day=there.day if day else None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A place on both clocks: how things stood `as_at` a day, as far as was `known_by` an instant.

    Always passed, never taken from the wall: a report can be printed again as it stood.
    """

    as_at: date
    known_by: datetime
