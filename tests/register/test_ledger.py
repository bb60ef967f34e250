"""What a ledger takes, what it refuses, and that a false entry in it is found."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.register.said import COMMITMENT, later, said

from mutabaa.register import Assertion, Kept, MemoryLedger, Misstated, NotAdmitted, verify
from mutabaa.register.canonical import Value
from mutabaa.register.checkpoint import Checkpoint
from mutabaa.register.merkle import Frontier, leaf_hash

SOURCE = "source/communique"


def filled(count: int) -> MemoryLedger:
    ledger = MemoryLedger()
    for number in range(count):
        ledger.append([said(f"S/{number}", "note", f"ملاحظة {number}", at=later(number))])
    return ledger


def test_nothing_is_recorded_earlier_than_what_is_there() -> None:
    # Else what was known at a moment in the past would change after the fact.
    ledger = MemoryLedger()
    ledger.append([said(COMMITMENT, "note", "first", at=later(1))])
    for instant in (later(1), later(0)):
        with pytest.raises(NotAdmitted) as refusal:
            ledger.append([said(COMMITMENT, "note", "second", at=instant)])
        assert refusal.value.kind == "recorded_too_early"


def test_a_correction_cites_what_it_corrects_and_only_one_can() -> None:
    ledger = MemoryLedger()
    (wrong,) = ledger.append([said(COMMITMENT, "lifecycle", "withdrawn", on="2023-01-23", source=SOURCE)])
    right = said(
        COMMITMENT, "lifecycle", "overtaken", on="2023-01-24", source=SOURCE, corrects=wrong.name, at=later(1)
    )
    (entry,) = ledger.append([right])
    assert entry.assertion.corrects == wrong.name
    # A colleague who looked at the same entry corrects it too: theirs has to be settled against the first.
    with pytest.raises(NotAdmitted) as refusal:
        ledger.append([replace(right, stated_by="Colleague", recorded_at=later(2))])
    assert refusal.value.kind == "corrected_already"


@pytest.mark.parametrize(
    ("correction", "kind"),
    [
        (said(COMMITMENT, "note", "x", corrects="00" * 32, at=later(1)), "corrects_nothing"),
        (said("S/other", "note", "x", at=later(1)), "corrects_another_record"),
        (said(COMMITMENT, "symbol", "x", at=later(1)), "corrects_another_statement"),
    ],
)
def test_a_correction_of_something_else_is_refused(correction: Assertion, kind: str) -> None:
    ledger = MemoryLedger()
    (wrong,) = ledger.append([said(COMMITMENT, "note", "wrong")])
    with pytest.raises(NotAdmitted) as refusal:
        ledger.append([replace(correction, corrects=correction.corrects or wrong.name)])
    assert refusal.value.kind == kind


def test_nobody_adopts_their_own_assessment() -> None:
    ledger = MemoryLedger()
    level = {"level": 2, "reasons": "The mission went; no report was seen.", "sources": [SOURCE]}
    (made,) = ledger.append([said(COMMITMENT, "assessment", level, on="2023-03-31", by="Amina")])
    adopts = said(
        COMMITMENT, "judgement", {"assessment": made.name, "step": "adopted"}, by="Amina", at=later(1)
    )
    with pytest.raises(NotAdmitted) as refusal:
        ledger.append([adopts])
    assert refusal.value.kind == "adopts_own_assessment"
    ledger.append([replace(adopts, stated_by="Omar")])


@pytest.mark.parametrize("says", ["assessment", "retraction"])
def test_what_was_adopted_is_neither_corrected_nor_taken_back(says: str) -> None:
    ledger = MemoryLedger()
    level: dict[str, Value] = {
        "level": 2,
        "reasons": "The mission went; no report was seen.",
        "sources": [SOURCE],
    }
    (made,) = ledger.append([said(COMMITMENT, "assessment", level, on="2023-03-31", by="Amina")])
    other: Value = {**level, "level": 0} if says == "assessment" else "On second thoughts."
    change = said(COMMITMENT, says, other, on="2023-03-31", by="Amina", corrects=made.name, at=later(2))
    adopts = said(
        COMMITMENT, "judgement", {"assessment": made.name, "step": "adopted"}, by="Omar", at=later(2)
    )
    with pytest.raises(NotAdmitted) as refusal:
        ledger.append([adopts, change])
    (adoption,) = ledger.append([adopts])
    with pytest.raises(NotAdmitted) as later_refusal:
        ledger.append([replace(change, recorded_at=later(3))])
    assert {refusal.value.kind, later_refusal.value.kind} == {"corrects_what_was_adopted"}
    with pytest.raises(NotAdmitted) as refusal:
        ledger.append([said(COMMITMENT, "retraction", "No.", corrects=adoption.name, at=later(3))])
    assert refusal.value.kind == "corrects_an_adoption"
    # A new judgement is a new assessment.
    ledger.append([replace(change, says="assessment", value=level, corrects=None, recorded_at=later(4))])


@pytest.mark.parametrize(
    "assertion",
    [
        said(COMMITMENT, "status", "done"),
        said(COMMITMENT, "lifecycle", "finished", on="2023", source=SOURCE),
        said(COMMITMENT, "lifecycle", "completed", source=SOURCE),
        said(COMMITMENT, "lifecycle", "completed", on="2023"),
        said(COMMITMENT, "assessment", {"level": 4, "reasons": "x", "sources": []}, on="2023"),
        said(COMMITMENT, "assessment", {"level": True, "reasons": "x", "sources": []}, on="2023"),
        said(COMMITMENT, "assessment", {"level": 1, "sources": []}, on="2023"),
        said(COMMITMENT, "due", {"kind": "duration", "length": "90 days"}),
        said(COMMITMENT, "due", {"kind": "date"}),
        said(COMMITMENT, "retraction", "a mistake"),
        said(COMMITMENT, "action", {"language": "de", "text": "x"}),
    ],
    ids=str,
)
def test_what_no_statement_allows_is_refused(assertion: Assertion) -> None:
    with pytest.raises(Misstated):
        MemoryLedger().append([assertion])


def test_assertions_are_taken_together_or_not_at_all() -> None:
    ledger = MemoryLedger()
    with pytest.raises(NotAdmitted):
        ledger.append([said(COMMITMENT, "note", "x"), said(COMMITMENT, "note", "x")])
    assert ledger.size == 0


@given(st.integers(1, 40), st.data())
def test_a_byte_changed_in_any_entry_is_found_at_that_entry(count: int, data: st.DataObject) -> None:
    kept = list(filled(count).kept())
    at = data.draw(st.integers(0, count - 1))
    place = data.draw(st.integers(0, len(kept[at].content) - 1))
    content = bytearray(kept[at].content)
    content[place] ^= data.draw(st.integers(1, 255))
    # The leaf beside it is left, or computed anew by somebody who knows how.
    leaf = data.draw(st.sampled_from([kept[at].leaf, leaf_hash(bytes(content))]))
    kept[at] = replace(kept[at], content=bytes(content), leaf=leaf)
    verdict = verify(kept)
    assert (verdict.number, verdict.holds) == (at, False)


def rewritten(kept: list[Kept], at: int) -> list[Kept]:
    """The ledger of somebody who changed an entry and computed everything after it anew."""
    frontier, made = Frontier(), []
    for one in kept:
        content = b"{}" if one.number == at else one.content
        frontier.add(leaf_hash(content))
        made.append(Kept(number=one.number, content=content, leaf=leaf_hash(content), root=frontier.root()))
    return made


@given(st.integers(2, 30), st.data())
def test_a_ledger_written_anew_is_found_by_a_checkpoint_kept_outside(count: int, data: st.DataObject) -> None:
    kept = list(filled(count).kept())
    checkpoints = [Checkpoint(origin="x", size=one.number + 1, root=one.root) for one in kept]
    at = data.draw(st.integers(0, count - 1))
    verdict = verify(rewritten(kept, at), checkpoints)
    assert (verdict.fault, verdict.number, verdict.holds_to) == ("checkpoint", at, at)
    assert verify(rewritten(kept, at)).holds


def test_entries_taken_out_or_lost_at_the_end_are_found() -> None:
    kept = list(filled(9).kept())
    assert verify([*kept[:4], *kept[5:]]).number == 4
    whole = Checkpoint(origin="x", size=9, root=kept[-1].root)
    assert verify(kept[:8], [whole]).fault == "too_short"
    assert verify(kept, [whole]).holds_to == 9
