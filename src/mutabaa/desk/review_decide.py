"""Decide about a proposal: accept it, state something else in its stead, or set it aside; each proposal once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.review_proposals import Reviewed, records, reviewed
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import Assertion, Marking, Misstated, strictest
from mutabaa.register.statements import check
from mutabaa.review import AgainstRecord, Compared, Decision, Proposal, Verdict, against, assertions, compare
from mutabaa.review.proposal import READ_FROM_TEXTS, Proposed
from mutabaa.wiring.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class Accepted:
    """`accepted`: how many proposals, `recorded`: how many entries. `left`: subjects of those that would change what
    is recorded, or whose words stood under another code before: they are for a person, one by one."""

    accepted: int
    recorded: int
    left: tuple[str, ...]


def decide(
    register: Register,
    viewer: Viewer,
    proposal_name: str,
    verdict: Verdict,
    statements: Sequence[Proposed] | None = None,
    *,
    marking: Marking | None = None,
    reason: str = "",
    instead_of: int | None = None,
) -> Decision:
    """Record what a person decided, and what they state with it.

    accepted: what is new is recorded, what differs corrects the entry it differs from. corrected: the same of
    `statements`, which stand for the proposal's own. rejected: nothing is recorded; `reason` says why. `instead_of`:
    number of an earlier rejection that this takes the place of. Raises NotAllowed, NotThere, NotDone.
    """
    viewer.must("review")
    with register.ledger.turn():
        proposal = register.proposals.find(proposal_name, viewer.sight.markings)
        if proposal is None:
            raise NotThere(proposal_name)
        text = reviewed(register, viewer, proposal.instrument)
        number = _number(text, proposal, instead_of)
        if verdict == "rejected" and not reason.strip():
            raise NotDone("reason_missing")
        stated = _stated(proposal, verdict, statements)
        instant = register.now()
        record = records(register, viewer, [proposal])[proposal.subject]
        said = _said(viewer, proposal, compare(stated, record), instant, marking)
        entries = register.ledger.append(said) if said else ()
        decision = Decision(
            proposal=proposal.name,
            verdict=verdict,
            by=viewer.name,
            at=instant,
            number=number,
            statements=tuple(stated) if verdict == "corrected" else (),
            reason=reason.strip(),
            entries=tuple(entry.name for entry in entries),
        )
        register.proposals.decide([decision])
    return decision


def accept_all(
    register: Register, viewer: Viewer, instrument: str, *, marking: Marking | None = None
) -> Accepted:
    """Record all that a text adds, at one instant, and accept every waiting proposal that does no more than that.

    Raises NotAllowed, NotThere.
    """
    viewer.must("review")
    with register.ledger.turn():
        text = reviewed(register, viewer, instrument)
        waiting = text.undecided()
        moved = text.apart(register).renumbered
        instant = register.now()
        recorded = records(register, viewer, waiting)
        compared = [against(one, recorded[one.subject]) for one in waiting]
        adding = [one for one in compared if _adds(one) and one.proposal.subject not in moved]
        # Where part of a proposal waits, what is new in it is recorded, and the proposal isn't decided.
        said = [
            _said(
                viewer, one.proposal, [each for each in one.compared if each.how == "new"], instant, marking
            )
            for one in adding
        ]
        entries = register.ledger.append([each for one in said for each in one]) if any(said) else ()
        names = iter(entry.name for entry in entries)
        decisions = [
            Decision(
                proposal=one.proposal.name,
                verdict="accepted",
                by=viewer.name,
                at=instant,
                entries=tuple(next(names) for _ in stated),
            )
            for one, stated in zip(adding, said, strict=True)
        ]
        taken = [one for one, its in zip(decisions, adding, strict=True) if not its.differing]
        register.proposals.decide(taken)
    accepted = {one.proposal for one in taken}
    return Accepted(
        accepted=len(taken),
        recorded=len(entries),
        left=tuple(one.subject for one in waiting if one.name not in accepted),
    )


def _adds(compared: AgainstRecord) -> bool:
    """Whether it speaks of the words that are recorded: what is new in it belongs to them."""
    return not any(one.says in ("wording", "action") for one in compared.differing)


def _number(text: Reviewed, proposal: Proposal, instead_of: int | None) -> int:
    """The number of the next decision about it. Raises NotDone where there is one, or the text no longer says so."""
    if proposal.name not in {one.name for one in text.proposals}:
        raise NotDone("proposal_stale", subject=proposal.subject)
    decided = text.decision(proposal)
    if decided is None:
        if instead_of is not None:
            raise NotDone("not_decided_yet", subject=proposal.subject)
        return 1
    # What was accepted is recorded: whoever sees it otherwise now corrects the record.
    if decided.number != instead_of or decided.verdict != "rejected":
        raise NotDone("decided_already", by=decided.by, verdict=decided.verdict, subject=proposal.subject)
    return decided.number + 1


def _stated(
    proposal: Proposal, verdict: Verdict, statements: Sequence[Proposed] | None
) -> Sequence[Proposed]:
    """What the person states. Raises NotDone for what isn't read from a text, or was read in another one."""
    if verdict == "rejected":
        return ()
    if verdict == "accepted":
        return proposal.statements
    if not statements:
        raise NotDone("nothing_stated")
    sources = {one.source for one in proposal.statements}
    for one in statements:
        if one.says not in READ_FROM_TEXTS:
            raise NotDone("not_read_from_a_text", says=one.says)
        if one.source not in sources:
            raise NotDone("read_in_another_text", says=one.says)
    own = {one.says + repr(one.value): one.because for one in proposal.statements}
    # Where a person says it otherwise, no rule found it.
    return [replace(one, because=own.get(one.says + repr(one.value), "")) for one in statements]


def _said(
    viewer: Viewer,
    proposal: Proposal,
    compared: Iterable[Compared],
    at: datetime,
    marking: Marking | None,
) -> tuple[Assertion, ...]:
    """The assertions, marked at least as strictly as the text. Raises NotAllowed, NotDone."""
    strict = strictest(proposal.marking, marking or proposal.marking)
    if not viewer.may_mark(strict):
        raise NotAllowed("mark")
    said = assertions(proposal, compared, by=viewer.name, at=at, marking=strict)
    for one in said:
        try:
            check(one)
        except Misstated as wrong:
            raise NotDone("misstated", says=one.says, reason=str(wrong)) from wrong
    return said
