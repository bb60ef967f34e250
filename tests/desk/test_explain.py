"""Why something stands as it does, computed a second time; and what is said when the two disagree."""

import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.desk.matters import ANALYST, COMMITMENT, CONTRIBUTOR, ICESCO, SECRETARIAT, commitment, report

from mutabaa.desk.actors import now
from mutabaa.desk.assess import assess, reply, take_step
from mutabaa.desk.assign import assign
from mutabaa.desk.errors import NotThere
from mutabaa.desk.events import held, plan_activity, replaced_by
from mutabaa.desk.evidence import cite, withdraw_citation
from mutabaa.desk.explain import explain
from mutabaa.desk.lifecycle import due_at_event, set_lifecycle
from mutabaa.desk.sources import add_source, regrade
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.wiring import Register

READER, PUBLIC = Viewer(name="rim", role="reader"), Viewer()
REVIEWER = Viewer(name="rachid", role="reviewer")
MARCH = PartialDate(year=2018, month=3, day=13)


def told(register: Register) -> list[Moment]:
    """A story in which everything happens that an axis looks at; the moments after each part of it."""
    moments = [now(register)]

    def on(day: str) -> Register:
        return replace(register, clock=lambda: datetime.fromisoformat(day).replace(tzinfo=UTC))

    report(on("2018-01-01"))
    commitment(on("2018-01-01"), {"kind": "event", "words": "at its session"})
    assign(on("2018-01-02"), SECRETARIAT, COMMITMENT, ICESCO)
    session = plan_activity(on("2018-01-03"), ANALYST, names={"en": "Session"})
    due_at_event(on("2018-01-04"), ANALYST, COMMITMENT, session)
    open_ = add_source(on("2018-02-01"), ANALYST, note="It went.", reliability="B", credibility=2, origin="a")
    strict = add_source(on("2018-02-02"), ANALYST, note="It did not.", marking="restricted")
    cited = cite(
        on("2018-02-03"), ANALYST, source=open_, commitment=COMMITMENT, bearing="supports", effective_on=MARCH
    )
    cite(
        on("2018-02-04"),
        ANALYST,
        source=strict,
        commitment=COMMITMENT,
        bearing="contradicts",
        effective_on=MARCH,
    )
    held(on("2018-03-20"), ANALYST, session, source=open_, effective_on=MARCH)
    level = assess(on("2018-03-21"), ANALYST, COMMITMENT, level=2, reasons="So.", sources=[open_])
    take_step(on("2018-03-22"), REVIEWER, COMMITMENT, level.name, "adopted")
    reply(on("2018-03-23"), CONTRIBUTOR, COMMITMENT, "We did all.")
    regrade(on("2018-04-01"), SECRETARIAT, open_, reliability="E")
    set_lifecycle(on("2018-04-02"), ANALYST, COMMITMENT, "completed", source=strict, effective_on=MARCH)
    withdraw_citation(on("2018-04-03"), ANALYST, COMMITMENT, cited.name, "Of another mission.")
    for month in range(1, 6):
        day = datetime(2018, month, 15, tzinfo=UTC)
        moments += [Moment(as_at=MARCH.last_day, known_by=day), Moment(as_at=day.date(), known_by=day)]
    return [*moments[1:], now(register)]


def test_every_axis_comes_out_the_same_at_every_moment_and_for_every_sight(register: Register) -> None:
    moments = told(register)
    seen = 0
    for viewer in (SECRETARIAT, ANALYST, READER, CONTRIBUTOR):
        for moment in moments:
            standing, reasons = explain(register, viewer, COMMITMENT, moment)
            assert [one for one in reasons if not one.same] == []
            for one in reasons:
                assert tuple(entry.number for entry in one.entries) == one.axis.rests_on
                assert one.axis == standing.axes[one.name]
                seen += len(one.entries)
    assert seen > 200
    with pytest.raises(NotThere):
        explain(register, PUBLIC, COMMITMENT, moments[-1])


def test_an_entry_that_is_not_seen_still_corrects_what_is_seen(register: Register) -> None:
    """The reader isn't shown the corrected entry in force, nor what took its place."""
    told(register)
    strict = Viewer(name="amina", role="secretariat")
    source = add_source(register, strict, note="Secret.", marking="confidential")
    later = PartialDate(year=2018, month=4)
    set_lifecycle(register, ANALYST, COMMITMENT, "renewed", source=open_source(register), effective_on=later)
    set_lifecycle(register, strict, COMMITMENT, "withdrawn", source=source, effective_on=later)
    for viewer in (READER, strict):
        _, reasons = explain(register, viewer, COMMITMENT, now(register))
        assert all(one.same for one in reasons)


def test_who_does_not_see_that_a_session_was_held_is_told_of_what_took_its_place(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "event"})
    first, second = (plan_activity(register, ANALYST, names={"en": name}) for name in ("First", "Second"))
    due_at_event(register, ANALYST, COMMITMENT, first)
    seen, strict = open_source(register), add_source(register, ANALYST, note="Strict.", marking="restricted")
    held(register, ANALYST, first, source=strict, effective_on=MARCH)
    april = PartialDate(year=2018, month=4, day=2)
    replaced_by(register, ANALYST, first, second, source=seen, effective_on=april)
    held(register, ANALYST, second, source=seen, effective_on=april)
    for viewer, day in ((ANALYST, "2018-03-13"), (READER, "2018-04-02")):
        standing, reasons = explain(register, viewer, COMMITMENT, now(register))
        assert standing.axes["timeliness"].facts["due"] == day
        assert all(one.same for one in reasons)


def test_tables_that_are_out_of_step_are_told_loudly(
    register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    from django.db import connection

    told(register)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE current_standing SET evidence = 'corroborated'")
    with caplog.at_level(logging.ERROR):
        _, reasons = explain(register, SECRETARIAT, COMMITMENT, now(register))
    assert [one.name for one in reasons if not one.same] == ["evidence"]
    assert COMMITMENT in caplog.text and "rebuild" in caplog.text
    register.rebuild()
    assert all(one.same for one in explain(register, SECRETARIAT, COMMITMENT, now(register))[1])


def open_source(register: Register) -> str:
    return add_source(register, ANALYST, note="Open.")
