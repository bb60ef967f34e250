"""What belongs to no page: the choice of language, and what is said when something goes wrong."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from mutabaa.people.policy import Viewer
from mutabaa.vocabulary import LANGUAGES
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.layout.navigation import places
from mutabaa.wiring.register import Register

_A_YEAR = int(timedelta(days=365).total_seconds())


@shown_to("everyone")
def home(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """The first page: the overview where there is one, else the list of commitments."""
    names = {place.url for place in places()}
    return HttpResponseRedirect(reverse("overview" if "overview" in names else "standing"))


@shown_to("everyone")
def language(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """Remember the language and go back to where the reader was; no page needs to say in it where that is."""
    if code not in LANGUAGES:
        raise Http404
    came_from = request.headers.get("Referer", "")
    here = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    parts = urlsplit(came_from if here else "/")
    back = parts.path + (f"?{parts.query}" if parts.query else "")
    response = HttpResponseRedirect(back if back.startswith("/") and not back.startswith("//") else "/")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=_A_YEAR,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
    return response


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A query that can't be read."""
    said = {"title": _("This can't be read"), "text": _("Something in the address isn't a date or a number.")}
    return render(request, "error.html", said, status=400)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """Our fault; what it was is in the log, without what it was about."""
    said = {
        "title": _("Something went wrong"),
        "text": _(
            "Nothing was recorded by this step. Please try again; if it stays so, tell who runs this register."
        ),
    }
    return render(request, "error.html", said, status=500)
