"""Timeliness: no deadline set, not due, due soon, overdue, done late; always computed, from a day that is given."""

from datetime import date, timedelta

from mutabaa.register.axes import Axis, resting_on
from mutabaa.register.due import Due, resolve
from mutabaa.register.ledger import Entry
from mutabaa.register.state import Record, State

SOON = timedelta(days=30)
# Nothing is asked any more of a commitment that ended in one of these ways.
_NO_LONGER_ASKED = ("superseded", "overtaken", "withdrawn", "elapsed")


def timeliness_axis(commitment: Record, state: State) -> Axis:
    """How the commitment stands in time on the day of the state.

    Done is the day since which it is completed, or, failing that, assessed as full by its newest assessment. What is
    no longer asked is not late; what was done in time is not due any more.
    """
    rule = commitment.newest("due")
    if rule is None or not isinstance(rule.assertion.value, dict):
        return Axis(value="no_deadline", rule="due.none")
    fulfilled = commitment.newest("fulfilled")
    due = resolve(rule.assertion.value, lambda code: _held(code, state), _day(fulfilled))
    as_at = state.moment.as_at
    if rule.assertion.value["kind"] in ("none", "open"):
        return Axis(value="no_deadline", rule=due.rule, rests_on=resting_on(rule))
    ended = commitment.newest("lifecycle")
    if ended and ended.assertion.value in _NO_LONGER_ASKED:
        facts = {"lifecycle": str(ended.assertion.value)}
        return Axis(
            value="not_due", rule="due.no_longer_asked", rests_on=resting_on(rule, ended), facts=facts
        )
    if due.day is None:
        return Axis(value="not_due", rule=due.rule, rests_on=resting_on(rule))
    done = _done(commitment)
    if done:
        return _after_the_fact(due.day, rule, done)
    return _still_open(due, as_at, rule, fulfilled)


def _still_open(due: Due, as_at: date, rule: Entry, fulfilled: Entry | None) -> Axis:
    assert due.day is not None
    facts = {"due": due.day.isoformat(), "days": str(abs((as_at - due.day).days))}
    rests_on = resting_on(rule, fulfilled)
    if as_at > due.day:
        return Axis(value="overdue", rule=f"{due.rule}_overdue", rests_on=rests_on, facts=facts)
    value = "due_soon" if due.day - as_at <= SOON else "not_due"
    return Axis(value=value, rule=f"{due.rule}_ahead", rests_on=rests_on, facts=facts)


def _after_the_fact(day: date, rule: Entry, done: Entry) -> Axis:
    done_on = _day(done)
    assert done_on is not None
    facts = {"due": day.isoformat(), "done": str(done.assertion.effective_on)}
    if done_on > day:
        return Axis(value="done_late", rule="due.done_late", rests_on=resting_on(rule, done), facts=facts)
    return Axis(value="not_due", rule="due.done_in_time", rests_on=resting_on(rule, done), facts=facts)


def _done(commitment: Record) -> Entry | None:
    """The entry that says it was done: completed, else assessed as full."""
    lifecycle, assessment = commitment.newest("lifecycle"), commitment.newest("assessment")
    if lifecycle and lifecycle.assertion.value == "completed":
        return lifecycle
    if assessment and isinstance(assessment.assertion.value, dict):
        return assessment if assessment.assertion.value["level"] == 3 else None
    return None


def _held(code: str, state: State) -> date | None:
    """The day on which an activity was held, when the register knows it by the moment of the state."""
    return _day(state.record(code).newest("held"))


def _day(entry: Entry | None) -> date | None:
    return entry.assertion.since if entry else None
