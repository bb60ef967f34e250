"""Take a text in: its files are kept, its proposals wait; a person who accepts them answers for what is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mutabaa.register import Assertion, Marking
from mutabaa.register.sight import EVERYTHING
from mutabaa.review import AgainstRecord, AlignedText, Proposal, against, assertions, propose
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenIn:
    """What came of it. `differing`: proposals that would change what is recorded; they wait for a person."""

    proposals: int
    new: int
    recorded: int = 0
    differing: tuple[str, ...] = ()


def take_in(
    register: Register, aligned: AlignedText, *, accept_as: str | None = None, marking: Marking = "internal"
) -> TakenIn:
    """Keep the files and the proposals of a text; with a name, that person accepts all that adds to the record.

    Nothing recorded is changed by it: what differs from the record is left for the desk. All at one instant, or
    nothing (a file may stay behind, which harms nobody).
    """
    proposals = propose(aligned)
    instant = register.now()
    for reading in aligned.readings.values():
        register.files.put(reading.official_text.source.content, instant)
    with register.ledger.turn():
        instant = register.now()
        new = register.proposals.keep(proposals, instant)
        if accept_as is None:
            return TakenIn(proposals=len(proposals), new=new)
        waiting = {proposal.name for proposal in register.proposals.undecided(aligned.symbol)}
        compared = _compared(register, [one for one in proposals if one.name in waiting], instant)
        said = _said(compared, accept_as, instant, marking)
        entries = register.ledger.append(said) if said else ()
        for one in compared:
            if not one.differing:
                register.proposals.decide(one.proposal, "accepted", by=accept_as, at=instant)
    return TakenIn(
        proposals=len(proposals),
        new=new,
        recorded=len(entries),
        differing=tuple(one.proposal.subject for one in compared if one.differing),
    )


def _compared(register: Register, proposals: Sequence[Proposal], instant: datetime) -> list[AgainstRecord]:
    """Each proposal beside its record, as far as it is known now, whatever day it speaks of."""
    state = register.state(Moment(as_at=date.max, known_by=instant), EVERYTHING)
    state.gather([proposal.subject for proposal in proposals])
    return [against(proposal, state.record(proposal.subject)) for proposal in proposals]


def _said(compared: Sequence[AgainstRecord], by: str, instant: datetime, marking: Marking) -> list[Assertion]:
    return [
        assertion
        for one in compared
        for assertion in assertions(one.proposal, one.new, by=by, at=instant, marking=marking)
    ]
