"""The people of a register, and the three deeds on their accounts. A link is shown once, to who made it."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from mutabaa.desk import actors
from mutabaa.desk.errors import NotThere
from mutabaa.people import accounts
from mutabaa.people.accounts import NotAnAccount
from mutabaa.people.listing import listed
from mutabaa.people.policy import ROLES, Viewer
from mutabaa.vocabulary import LANGUAGES
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.web.forms.typed import language_typed
from mutabaa.web.layout.said import language, language_name
from mutabaa.web.people.refusals import refused
from mutabaa.web.sign_in.roles import role_name
from mutabaa.wiring.register import Register


@shown_to("administer")
def people(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """Everybody who has an account, and the form by which somebody is invited."""
    return _page(request, viewer)


@shown_to("administer", methods=("POST",))
def invite(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """A new account, and the link by which its owner opens it. Raises BadRequest for a role that is none."""
    typed = request.POST
    role = next((role for role in ROLES if role == typed.get("role")), None)
    if role is None:
        raise BadRequest("role: no such role")
    name = typed.get("name", "").strip().lower()
    try:
        secret = accounts.invite(
            name,
            role,
            register.now(),
            email=typed.get("email", ""),
            display_name=typed.get("display_name", "")[:200],
            entity=_entity(register, viewer, typed.get("entity", "")) if role == "contributor" else "",
            language=language_typed(typed, "language") or language(),
        )
    except NotAnAccount as why:
        return _page(request, viewer, typed=typed, told=refused(why))
    return _page(request, viewer, link=_link(secret), link_for=name)


@shown_to("administer", methods=("POST",))
def new_link(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, name: str
) -> HttpResponse:
    """Another link for an account; those before it end, and where they were lost its codes and passkeys."""
    lost = "second_step_lost" in request.POST
    try:
        secret = accounts.invite_again(name, register.now(), second_step_lost=lost)
    except NotAnAccount as why:
        return _page(request, viewer, told=refused(why))
    return _page(request, viewer, link=_link(secret), link_for=name)


@shown_to("administer", methods=("POST",))
def close(
    request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, name: str
) -> HttpResponse:
    """Close an account, not one's own: somebody must be left who opens others."""
    try:
        if name.strip().lower() == viewer.name:
            raise NotAnAccount("own_account")
        accounts.close(name, register.now())
    except NotAnAccount as why:
        return _page(request, viewer, told=refused(why))
    return HttpResponseRedirect(reverse("people"), status=303)


def _page(
    request: HttpRequest,
    viewer: Viewer,
    *,
    typed: Mapping[str, str] | None = None,
    told: str = "",
    link: str = "",
    link_for: str = "",
) -> HttpResponse:
    shown: dict[str, Any] = {
        "people": listed(viewer),
        "roles": [(role, role_name(role)) for role in ROLES],
        "role_name": role_name,
        "spoken": [(one, language_name(one)) for one in LANGUAGES],
        "typed": typed or {},
        "told": told,
        "made": link,
        "made_for": link_for,
    }
    return render(request, "people/people.html", shown, status=422 if told else 200)


def _entity(register: Register, viewer: Viewer, written: str) -> str:
    """The code of an actor by its code or one of its names. Raises NotAnAccount when nobody or several are meant."""
    if not written.strip():
        return ""
    with suppress(NotThere):
        return actors.actor(register, viewer, written.strip()).code
    found = sorted({one.code for one in actors.find(register, viewer, written)})
    if len(found) != 1:
        raise NotAnAccount(
            "several_actors" if found else "no_such_actor", written=written, codes=", ".join(found)
        )
    return found[0]


def _link(secret: str) -> str:
    return f"{settings.ADDRESS}{reverse('invitation', kwargs={'secret': secret})}"
