"""Proposals and what people decided about them, kept for good beside the ledger."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from django.db import transaction

from mutabaa.register.canonical import canonical
from mutabaa.review import Proposal
from mutabaa.store.models import Decision
from mutabaa.store.models import Proposal as Row

Verdict = Literal["accepted", "corrected", "rejected"]


class KeptProposals:
    """Proposals wait until a person decides."""

    def keep(self, proposals: Iterable[Proposal], at: datetime) -> int:
        """Keep those that aren't here yet; how many were new."""
        by_name = {proposal.name: proposal for proposal in proposals}
        with transaction.atomic():
            known = set(Row.objects.filter(name__in=list(by_name)).values_list("name", flat=True))
            rows = [
                Row(
                    name=name,
                    instrument=proposal.instrument,
                    subject=proposal.subject,
                    content=canonical(proposal.plain()).decode(),
                    proposed_at=at,
                )
                for name, proposal in by_name.items()
                if name not in known
            ]
            Row.objects.bulk_create(rows, batch_size=500)
        return len(rows)

    def undecided(self, instrument: str | None = None) -> tuple[Proposal, ...]:
        """What waits for a person, of one instrument or of all, in the order in which it was proposed."""
        waiting = Row.objects.filter(decision=None)
        if instrument is not None:
            waiting = waiting.filter(instrument=instrument)
        rows = waiting.order_by("id").values_list("content", flat=True)
        return tuple(Proposal.from_plain(json.loads(content)) for content in rows)

    def decide(
        self, proposal: Proposal, verdict: Verdict, *, by: str, at: datetime, content: str = ""
    ) -> None:
        """Keep what a person decided; `content` is what they accepted where it differs from the proposal."""
        Decision.objects.create(
            proposal=Row.objects.get(name=proposal.name),
            verdict=verdict,
            decided_by=by,
            decided_at=at,
            content=content,
        )
