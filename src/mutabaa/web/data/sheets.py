"""An edited matrix or input sheet on its way back: what it would change is shown; then its bringer records it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mutabaa.desk import returned_sheets
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.returned_sheets import conflict_mark
from mutabaa.desk.spreadsheet import Refused
from mutabaa.desk.words import refusal_said, say
from mutabaa.people.policy import Viewer
from mutabaa.reports.exchange.words import heading
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.data.views import page, whole_number
from mutabaa.web.door import shown_to
from mutabaa.web.layout.said import isolated, language
from mutabaa.wiring.register import Register

# Somewhat more than any matrix is, so that one too large is told so.
_MOST_BYTES = 41 * 1024 * 1024


@shown_to("cite", methods=("POST",))
def bring(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """Take a workbook in, not yet what it says. One that isn't taken at all is refused beside the form."""
    sent = request.FILES.get("sheet")
    if sent is None:
        told = _("Choose the workbook first.")
    else:
        try:
            name = returned_sheets.bring(register, viewer, sent.read(_MOST_BYTES))
        except NotDone as refusal:
            told = refusal_said(refusal, language())
        else:
            return HttpResponseRedirect(reverse("data_sheet", kwargs={"name": name}), status=303)
    return page(request, viewer, register, moment, told=told, beside="sheet")


@shown_to("cite", methods=("GET", "HEAD", "POST"))
def sheet(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, name: str
) -> HttpResponse:
    """What the sheet would change; sent, that is recorded. What is left afterwards is shown again."""
    told = ""
    if request.method == "POST":
        try:
            applied = returned_sheets.record(register, viewer, name, request.POST.getlist("settled"))
        except NotDone as refusal:
            told = refusal_said(refusal, language())
        except NotThere:
            # Sent twice, most often; who never brought it is told no more.
            gone = _("This sheet is kept no longer: it was recorded, or waited longer than a day.")
            return page(request, viewer, register, moment, told=gone, beside="sheet")
        else:
            left = applied.left or applied.refusals
            to = reverse("data_sheet", kwargs={"name": name}) if left else reverse("data")
            return HttpResponseRedirect(f"{to}?recorded={applied.recorded}", status=303)
    shown: dict[str, Any] = {
        "found": returned_sheets.look(register, viewer, name),
        "name": name,
        "mark": conflict_mark,
        "heading": lambda column: heading(column, language()),
        "why_refused": _why_refused,
        "recorded": whole_number(request.GET.get("recorded", "")),
        "told": told,
    }
    return render(request, "data/sheet.html", shown, status=422 if told else 200)


def _why_refused(refused: Refused) -> str:
    """Why a cell or a row isn't taken; what was written in it stands in its own direction."""
    return say(refused.kind, language(), **{name: isolated(fact) for name, fact in refused.facts.items()})
