"""What the page of a commitment tells of its focal points, and to whom it offers what."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from mutabaa.desk.assign import assignments_of
from mutabaa.desk.commitment import Commitment
from mutabaa.web.door import entered_by
from mutabaa.web.layout.panels import Panel
from mutabaa.web.layout.records import actor_name


def focal_points(request: HttpRequest, found: Commitment) -> Mapping[str, Any]:
    """`asked`: each with its name and answer; `may_assign`, `may_answer`: what this viewer can do about it now."""
    entered = entered_by(request)
    asked = assignments_of(found.record)
    mine = any(one.entity == entered.viewer.entity for one in asked)
    now = not entered.looks_back
    return {
        "asked": [(one, actor_name(one.entity)) for one in asked],
        "may_assign": now and entered.viewer.may("assign"),
        "may_answer": now and mine and entered.viewer.may("confirm"),
    }


panels = (
    Panel(template="assignment/panel.html", needs="read", slot="particulars", back=True, facts=focal_points),
)
