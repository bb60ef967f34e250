"""Five axes, each with why; none of them a guess."""

from typing import Any

import pytest
from tests.register.said import COMMITMENT, later, moment, said

from mutabaa.register import Assertion, MemoryLedger, Standing, standing, state

NOTE, WIRE, PAPER = "source/note-verbale", "source/wire", "source/paper"


def recorded(*acts: Assertion | list[Assertion]) -> MemoryLedger:
    """Each act of recording a day after the one before."""
    ledger = MemoryLedger()
    made = said(COMMITMENT, "kind", "commitment", on="2022-09-22")
    for day, act in enumerate([made, *acts]):
        batch = act if isinstance(act, list) else [act]
        ledger.append([replaced_at(assertion, day) for assertion in batch])
    return ledger


def replaced_at(assertion: Assertion, day: int) -> Assertion:
    from dataclasses import replace

    return replace(assertion, recorded_at=later(day))


def stands(ledger: MemoryLedger, as_at: str = "2023-03-31") -> Standing:
    return standing(COMMITMENT, state((kept.entry() for kept in ledger.kept()), moment(as_at)))


def source(code: str, origin: str, grade: str) -> list[Assertion]:
    return [
        said(code, "kind", "source"),
        said(code, "origin", origin),
        said(code, "reliability", grade[0]),
        said(code, "credibility", int(grade[1])),
    ]


def evidence(code: str, bearing: str = "supports", on: str = "2023-03-13") -> Assertion:
    return said(COMMITMENT, "evidence", {"bearing": bearing}, source=code, on=on)


def due(**rule: Any) -> Assertion:
    return said(COMMITMENT, "due", rule)


def test_a_commitment_nobody_spoke_of_is_active_unassessed_and_without_evidence_since_it_was_made() -> None:
    axes = stands(recorded()).axes
    assert {name: axis.value for name, axis in axes.items()} == {
        "lifecycle": "active",
        "implementation": None,
        "timeliness": "no_deadline",
        "evidence": "none",
        "judgement": None,
    }
    assert (axes["evidence"].rule, axes["evidence"].facts["since"]) == ("evidence.none_since", "2022-09-22")


@pytest.mark.parametrize(
    ("sources", "value"),
    [
        ([(NOTE, "the Secretariat", "B2", "supports")], "single"),
        (
            [(NOTE, "the Secretariat", "B2", "supports"), (WIRE, "an agency", "B3", "supports")],
            "corroborated",
        ),
        # The same agency in two papers is one voice.
        ([(PAPER, "an agency", "C2", "supports"), (WIRE, "an agency", "B3", "supports")], "single"),
        # What can't be judged doesn't corroborate; what is unreliable or improbable doesn't count.
        ([(NOTE, "the Secretariat", "B2", "supports"), (WIRE, "an agency", "F6", "supports")], "single"),
        ([(NOTE, "the Secretariat", "E2", "supports"), (WIRE, "an agency", "B5", "supports")], "none"),
        ([(NOTE, "the Secretariat", "B2", "context")], "none"),
        # A denial does not erase the report it denies.
        (
            [(NOTE, "the Secretariat", "A1", "supports"), (WIRE, "an agency", "C3", "contradicts")],
            "contradicted",
        ),
        ([(NOTE, "the Secretariat", "A1", "supports"), (WIRE, "an agency", "E5", "contradicts")], "single"),
    ],
)
def test_evidence_is_what_graded_sources_amount_to(
    sources: list[tuple[str, str, str, str]], value: str
) -> None:
    ledger = recorded(
        *([*source(code, who, grade), evidence(code, how)] for code, who, grade, how in sources)
    )
    assert stands(ledger).axes["evidence"].value == value


def test_evidence_of_a_later_day_is_not_there_yet() -> None:
    ledger = recorded([*source(NOTE, "the Secretariat", "B2"), evidence(NOTE, on="2023-03-13")])
    assert stands(ledger, "2023-03-12").axes["evidence"].value == "none"
    assert stands(ledger, "2023-03-13").axes["evidence"].value == "single"


@pytest.mark.parametrize(
    ("as_at", "value"),
    [
        ("2022-10-01", "not_due"),
        ("2022-11-21", "due_soon"),
        ("2022-12-21", "due_soon"),
        ("2022-12-22", "overdue"),
    ],
)
def test_timeliness_is_computed_from_the_day_that_is_asked_about(as_at: str, value: str) -> None:
    ledger = recorded(due(kind="duration", length="P90D", start="2022-09-22"))
    assert stands(ledger, as_at).axes["timeliness"].value == value


