"""Assertions for the tests, with as little said as each needs."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from mutabaa.register import Assertion
from mutabaa.vocabulary.dates import Moment, PartialDate

FIRST = datetime(2022, 10, 1, 9, tzinfo=UTC)
COMMITMENT = "SAMPLE/ACM-2022/LCB-REP/14.a"


def said(subject: str, says: str, value: Any = None, *, at: datetime = FIRST, **more: Any) -> Assertion:
    """One thing said; `on` is the date since which it is so."""
    if on := more.pop("on", None):
        more["effective_on"] = PartialDate.from_iso(on)
    return Assertion(
        subject=subject,
        says=says,
        value=value,
        stated_by=more.pop("by", "Desk officer"),
        recorded_at=at,
        **more,
    )


def later(days: float, than: datetime = FIRST) -> datetime:
    return than + timedelta(days=days)


def moment(as_at: str, known_by: str = "2100-01-01") -> Moment:
    """As at the end of a day, as known by the end of another."""
    known = datetime.fromisoformat(known_by).replace(tzinfo=UTC)
    return Moment(as_at=date.fromisoformat(as_at), known_by=known + timedelta(days=1, microseconds=-1))
