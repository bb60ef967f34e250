"""How a program comes in: who it speaks for, whether it may, and at which moment it looks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any, cast

from django.http import Http404, HttpRequest
from ninja import Router, Schema
from ninja.errors import HttpError
from ninja.utils import check_csrf
from pydantic import Field

from mutabaa.people.admission import READING, Needs, Policy, viewer_of
from mutabaa.people.keys import bearer
from mutabaa.people.policy import ANONYMOUS, Viewer
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.wiring.register import Register
from mutabaa.wiring.served import the_register

# The policy of each path, for who looks the routes through.
POLICIES: dict[str, Policy] = {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Caller:
    """Who asks, and of which register."""

    viewer: Viewer
    register: Register


class At(Schema):
    """The moment looked at: both are dates, of which a month or a year counts to its end; now where left out."""

    as_at: str | None = Field(
        None, description="How things stood at the end of this day", examples=["2018-03-31"]
    )
    known_by: str | None = Field(None, description="As far as was known at the end of this day")

    def moment(self, register: Register) -> Moment:
        """The moment. Raises HttpError 422 for what is no date."""
        now = register.now()
        as_at, known_by = self._day("as_at"), self._day("known_by")
        return Moment(
            as_at=as_at.last_day if as_at else now.date(),
            known_by=datetime.combine(known_by.last_day, time.max, UTC) if known_by else now,
        )

    def _day(self, name: str) -> PartialDate | None:
        written = getattr(self, name)
        if not written:
            return None
        try:
            return PartialDate.from_iso(written)
        except ValueError as wrong:
            raise HttpError(422, f"{name}: not a date") from wrong


class Asking(HttpRequest):
    """A request that was admitted: ninja keeps with it what `auth` found."""

    auth: Caller


def caller(request: HttpRequest) -> Caller:
    """Who asks. Raises AttributeError outside a route."""
    return cast(Asking, request).auth


def route(
    router: Router, method: str, path: str, *, needs: Needs, answers: Any, **more: Any
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declares a route with its policy. Who isn't signed in and must be gets 401; who may not, what isn't there.

    A program sends the key of the person it speaks for; one without needs a session, and for a deed its anti-forgery
    token.
    """
    methods = READING if method == "GET" else (method,)
    policy = Policy(needs=needs, methods=methods)
    POLICIES[path] = policy

    def admitted(request: HttpRequest) -> Caller:
        """Asked before anything of the question is read."""
        key = request.headers.get("Authorization", "")
        viewer = bearer(key) or ANONYMOUS if key else viewer_of(request)
        if not policy.admits(viewer):
            if viewer.role is None:
                raise HttpError(401, "sign in")
            raise Http404
        # Whoever sends a key was asked to by nobody else's page.
        if method != "GET" and not key and check_csrf(request) is not None:
            raise HttpError(403, "the anti-forgery token is missing or old")
        return Caller(viewer=viewer, register=the_register())

    return router.api_operation([method], path, response=answers, auth=admitted, **more)