@pytest.mark.parametrize(("on", "value"), [("2022-12-20", "not_due"), ("2023-01", "done_late")])
def test_what_was_done_after_its_day_is_done_late(on: str, value: str) -> None:
    ledger = recorded(
        due(kind="date", on="2022-12-21"), said(COMMITMENT, "lifecycle", "completed", on=on, source=NOTE)
    )
    assert stands(ledger).axes["timeliness"].value == value


def test_what_was_overtaken_by_events_is_not_late() -> None:
    overtaken = said(COMMITMENT, "lifecycle", "overtaken", on="2023-01-20", source=NOTE)
    axes = stands(recorded(due(kind="date", on="2023-01-23"), overtaken)).axes
    assert (axes["lifecycle"].value, axes["timeliness"].value) == ("overtaken", "not_due")
    assert axes["timeliness"].rule == "due.no_longer_asked"


def test_a_deadline_bound_to_an_event_is_a_day_once_the_event_is_recorded() -> None:
    session = "activity/cfm-49"
    rule = due(kind="event", event=session, words="at its forty-ninth session")
    assert stands(recorded(rule)).axes["timeliness"].rule == "due.event_awaited"
    held = said(session, "held", on="2023-03-17", source=NOTE)
    axis = stands(recorded(rule, held)).axes["timeliness"]
    assert (axis.value, axis.facts["due"]) == ("overdue", "2023-03-17")


def test_an_adopted_assessment_stands_until_another_is_adopted() -> None:
    def assessed(level: int, by: str, on: str) -> Assertion:
        value = {"level": level, "reasons": "On the sources cited.", "sources": [NOTE]}
        return said(COMMITMENT, "assessment", value, by=by, on=on)

    ledger = recorded(assessed(2, "Amina", "2023-03-20"))
    assert stands(ledger).axes["judgement"].value == "proposed"
    first = list(ledger.kept())[-1].entry().name
    step = {"assessment": first, "step": "adopted"}
    ledger.append([said(COMMITMENT, "judgement", step, by="Omar", at=later(5))])
    ledger.append([replaced_at(assessed(1, "An observer", "2023-03-25"), 6)])
    axes = stands(ledger).axes
    assert (axes["implementation"].value, axes["judgement"].value) == ("2", "adopted")
    # The competing one is not lost: it is counted beside it.
    assert axes["implementation"].facts["others"] == "1"
    reply = {"assessment": first, "step": "contested", "words": "The report was sent."}
    ledger.append([said(COMMITMENT, "judgement", reply, by="Addressee", at=later(7))])
    axes = stands(ledger).axes
    assert (axes["implementation"].value, axes["judgement"].value) == ("2", "contested")


def test_no_evidence_available_is_a_level_of_its_own_and_never_zero() -> None:
    value = {"level": "no_evidence", "reasons": "Looked for in the reports to the Council.", "sources": []}
    ledger = recorded(said(COMMITMENT, "assessment", value, on="2023-03-31"))
    assert stands(ledger).axes["implementation"].value == "no_evidence"


def test_every_axis_names_the_entries_it_rests_on() -> None:
    ledger = recorded(due(kind="date", on="2022-12-21"), [*source(NOTE, "x", "B2"), evidence(NOTE)])
    axes = stands(ledger).axes
    by_number = {kept.number: kept.entry().assertion.says for kept in ledger.kept()}
    assert [by_number[number] for number in axes["timeliness"].rests_on] == ["due"]
    assert [by_number[number] for number in axes["evidence"].rests_on] == ["evidence"]


def test_a_deadline_moves_to_the_conference_held_in_the_place_of_the_one_it_was_bound_to() -> None:
    planned, instead = "activity/brussels", "activity/high-level"
    rule = due(kind="event", event=planned, words="at the conference")
    replaced = said(planned, "replaced_by", instead, on="2023-02-01", source=NOTE)
    assert stands(recorded(rule, replaced)).axes["timeliness"].rule == "due.event_awaited"
    ledger = recorded(rule, replaced, said(instead, "held", on="2023-02-23", source=NOTE))
    axis = stands(ledger).axes["timeliness"]
    assert (axis.value, axis.facts["due"]) == ("overdue", "2023-02-23")
    says = [kept.entry().assertion.says for kept in ledger.kept()]
    assert [says[number] for number in axis.rests_on] == ["due", "replaced_by", "held"]


