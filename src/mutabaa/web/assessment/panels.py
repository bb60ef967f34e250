"""What the page of a commitment offers: to assess it, to take a step on another's assessment, to reply."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from mutabaa.desk.assess import concerns
from mutabaa.desk.commitment import Commitment
from mutabaa.register.judged_axes import field
from mutabaa.vocabulary.names.actors import actor_code
from mutabaa.web.door import entered_by
from mutabaa.web.layout.panels import Panel


def others(request: HttpRequest, found: Commitment) -> Mapping[str, Any]:
    """`open`: the assessments of others that nobody adopted yet."""
    name = entered_by(request).viewer.name
    return {
        "open": [
            one
            for one in found.assessments
            if one.entry.assertion.stated_by != name
            and all(field(entry, "step") != "adopted" for entry in one.steps)
        ]
    }


def own(request: HttpRequest, found: Commitment) -> Mapping[str, Any]:
    """`mine`: one's own assessments that nobody has taken up."""
    name = entered_by(request).viewer.name
    taken_up = ("reviewed", "adopted")
    return {
        "mine": [
            one
            for one in found.assessments
            if one.entry.assertion.stated_by == name
            and all(field(entry, "step") not in taken_up for entry in one.steps)
        ]
    }


def replying(request: HttpRequest, found: Commitment) -> Mapping[str, Any]:
    """`to`: the assessments to which the entity may reply."""
    entity = entered_by(request).viewer.entity
    return {"to": found.assessments if entity and concerns(found.record, actor_code(entity)) else ()}


panels = (
    Panel(template="assessment/assess_panel.html", needs="assess", slot="assessments", facts=own),
    Panel(
        template="assessment/step_panel.html", needs="take_step", slot="assessments", order=60, facts=others
    ),
    Panel(
        template="assessment/reply_panel.html", needs="reply", slot="assessments", order=60, facts=replying
    ),
)
