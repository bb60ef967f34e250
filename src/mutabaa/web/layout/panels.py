"""Pieces that other pages' folders add to the page of a commitment: a form beside what it changes.

A folder's `urls.py` names them in `panels`, as it names its `places`; nothing else has to be told of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from django.http import HttpRequest
from django.urls import reverse

from mutabaa.desk.commitment import Commitment
from mutabaa.people.admission import Needs, Policy
from mutabaa.web.door import entered_by
from mutabaa.web.layout.navigation import page_urls

# The sections of the page, at whose end panels stand; actions: a section of its own, for what has no other.
Slot = Literal["words", "stands", "particulars", "lineage", "evidence", "activity", "assessments", "actions"]
SLOTS: tuple[Slot, ...] = get_args(Slot)
Facts = Callable[[HttpRequest, Commitment], Mapping[str, Any]]


def _nothing(request: HttpRequest, found: Commitment) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """`template` is included for whom `needs` admits (as in `shown_to`), at the end of the section `slot`, small
    `order` first. It is given `found` (desk.commitment.Commitment) and, as `panel`, what `facts` makes of the request
    and of it. `back`: also where somebody looks at another moment than now; a deed is done today, so most are not."""

    template: str
    needs: Needs
    slot: Slot = "actions"
    order: int = 50
    back: bool = False
    facts: Facts = field(default=_nothing)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A panel as it is shown to somebody."""

    template: str
    facts: Mapping[str, Any]


def panels_for(request: HttpRequest, found: Commitment) -> dict[Slot, tuple[Shown, ...]]:
    """The panels of each slot for who is asking. Raises AttributeError outside a view that is shown to somebody."""
    entered = entered_by(request)
    named = [panel for module in page_urls() for panel in getattr(module, "panels", ())]
    admitted = [
        panel
        for panel in sorted(named, key=lambda panel: (panel.order, panel.template))
        if Policy(needs=panel.needs).admits(entered.viewer) and (panel.back or not entered.looks_back)
    ]
    return {
        slot: tuple(
            Shown(template=panel.template, facts=panel.facts(request, found))
            for panel in admitted
            if panel.slot == slot
        )
        for slot in SLOTS
    }


def address_of(found: Commitment) -> str:
    """Where a form of a panel leads back to."""
    return reverse("commitment", kwargs={"code": found.record.code})
