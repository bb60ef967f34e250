"""Focal points: an entity is asked to answer for a commitment, sees what it needs for that, and confirms or refuses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mutabaa.desk.actors import actor, now
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.stating import OURS, Turn, stated, written
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import Assertion, Entry, Record, State
from mutabaa.register.canonical import Value
from mutabaa.register.sight import SHARED_UP_TO, up_to
from mutabaa.register.statements import SHARED_WITH
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register

Answer = Literal["asked", "confirmed", "refused"]
ANSWERS: tuple[Answer, ...] = ("asked", "confirmed", "refused")


@dataclass(frozen=True, kw_only=True, slots=True)
class Assignment:
    """An entity made focal point of a commitment. `answer`: what it said, `reason`: why it refused.

    `rests_on`: the entries that say so, the assignment first.
    """

    commitment: str
    entity: str
    person: str
    answer: Answer
    reason: str = ""
    rests_on: tuple[Entry, ...] = ()


def assign(
    register: Register, viewer: Viewer, commitment: str, entity: str, person: str = ""
) -> tuple[Entry, ...]:
    """Make an entity focal point of a commitment, and show it the commitment, its provision and its instrument.

    What is public or internal there it then sees; not what is restricted. Raises NotThere, and NotDone: `assigned`,
    `too_strict_to_share`.
    """
    viewer.must("assign")
    entity = actor(register, viewer, entity).code

    def said(turn: Turn) -> list[Assertion]:
        record = turn.the("commitment", commitment)
        if not _may_be_shared(record):
            raise NotDone("too_strict_to_share", commitment=record.code)
        if any(one.entity == entity and one.answer != "refused" for one in assignments_of(record)):
            raise NotDone("assigned", entity=entity, commitment=record.code)
        value: dict[str, Value] = {"entity": entity}
        if person.strip():
            value["person"] = written(person)
        # Sharing and asking are no secret of the register from those whom it concerns.
        shown = _context(turn.state, record, entity)
        return [
            turn.said(record.code, "focal_point", value, marking=OURS),
            *(turn.said(code, SHARED_WITH, entity, marking=OURS) for code in shown),
        ]

    return stated(register, viewer, said)


def confirm(register: Register, viewer: Viewer, commitment: str) -> tuple[Entry, ...]:
    """The entity takes it on. Raises NotThere where it wasn't asked, NotDone: `answered` when it said so before."""
    return _answer(register, viewer, commitment, "confirmed", "")


def refuse(register: Register, viewer: Viewer, commitment: str, reason: str) -> tuple[Entry, ...]:
    """The entity doesn't take it on, and says why. What it was shown it goes on seeing until that is taken back."""
    if not reason.strip():
        raise NotDone("refused_without_reason")
    return _answer(register, viewer, commitment, "refused", reason.strip())


def assignments(
    register: Register, viewer: Viewer, commitment: str, at: Moment | None = None
) -> tuple[Assignment, ...]:
    """Who is focal point of a commitment, each with its answer, in the order in which they were asked."""
    return assignments_of(_commitment(register.state(at or now(register), viewer.sight), commitment))


def assignments_of(record: Record) -> tuple[Assignment, ...]:
    """The same of a record that is at hand."""
    answers = {str(_value(entry)["assignment"]): entry for entry in record.all("focal_point_answer")}
    return tuple(
        _assignment(record.code, entry, answers.get(entry.name)) for entry in record.all("focal_point")
    )


def _answer(
    register: Register, viewer: Viewer, commitment: str, answer: Answer, reason: str
) -> tuple[Entry, ...]:
    viewer.must("confirm")
    if viewer.entity is None:
        raise NotAllowed("confirm")

    def said(turn: Turn) -> list[Assertion]:
        record = turn.the("commitment", commitment)
        mine = [one for one in assignments_of(record) if one.entity == viewer.entity]
        if not mine:
            raise NotThere(commitment)
        if mine[-1].answer == answer:
            raise NotDone("answered", answer=answer, commitment=record.code)
        value: dict[str, Value] = {"assignment": mine[-1].rests_on[0].name, "answer": answer}
        if reason:
            value["reason"] = written(reason)
        return [turn.said(record.code, "focal_point_answer", value, marking=OURS)]

    return stated(register, viewer, said)


def _assignment(commitment: str, asked: Entry, answered: Entry | None) -> Assignment:
    said = _value(answered) if answered else {}
    told = said.get("answer")
    return Assignment(
        commitment=commitment,
        entity=str(_value(asked)["entity"]),
        person=str(_value(asked).get("person") or ""),
        answer=next((one for one in ANSWERS if one == told), "asked"),
        reason=str(said.get("reason") or ""),
        rests_on=(asked, answered) if answered else (asked,),
    )


def _value(entry: Entry) -> dict[str, Value]:
    value = entry.assertion.value
    assert isinstance(value, dict)
    return value


def _commitment(state: State, code: str) -> Record:
    record = state.record(code)
    if record.kind != "commitment":
        raise NotThere(code)
    return record


def _context(state: State, record: Record, entity: str) -> Iterator[str]:
    """The commitment and all it is part of, as far as the entity doesn't see them by an earlier sharing."""
    passed = set[str]()
    code: str | None = record.code
    while code and code not in passed:
        passed.add(code)
        part = state.record(code)
        shared = any(entry.assertion.value == entity for entry in part.all(SHARED_WITH))
        if not shared and _may_be_shared(part):
            yield code
        code = part.value("part_of")


def _may_be_shared(record: Record) -> bool:
    """A record that is restricted itself would show that it is there, and nothing of it."""
    kind = record.newest("kind")
    return kind is not None and kind.assertion.marking in up_to(SHARED_UP_TO)
