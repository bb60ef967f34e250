"""From accepted proposals to assertions: a person answers for each, the rule that proposed it stands beside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from mutabaa.register import Assertion, Entry, Marking, Record, strictest
from mutabaa.register.canonical import Value
from mutabaa.review.places import without_places
from mutabaa.review.proposal import Proposal, Proposed

# Statements that a record may make several times, told apart by this field of their value.
_TOLD_APART_BY = ("language", "code")
# Statements that it may make several times, with nothing to tell them apart but what they say.
_SEVERAL = frozenset(("addressee", "beneficiary"))
How = Literal["new", "same", "differing"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """A proposed statement beside the record. `entry`: what is recorded instead of it, or as it is; None when new."""

    statement: Proposed
    how: How
    entry: Entry | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AgainstRecord:
    """A proposal beside what is recorded: `new` adds to it, `same` is there, `differing` would change it."""

    proposal: Proposal
    compared: tuple[Compared, ...]

    @property
    def new(self) -> tuple[Proposed, ...]:
        return self._those("new")

    @property
    def same(self) -> tuple[Proposed, ...]:
        return self._those("same")

    @property
    def differing(self) -> tuple[Proposed, ...]:
        return self._those("differing")

    def _those(self, how: How) -> tuple[Proposed, ...]:
        return tuple(one.statement for one in self.compared if one.how == how)


def against(proposal: Proposal, record: Record) -> AgainstRecord:
    """What of a proposal the record lacks, has (wherever the words stood), or has otherwise.

    Only what is new can be accepted as it stands. What differs is a correction, and a correction names the entry that
    it corrects: that is decided one by one.
    """
    return AgainstRecord(proposal=proposal, compared=compare(proposal.statements, record))


def compare(statements: Iterable[Proposed], record: Record) -> tuple[Compared, ...]:
    """Each statement beside the entry that says the same or, where there is none, beside one that it would correct.

    An entry is set beside one statement only: a third addressee is new where two are recorded and both are named.
    """
    left: dict[tuple[str, ...], list[Entry]] = {}
    for entry in record.entries:
        left.setdefault(_key(entry.assertion.says, entry.assertion.value), []).append(entry)
    said = list(statements)
    found: dict[int, Compared] = {}
    for place, one in enumerate(said):
        entries = left.get(_key(one.says, one.value), [])
        told = without_places(one.value, one.says)
        same = next((e for e in entries if without_places(e.assertion.value, one.says) == told), None)
        if same is not None:
            if one.says in _SEVERAL:
                entries.remove(same)
            found[place] = Compared(statement=one, how="same", entry=same)
    for place, one in enumerate(said):
        if place not in found:
            entries = left.get(_key(one.says, one.value), [])
            other = entries.pop() if entries else None
            found[place] = Compared(statement=one, how="differing" if other else "new", entry=other)
    return tuple(found[place] for place in range(len(said)))


def assertions(
    proposal: Proposal,
    statements: Iterable[Compared],
    *,
    by: str,
    at: datetime,
    marking: Marking = "internal",
) -> tuple[Assertion, ...]:
    """What a person states of a proposal at an instant: what is new, and a correction for each that differs."""
    return tuple(
        Assertion(
            subject=one.entry.assertion.subject if one.entry else proposal.subject,
            says=one.statement.says,
            value=one.statement.value,
            stated_by=by,
            recorded_at=at,
            source=one.statement.source,
            passage=one.statement.passage,
            effective_on=one.statement.effective_on,
            marking=strictest(marking, one.entry.assertion.marking) if one.entry else marking,
            corrects=one.entry.name if one.entry else None,
            because=f"{one.statement.because} ({proposal.reader})" if one.statement.because else "",
        )
        for one in statements
        if one.how != "same"
    )


def _key(says: str, value: Value) -> tuple[str, ...]:
    """What a statement speaks of: for words, their language; for an act, its code."""
    if isinstance(value, Mapping):
        return (says, *(str(value[field]) for field in _TOLD_APART_BY if value.get(field)))
    return (says,)
