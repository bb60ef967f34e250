"""Forms about one commitment, each its own page: a source cited, a citation taken back, its life, its line."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from mutabaa.desk import evidence as desk
from mutabaa.desk import lineage as line
from mutabaa.desk.commitment import commitment
from mutabaa.desk.errors import NotThere
from mutabaa.desk.lifecycle import set_lifecycle
from mutabaa.desk.lineage import RELATIONS
from mutabaa.people.policy import Viewer
from mutabaa.register.statements import BEARINGS, LIFECYCLES
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.evidence.choices import back_to, source_choices
from mutabaa.web.forms.answered import FORM, answered
from mutabaa.web.forms.typed import Mistyped, day_needed, marking_typed, markings_for
from mutabaa.web.layout.said import axis_value
from mutabaa.web.layout.statements import bearing_name, statement_name
from mutabaa.wiring.register import Register


@shown_to("cite", methods=FORM)
def cite(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str) -> HttpResponse:
    """Cite a source for a commitment. Raises NotThere."""
    found = commitment(register, viewer, code, moment)

    def cited(typed: QueryDict) -> str:
        desk.cite(
            register,
            viewer,
            source=_source(typed),
            commitment=found.record.code,
            bearing=typed.get("bearing", ""),
            words=typed.get("words", ""),
            passage=typed.get("passage", ""),
            effective_on=day_needed(typed, "effective_on"),
            marking=marking_typed(typed),
        )
        return back_to(found.record.code, "cited", "evidence")

    shown = {
        "found": found,
        "sources": source_choices(register, viewer, moment),
        "bearings": [(one, bearing_name(one)) for one in BEARINGS],
        "markings": markings_for(viewer),
    }
    return answered(request, "evidence/cite.html", shown, cited)


@shown_to("cite", methods=FORM)
def withdraw(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """Take a citation back, with the reason. `citation`: the name of its entry. Raises NotThere, NotAllowed."""
    found = commitment(register, viewer, code, moment)
    name = request.POST.get("citation") or request.GET.get("citation", "")
    cited = next((one for one in found.evidence if one.entry.name == name), None)
    if cited is None:
        raise NotThere(name)

    def withdrawn(typed: QueryDict) -> str:
        desk.withdraw_citation(register, viewer, found.record.code, name, typed.get("reason", ""))
        return back_to(found.record.code, "withdrawn", "evidence")

    return answered(request, "evidence/withdraw.html", {"found": found, "cited": cited}, withdrawn)


@shown_to("record", methods=FORM)
def lifecycle(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """What became of a commitment, since when, as which source tells. Raises NotThere."""
    found = commitment(register, viewer, code, moment)

    def set_so(typed: QueryDict) -> str:
        set_lifecycle(
            register,
            viewer,
            found.record.code,
            typed.get("value", ""),
            source=_source(typed),
            passage=typed.get("passage", ""),
            effective_on=day_needed(typed, "effective_on"),
            marking=marking_typed(typed),
        )
        return back_to(found.record.code, "lifecycle", "stands")

    shown = {
        "found": found,
        "sources": source_choices(register, viewer, moment),
        "lifecycles": [(one, axis_value("lifecycle", one)) for one in LIFECYCLES],
        "markings": markings_for(viewer),
    }
    return answered(request, "evidence/lifecycle.html", shown, set_so)


@shown_to("record", methods=FORM)
def lineage(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """What a commitment does to an earlier one. Raises NotThere."""
    found = commitment(register, viewer, code, moment)

    def linked(typed: QueryDict) -> str:
        relation, earlier = typed.get("relation", ""), typed.get("earlier", "").strip()
        if relation not in RELATIONS:
            raise Mistyped(_("Say what it does to the earlier commitment."))
        try:
            line.link(
                register,
                viewer,
                found.record.code,
                relation,
                earlier,
                marking_typed(typed),
            )
        except NotThere as absent:
            raise Mistyped(_("There is no commitment at this code, or none that you see.")) from absent
        return back_to(found.record.code, "linked", "lineage")

    shown = {
        "found": found,
        "relations": [(one, statement_name(one)) for one in RELATIONS],
        "markings": markings_for(viewer),
    }
    return answered(request, "evidence/lineage.html", shown, linked)


def _source(typed: QueryDict) -> str:
    """The source chosen. Raises Mistyped where none is, BadRequest for what is no code of one."""
    source = typed.get("source", "").strip()
    if not source:
        raise Mistyped(_("Choose a source, or add one first."))
    if not source.startswith("source/"):
        raise BadRequest("source: not the code of a source")
    return source
