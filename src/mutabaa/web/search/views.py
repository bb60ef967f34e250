"""What is found, as far as the viewer sees; and their own searches, kept and forgotten."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from mutabaa.desk import search as desk
from mutabaa.desk.errors import NotDone
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.search.facets import Kept, facets, kept, lit_parts
from mutabaa.web.standing.views import page_number
from mutabaa.wiring.register import Register

# Longer ones are texts, not questions.
_LONGEST = 1_000
# Texts made ready at a search by meaning, in about a second; the rest wait for the next.
_MADE_READY = 500


@shown_to("read")
def search(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """`q`: the words; `by=meaning`: the other tab; `page`; and a value for each facet of desk.search."""
    query = request.GET.get("q", "").strip()[:_LONGEST]
    by_meaning = request.GET.get("by") == "meaning"
    filters = {name: value for name in desk.FACETS if (value := request.GET.get(name, ""))}
    found, page = None, page_number(request)
    if query and by_meaning:
        desk.make_ready(register, _MADE_READY)
        found = desk.search_by_meaning(register, viewer, moment, query)
    elif query:
        found = desk.search(register, viewer, moment, query, filters, page)
    shown = {
        "query": query,
        "by_meaning": by_meaning,
        "found": found,
        "page": page,
        "pages": -(-found.total // desk.PAGE) if found else 0,
        "facets": facets(found, filters) if found and not by_meaning else (),
        "filters": filters,
        "lit_parts": lit_parts,
        "kept": _kept(register, viewer),
        "unnamed": "unnamed" in request.GET,
    }
    return render(request, "search/search.html", shown)


@shown_to("signed_in", methods=("POST",))
def keep(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """Keep the search that is sent, under a name."""
    asked = _asked(request.POST.dict())
    query = asked.pop("q", "")[:_LONGEST]
    try:
        desk.save_search(register, viewer, request.POST.get("name", ""), query, asked)
    except NotDone:
        return _back({"q": query, **asked, "unnamed": "1"})
    return _back({"q": query, **asked})


@shown_to("signed_in", methods=("POST",))
def forget(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """Forget one's own search. Raises NotThere."""
    desk.remove_search(register, viewer, request.POST.get("name", ""))
    return _back(_asked(request.POST.dict()))


def _kept(register: Register, viewer: Viewer) -> tuple[Kept, ...]:
    return kept(desk.saved(register, viewer)) if viewer.role is not None and viewer.name else ()


def _asked(sent: Mapping[str, object]) -> dict[str, str]:
    names = ("q", "by", *desk.FACETS)
    return {name: str(sent[name]) for name in names if sent.get(name)}


def _back(asked: Mapping[str, str]) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('search')}?{urlencode(asked)}", status=303)
