"""What became of a commitment, said by a person who cites a source; and the day on which it was done."""

import pytest
from tests.desk.matters import ANALYST, COMMITMENT, SECRETARIAT, commitment, report

from mutabaa.desk.actors import now
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.events import held, plan_activity, replaced_by
from mutabaa.desk.history import history
from mutabaa.desk.lifecycle import due_at_event, fulfilled, set_lifecycle
from mutabaa.desk.sources import add_source
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import Axis, standing
from mutabaa.register.canonical import Value
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring import Register

READER = Viewer(name="rim", role="reader")
FEBRUARY, MARCH = PartialDate(year=2018, month=2, day=23), PartialDate(year=2018, month=3, day=13)


def asked(register: Register, due: Value) -> str:
    report(register)
    commitment(register, due)
    return add_source(register, ANALYST, note="The conference of December was replaced.")


def axis(register: Register, name: str, viewer: Viewer = SECRETARIAT) -> Axis:
    return standing(COMMITMENT, register.state(now(register), viewer.sight)).axes[name]  # type: ignore[index]


def test_a_lifecycle_is_set_from_a_source_and_a_later_day_follows_an_earlier(register: Register) -> None:
    source = asked(register, {"kind": "none"})
    set_lifecycle(
        register, ANALYST, COMMITMENT, "overtaken", source=source, passage="§1", effective_on=FEBRUARY
    )
    assert axis(register, "lifecycle").value == "overtaken"
    set_lifecycle(register, ANALYST, COMMITMENT, "renewed", source=source, effective_on=MARCH)
    assert axis(register, "lifecycle").value == "renewed"
    # Of the same day or an earlier one: it would not be seen behind what was said, and corrects it.
    set_lifecycle(register, SECRETARIAT, COMMITMENT, "withdrawn", source=source, effective_on=MARCH)
    assert axis(register, "lifecycle").value == "withdrawn"
    corrected = [
        one.corrected for one in history(register, READER, COMMITMENT, now(register)) if one.corrected
    ]
    assert [entry.assertion.value for entry in corrected] == ["renewed"]
    with pytest.raises(NotDone, match="said_already"):
        set_lifecycle(register, ANALYST, COMMITMENT, "withdrawn", source=source, effective_on=MARCH)
    with pytest.raises(NotDone, match="no_such_lifecycle"):
        set_lifecycle(register, ANALYST, COMMITMENT, "done", source=source, effective_on=MARCH)
    with pytest.raises(NotThere):
        set_lifecycle(register, ANALYST, COMMITMENT, "completed", source="source/none", effective_on=MARCH)
    with pytest.raises(NotAllowed):
        set_lifecycle(register, READER, COMMITMENT, "completed", source=source, effective_on=MARCH)


def test_what_was_fulfilled_after_its_day_was_done_late(register: Register) -> None:
    source = asked(register, {"kind": "date", "on": "2018-03-01"})
    assert axis(register, "timeliness").value == "overdue"
    fulfilled(register, ANALYST, COMMITMENT, source=source, effective_on=MARCH)
    late = axis(register, "timeliness")
    assert (late.value, late.facts["done"]) == ("done_late", "2018-03-13")
    with pytest.raises(NotDone, match="said_already"):
        fulfilled(register, ANALYST, COMMITMENT, source=source, effective_on=MARCH)


def test_a_deadline_at_a_session_has_its_day_when_the_session_was_held(register: Register) -> None:
    source = asked(register, {"kind": "event", "words": "at its forty-fifth session"})
    planned, other = (
        plan_activity(register, ANALYST, names={"en": name}, planned=PartialDate(year=2018))
        for name in ("Forty-fifth session", "Extraordinary session")
    )
    with pytest.raises(NotThere):
        due_at_event(register, ANALYST, COMMITMENT, COMMITMENT)
    due_at_event(register, ANALYST, COMMITMENT, planned)
    assert axis(register, "timeliness").rule == "due.event_awaited"
    replaced_by(register, ANALYST, planned, other, source=source, effective_on=FEBRUARY)
    held(register, ANALYST, other, source=source, effective_on=MARCH)
    passed = axis(register, "timeliness")
    assert (passed.value, passed.facts["due"]) == ("overdue", "2018-03-13")
    record = register.state(now(register), READER.sight).record(COMMITMENT)
    assert record.value("due")["words"] == "at its forty-fifth session"
    with pytest.raises(NotDone, match="said_already"):
        due_at_event(register, ANALYST, COMMITMENT, planned)


def test_only_what_is_due_at_an_event_is_bound_to_one(register: Register) -> None:
    asked(register, {"kind": "none"})
    session = plan_activity(register, ANALYST, names={"en": "Session"})
    with pytest.raises(NotDone, match="not_due_at_an_event"):
        due_at_event(register, ANALYST, COMMITMENT, session)


def test_what_is_said_from_a_restricted_source_is_restricted(register: Register) -> None:
    asked(register, {"kind": "none"})
    source = add_source(register, ANALYST, note="Told by a guard.", marking="restricted")
    set_lifecycle(register, ANALYST, COMMITMENT, "completed", source=source, effective_on=MARCH)
    assert axis(register, "lifecycle").value == "completed"
    assert axis(register, "lifecycle", READER).value == "active"
