"""What programs may read: the same views as the pages show, at any moment, as far as the caller sees."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from mutabaa.api.door import At, caller, route
from mutabaa.api.schemas import (
    ActorOut,
    CommitmentOut,
    DeadlineOut,
    FoundOut,
    InstrumentOut,
    InstrumentWhole,
    ListingOut,
    OverviewOut,
    RecordOut,
    SaidOut,
    WhyOut,
    actor_out,
    commitment_out,
    entry_out,
    found_out,
    instrument_out,
    listing_out,
    record_out,
    words_out,
)
from mutabaa.desk import actors as desk_actors
from mutabaa.desk.commitment import why
from mutabaa.desk.deadlines import deadlines
from mutabaa.desk.errors import NotThere
from mutabaa.desk.history import history
from mutabaa.desk.listing import Filters, listing
from mutabaa.desk.overview import overview
from mutabaa.desk.search import FACETS, search, search_by_meaning
from mutabaa.register import standing
from mutabaa.vocabulary import Language

router = Router()
LONGEST_QUERY = 500


class Narrowed(At):
    """Filters of a list: of each facet any of the values given."""

    lifecycle: list[str] = Field([])
    implementation: list[str] = Field([])
    timeliness: list[str] = Field([])
    evidence: list[str] = Field([])
    judgement: list[str] = Field([])
    instrument: list[str] = Field([])
    provision: list[str] = Field([])
    act: list[str] = Field([])
    addressee: list[str] = Field([])
    theme: list[str] = Field([])
    page: int = Field(1, ge=1, le=1_000_000)

    def filters(self) -> Filters:
        facets = set(Narrowed.model_fields) - {"as_at", "known_by", "page"}
        return Filters(**{name: frozenset(getattr(self, name)) for name in facets})


class Asked(At):
    """A search."""

    q: str = Field(max_length=LONGEST_QUERY)
    by: Literal["words", "meaning"] = "words"
    kind: str = ""
    language: str = ""
    instrument: str = ""
    year: str = ""
    page: int = Field(1, ge=1, le=1_000_000)


class Named(At):
    """A name, in one of the languages or in any."""

    name: str = Field(max_length=LONGEST_QUERY)
    language: Language | None = None


@route(router, "GET", "/commitments", needs="read", answers=ListingOut)
def commitments(request: HttpRequest, asked: Query[Narrowed]) -> Any:
    """Commitments by the order of their texts, 50 a page, with counts of each facet."""
    who = caller(request)
    return listing_out(
        listing(who.register, who.viewer, asked.moment(who.register), asked.filters(), asked.page)
    )


@route(router, "GET", "/commitments/{path:code}", needs="read", answers=CommitmentOut)
def commitment(request: HttpRequest, code: str, at: Query[At]) -> Any:
    """A commitment: where it stands, and every entry in force."""
    who = caller(request)
    state = who.register.state(at.moment(who.register), who.viewer.sight)
    if state.record(code).kind != "commitment":
        raise NotThere(code)
    return commitment_out(standing(code, state))


@route(router, "GET", "/why/{path:code}", needs="read", answers=list[WhyOut])
def why_status(request: HttpRequest, code: str, at: Query[At]) -> Any:
    """Each axis with its rule and its entries, computed anew from the ledger."""
    who = caller(request)
    _, reasons = why(who.register, who.viewer, code, at.moment(who.register))
    return [
        {
            "axis": one.name,
            "value": one.axis.value,
            "rule": one.axis.rule,
            "entries": [entry_out(entry) for entry in one.entries],
            "same": one.same,
        }
        for one in reasons
    ]


@route(router, "GET", "/history/{path:code}", needs="read", answers=list[SaidOut])
def record_history(request: HttpRequest, code: str, at: Query[At]) -> Any:
    """Everything ever said of a record, the newest first."""
    who = caller(request)
    return [
        {
            "entry": entry_out(one.entry),
            "counts": one.counts,
            "ended_by": one.ended_by.number if one.ended_by else None,
        }
        for one in history(who.register, who.viewer, code, at.moment(who.register))
    ]


@route(router, "GET", "/records/{path:code}", needs="read", answers=RecordOut)
def record(request: HttpRequest, code: str, at: Query[At]) -> Any:
    """Any record: a source, an activity, an event, a need, a contribution."""
    who = caller(request)
    found = who.register.state(at.moment(who.register), who.viewer.sight).record(code)
    if not found.entries:
        raise NotThere(code)
    return record_out(found)


@route(router, "GET", "/instruments", needs="read", answers=list[InstrumentOut])
def instruments(request: HttpRequest, at: Query[At]) -> Any:
    """All texts."""
    who = caller(request)
    state = who.register.state(at.moment(who.register), who.viewer.sight)
    codes = state.codes("instrument")
    state.gather(codes)
    return [instrument_out(state.record(code)) for code in codes]


@route(router, "GET", "/instruments/{path:code}", needs="read", answers=InstrumentWhole)
def instrument(request: HttpRequest, code: str, at: Query[At]) -> Any:
    """A text with its provisions: words, positions, commitments."""
    who = caller(request)
    state = who.register.state(at.moment(who.register), who.viewer.sight)
    found = state.record(code)
    if found.kind != "instrument":
        raise NotThere(code)
    inside = f"{found.code}/"
    provisions = [one for one in state.codes("provision") if one.startswith(inside)]
    state.gather(provisions)
    stated = [one for one in state.codes("commitment") if one.startswith(inside)]
    state.gather(stated)
    within: dict[str, list[str]] = {}
    for one in stated:
        within.setdefault(str(state.record(one).value("part_of")), []).append(one)
    return {
        **instrument_out(found),
        "provisions": [
            {
                "code": one,
                "wording": words_out(state.record(one), "wording"),
                "acts": [entry.assertion.value for entry in state.record(one).all("act")],
                "commitments": within.get(one, []),
            }
            for one in provisions
        ],
    }


@route(router, "GET", "/search", needs="read", answers=FoundOut)
def found(request: HttpRequest, asked: Query[Asked]) -> Any:
    """Search by words, folded in three languages, or by meaning across them."""
    who = caller(request)
    moment = asked.moment(who.register)
    if asked.by == "meaning":
        return found_out(search_by_meaning(who.register, who.viewer, moment, asked.q))
    filters = {name: value for name in FACETS if (value := getattr(asked, name))}
    return found_out(search(who.register, who.viewer, moment, asked.q, filters, asked.page))


@route(router, "GET", "/actors", needs="read", answers=list[ActorOut])
def actors(request: HttpRequest, asked: Query[Named]) -> Any:
    """Whom a name means, in any of the languages; several where it is ambiguous."""
    who = caller(request)
    moment = asked.moment(who.register)
    known = desk_actors.find(who.register, who.viewer, asked.name, asked.language, moment)
    return [actor_out(one.actor) for one in known]


@route(router, "GET", "/actors/{path:code}", needs="read", answers=ActorOut)
def actor(request: HttpRequest, code: str, at: Query[At]) -> Any:
    """An actor with its names and memberships."""
    who = caller(request)
    return actor_out(desk_actors.actor(who.register, who.viewer, code, at.moment(who.register)))


@route(router, "GET", "/deadlines", needs="read", answers=list[DeadlineOut])
def due(request: HttpRequest, at: Query[At]) -> Any:
    """Every commitment with a day by which, the earliest first."""
    who = caller(request)
    return [
        {
            "code": one.code,
            "day": one.day.isoformat(),
            "days": one.days,
            "is_open": one.is_open,
            "written": str(one.written) if one.written else None,
        }
        for one in deadlines(who.register, who.viewer, at.moment(who.register))
    ]


@route(router, "GET", "/overview", needs="read", answers=OverviewOut)
def where_everything_stands(request: HttpRequest, at: Query[At]) -> Any:
    """Counts by addressee, theme, instrument and meeting, each figure with its formula and n."""
    who = caller(request)
    return overview(who.register, who.viewer, at.moment(who.register))


@route(router, "GET", "/checkpoint", needs="audit", answers=str)
def checkpoint(request: HttpRequest) -> Any:
    """A signed checkpoint of the ledger, to be kept elsewhere (C2SP tlog-checkpoint)."""
    return caller(request).register.checkpoint()
