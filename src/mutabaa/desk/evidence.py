"""Evidence: a source supports or contradicts that something was done, or is context; cited by people, never proposed
into the record by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Unpack

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.sources import Source, source_of
from mutabaa.desk.stating import OURS, Basis, Turn, named, stated, written
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import Assertion, Entry, Marking, Record
from mutabaa.register.canonical import Value
from mutabaa.register.statements import BEARINGS, SHARED_WITH
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.wiring.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class Cited:
    """A source cited for a commitment. `words`: what it says of it; `passage`: where. `source`: None where the
    viewer sees the citation and not the source. `name`: by which the citation is withdrawn."""

    entry: Entry
    source: Source | None

    @property
    def name(self) -> str:
        return self.entry.name

    @property
    def bearing(self) -> str:
        return str(_value(self.entry)["bearing"])

    @property
    def words(self) -> str:
        return str(_value(self.entry).get("words") or "")

    @property
    def passage(self) -> str:
        return self.entry.assertion.passage


def cite(
    register: Register,
    viewer: Viewer,
    *,
    commitment: str,
    bearing: str,
    words: str = "",
    **basis: Unpack[Basis],
) -> Entry:
    """Cite a source for a commitment; the entry. `effective_on`: since when what it says is so.

    Marked as strictly as the source and the commitment. An entity cites on what is shared with it. Raises NotAllowed,
    NotThere, and NotDone: `no_such_bearing`, `cited_already`, `marking_beyond_sight`.
    """
    viewer.must("cite")
    (entry,) = stated(
        register,
        viewer,
        lambda turn: [cited(turn, commitment=commitment, bearing=bearing, words=words, **basis)],
    )
    return entry


def cited(
    turn: Turn,
    *,
    source: str,
    commitment: str,
    bearing: str,
    words: str = "",
    passage: str = "",
    effective_on: PartialDate,
    marking: Marking = OURS,
    new: bool = False,
) -> Assertion:
    """What `cite` says, in somebody's turn. `new`: the source is recorded in the same act. Raises as `cite` does."""
    if bearing not in BEARINGS:
        raise NotDone("no_such_bearing", bearing=bearing[:80])
    value: dict[str, Value] = {"bearing": bearing}
    if words.strip():
        value["words"] = written(words)
    on = turn.the("commitment", commitment)
    its_source = turn.state.record(source) if new else turn.the("source", source)
    if not turn.viewer.may("record") and turn.viewer.entity not in _shared_with(on):
        # A public commitment is seen by all; that is no invitation to say what became of it.
        raise NotAllowed("cite")
    told = (value, its_source.code, effective_on)
    before = [entry.assertion for entry in on.all("evidence")]
    if any((one.value, one.source, one.effective_on) == told for one in before):
        raise NotDone("cited_already", source=its_source.code, commitment=on.code)
    return turn.said(
        on.code,
        "evidence",
        value,
        marking=turn.marked(marking, on, its_source),
        source=its_source.code,
        passage=written(passage),
        effective_on=effective_on,
    )


def withdraw_citation(register: Register, viewer: Viewer, commitment: str, name: str, reason: str) -> Entry:
    """Take a citation back, with the reason. `name`: of its entry, or the beginning of it.

    Whoever made it may, or somebody of its entity; and who records for the secretariat. It stays in the history.
    Raises NotAllowed, NotThere, NotDone: `reason_missing`.
    """
    viewer.must("cite")

    def said(turn: Turn) -> list[Assertion]:
        on = turn.the("commitment", commitment)
        entry = named(turn.state, on.code, "evidence", name)
        if not viewer.may("record") and entry.assertion.stated_by not in viewer.own | {viewer.name}:
            raise NotAllowed("cite")
        return [turn.taken_back(entry, reason)]

    (entry,) = stated(register, viewer, said)
    return entry


def evidence(register: Register, viewer: Viewer, commitment: str, moment: Moment) -> tuple[Cited, ...]:
    """What was cited for a commitment, by the day it tells of. Raises NotThere."""
    state = register.state(moment, viewer.sight)
    on = state.record(commitment)
    if on.kind != "commitment":
        raise NotThere(commitment)
    entries = on.all("evidence")
    state.gather(sorted({entry.assertion.source or "" for entry in entries}))
    found = []
    for entry in entries:
        record = state.record(entry.assertion.source or "")
        found.append(Cited(entry=entry, source=source_of(record) if record.kind == "source" else None))
    return tuple(found)


def _shared_with(on: Record) -> set[str]:
    return {str(entry.assertion.value) for entry in on.all(SHARED_WITH)}


def _value(entry: Entry) -> Mapping[str, Value]:
    assert isinstance(entry.assertion.value, Mapping)
    return entry.assertion.value
