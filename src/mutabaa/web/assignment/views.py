"""An entity made focal point, looked up by any of its names; and its answer."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from mutabaa.desk import assign as desk
from mutabaa.desk.actors import Candidate, find
from mutabaa.desk.assign import assignments_of
from mutabaa.desk.commitment import commitment
from mutabaa.desk.errors import NotThere
from mutabaa.people.policy import Viewer
from mutabaa.register.actors import name_of
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.evidence.choices import back_to
from mutabaa.web.forms.answered import FORM, answered
from mutabaa.web.forms.typed import Mistyped
from mutabaa.web.layout.said import isolated, language
from mutabaa.wiring.register import Register


@shown_to("assign", methods=FORM)
def assign(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """`entity`: a name in any language, an acronym; `chosen`: the code, where the name is several actors'."""
    found = commitment(register, viewer, code, moment)
    name = request.POST.get("entity", "").strip()
    meant = find(register, viewer, name) if name else ()

    def assigned(typed: QueryDict) -> str:
        entity = _entity(meant, name, typed.get("chosen", ""))
        desk.assign(register, viewer, found.record.code, entity, typed.get("person", ""))
        return back_to(found.record.code, "assigned", "particulars")

    shown = {
        "found": found,
        "several": [(one.code, isolated(name_of(one.actor, language()))) for one in meant if len(meant) > 1],
        "unknown": bool(name) and not meant,
    }
    return answered(request, "assignment/assign.html", shown, assigned)


@shown_to("confirm", methods=FORM)
def answer(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """The entity confirms or refuses, by who speaks for it. Raises NotThere where it wasn't asked."""
    found = commitment(register, viewer, code, moment)
    if not any(one.entity == viewer.entity for one in assignments_of(found.record)):
        raise NotThere(code)

    def said(typed: QueryDict) -> str:
        if typed.get("answer") == "confirmed":
            desk.confirm(register, viewer, found.record.code)
        elif typed.get("answer") == "refused":
            desk.refuse(register, viewer, found.record.code, typed.get("reason", ""))
        else:
            raise Mistyped(_("Say whether you confirm or refuse."))
        return back_to(found.record.code, "answered", "particulars")

    return answered(request, "assignment/answer.html", {"found": found}, said)


def _entity(meant: tuple[Candidate, ...], name: str, chosen: str) -> str:
    """The code of who is meant. Raises Mistyped where nobody is, or several are and none was chosen."""
    if not meant:
        raise Mistyped(_("Nobody is known as %(name)s.") % {"name": isolated(name[:80])})
    if len(meant) == 1:
        return meant[0].code
    for one in meant:
        if one.code == chosen:
            return chosen
    raise Mistyped(_("Several bear this name: choose one."))
