"""Texts, as far as the viewer sees them."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mutabaa.desk.instrument import Instrument, instrument, instruments
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.layout.said import language
from mutabaa.wiring.register import Register

BESIDE = "all"


@shown_to("read")
def list_of_texts(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    return render(request, "instrument/instruments.html", {"texts": instruments(register, viewer, moment)})


@shown_to("read")
def text(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str) -> HttpResponse:
    """`version` chooses a language, or all of them beside each other."""
    found = instrument(register, viewer, code, moment)
    versions = _versions(found)
    asked = request.GET.get("version") or (
        language() if language() in versions else next(iter(versions), BESIDE)
    )
    if asked != BESIDE and asked not in versions:
        raise BadRequest("version: no such language version")
    chosen = versions if asked == BESIDE else [one for one in versions if one == asked]
    shown = {"found": found, "versions_there": versions, "asked": asked, "chosen": chosen}
    return render(request, "instrument/instrument.html", shown)


def _versions(found: Instrument) -> list[Language]:
    """The languages in which the text is recorded."""
    words = (entry for one in found.provisions for entry in one.record.all("wording"))
    said = {entry.assertion.value["language"] for entry in words}  # type: ignore[index, call-overload]
    return [language for language in LANGUAGES if language in said]
