"""Where every commitment stands, as far as the viewer sees, at the moment asked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mutabaa.people.policy import Viewer
from mutabaa.register import standings_of
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.layout.paging import Page
from mutabaa.wiring.register import Register


@shown_to("read")
def standing(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    state = register.state(moment, viewer.sight)
    codes = state.codes("commitment")
    page = Page.asked(request.GET.get("page", "1"), total=len(codes))
    rows = standings_of(codes[page.start : page.end], state)
    return render(request, "standing/standing.html", {"rows": rows, "page": page, "state": state})
