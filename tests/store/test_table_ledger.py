"""The ledger in tables is the ledger in memory, and its computed tables are what the ledger says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Thread

import pytest
from django.db import connection, connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.register.said import COMMITMENT, FIRST, later, moment, said
from tests.register.test_state import assertions, sights

from mutabaa.register import (
    EVERYTHING,
    Assertion,
    MemoryLedger,
    Misstated,
    NotAdmitted,
    Sight,
    standings,
    state,
    verify,
)
from mutabaa.register.checkpoint import opened
from mutabaa.store.rebuild import digest, rebuild
from mutabaa.store.table_state import TableState
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring import Register


def memory_beside(register: Register, data: st.DataObject, acts: int) -> MemoryLedger:
    """The same things said to both ledgers; each takes what the other takes and refuses what the other refuses."""
    memory, names = MemoryLedger(), list[str]()
    earlier = register.ledger.size
    first = FIRST if not earlier else next(register.ledger.kept(earlier - 1)).entry().assertion.recorded_at
    if earlier:
        for kept in register.ledger.kept():
            memory.append([kept.entry().assertion])
    for number in range(1, acts):
        act = [data.draw(assertions(first + timedelta(days=number * 9), names))]
        answers = [taken(ledger.append, act) for ledger in (register.ledger, memory)]
        assert answers[0] == answers[1]
        names += answers[1] if isinstance(answers[1], list) else []
    return memory


def taken(append: object, act: list[Assertion]) -> list[str] | str:
    try:
        return [entry.name for entry in append(act)]  # type: ignore[operator]
    except NotAdmitted as refusal:
        return refusal.kind
    except Misstated as refusal:
        return str(refusal)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(),
    days=st.integers(0, 400),
    as_at=st.dates(date(2022, 1, 1), date(2023, 6, 30)),
    sight=sights(),
)
def test_tables_and_memory_tell_the_same_of_any_moment(
    register: Register, data: st.DataObject, days: int, as_at: date, sight: Sight
) -> None:
    memory = memory_beside(register, data, acts=14)
    assert register.ledger.root() == memory.root()
    assert list(register.ledger.kept()) == list(memory.kept())
    then = Moment(as_at=as_at, known_by=FIRST + timedelta(days=days))
    folded = state((kept.entry() for kept in memory.kept()), then, sight)
    tables = TableState(then, sight)
    assert tables.codes("commitment") == folded.codes("commitment")
    assert {code: tables.record(code) for code in folded.records} == folded.records
    assert standings(TableState(then, sight)) == standings(folded)
    before = digest()
    assert rebuild(register.ledger) == memory.size
    assert digest() == before


def test_only_one_of_two_corrections_is_taken(register: Register) -> None:
    (wrong,) = register.ledger.append([said(COMMITMENT, "note", "wrong")])
    right = said(COMMITMENT, "note", "right", corrects=wrong.name, at=later(1))
    register.ledger.append([right])
    with pytest.raises(NotAdmitted) as refusal:
        register.ledger.append([replace(right, stated_by="Colleague", recorded_at=later(2))])
    assert refusal.value.kind == "corrected_already"
    assert register.ledger.size == 2


def test_an_adopted_assessment_is_not_corrected_in_the_tables_either(register: Register) -> None:
    value = {"level": 2, "reasons": "As cited.", "sources": ["source/communique"]}
    (made,) = register.ledger.append([said(COMMITMENT, "assessment", value, on="2022-10-01")])
    step = {"assessment": made.name, "step": "adopted"}
    register.ledger.append([said(COMMITMENT, "judgement", step, by="Colleague", at=later(1))])
    with pytest.raises(NotAdmitted) as refusal:
        register.ledger.append([said(COMMITMENT, "retraction", "No.", corrects=made.name, at=later(2))])
    assert (refusal.value.kind, register.ledger.size) == ("corrects_what_was_adopted", 2)


def test_an_act_of_recording_is_taken_whole_or_not_at_all(register: Register) -> None:
    with pytest.raises(NotAdmitted):
        register.ledger.append([said(COMMITMENT, "note", "x"), said(COMMITMENT, "note", "x")])
    assert register.ledger.size == 0
    register.ledger.append([said(COMMITMENT, "note", "x")])


def test_nothing_is_added_to_a_ledger_that_is_out_of_step(register: Register) -> None:
    register.ledger.append([said(COMMITMENT, "note", "x")])
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM current_frontier")
    with pytest.raises(NotAdmitted) as refusal:
        register.ledger.append([said(COMMITMENT, "note", "y", at=later(1))])
    assert refusal.value.kind == "ledger_out_of_step"
    rebuild(register.ledger)
    register.ledger.append([said(COMMITMENT, "note", "y", at=later(1))])


def test_who_records_at_once_is_recorded_one_after_the_other(register: Register) -> None:
    # The clock may stand still, or be set back: the ledger's time doesn't.
    ahead = datetime.now(UTC) + timedelta(days=1)
    register.ledger.append([said(COMMITMENT, "note", "from a clock ahead", at=ahead)])
    (entry,) = register.record(lambda at: [said(COMMITMENT, "note", "now", at=at)])
    assert entry.assertion.recorded_at == ahead + timedelta(microseconds=1)


def test_who_records_while_the_tables_are_made_anew_comes_after(register: Register) -> None:
    register.record(lambda at: [said(COMMITMENT, "kind", "commitment", at=at)])
    threads = list[Thread]()

    def recording() -> None:
        register.record(lambda at: [said("S/9.a", "kind", "commitment", at=at)])
        connections.close_all()

    def heard(count: int) -> None:
        threads.append(Thread(target=recording))
        threads[-1].start()
        threads[-1].join(timeout=0.3)

    rebuild(register.ledger, heard)
    threads[0].join()
    assert register.ledger.size == 2
    kept = digest()
    rebuild(register.ledger)
    assert digest() == kept


def test_a_checkpoint_says_what_the_ledger_is_and_is_signed_by_it(register: Register) -> None:
    register.ledger.append([said(COMMITMENT, "note", "x")])
    checkpoint = opened(register.checkpoint(), register.folder.verifier.read_text(encoding="utf-8"))
    assert (checkpoint.size, checkpoint.root) == (1, register.ledger.root())
    assert verify(register.ledger.kept(), [checkpoint]).holds


def test_a_write_in_the_table_behind_our_back_is_found(register: Register) -> None:
    for number in range(5):
        register.ledger.append([said(COMMITMENT, "note", str(number), at=later(number))])
    with connection.cursor() as cursor:
        # Somebody with the rights of an owner takes the guard away first.
        on = " ON assertion" if connection.vendor == "postgresql" else ""
        guard = "assertion_no_change" if on else "assertion_no_update"
        cursor.execute(f"DROP TRIGGER {guard}{on}")
        cursor.execute(
            'UPDATE assertion SET content = REPLACE(content, \'"value":"3"\', \'"value":"8"\') WHERE number = 3'
        )
    verdict = verify(register.ledger.kept())
    assert (verdict.fault, verdict.number) == ("leaf", 3)


def test_a_moment_between_two_recordings_sees_the_first(register: Register) -> None:
    (wrong,) = register.ledger.append([said(COMMITMENT, "note", "as it was thought", at=later(0))])
    register.ledger.append([said(COMMITMENT, "note", "as it was", corrects=wrong.name, at=later(30))])
    told = [
        register.state(moment("2022-12-31", day), EVERYTHING).record(COMMITMENT).value("note")
        for day in ("2022-10-15", "2022-11-15")
    ]
    assert told == ["as it was thought", "as it was"]
