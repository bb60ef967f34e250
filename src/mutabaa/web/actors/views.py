"""Who is meant by a name; one actor's page; another name of it; and a name that nobody bears yet, proposed."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mutabaa.desk import actors as desk
from mutabaa.desk.listing import Filters, listing
from mutabaa.desk.propose_actor import propose_actor
from mutabaa.people.policy import Viewer
from mutabaa.register import State
from mutabaa.register.actors import ActorName, name_of
from mutabaa.vocabulary import LANGUAGES
from mutabaa.vocabulary.dates import Moment
from mutabaa.vocabulary.names.actors import ACTOR_KINDS, actor_code, reference_actors
from mutabaa.web.actors.called import actor_kind_name, actor_kinds, role_name
from mutabaa.web.door import shown_to
from mutabaa.web.forms.answered import FORM, answered
from mutabaa.web.forms.typed import Mistyped, day_typed, language_typed, marking_typed, markings_for
from mutabaa.web.layout.records import actor_name
from mutabaa.web.layout.said import language, language_name
from mutabaa.wiring.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """An actor to whom commitments are addressed. `value`: by which the list of commitments names it."""

    code: str
    name: str
    value: str
    count: int


@shown_to("read")
def actors(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """`q`: a name; without one, those to whom something is addressed."""
    query = request.GET.get("q", "").strip()[:400]
    found = desk.find(register, viewer, query, at=moment) if query else ()
    shown = {
        "query": query,
        "found": found,
        "asked": () if query else _asked(register, viewer, moment),
        "name": lambda one: name_of(one, language()),
        "actor_kind_name": actor_kind_name,
    }
    return render(request, "actors/actors.html", shown)


@shown_to("read")
def actor(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """An actor of the register or of the table that comes with the product. Raises NotThere."""
    found = desk.actor(register, viewer, code, moment)
    values = frozenset({found.code, found.code.removeprefix("actor/")})
    shown = {
        "found": found,
        "title": name_of(found, language(), moment.as_at),
        "spoken": [(one, [name for name in found.names if name.language == one]) for one in LANGUAGES],
        "commitments": listing(register, viewer, moment, Filters(addressee=values)),
        "values": sorted(values),
        "known": register.state(moment, viewer.sight),
        "actor_kind_name": actor_kind_name,
        "role_name": role_name,
        "actor_name": actor_name,
    }
    return render(request, "actors/actor.html", shown)


@shown_to("record", methods=FORM)
def add_name(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, code: str
) -> HttpResponse:
    """Another name of an actor, with the days between which it was borne. Raises NotThere."""
    found = desk.actor(register, viewer, code)

    def named(typed: QueryDict) -> str:
        words, spoken = " ".join(typed.get("text", "").split()), language_typed(typed, "language")
        if not words or spoken is None:
            raise Mistyped(_("Write the name, and say in which language it is."))
        name = ActorName(
            language=spoken,
            text=words,
            since=day_typed(typed, "since"),
            until=day_typed(typed, "until"),
            official=typed.get("official") == "official",
        )
        desk.add_name(register, viewer, found.code, name, marking=marking_typed(typed))
        return reverse("actor", kwargs={"code": found.code}) + "?recorded=name"

    shown = {
        "found": found,
        "title": name_of(found, language()),
        "spoken": [(one, language_name(one)) for one in LANGUAGES],
        "markings": markings_for(viewer),
    }
    return answered(request, "actors/name.html", shown, named)


@shown_to("add_text", methods=FORM)
def propose(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """Propose an actor under a name that nobody bears; a person decides about it on the desk."""

    def proposed(typed: QueryDict) -> str:
        words, spoken = typed.get("words", ""), language_typed(typed, "language")
        if not words.strip() or spoken is None:
            raise Mistyped(_("Write the name, and say in which language it is."))
        kind = typed.get("kind", "")
        proposal = propose_actor(
            register,
            viewer,
            words,
            spoken,
            kind=kind if kind in ACTOR_KINDS else None,
            marking=marking_typed(typed),
        )
        return f"{reverse('actors')}?{urlencode({'proposed': proposal.instrument})}"

    shown = {
        "spoken": [(one, language_name(one)) for one in LANGUAGES],
        "kinds": actor_kinds(),
        "markings": markings_for(viewer),
    }
    return answered(request, "actors/propose.html", shown, proposed)


def _asked(register: Register, viewer: Viewer, moment: Moment) -> tuple[Asked, ...]:
    """Those to whom commitments are addressed, by their names: never ranked by how much is asked of them."""
    state: State = register.state(moment, viewer.sight)
    counts = listing(register, viewer, moment).facets.get("addressee", {})
    made = []
    for value, count in counts.items():
        code = actor_code(value)
        if code in reference_actors() or state.record(code).kind == "actor":
            found = desk.actor(register, viewer, code, moment)
            made.append(
                Asked(code=code, name=name_of(found, language(), moment.as_at), value=value, count=count)
            )
    return tuple(sorted(made, key=lambda one: one.name))
