"""When a commitment is due: a date, a duration from a date, an event, a recurrence, or nothing; and what that means."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, get_args

from mutabaa.register.canonical import Value
from mutabaa.register.shapes import choice, code, fields, many, partial_date, per_language, quotation, text
from mutabaa.vocabulary.dates import PartialDate

DueKind = Literal["none", "open", "date", "duration", "event", "recurring"]
DUE_KINDS: tuple[DueKind, ...] = get_args(DueKind)
_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?")
# The day an event was held, by its code; None when that isn't recorded.
Held = Callable[[str], date | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """A length of time in months and days; a month is a month of the calendar, however long."""

    months: int = 0
    days: int = 0

    @classmethod
    def from_iso(cls, written: str) -> "Period":
        """Read "P60D", "P12M", "P1Y6M", "P2W"; "PT72H" is three days, hours begun count as a day.

        Raises ValueError for anything else, for no time at all, and for more than a century.
        """
        found = _PERIOD.fullmatch(written)
        if found is None or not any(found.groups()):
            raise ValueError(f"not a period: {written!r}")
        years, months, weeks, days, hours = (int(part or 0) for part in found.groups())
        days += -(-hours // 24)
        if not years + months + weeks + days:
            raise ValueError(f"a period of no time: {written!r}")
        if years > 100 or months > 1200 or weeks * 7 + days > 36600:
            raise ValueError(f"a period of more than a century: {written!r}")
        return cls(months=years * 12 + months, days=weeks * 7 + days)

    def after(self, day: date, times: int = 1) -> date:
        """The day this long after another. From 31 August, a month leads to 30 September."""
        years, month = divmod(day.year * 12 + day.month - 1 + self.months * times, 12)
        last = monthrange(years, month + 1)[1]
        return date(years, month + 1, min(day.day, last)) + timedelta(days=self.days * times)


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """A day by which, and the rule that gave it. `day` is None where there is none, or none yet."""

    day: date | None
    rule: str


def due_rule(value: Value) -> str | None:
    """The shape of a due rule: what is wrong with it, or None.

    `kind` none or open: nothing more. date: `on`, the last day of a stretch that `begins` earlier. duration:
    `length` and, when it can be said, `start`, a date. event: `event`, the code of an activity, when it is linked.
    recurring: `every`, with `start`. `words`: as written; `also`: the words of further deadlines;
    `quoted`: all of them in each version, with their places. `start_because`:
    why it starts then, where the text doesn't say.
    """
    wrong = _FIELDS(value)
    if wrong or not isinstance(value, Mapping):
        return wrong
    for field in ("length", "every"):
        if value.get(field) is not None:
            try:
                Period.from_iso(str(value[field]))
            except ValueError as reason:
                return str(reason)
    needed = {"date": "on", "duration": "length"}.get(str(value["kind"]))
    # "On 16 December", of no year: its words are kept, and nothing can be counted from them.
    return (
        f"without {needed}, and without words"
        if needed and not (value.get(needed) or value.get("words"))
        else None
    )


_FIELDS = fields(
    {"kind": choice(*DUE_KINDS)},
    on=partial_date,
    begins=partial_date,
    length=text,
    every=text,
    start=partial_date,
    start_because=text,
    event=code,
    words=text,
    also=many(text),
    quoted=per_language(many(quotation)),
)


def resolve(rule: Mapping[str, Any], held: Held, after: date | None = None) -> Due:
    """The day a rule comes to.

    `after`: the last day on which a recurring commitment was fulfilled; the first return after it is due.
    """
    kind: DueKind = rule["kind"]
    if kind in ("none", "open"):
        return Due(day=None, rule=f"due.{kind}")
    if (kind == "date" and not rule.get("on")) or (kind == "duration" and not rule.get("length")):
        return Due(day=None, rule="due.no_day")
    if kind == "date":
        # What is due "in 2026" is overdue on 1 January 2027.
        return Due(day=PartialDate.from_iso(rule["on"]).last_day, rule="due.date")
    if kind == "event":
        day = held(rule["event"]) if rule.get("event") else None
        return Due(day=day, rule="due.event" if day else "due.event_awaited")
    if not rule.get("start"):
        return Due(day=None, rule="due.start_not_stated")
    start = PartialDate.from_iso(rule["start"]).last_day
    if kind == "duration":
        return Due(day=Period.from_iso(rule["length"]).after(start), rule="due.duration")
    if not rule.get("every"):
        return Due(day=None, rule="due.no_interval")
    return Due(day=_next(Period.from_iso(rule["every"]), start, after), rule="due.recurring")


def _next(period: Period, start: date, after: date | None) -> date:
    """The first return after a day. Counted from the start each time: returns on the 31st stay on the 31st."""
    times = 1
    while after is not None and period.after(start, times) <= after:
        times += 1
    return period.after(start, times)
