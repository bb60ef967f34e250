"""Laws that hold whatever people do at the desk: nothing is laxer than what it rests on, nobody adopts their own, the
past stays as it was told, and the tables say what the ledger says."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from random import Random

import pytest
from tests.desk.matters import ANALYST, CONTRIBUTOR, ICESCO, PROVISION, SECRETARIAT, record, report

from mutabaa.desk.actors import now
from mutabaa.desk.assess import assess, assessments, reply, take_step, withdraw_assessment
from mutabaa.desk.assign import assign
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.events import held, plan_activity, replaced_by
from mutabaa.desk.evidence import cite, evidence, withdraw_citation
from mutabaa.desk.explain import explain
from mutabaa.desk.lifecycle import due_at_event, fulfilled, set_lifecycle
from mutabaa.desk.lineage import RELATIONS, lineage, link
from mutabaa.desk.sources import add_source, regrade, sources
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import EVERYTHING, MARKINGS, Marking, standing
from mutabaa.register.statements import BEARINGS, LEVELS, LIFECYCLES
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.wiring import Register

CODES = [f"OIC/X/14.{letter}" for letter in "abc"]
REVIEWER, OTHER = Viewer(name="rachid", role="reviewer"), Viewer(name="amal", role="analyst")
READER = Viewer(name="rim", role="reader")
PEOPLE = [SECRETARIAT, ANALYST, OTHER, REVIEWER, CONTRIBUTOR, READER, Viewer()]
# Who may do much does much; the others try.
WEIGHTS = [6, 4, 4, 6, 3, 1, 1]


def begun(register: Register, chance: Random) -> None:
    report(register)
    for code, marking in zip(CODES, ("public", "internal", "restricted"), strict=True):
        said = [(code, "kind", "commitment"), (code, "part_of", PROVISION), (code, "due", {"kind": "event"})]
        record(register, *said, marking=marking)  # type: ignore[arg-type]
    assign(register, SECRETARIAT, CODES[1], ICESCO)
    for number in range(3):
        who = chance.choice([SECRETARIAT, ANALYST])
        marking: Marking = chance.choice(["public", "internal", "restricted"])
        add_source(register, who, note=f"Note {number}", origin=f"origin {number % 2}", marking=marking)
    for number in range(2):
        plan_activity(register, ANALYST, names={"en": f"Session {number}"})


def one_deed(register: Register, chance: Random) -> None:
    """Somebody tries something; most of it may be refused."""
    who, code, day = (
        chance.choice(PEOPLE),
        chance.choice(CODES),
        PartialDate(year=2018, month=chance.randint(1, 12)),
    )
    marking = chance.choice(MARKINGS)
    state = register.state(now(register), EVERYTHING)
    source = chance.choice(state.codes("source"))
    here, there = chance.sample(state.codes("activity"), 2)
    names = [
        e.name for e in state.record(code).entries if e.assertion.says in ("assessment", "evidence")
    ] or ["-"]
    on = {"source": source, "effective_on": day, "marking": marking}
    deeds: list[Callable[[], object]] = [
        lambda: cite(register, who, commitment=code, bearing=chance.choice(BEARINGS), **on),  # type: ignore[arg-type]
        lambda: withdraw_citation(register, who, code, chance.choice(names), "Wrong."),
        lambda: assess(
            register, who, code, level=chance.choice(LEVELS), reasons="So.", sources=[source], marking=marking
        ),
        lambda: take_step(register, who, code, chance.choice(names), chance.choice(["reviewed", "adopted"])),  # type: ignore[arg-type]
        lambda: withdraw_assessment(register, who, code, chance.choice(names), "Wrong."),
        lambda: reply(register, who, code, f"Reply {chance.random()}"),
        lambda: set_lifecycle(register, who, code, chance.choice(LIFECYCLES), **on),  # type: ignore[arg-type]
        lambda: fulfilled(register, who, code, **on),  # type: ignore[arg-type]
        lambda: due_at_event(register, who, code, here),
        lambda: held(register, who, here, **on),  # type: ignore[arg-type]
        lambda: replaced_by(register, who, here, there, **on),  # type: ignore[arg-type]
        lambda: link(register, who, code, chance.choice(RELATIONS), chance.choice(CODES), marking),
        lambda: regrade(
            register, who, source, reliability=chance.choice("ABEF"), credibility=chance.randint(1, 6)
        ),
        lambda: add_source(register, who, note=f"Note {chance.random()}", marking=marking),
    ]
    with suppress(NotDone, NotThere, NotAllowed):
        chance.choice(deeds)()


@pytest.mark.parametrize("seed", range(3))
def test_whatever_people_do_the_laws_hold(register: Register, seed: int) -> None:
    chance = Random(seed)
    begun(register, chance)
    size = register.ledger.size
    told: list[tuple[Moment, str, object]] = []
    for number in range(90):
        one_deed(register, chance)
        if number % 12 == 0:
            # "By then" ends before anything later is recorded.
            moment = Moment(as_at=date(2018, chance.randint(1, 12), 28), known_by=last_recorded(register))
            state = register.state(moment, EVERYTHING)
            told += [(moment, code, standing(code, state).axes) for code in CODES]
    assert register.ledger.size >= size + 15

    nothing_is_laxer_than_what_it_rests_on(register)
    nobody_adopted_their_own(register)
    for moment, code, axes in told:
        assert standing(code, register.state(moment, EVERYTHING)).axes == axes
    for who in PEOPLE:
        what_is_seen_holds_together(register, who, [moment for moment, _, _ in told[::3]])
    computed = register.computed()
    register.rebuild()
    assert register.computed() == computed


def last_recorded(register: Register) -> datetime:
    return next(iter(register.ledger.kept(register.ledger.size - 1))).entry().assertion.recorded_at


def nothing_is_laxer_than_what_it_rests_on(register: Register) -> None:
    entries = [kept.entry() for kept in register.ledger.kept()]
    kinds = {e.assertion.subject: e.assertion.marking for e in entries if e.assertion.says == "kind"}
    by_name = {e.name: e.assertion for e in entries}
    for said in (entry.assertion for entry in entries):
        value = said.value if isinstance(said.value, dict) else {}
        rests_on = [kinds[code] for code in (said.source, *value.get("sources", ())) if code]  # type: ignore[misc,union-attr]
        if said.says not in ("kind", "part_of", "due", "focal_point", "shared_with"):
            rests_on.append(kinds[said.subject])
        rests_on += [by_name[name].marking for name in (said.corrects, value.get("assessment")) if name]  # type: ignore[index]
        strictest = max((MARKINGS.index(one) for one in rests_on), default=0)
        assert MARKINGS.index(said.marking) >= strictest, said


def nobody_adopted_their_own(register: Register) -> None:
    by_name = {kept.entry().name: kept.entry().assertion for kept in register.ledger.kept()}
    adopted = [
        one for one in by_name.values() if one.says == "judgement" and one.value["step"] != "contested"
    ]  # type: ignore[index,call-overload]
    for one in adopted:
        assert by_name[one.value["assessment"]].stated_by != one.stated_by  # type: ignore[index,call-overload]
    taken_back = {one.corrects for one in by_name.values() if one.says == "retraction"}
    steps = {one.value["assessment"] for one in adopted}  # type: ignore[index,call-overload]
    assert not taken_back & steps


def what_is_seen_holds_together(register: Register, who: Viewer, moments: list[Moment]) -> None:
    for moment in [*moments, now(register)]:
        seen = register.state(moment, who.sight)
        listed = {source.code for source in sources(register, who, moment)}
        for code in CODES:
            if seen.record(code).kind is None:
                with pytest.raises(NotThere):
                    explain(register, who, code, moment)
                continue
            assert all(one.same for one in explain(register, who, code, moment)[1])
            lineage(register, who, code, moment)
            for cited in evidence(register, who, code, moment):
                assert (cited.source is not None) == (cited.entry.assertion.source in listed)
            for one in assessments(register, who, code, moment):
                assert {source.code for source in one.sources} <= listed
