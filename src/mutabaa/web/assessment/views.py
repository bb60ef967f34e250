"""Forms about the assessments of one commitment, each its own page."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from mutabaa.desk import assess as desk
from mutabaa.desk.assess import Step
from mutabaa.desk.commitment import Assessment, Commitment, commitment
from mutabaa.desk.errors import NotThere
from mutabaa.people.policy import Viewer
from mutabaa.register.statements import LEVELS
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.evidence.choices import back_to, source_choices
from mutabaa.web.forms.answered import FORM, answered
from mutabaa.web.forms.typed import Mistyped, day_typed, marking_typed, markings_for
from mutabaa.web.layout.said import axis_value
from mutabaa.wiring.register import Register

# In words, none of them a number alone.
STEPS: Sequence[Step] = ("reviewed", "adopted")


@shown_to("assess", methods=FORM)
def assess(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """Judge how far a commitment is carried out. Raises NotThere."""
    found = commitment(register, viewer, code, moment)

    def assessed(typed: QueryDict) -> str:
        desk.assess(
            register,
            viewer,
            found.record.code,
            level=typed.get("level", ""),
            reasons=typed.get("reasons", ""),
            sources=typed.getlist("sources"),
            effective_on=day_typed(typed, "effective_on"),
            marking=marking_typed(typed),
        )
        return back_to(found.record.code, "assessed", "assessments")

    known = source_choices(register, viewer, moment)
    cited = dict.fromkeys(one.source.code for one in found.evidence if one.source.entries)
    shown = {
        "found": found,
        "levels": [(str(one), _level(one)) for one in LEVELS],
        "cited": [one for one in known if one[0] in cited],
        "others": [one for one in known if one[0] not in cited],
        "chosen": request.POST.getlist("sources"),
        "markings": markings_for(viewer),
    }
    return answered(request, "assessment/assess.html", shown, assessed)


@shown_to("take_step", methods=FORM)
def step(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str) -> HttpResponse:
    """Review or adopt somebody else's assessment. `assessment`: the name of its entry. Raises NotThere."""
    found = commitment(register, viewer, code, moment)
    judged = _judged(request, found)

    def taken(typed: QueryDict) -> str:
        chosen = next((one for one in STEPS if one == typed.get("step")), None)
        if chosen is None:
            raise Mistyped(_("Say whether you review it or adopt it."))
        desk.take_step(register, viewer, found.record.code, judged.entry.name, chosen, typed.get("words", ""))
        return back_to(found.record.code, chosen, "assessments")

    return answered(request, "assessment/step.html", {"found": found, "judged": judged}, taken)


@shown_to("reply", methods=FORM)
def reply(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """The addressee's reply, which stands beside the assessment. Raises NotThere."""
    found = commitment(register, viewer, code, moment)
    judged = _judged(request, found)

    def replied(typed: QueryDict) -> str:
        desk.reply(register, viewer, found.record.code, typed.get("words", ""), judged.entry.name)
        return back_to(found.record.code, "replied", "assessments")

    return answered(request, "assessment/reply.html", {"found": found, "judged": judged}, replied)


@shown_to("assess", methods=FORM)
def withdraw(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """Take back one's own assessment while nobody else has taken it up. Raises NotThere."""
    found = commitment(register, viewer, code, moment)
    judged = _judged(request, found)

    def withdrawn(typed: QueryDict) -> str:
        desk.withdraw_assessment(
            register, viewer, found.record.code, judged.entry.name, typed.get("reason", "")
        )
        return back_to(found.record.code, "assessment-withdrawn", "assessments")

    return answered(request, "assessment/withdraw.html", {"found": found, "judged": judged}, withdrawn)


def _judged(request: HttpRequest, found: Commitment) -> Assessment:
    """The assessment a form is about. Raises NotThere."""
    name = request.POST.get("assessment") or request.GET.get("assessment", "")
    judged = next((one for one in found.assessments if one.entry.name == name), None)
    if judged is None:
        raise NotThere(name)
    return judged


def _level(level: int | str) -> str:
    """A level by its number, where it has one, and its word."""
    called = axis_value("implementation", str(level))
    return f"{level}: {called}" if isinstance(level, int) else called
