"""The review desk of one text: every proposal of its newest reading beside the record, with its words in the text."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mutabaa.desk.review_proposals import Reviewed, records, reviewed
from mutabaa.people.policy import Viewer
from mutabaa.register import Entry, Marking, Record
from mutabaa.review import Decision, Differing, KeptText, Lit, Proposal, Verdict, against
from mutabaa.review.accept import Compared, How
from mutabaa.review.places import places
from mutabaa.review.proposal import Proposed
from mutabaa.review.readings_apart import Apart
from mutabaa.vocabulary import Language
from mutabaa.wiring.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionOnDesk:
    """A language version with its text as published. `source`: code of its file as a source."""

    language: Language
    direction: str
    source: str
    text: KeptText


@dataclass(frozen=True, kw_only=True, slots=True)
class StatementOnDesk:
    """A proposed statement. `how` it stands to the record, `recorded`: the entry it repeats or would correct.
    `rule`: which rule proposed it. `lit`: its words in the text of each version."""

    statement: Proposed
    how: How
    recorded: Entry | None
    rule: str
    lit: tuple[Lit, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalOnDesk:
    """A proposal. `decision`: the one that counts, None while it waits; `decided`: all, the latest last; `carried`:
    it was made on an earlier reading that said the same. `unsaid`: entries that an earlier reading gave and this one
    doesn't. `differences`: where the versions differ in it. `stood_at`: the code under which its words stood in the
    reading before. `stale`: an earlier reading proposed it, the newest doesn't."""

    name: str
    subject: str
    kind: str
    marking: Marking
    statements: tuple[StatementOnDesk, ...]
    decision: Decision | None = None
    decided: tuple[Decision, ...] = ()
    carried: bool = False
    unsaid: tuple[Entry, ...] = ()
    differences: tuple[Differing, ...] = ()
    stood_at: str | None = None
    stale: bool = False

    @property
    def only_adds(self) -> bool:
        return all(one.how != "differing" for one in self.statements)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewDesk:
    """`proposals`: of the newest reading, in the order in which they can be recorded. `stale`: of earlier readings
    only, the undecided and the decided. `differences`: of the document as a whole. `apart`: what the newest reading
    changed. `counts`: `waiting`, `accepted`, `corrected`, `rejected`, `differing` (would change the record), `stale`
    (undecided) and `stale_decided`."""

    instrument: str
    marking: Marking
    taken_in_at: datetime
    taken_in_by: str
    versions: tuple[VersionOnDesk, ...]
    proposals: tuple[ProposalOnDesk, ...]
    stale: tuple[ProposalOnDesk, ...]
    differences: tuple[Differing, ...]
    apart: Apart
    counts: Mapping[str, int]


def desk(register: Register, viewer: Viewer, instrument: str) -> ReviewDesk:
    """The desk as this viewer sees it. Raises NotAllowed, NotThere."""
    viewer.must("review")
    text = reviewed(register, viewer, instrument)
    newest = text.newest
    apart = text.apart(register)
    current = {one.sense for one in text.proposals}
    earlier = {
        one.sense: one
        for one in register.proposals.all(instrument, viewer.sight.markings)
        if one.sense not in current
    }
    recorded = records(register, viewer, [*text.proposals, *earlier.values()])
    proposals = tuple(
        _on_desk(one, recorded[one.subject], text, stood_at=apart.renumbered.get(one.subject))
        for one in text.proposals
    )
    stale = tuple(_on_desk(one, recorded[one.subject], text, stale=True) for one in earlier.values())
    codes = {one.subject for one in proposals}
    return ReviewDesk(
        instrument=instrument,
        marking=newest.marking,
        taken_in_at=newest.at,
        taken_in_by=newest.by,
        versions=tuple(
            VersionOnDesk(language=one.language, direction=kept.direction, source=one.source, text=kept)
            for one in newest.versions
            for kept in (register.texts.get(one.text),)
        ),
        proposals=proposals,
        stale=stale,
        differences=tuple(
            one for one in newest.differences if one.code == instrument or one.code not in codes
        ),
        apart=apart,
        counts=_counts(proposals, stale),
    )


def desks(register: Register, viewer: Viewer) -> Mapping[str, Mapping[str, int]]:
    """The texts on the desk and the counts of each. Raises NotAllowed."""
    viewer.must("review")
    return {
        instrument: desk(register, viewer, instrument).counts
        for instrument in register.proposals.instruments(viewer.sight.markings)
    }


def _on_desk(
    proposal: Proposal, record: Record, text: Reviewed, *, stood_at: str | None = None, stale: bool = False
) -> ProposalOnDesk:
    beside = against(proposal, record)
    decided = text.decisions.get(proposal.sense, ())
    decision = decided[-1] if decided else None
    return ProposalOnDesk(
        name=proposal.name,
        subject=proposal.subject,
        kind=proposal.kind,
        marking=proposal.marking,
        statements=tuple(map(_statement, beside.compared)),
        decision=decision,
        decided=decided,
        carried=decision is not None and decision.proposal != proposal.name,
        unsaid=_unsaid(beside.compared, record, text.instrument),
        differences=tuple(one for one in text.newest.differences if one.code == proposal.subject),
        stood_at=stood_at,
        stale=stale,
    )


def _statement(one: Compared) -> StatementOnDesk:
    return StatementOnDesk(
        statement=one.statement,
        how=one.how,
        recorded=one.entry,
        rule=one.statement.because,
        lit=places(one.statement.value),
    )


def _unsaid(compared: tuple[Compared, ...], record: Record, instrument: str) -> tuple[Entry, ...]:
    """What was read of the record in this text, and isn't read there now."""
    met = {one.entry.name for one in compared if one.entry}
    return tuple(
        entry
        for entry in record.entries
        if entry.name not in met
        and entry.assertion.because
        and f"{entry.assertion.passage}/".startswith(f"{instrument}/")
    )


def _counts(proposals: tuple[ProposalOnDesk, ...], stale: tuple[ProposalOnDesk, ...]) -> dict[str, int]:
    verdicts: tuple[Verdict, ...] = ("accepted", "corrected", "rejected")
    decided = Counter(one.decision.verdict for one in proposals if one.decision)
    waiting = [one for one in proposals if one.decision is None]
    return {
        "waiting": len(waiting),
        **{verdict: decided[verdict] for verdict in verdicts},
        "differing": sum(not one.only_adds for one in waiting),
        "stale": sum(one.decision is None for one in stale),
        "stale_decided": sum(one.decision is not None for one in stale),
    }
