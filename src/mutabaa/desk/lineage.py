"""Lineage: a commitment takes up an earlier one, in the same words, stronger or weaker ones, or lets it go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.stating import OURS, Turn, stated
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Entry, Marking, Record, State
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register

Relation = Literal["reiterates", "strengthens", "weakens", "drops"]
RELATIONS: tuple[Relation, ...] = ("reiterates", "strengthens", "weakens", "drops")


@dataclass(frozen=True, kw_only=True, slots=True)
class Kin:
    """A link of a line: `later` does this to `earlier`; the wording of both beside one another, by language."""

    relation: Relation
    later: Record
    earlier: Record
    later_words: Mapping[Language, str]
    earlier_words: Mapping[Language, str]
    entry: Entry


def link(
    register: Register,
    viewer: Viewer,
    commitment: str,
    relation: Relation,
    earlier: str,
    marking: Marking = OURS,
) -> Entry:
    """Say what a commitment does to an earlier one; the entry. Said otherwise before, it is corrected.

    Raises NotAllowed, NotThere, and NotDone: `no_such_relation`, `linked_to_itself`, `linked_in_a_circle`,
    `said_already`, `marking_beyond_sight`.
    """
    viewer.must("record")
    if relation not in RELATIONS:
        raise NotDone("no_such_relation", relation=str(relation)[:80], allowed=", ".join(RELATIONS))

    def said(turn: Turn) -> list[Assertion]:
        one, other = turn.the("commitment", commitment), turn.the("commitment", earlier)
        if one.code == other.code:
            raise NotDone("linked_to_itself", code=one.code)
        if any(kin.earlier.code == one.code for kin in _earlier(other, turn.state)):
            raise NotDone("linked_in_a_circle", code=one.code, earlier=other.code)
        marking_ = turn.marked(marking, one, other)
        before = [e for says in RELATIONS for e in one.all(says) if _leads_to(e, other, turn.state)]
        if any(entry.assertion.says == relation for entry in before):
            raise NotDone("said_already", code=one.code)
        taken_back = [turn.taken_back(entry, relation) for entry in before]
        return [*taken_back, turn.said(one.code, relation, other.code, marking=marking_)]

    return stated(register, viewer, said)[-1]


def unlink(register: Register, viewer: Viewer, commitment: str, earlier: str, reason: str) -> Entry:
    """Take back what was said of two commitments. Raises NotAllowed, NotThere, and NotDone: `reason_missing`."""
    viewer.must("record")

    def said(turn: Turn) -> list[Assertion]:
        one, other = turn.the("commitment", commitment), turn.state.record(earlier)
        found = [e for says in RELATIONS for e in one.all(says) if _leads_to(e, other, turn.state)]
        if not found:
            raise NotThere(earlier)
        return [turn.taken_back(entry, reason) for entry in found]

    return stated(register, viewer, said)[-1]


def lineage(register: Register, viewer: Viewer, code: str, moment: Moment) -> tuple[Kin, ...]:
    """The whole line of a commitment, the earliest link first: what it took up, what those took up, and what took it up
    later. What isn't seen is left out, and the line ends there. Raises NotThere."""
    state = register.state(moment, viewer.sight)
    record = state.record(code)
    if record.kind != "commitment":
        raise NotThere(code)
    return (*reversed(list(_earlier(record, state))), *_later(record, state))


def _earlier(record: Record, state: State) -> Iterator[Kin]:
    """The links back from a commitment, the nearest first."""
    waiting, passed = [record], {record.code}
    while waiting:
        one = waiting.pop(0)
        for relation in RELATIONS:
            for entry in one.all(relation):
                other = state.record(str(entry.assertion.value))
                if other.kind == "commitment":
                    yield _kin(relation, one, other, entry)
                    if other.code not in passed:
                        passed.add(other.code)
                        waiting.append(other)


def _later(record: Record, state: State) -> Iterator[Kin]:
    """The links that lead to a commitment, the nearest first."""
    waiting, passed = [record], {record.code}
    while waiting:
        one = waiting.pop(0)
        for relation in RELATIONS:
            said = state.saying(relation, [one.code, *one.also])
            for code in dict.fromkeys(code for codes in said.values() for code in codes):
                other = state.record(code)
                if other.kind != "commitment":
                    continue
                for entry in other.all(relation):
                    if _leads_to(entry, one, state):
                        yield _kin(relation, other, one, entry)
                if other.code not in passed:
                    passed.add(other.code)
                    waiting.append(other)


def _leads_to(entry: Entry, record: Record, state: State) -> bool:
    return state.record(str(entry.assertion.value)).code == record.code


def _kin(relation: Relation, later: Record, earlier: Record, entry: Entry) -> Kin:
    return Kin(
        relation=relation,
        later=later,
        earlier=earlier,
        later_words=_words(later),
        earlier_words=_words(earlier),
        entry=entry,
    )


def _words(record: Record) -> dict[Language, str]:
    """The action in each language, as it was quoted."""
    values = [entry.assertion.value for entry in record.all("action")]
    return {one["language"]: str(one["text"]) for one in values if isinstance(one, dict)}
