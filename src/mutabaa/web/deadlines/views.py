"""Every deadline at the moment asked for, as far as the viewer sees, the most pressing first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mutabaa.desk import deadlines as desk
from mutabaa.desk.deadlines import Deadline
from mutabaa.people.policy import Viewer
from mutabaa.register.timeliness_axis import SOON
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.wiring.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Deadlines that stand alike. `name`: of the value of the axis that says so."""

    name: str
    title: str
    deadlines: Sequence[Deadline]


@shown_to("read")
def deadlines(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    found = desk.deadlines(register, viewer, moment)
    waiting = desk.waiting(register, viewer, moment)
    shown = {"groups": tuple(_groups(found)), "waiting": waiting, "days_words": days_words}
    return render(request, "deadlines/deadlines.html", shown)


def days_words(days: int) -> str:
    """How far a day is: "12 days overdue", "today", "in 3 days"."""
    if days == 0:
        return _("today")
    if days < 0:
        return ngettext("%(num)s day overdue", "%(num)s days overdue", -days) % {"num": -days}
    return ngettext("in %(num)s day", "in %(num)s days", days) % {"num": days}


def _groups(found: Sequence[Deadline]) -> Iterator[Group]:
    """Overdue, soon, later, done; those of none left out."""
    still = [one for one in found if one.is_open]
    for name, title, these in (
        ("overdue", _("Overdue"), [one for one in still if one.days < 0]),
        ("due_soon", _("Due soon"), [one for one in still if 0 <= one.days <= SOON.days]),
        ("not_due", _("Not due yet"), [one for one in still if one.days > SOON.days]),
        ("done", _("Done"), [one for one in found if not one.is_open]),
    ):
        if these:
            yield Group(name=name, title=title, deadlines=these)
