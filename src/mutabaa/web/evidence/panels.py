"""What the page of a commitment offers: to cite, to say what became of it, to draw its line."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from mutabaa.desk.commitment import Commitment
from mutabaa.register.statements import SHARED_WITH
from mutabaa.web.door import entered_by
from mutabaa.web.layout.panels import Panel


def citing(request: HttpRequest, found: Commitment) -> Mapping[str, Any]:
    """`may`: who records, and an entity on what is shared with it; `mine`: the citations they may take back."""
    viewer = entered_by(request).viewer
    shared = {str(entry.assertion.value) for entry in found.record.all(SHARED_WITH)}
    may = viewer.may("record") or viewer.entity in shared
    own = viewer.own | {viewer.name}
    mine = [one for one in found.evidence if viewer.may("record") or one.entry.assertion.stated_by in own]
    return {"may": may, "mine": mine if may else []}


panels = (
    Panel(template="evidence/cite_panel.html", needs="cite", slot="evidence", facts=citing),
    Panel(template="evidence/lifecycle_panel.html", needs="record", slot="stands"),
    Panel(template="evidence/lineage_panel.html", needs="record", slot="lineage"),
)
