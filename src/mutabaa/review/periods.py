"""Periods of time, written in one way so that they can be compared."""

import re

from mutabaa.reading import Act

_DURATION = re.compile(r"(?:R/)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def periods_of(act: Act) -> frozenset[str]:
    """The periods among an act's deadlines ("within 60 days", "every six months")."""
    return frozenset(_in_one_way(one.value) for one in act.deadlines if one.value and "P" in one.value)


def _in_one_way(duration: str) -> str:
    """A year as twelve months and a week as seven days.

    >>> _in_one_way("P1Y"), _in_one_way("R/P2W"), _in_one_way("P60D")
    ('P12M', 'P14D', 'P60D')
    """
    found = _DURATION.fullmatch(duration)
    if not found:
        return duration
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    months, days = years * 12 + months, weeks * 7 + days
    return "P" + (f"{months}M" if months else "") + (f"{days}D" if days else "")
