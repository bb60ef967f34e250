"""Somebody makes, renews or ends the address of their calendar; and what a calendar program is given by it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from mutabaa.desk.actors import now
from mutabaa.desk.calendar import feed
from mutabaa.desk.errors import NotThere
from mutabaa.people.feeds import end_feed, feed_token, has_feed, holder_of, language_of
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.security import attachment
from mutabaa.wiring.register import Register


@shown_to("signed_in", methods=("GET", "HEAD", "POST"))
def calendar(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """Whether there is an address; sent, a new one, which is shown once. Raises NotThere for who has no account."""
    made = ""
    if request.method == "POST":
        secret = feed_token(viewer)
        if secret is None:
            raise NotThere
        made = f"{settings.ADDRESS}{reverse('calendar_feed', kwargs={'secret': secret})}"
    return render(request, "calendar/calendar.html", {"made": made, "there": has_feed(viewer)})


@shown_to("signed_in", methods=("POST",))
def end(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """The address leads nowhere any more."""
    end_feed(viewer)
    return HttpResponseRedirect(reverse("calendar"), status=303)


@shown_to("everyone")
def given(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, secret: str
) -> HttpResponse:
    """The open deadlines that the holder of the address sees today, in their language. Raises NotThere."""
    holder = holder_of(secret)
    if holder is None:
        raise NotThere
    spoken = language_of(holder)
    content = feed(register, holder, spoken, now(register))
    response = attachment(content, "deadlines.ics", "text/calendar; charset=utf-8")
    response.headers["Content-Language"] = spoken
    return response
