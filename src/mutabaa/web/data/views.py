"""The page of data: what can be taken out, and the form by which an edited matrix comes back."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mutabaa.desk.instrument import instruments
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.wiring.register import Register


@shown_to("export")
def data(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """Every form there is. `recorded`: how many entries a sheet has just made."""
    return page(request, viewer, register, moment)


def page(
    request: HttpRequest,
    viewer: Viewer,
    register: Register,
    moment: Moment,
    *,
    told: str = "",
    beside: str = "",
    typed: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The page. `told`: why something wasn't done; `beside`: the form it is said beside."""
    shown: dict[str, Any] = {
        "texts": instruments(register, viewer, moment),
        "brings_back": viewer.may("cite"),
        "sends_sheets": viewer.may("assign"),
        "own_sheet": viewer.entity if viewer.role == "contributor" else None,
        "sees_everything": viewer.sight.upto == "confidential",
        "recorded": whole_number(request.GET.get("recorded", "")),
        "told": told,
        "beside": beside,
        "typed": typed or {},
    }
    return render(request, "data/data.html", shown, status=422 if told else 200)


def whole_number(written: str) -> int | None:
    """A number as we put it into an address; None for anything else."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else None
