"""Texts taken in, the proposals they made, and what people decided about them, kept for good beside the ledger."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from django.db import transaction

from mutabaa.register import MARKINGS, Marking
from mutabaa.register.canonical import canonical
from mutabaa.review import Proposal
from mutabaa.review.decision import Decision, Differing, Intake, Verdict, Version
from mutabaa.review.proposal import Proposed
from mutabaa.store.models import Decision as DecisionRow
from mutabaa.store.models import Intake as IntakeRow
from mutabaa.store.models import Proposal as Row
from mutabaa.store.models import ProposedIn

# SQLite bears so many values in one question.
_AT_ONCE = 500


class KeptProposals:
    """Proposals wait until a person decides. Whoever asks says which markings they see."""

    def keep(self, intake: Intake, proposals: Sequence[Proposal]) -> int:
        """Keep a text taken in with its proposals, in their order; how many weren't here yet."""
        by_name = {proposal.name: proposal for proposal in proposals}
        with transaction.atomic():
            known = self._ids(list(by_name))
            fresh = [
                Row(
                    name=name,
                    sense=proposal.sense,
                    instrument=proposal.instrument,
                    subject=proposal.subject,
                    marking=proposal.marking,
                    content=canonical(proposal.plain()).decode(),
                    proposed_at=intake.at,
                )
                for name, proposal in by_name.items()
                if name not in known
            ]
            Row.objects.bulk_create(fresh, batch_size=_AT_ONCE)
            row = IntakeRow.objects.create(
                instrument=intake.instrument,
                marking=intake.marking,
                taken_in_by=intake.by,
                taken_in_at=intake.at,
                content=canonical(intake.content()).decode(),
            )
            ids = self._ids(list(by_name))
            ProposedIn.objects.bulk_create(
                [
                    ProposedIn(intake=row, proposal_id=ids[name], place=place)
                    for place, name in enumerate(by_name)
                ],
                batch_size=_AT_ONCE,
            )
        return len(fresh)

    def intakes(self, instrument: str, markings: Iterable[Marking]) -> tuple[Intake, ...]:
        """Every time this text was taken in, the newest last."""
        rows = IntakeRow.objects.filter(instrument=instrument, marking__in=list(markings)).order_by("id")
        return tuple(_intake(row) for row in rows)

    def instruments(self, markings: Iterable[Marking]) -> tuple[str, ...]:
        """The texts taken in, in the order in which they first were."""
        rows = IntakeRow.objects.filter(marking__in=list(markings)).order_by("id")
        return tuple(dict.fromkeys(rows.values_list("instrument", flat=True)))

    def made_by(self, intake: Intake) -> tuple[Proposal, ...]:
        """The proposals of a text taken in, in the order in which they can be recorded."""
        rows = ProposedIn.objects.filter(intake_id=intake.number).order_by("place")
        return tuple(_proposal(content) for content in rows.values_list("proposal__content", flat=True))

    def find(self, name: str, markings: Iterable[Marking]) -> Proposal | None:
        """The proposal of a name, where it is seen."""
        found = Row.objects.filter(name=name, marking__in=list(markings))
        content = found.values_list("content", flat=True).first()
        return _proposal(content) if content is not None else None

    def all(self, instrument: str, markings: Iterable[Marking]) -> tuple[Proposal, ...]:
        """Every proposal ever made of a text, of whatever file, in order."""
        rows = Row.objects.filter(instrument=instrument, marking__in=list(markings)).order_by("id")
        return tuple(_proposal(content) for content in rows.values_list("content", flat=True))

    def decisions(self, instrument: str, markings: Iterable[Marking]) -> Mapping[str, tuple[Decision, ...]]:
        """What was decided about the proposals of a text, by what they say: the latest decision last."""
        rows = (
            DecisionRow.objects.filter(proposal__instrument=instrument, proposal__marking__in=list(markings))
            .select_related("proposal")
            .order_by("id")
        )
        found: dict[str, list[Decision]] = {}
        for row in rows:
            found.setdefault(row.proposal.sense, []).append(_decision(row))
        return {sense: tuple(decisions) for sense, decisions in found.items()}

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Keep what a person decided. The database refuses a second decision of the same number."""
        ids = self._ids([one.proposal for one in decisions])
        DecisionRow.objects.bulk_create(
            [
                DecisionRow(
                    proposal_id=ids[one.proposal],
                    number=one.number,
                    decided_by=one.by,
                    decided_at=one.at,
                    verdict=one.verdict,
                    content=canonical(one.content()).decode(),
                )
                for one in decisions
            ],
            batch_size=_AT_ONCE,
        )

    def _ids(self, names: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for start in range(0, len(names), _AT_ONCE):
            rows = Row.objects.filter(name__in=names[start : start + _AT_ONCE])
            found.update(rows.values_list("name", "id"))
        return found


def _proposal(content: str) -> Proposal:
    return Proposal.from_plain(json.loads(content))


def _intake(row: IntakeRow) -> Intake:
    content = json.loads(row.content)
    return Intake(
        number=row.id,
        instrument=row.instrument,
        marking=next(one for one in MARKINGS if one == row.marking),
        by=row.taken_in_by,
        at=row.taken_in_at,
        versions=tuple(Version(**one) for one in content["versions"]),
        differences=tuple(map(Differing.from_plain, content["differences"])),
    )


def _decision(row: DecisionRow) -> Decision:
    content = json.loads(row.content)
    return Decision(
        proposal=row.proposal.name,
        number=row.number,
        verdict=next(one for one in get_args(Verdict) if one == row.verdict),
        by=row.decided_by,
        at=row.decided_at,
        statements=tuple(map(Proposed.from_plain, content["statements"])),
        reason=content["reason"],
        entries=tuple(content["entries"]),
    )