def test_events_replaced_by_one_another_in_a_circle_set_no_day() -> None:
    one, other = "activity/one", "activity/other"
    circle = [
        said(code, "replaced_by", by, on="2023-02-01", source=NOTE)
        for code, by in [(one, other), (other, one)]
    ]
    ledger = recorded(due(kind="event", event=one, words="then"), circle)
    assert stands(ledger).axes["timeliness"].rule == "due.event_awaited"


def test_a_deadline_bound_to_a_fact_of_imprecise_date_runs_from_the_last_day_it_can_mean() -> None:
    fact = "event/signature"
    signed = said(fact, "occurred", {"from": "2023-02-03", "to": "2023-02"}, on="2023-02", source=NOTE)
    ledger = recorded(due(kind="event", event=fact, words="upon signature"), signed)
    assert stands(ledger).axes["timeliness"].facts["due"] == "2023-02-28"


def test_what_was_fulfilled_in_time_is_not_overdue() -> None:
    done = said(COMMITMENT, "fulfilled", on="2022-12-01", source=NOTE)
    axis = stands(recorded(due(kind="date", on="2022-12-21"), done)).axes["timeliness"]
    assert (axis.value, axis.rule) == ("not_due", "due.done_in_time")


def test_a_late_judgement_that_it_was_done_does_not_say_that_it_was_done_late() -> None:
    value = {"level": 3, "reasons": "The study is on record.", "sources": [NOTE]}
    judged = said(COMMITMENT, "assessment", value, on="2023-03-20")
    axis = stands(recorded(due(kind="date", on="2022-12-21"), judged)).axes["timeliness"]
    assert (axis.value, axis.rule) == ("not_due", "due.done_day_not_stated")


def test_a_proposed_judgement_of_full_does_not_undo_a_deadline_that_an_adopted_one_left_open() -> None:
    def judged(level: int, on: str, by: str) -> Assertion:
        value = {"level": level, "reasons": "As cited.", "sources": [NOTE]}
        return said(COMMITMENT, "assessment", value, on=on, by=by)

    ledger = recorded(due(kind="date", on="2022-12-21"), judged(1, "2023-01-10", "Amina"))
    first = list(ledger.kept())[-1].entry().name
    step = {"assessment": first, "step": "adopted"}
    ledger.append([said(COMMITMENT, "judgement", step, by="Omar", at=later(5))])
    ledger.append([replaced_at(judged(3, "2023-03-01", "Amina"), 6)])
    assert stands(ledger).axes["timeliness"].value == "overdue"


def test_a_review_after_the_adoption_does_not_undo_it() -> None:
    value = {"level": 2, "reasons": "As cited.", "sources": [NOTE]}
    ledger = recorded(said(COMMITMENT, "assessment", value, on="2023-03-20", by="Amina"))
    first = list(ledger.kept())[-1].entry().name
    for day, (step, by) in enumerate([("adopted", "Omar"), ("reviewed", "Khadija")], start=4):
        taken = {"assessment": first, "step": step}
        ledger.append([said(COMMITMENT, "judgement", taken, by=by, at=later(day))])
    axis = stands(ledger).axes["judgement"]
    assert (axis.value, axis.facts["by"]) == ("adopted", "Omar")


@pytest.mark.parametrize(
    ("says", "value", "more"),
    [
        ("amount", {"amount": 1500.5, "currency": "EUR"}, {}),
        ("amount", {"amount": "1.5e3", "currency": "EUR"}, {}),
        ("amount", {"amount": "1500.50", "currency": "euro"}, {}),
        ("figure", {"what": "dead", "least": 12, "most": 3}, {"source": NOTE}),
        ("occurred", {"from": "2023-02", "to": "2022"}, {"source": NOTE}),
        ("informant", "Somebody", {"marking": "restricted"}),
    ],
)
def test_floats_ranges_that_run_backwards_and_informants_told_to_others_are_refused(
    says: str, value: Any, more: dict[str, Any]
) -> None:
    from mutabaa.register import Misstated
    from mutabaa.register.statements import check

    with pytest.raises(Misstated):
        check(said("contribution/1", says, value, **more))
