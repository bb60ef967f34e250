"""Timeliness: always computed, from dates the text states and the as-of date, never from the clock."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from mutabaa.reading import Act
from mutabaa.reports.official_dates import last_day

Timeliness = Literal["no_deadline", "no_date", "not_due", "due_soon", "overdue", "elapsed", "not_computed"]

SOON = timedelta(days=30)


def stated_dates(act: Act) -> tuple[date, ...]:
    """The last days of the dates stated for an act; a period, an event, a date without its year give none."""
    values = (line.value for line in act.deadlines if line.kind == "date" and line.value)
    return tuple(day for day in map(last_day, values) if day)


def timeliness(act: Act, as_of: date | None) -> Timeliness:
    """How an act stands in time; with several dates, by the earliest.

    A decision takes effect by itself: past its date it has `elapsed`, nobody is late. `no_date`: a deadline without
    a date on the calendar.
    """
    if not act.deadlines:
        return "no_deadline"
    days = stated_dates(act)
    if not days:
        return "no_date"
    if as_of is None:
        return "not_computed"
    due = min(days)
    if as_of > due:
        return "elapsed" if act.act == "decide" else "overdue"
    return "due_soon" if due - as_of <= SOON else "not_due"


def tally(values: Iterable[Timeliness]) -> tuple[int, int, int]:
    """How many are past their date, due soon, not due."""
    told = list(values)
    passed = told.count("overdue") + told.count("elapsed")
    return passed, told.count("due_soon"), told.count("not_due")
