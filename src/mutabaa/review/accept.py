"""From accepted proposals to assertions: a person answers for each, the rule that proposed it stands beside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mutabaa.register import Assertion, Marking, Record
from mutabaa.register.canonical import Value
from mutabaa.review.proposal import Proposal, Proposed

# Statements that a record may make several times, told apart by this field of their value.
_TOLD_APART_BY = ("language", "code")


@dataclass(frozen=True, kw_only=True, slots=True)
class AgainstRecord:
    """A proposal beside what is recorded: `new` adds to it, `same` is there, `differing` would change it."""

    proposal: Proposal
    new: tuple[Proposed, ...]
    same: tuple[Proposed, ...]
    differing: tuple[Proposed, ...]


def against(proposal: Proposal, record: Record) -> AgainstRecord:
    """What of a proposal the record lacks, has, or has otherwise.

    Only what is new can be accepted as it stands. What differs is a correction, and a correction names the entry that
    it corrects: that is decided one by one.
    """
    there: dict[tuple[str, ...], list[Value]] = {}
    for entry in record.entries:
        there.setdefault(_key(entry.assertion.says, entry.assertion.value), []).append(entry.assertion.value)
    sorted_: dict[str, list[Proposed]] = {"new": [], "same": [], "differing": []}
    for one in proposal.statements:
        recorded = there.get(_key(one.says, one.value))
        how = "new" if recorded is None else "same" if one.value in recorded else "differing"
        sorted_[how].append(one)
    return AgainstRecord(proposal=proposal, **{how: tuple(found) for how, found in sorted_.items()})


def assertions(
    proposal: Proposal,
    statements: Iterable[Proposed],
    *,
    by: str,
    at: datetime,
    marking: Marking = "internal",
) -> tuple[Assertion, ...]:
    """Statements of a proposal as a person states them at an instant."""
    return tuple(
        Assertion(
            subject=proposal.subject,
            says=one.says,
            value=one.value,
            stated_by=by,
            recorded_at=at,
            source=one.source,
            passage=one.passage,
            effective_on=one.effective_on,
            marking=marking,
            because=f"{one.because} ({proposal.reader})" if one.because else "",
        )
        for one in statements
    )


def _key(says: str, value: Value) -> tuple[str, ...]:
    """What a statement speaks of: for words, their language; for an act, its code."""
    if isinstance(value, Mapping):
        return (says, *(str(value[field]) for field in _TOLD_APART_BY if value.get(field)))
    return (says,)
