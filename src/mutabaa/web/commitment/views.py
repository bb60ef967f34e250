"""The pages of a record: by its code, why it stands where it does, its history."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from mutabaa.desk.commitment import commitment, instrument_of, why
from mutabaa.desk.errors import NotThere
from mutabaa.desk.history import history
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.commitment.qr import qr_code
from mutabaa.web.door import entered_by, shown_to
from mutabaa.web.layout.panels import panels_for
from mutabaa.wiring.register import Register

# Kinds of records that have a page of their own.
_PAGES = {"actor": "actor", "source": "source"}


@shown_to("read")
def at_code(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """A commitment's page; an instrument's or a provision's address leads to the text, a source's or an actor's to its
    page, any other to its history."""
    seen = register.state(moment, viewer.sight)
    record = seen.record(code)
    if not record.entries:
        raise NotThere(code)
    query = entered_by(request).query
    if record.code != code:
        # A duplicate that was merged: its address leads to the record it became.
        return _to("commitment", record.code, query)
    if record.kind in ("instrument", "provision"):
        instrument = instrument_of(record, seen)
        if instrument.kind == "instrument":
            anchor = (
                ""
                if record is instrument
                else "#" + quote(f"p-{record.code.removeprefix(instrument.code + '/')}")
            )
            return _to("instrument", instrument.code, query, anchor)
    if record.kind != "commitment":
        return _to(_PAGES.get(record.kind or "", "history"), record.code, query)
    found = commitment(register, viewer, code, moment)
    shown = {
        "found": found,
        "panels": panels_for(request, found),
        "history": history(register, viewer, code, moment),
        "address": request.build_absolute_uri(reverse("commitment", kwargs={"code": code})),
        "qr_code": qr_code,
    }
    return render(request, "commitment/commitment.html", shown)


@shown_to("read")
def why_status(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """The records and the rule behind each axis, computed anew while the reader waits."""
    standing, reasons = why(register, viewer, code, moment)
    return render(request, "commitment/why.html", {"standing": standing, "reasons": reasons})


@shown_to("read")
def record_history(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """Everything ever said of a record, whatever it is."""
    record = register.state(moment, viewer.sight).record(code)
    return render(
        request,
        "commitment/history.html",
        {"record": record, "history": history(register, viewer, code, moment)},
    )


def _to(name: str, code: str, query: str, anchor: str = "") -> HttpResponseRedirect:
    return HttpResponseRedirect(
        reverse(name, kwargs={"code": code}) + (f"?{query}" if query else "") + anchor
    )
