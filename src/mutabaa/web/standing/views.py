"""Where every commitment stands, as far as the viewer sees, at the moment asked for."""

from dataclasses import replace

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from markupsafe import Markup

from mutabaa.desk.commitment import instrument_of
from mutabaa.desk.listing import Filters, Listing, addressee_names, listing, told_in
from mutabaa.people.policy import Viewer
from mutabaa.register import Record, State
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.layout.said import language
from mutabaa.web.standing.choices import Facet, chips, choices, filters_asked, offered, told_asked, unnamed
from mutabaa.wiring.register import Register


@shown_to("read")
def standing(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """`page` from 1, and any facet of desk.listing.Filters with its values; "-" is what is not stated. `told`: those
    behind a month of the overview's timeline."""
    name = ("list of commitments", language(), request.GET.urlencode())
    return render(
        request,
        "standing/standing.html",
        {"body": register.once(name, moment, viewer.sight, lambda: _body(request, viewer, register, moment))},
    )


def _body(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> Markup:
    """The list as it is shown: it depends on nobody's name, but on what they see."""
    filters = _among_told(request, filters_asked(request.GET), register, viewer, moment)
    found = listing(register, viewer, moment, filters, page_number(request))
    state = register.state(moment, viewer.sight)
    addressees = {*offered(found.facets.get("addressee", {})), *filters.addressee}
    names = addressee_names(register, viewer, moment, unnamed(addressees))
    shown = {
        "found": found,
        "instruments": _instruments(found, state),
        "narrow": register.once(
            ("narrowing the list", language(), _without_page(request)),
            moment,
            viewer.sight,
            lambda: _narrow(request, choices(found, filters, state, request, names)),
        ),
        "chips": chips(filters, state, request, names),
    }
    return Markup(render_to_string("standing/list.html", shown, request))


def _narrow(request: HttpRequest, facets: tuple[Facet, ...]) -> Markup:
    return Markup(render_to_string("standing/narrow.html", {"choices": facets}, request))


def _without_page(request: HttpRequest) -> str:
    """What the address asks for, whichever page of it."""
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()


def page_number(request: HttpRequest) -> int:
    """The page asked for. Raises BadRequest for what is no number."""
    written = request.GET.get("page", "1")
    if not (written.isascii() and written.isdigit() and len(written) < 8):
        raise BadRequest("page: not a number")
    return int(written)


def _among_told(
    request: HttpRequest, filters: Filters, register: Register, viewer: Viewer, moment: Moment
) -> Filters:
    told = told_asked(request.GET)
    return replace(filters, among=told_in(register, viewer, moment, *told)) if told else filters


def _instruments(found: Listing, state: State) -> dict[str, Record]:
    """The instrument of each row: rows stand under it."""
    state.gather(sorted({row.commitment.value("part_of") or row.code for row in found.rows}))
    return {row.code: instrument_of(row.commitment, state) for row in found.rows}
