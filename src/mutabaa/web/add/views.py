"""The form that files are sent by, and the page that tells how far they are read and what came of it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mutabaa.desk.errors import NotDone
from mutabaa.desk.upload import MOST_BYTES, MOST_FILES, Upload, begin, can_be_read, look, send, send_more
from mutabaa.people.policy import Viewer
from mutabaa.register.assertion import MARKINGS
from mutabaa.texts import say
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.layout.said import isolated, language
from mutabaa.wiring.register import Register

_READ = ".pdf,.docx,.html,.htm,.md,.txt,.xml,.akn"
# Seconds until the page of a reading that goes on looks again by itself.
_AGAIN = 2


@shown_to("add_text", methods=("GET", "HEAD", "POST"))
def add(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """Send the versions of one text. What is wrong with the sending as a whole is told beside the form."""
    markings = [one for one in MARKINGS if viewer.may_mark(one)]
    told, marking = "", request.POST.get("marking", "internal")
    if request.method == "POST":
        chosen = next((one for one in markings if one == marking), None)
        try:
            if chosen is None:
                raise NotDone("no_such_marking")
            sent = send(register, viewer, _files(request), chosen)
        except NotDone as refusal:
            told = _refusal_words(refusal)
        else:
            begin(register, viewer, sent.name)
            return _to(sent)
    filled = {
        "markings": markings,
        "marking": marking,
        "told": told,
        "can_be_read": can_be_read(),
        "formats": _READ,
        "most": MOST_FILES,
        "megabytes": MOST_BYTES // 1_000_000,
    }
    return render(request, "add/add.html", filled, status=422 if told else 200)


@shown_to("add_text", methods=("GET", "HEAD", "POST"))
def upload(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, name: str
) -> HttpResponse:
    """How far it is; while it goes on the page looks again by itself. Sent to: go on without what was refused."""
    told = ""
    if request.method == "POST":
        try:
            sent = send_more(register, viewer, name, _files(request), request.POST.getlist("leave_out"))
        except NotDone as refusal:
            told = _refusal_words(refusal)
        else:
            begin(register, viewer, name)
            return _to(sent)
    found = look(register, viewer, name)
    if not found.ended:
        begin(register, viewer, name)
    filled = {
        "found": found,
        "told": told,
        "formats": _READ,
        "refusals": {one.kept_as: say(one.problem, language()) for one in found.refused if one.problem},
        "strangers": say(found.problem, language()) if found.problem else "",
        "read": sum(one.read is True for one in found.files),
    }
    response = render(request, "add/upload.html", filled, status=422 if told else 200)
    if not found.ended:
        response.headers["Refresh"] = str(_AGAIN)
    return response


def _files(request: HttpRequest) -> list[tuple[str, bytes]]:
    """What was sent, by the last part of each name, and of none more than shows that it is too large."""
    return [
        (str(one.name or "")[:200] or _("file"), one.read(MOST_BYTES + 1))
        for one in request.FILES.getlist("files")[: MOST_FILES + 1]
    ]


def _to(sent: Upload) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("upload", kwargs={"name": sent.name}), status=303)


def _refusal_words(refusal: NotDone) -> str:
    return {
        "nothing_sent": _("Choose at least one file."),
        "too_many_files": _("At most %(most)s files at a time: the language versions of one text.")
        % {"most": isolated(refusal.facts.get("most", ""))},
        "no_such_marking": _("Choose one of the markings."),
        "upload_goes_on": _("These files are being read, or were taken in already."),
    }[refusal.kind]
