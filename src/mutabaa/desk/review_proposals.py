"""The proposals of a text that somebody sees: those of its newest reading, what was decided, and what is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mutabaa.desk.errors import NotThere
from mutabaa.people.policy import Viewer
from mutabaa.register import Record, State
from mutabaa.review import Decision, Intake, Proposal
from mutabaa.review.readings_apart import Apart, apart
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class Reviewed:
    """A text under review. `intakes`: every time it was taken in, the newest last; `proposals`: those of the newest.
    `decisions`: by what a proposal says, so that a decision holds however often the same is read again."""

    instrument: str
    intakes: tuple[Intake, ...]
    proposals: tuple[Proposal, ...]
    decisions: Mapping[str, tuple[Decision, ...]]

    @property
    def newest(self) -> Intake:
        return self.intakes[-1]

    def decision(self, proposal: Proposal) -> Decision | None:
        """What counts: the latest that was decided."""
        decided = self.decisions.get(proposal.sense)
        return decided[-1] if decided else None

    def undecided(self) -> tuple[Proposal, ...]:
        return tuple(one for one in self.proposals if one.sense not in self.decisions)

    def apart(self, register: Register) -> Apart:
        """What the newest reading changed; all of it is new when it is the first."""
        before = register.proposals.made_by(self.intakes[-2]) if len(self.intakes) > 1 else ()
        return apart(before, self.proposals)


def reviewed(register: Register, viewer: Viewer, instrument: str) -> Reviewed:
    """The text as this viewer sees it. Raises NotThere."""
    markings = viewer.sight.markings
    intakes = register.proposals.intakes(instrument, markings)
    if not intakes:
        raise NotThere(instrument)
    return Reviewed(
        instrument=instrument,
        intakes=intakes,
        proposals=register.proposals.made_by(intakes[-1]),
        decisions=register.proposals.decisions(instrument, markings),
    )


def records(register: Register, viewer: Viewer, proposals: Sequence[Proposal]) -> Mapping[str, Record]:
    """The records that proposals speak of, as far as they are known now and seen, whatever day they speak of."""
    state = known_now(register, viewer)
    state.gather([proposal.subject for proposal in proposals])
    return {proposal.subject: state.record(proposal.subject) for proposal in proposals}


def known_now(register: Register, viewer: Viewer) -> State:
    return register.state(Moment(as_at=date.max, known_by=register.now()), viewer.sight)
