"""What somebody may not see leaves no trace in what they are told."""

from hypothesis import given
from tests.register.said import COMMITMENT, later, moment, said
from tests.register.test_state import registers, sights

from mutabaa.register import EVERYTHING, MemoryLedger, Sight, standing, standings, state


@given(ledger=registers(), sight=sights())
def test_nobody_is_told_what_they_may_not_see(ledger: MemoryLedger, sight: Sight) -> None:
    everything = [kept.entry() for kept in ledger.kept()]
    seen = state(everything, moment("2022-12-31"), sight)
    shared = {e.assertion.subject for e in everything if e.assertion.says == "shared_with"}
    for record in seen.records.values():
        for entry in record.entries:
            assert sight.sees(entry.assertion, shared=entry.assertion.subject in shared)


@given(ledger=registers(), sight=sights())
def test_what_is_not_seen_changes_no_standing(ledger: MemoryLedger, sight: Sight) -> None:
    shown = {entry.number for one in standings(_seen(ledger, sight)) for entry in one.commitment.entries}
    rests = {
        n for one in standings(_seen(ledger, sight)) for axis in one.axes.values() for n in axis.rests_on
    }
    every = {kept.number for kept in ledger.kept()}
    everywhere = {
        entry.number for record in _seen(ledger, sight).records.values() for entry in record.entries
    }
    assert shown <= every and rests <= everywhere


def test_a_confidential_assessment_is_not_counted_for_the_public() -> None:
    ledger = MemoryLedger()
    ledger.append([said(COMMITMENT, "kind", "commitment", marking="public")])
    judged = {"level": 2, "reasons": "seen on the ground", "sources": []}
    ledger.append(
        [said(COMMITMENT, "assessment", judged, at=later(1), on="2022-10-01", marking="confidential")]
    )
    for_all = standing(COMMITMENT, _seen(ledger, Sight())).axes["implementation"]
    inside = standing(COMMITMENT, _seen(ledger, EVERYTHING)).axes["implementation"]
    assert (for_all.value, for_all.rests_on) == (None, ()) or for_all.value == "no_evidence"
    assert inside.value == "2"


def test_a_focal_point_sees_what_is_shared_and_what_is_its_own() -> None:
    ledger = MemoryLedger()
    ledger.append([said(COMMITMENT, "kind", "commitment"), said("S/2.a", "kind", "commitment")])
    ledger.append([said(COMMITMENT, "shared_with", "actor/idb", at=later(1))])
    ledger.append([said("S/2.a", "note", "ours", at=later(2), by="Focal point", marking="restricted")])
    theirs = _seen(ledger, Sight(entity="actor/idb", own=frozenset({"Focal point"})))
    assert theirs.codes("commitment") == (COMMITMENT,)
    assert theirs.record("S/2.a").value("note") == "ours"


def test_leave_that_was_taken_back_shows_nothing_even_of_the_past() -> None:
    ledger = MemoryLedger()
    ledger.append([said(COMMITMENT, "kind", "commitment")])
    (leave,) = ledger.append([said(COMMITMENT, "shared_with", "actor/idb", at=later(1))])
    ledger.append([said(COMMITMENT, "retraction", "no longer", at=later(5), corrects=leave.name)])
    then = moment("2022-12-31", "2022-10-03")
    entries = [kept.entry() for kept in ledger.kept()]
    assert state(entries, then, Sight(entity="actor/idb")).codes("commitment") == ()


def _seen(ledger: MemoryLedger, sight: Sight):  # type: ignore[no-untyped-def]
    return state([kept.entry() for kept in ledger.kept()], moment("2022-12-31"), sight)
