"""When it is due: every kind of rule, and where the day comes from."""

from datetime import date

import pytest

from mutabaa.register.due import Due, Period, due_rule, resolve

MISSION = "activity/needs-assessment"


def nothing_held(code: str) -> date | None:
    return None


def test_what_is_due_in_a_year_is_due_on_its_last_day() -> None:
    assert resolve({"kind": "date", "on": "2026"}, nothing_held).day == date(2026, 12, 31)
    assert resolve({"kind": "date", "on": "2024-02"}, nothing_held).day == date(2024, 2, 29)


def test_a_duration_runs_from_its_start_and_nowhere_when_no_start_is_stated() -> None:
    rule = {"kind": "duration", "length": "P90D"}
    assert resolve(rule, nothing_held) == Due(day=None, rule="due.start_not_stated")
    assert resolve({**rule, "start": "2022-09-22"}, nothing_held).day == date(2022, 12, 21)


def test_a_month_after_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    assert Period.from_iso("P1M").after(date(2022, 8, 31)) == date(2022, 9, 30)
    assert Period.from_iso("P1Y").after(date(2024, 2, 29)) == date(2025, 2, 28)


def test_an_event_gives_its_day_when_it_is_recorded() -> None:
    rule = {"kind": "event", "event": MISSION}
    assert resolve(rule, nothing_held) == Due(day=None, rule="due.event_awaited")
    assert resolve(rule, {MISSION: date(2023, 3, 13)}.get).day == date(2023, 3, 13)
    # "At its forty-ninth session", not linked to an activity yet.
    assert resolve({"kind": "event", "words": "at its forty-ninth session"}, nothing_held).day is None


def test_what_recurs_is_due_next_after_it_was_last_done_and_keeps_to_its_day() -> None:
    rule = {"kind": "recurring", "every": "P6M", "start": "2021-08-31"}
    assert resolve(rule, nothing_held).day == date(2022, 2, 28)
    assert resolve(rule, nothing_held, after=date(2022, 2, 28)).day == date(2022, 8, 31)
    assert resolve({"kind": "recurring"}, nothing_held).day is None


def test_hours_begun_count_as_a_day() -> None:
    assert Period.from_iso("PT72H") == Period(days=3)
    assert Period.from_iso("PT25H") == Period(days=2)


@pytest.mark.parametrize("kind", ["date", "duration"])
def test_a_day_of_no_year_keeps_its_words_and_gives_no_day(kind: str) -> None:
    rule = {"kind": kind, "words": "on 16 December"}
    assert due_rule(rule) is None
    assert resolve(rule, nothing_held) == Due(day=None, rule="due.no_day")


def test_a_stretch_of_days_is_due_at_its_end() -> None:
    rule = {"kind": "date", "begins": "2023-05-22", "on": "2023-05-26"}
    assert due_rule(rule) is None
    assert resolve(rule, nothing_held).day == date(2023, 5, 26)


@pytest.mark.parametrize("kind", ["none", "open"])
def test_urgency_is_no_date(kind: str) -> None:
    assert resolve({"kind": kind, "words": "as soon as possible"}, nothing_held) == Due(
        day=None, rule=f"due.{kind}"
    )


@pytest.mark.parametrize(
    "rule",
    [
        {},
        {"kind": "soon"},
        {"kind": "date"},
        {"kind": "date", "on": "2023-02-30"},
        {"kind": "duration", "length": "P"},
        {"kind": "duration", "length": "P0D"},
        {"kind": "recurring", "every": "R/P6M"},
        {"kind": "duration", "length": "P9999Y"},
        {"kind": "none", "by": "2023"},
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(rule: dict[str, object]) -> None:
    assert due_rule(rule) is not None  # type: ignore[arg-type]
