"""Timeliness: no deadline set, not due, due soon, overdue, done late; always computed, from a day that is given."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from mutabaa.register.axes import Axis, resting_on
from mutabaa.register.due import Due, resolve
from mutabaa.register.judged_axes import assessment_that_counts, field
from mutabaa.register.ledger import Entry
from mutabaa.register.state import Record, State
from mutabaa.vocabulary.dates import PartialDate

SOON = timedelta(days=30)
# Nothing is asked any more of a commitment that ended in one of these ways.
_NO_LONGER_ASKED = ("superseded", "overtaken", "withdrawn", "elapsed")


def timeliness_axis(commitment: Record, state: State) -> Axis:
    """How the commitment stands in time on the day of the state.

    Done is the day since which it is completed or, unless it recurs, fulfilled. Failing that, an assessment that
    counts and says full: it tells that it was done by the day it speaks of, not on which day, and so never that it
    was late. What is no longer asked is not late; what was done in time is not due any more.
    """
    rule = commitment.newest("due")
    if rule is None or not isinstance(rule.assertion.value, dict):
        return Axis(value="no_deadline", rule="due.none")
    told = _Told(rule, commitment.newest("fulfilled"), happening(rule.assertion.value, state))
    due = told.due()
    if told.kind in ("none", "open"):
        return Axis(value="no_deadline", rule=due.rule, rests_on=resting_on(rule))
    ended = commitment.newest("lifecycle")
    if ended and ended.assertion.value in _NO_LONGER_ASKED:
        facts = {"lifecycle": str(ended.assertion.value)}
        return Axis(
            value="not_due", rule="due.no_longer_asked", rests_on=resting_on(rule, ended), facts=facts
        )
    if due.day is None:
        return Axis(value="not_due", rule=due.rule, rests_on=resting_on(*told.entries))
    if done := _done(commitment, recurs=told.kind == "recurring"):
        return _after_the_fact(due.day, told, done)
    return _still_open(due, state.moment.as_at, told)


class _Told:
    """What is told of a deadline: its rule, the last fulfilment, and what happened of the event it is bound to."""

    def __init__(self, rule: Entry, fulfilled: Entry | None, happened: Sequence[Entry]) -> None:
        assert isinstance(rule.assertion.value, dict)
        self._value = rule.assertion.value
        self.kind = self._value["kind"]
        recurs = self.kind == "recurring"
        self._fulfilled = fulfilled if recurs else None
        self._happened = happened
        self.entries = (rule, self._fulfilled, *happened)

    def due(self) -> Due:
        day = happened_on(self._happened)
        return resolve(self._value, lambda _code: day, _day(self._fulfilled))


def happening(rule: Mapping[str, Any], state: State) -> tuple[Entry, ...]:
    """What the register knows of the event that a due rule is bound to: that it was held, that it happened, or that
    another was held in its stead (followed to its end). The entry that gives the day is the last; none: not yet."""
    code, found, passed = rule.get("event"), list[Entry](), set[str]()
    while rule["kind"] == "event" and code and code not in passed:
        passed.add(code)
        event = state.record(code)
        day = event.newest("held") or event.newest("occurred")
        if day is not None:
            return (*found, day)
        replaced = event.newest("replaced_by")
        if replaced is None:
            return ()
        found.append(replaced)
        code = str(replaced.assertion.value)
    return ()


def happened_on(happened: Sequence[Entry]) -> date | None:
    """The day by which it had happened."""
    if not happened:
        return None
    value = happened[-1].assertion.value
    if isinstance(value, dict):
        return PartialDate.from_iso(str(value.get("to") or value["from"])).last_day
    return _day(happened[-1])


def _still_open(due: Due, as_at: date, told: _Told) -> Axis:
    assert due.day is not None
    facts = {"due": due.day.isoformat(), "days": str(abs((as_at - due.day).days))}
    rests_on = resting_on(*told.entries)
    if as_at > due.day:
        return Axis(value="overdue", rule=f"{due.rule}_overdue", rests_on=rests_on, facts=facts)
    value = "due_soon" if due.day - as_at <= SOON else "not_due"
    return Axis(value=value, rule=f"{due.rule}_ahead", rests_on=rests_on, facts=facts)


def _after_the_fact(day: date, told: _Told, done: Entry) -> Axis:
    done_on = _day(done)
    assert done_on is not None
    rests_on = resting_on(*told.entries, done)
    facts = {"due": day.isoformat(), "done": str(done.assertion.effective_on)}
    if done_on <= day:
        return Axis(value="not_due", rule="due.done_in_time", rests_on=rests_on, facts=facts)
    if done.assertion.says == "assessment":
        # Judged in March as done: that doesn't say that it was done in March.
        return Axis(value="not_due", rule="due.done_day_not_stated", rests_on=rests_on, facts=facts)
    return Axis(value="done_late", rule="due.done_late", rests_on=rests_on, facts=facts)


def _done(commitment: Record, *, recurs: bool) -> Entry | None:
    """The entry that says it was done: completed, else fulfilled, else assessed as full."""
    lifecycle = commitment.newest("lifecycle")
    if lifecycle and lifecycle.assertion.value == "completed":
        return lifecycle
    fulfilled = commitment.newest("fulfilled")
    if fulfilled and not recurs:
        return fulfilled
    counts = assessment_that_counts(commitment)
    return counts if counts and field(counts, "level") == "3" else None


def _day(entry: Entry | None) -> date | None:
    return entry.assertion.since if entry else None
