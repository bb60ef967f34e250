"""Timeliness is computed from dates the text states, and from nothing else."""

from datetime import date

import pytest

from mutabaa.reading import Act, Deadline, Quote
from mutabaa.reading.findings import DeadlineKind
from mutabaa.reports.status.timeliness import timeliness

SOMEWHERE = Quote(text="x", start=0, end=1)


def act(*deadlines: tuple[DeadlineKind, str | None], act_class: str = "request") -> Act:
    due = tuple(Deadline(quote=SOMEWHERE, kind=kind, value=value, rule="t") for kind, value in deadlines)
    return Act(verb=SOMEWHERE, act=act_class, deadlines=due, rule="t")


@pytest.mark.parametrize(
    ("as_of", "stands"),
    [(date(2017, 11, 15), "not_due"), (date(2017, 11, 16), "due_soon"), (date(2017, 12, 16), "due_soon"),
     (date(2017, 12, 17), "overdue")],
)  # fmt: skip
def test_a_stated_date_is_compared_with_the_as_of_date(as_of: date, stands: str) -> None:
    assert timeliness(act(("date", "2017-12-16")), as_of) == stands


def test_by_the_end_of_a_year_is_due_on_its_last_day() -> None:
    assert timeliness(act(("date", "2026")), date(2026, 12, 31)) == "due_soon"
    assert timeliness(act(("date", "2026")), date(2027, 1, 1)) == "overdue"


def test_a_decision_past_its_date_has_elapsed_and_nobody_is_late() -> None:
    assert timeliness(act(("date", "2018-06-30"), act_class="decide"), date(2019, 1, 1)) == "elapsed"


def test_a_period_an_event_and_urgency_give_no_date() -> None:
    for kind, value in (("duration", "P60D"), ("event", None), ("open", None), ("recurring", "R/P6M")):
        assert timeliness(act((kind, value)), date(2030, 1, 1)) == "no_date"


def test_a_day_without_its_year_gives_no_date() -> None:
    assert timeliness(act(("date", "--07-14")), date(2030, 1, 1)) == "no_date"


def test_without_an_as_of_date_nothing_is_computed() -> None:
    assert timeliness(act(("date", "2017-12-16")), None) == "not_computed"
    assert timeliness(act(), None) == "no_deadline"


def test_of_two_dates_the_earlier_counts() -> None:
    assert timeliness(act(("date", "2018-12-31"), ("date", "2017-12-16")), date(2018, 1, 1)) == "overdue"
