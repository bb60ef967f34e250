"""The one way by which a page reaches the register: who may see it is said here, route by route, or it isn't shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url

from mutabaa.desk.errors import NotThere
from mutabaa.people.admission import READING, Declared, Needs, Policy, policy_of, viewer_of
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.wiring.register import Register
from mutabaa.wiring.served import the_register

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entered:
    """Who came in by which policy, and at which moment they look. `query`: the moment as it was asked for."""

    viewer: Viewer
    moment: Moment
    query: str

    @property
    def looks_back(self) -> bool:
        return bool(self.query)


class Admitted(HttpRequest):
    """A request that came in through the door, as templates see it."""

    entered: Entered


def shown_to(needs: Needs, *, methods: Sequence[str] = READING) -> Callable[[View], Declared]:
    """Declares who a view is for. The view is given the request, the viewer, the register and the moment.

    Who isn't signed in and must be is asked to sign in. Who may not is told what they would be told of a page that
    isn't there. Raises TypeError when a view is declared twice.
    """
    policy = Policy(needs=needs, methods=tuple(methods))

    def declared(view: View) -> Declared:
        if policy_of(view) is not None:
            raise TypeError(f"{view.__name__} has its policy already")

        @wraps(view)
        def guarded(request: HttpRequest, **named: Any) -> HttpResponseBase:
            if request.method not in policy.methods:
                return HttpResponseNotAllowed(policy.methods)
            viewer = viewer_of(request)
            if not policy.admits(viewer):
                if viewer.role is None:
                    return _to_sign_in(request)
                raise Http404
            register = the_register()
            entered = _entered(request, viewer, register)
            cast(Admitted, request).entered = entered
            try:
                return view(request, viewer, register, entered.moment, **named)
            except (NotThere, NotAllowed) as refused:
                raise Http404 from refused

        found = cast(Declared, guarded)
        found.policy = policy
        return found

    return declared


def entered_by(request: HttpRequest) -> Entered:
    """How the one who asks came in. Raises AttributeError outside a view that is shown to somebody."""
    return cast(Admitted, request).entered


def _to_sign_in(request: HttpRequest) -> HttpResponseRedirect:
    """To the page for signing in, which leads back here."""
    return HttpResponseRedirect(
        f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}"
    )


def _entered(request: HttpRequest, viewer: Viewer, register: Register) -> Entered:
    """The moment asked for by `as_at` and `known_by`, each a day; now where none is asked for."""
    as_at, known_by = _day(request, "as_at"), _day(request, "known_by")
    asked = {"as_at": as_at, "known_by": known_by}
    now = register.now()
    return Entered(
        viewer=viewer,
        moment=Moment(
            as_at=as_at or now.date(),
            known_by=datetime.combine(known_by, time.max, UTC) if known_by else now,
        ),
        query=urlencode({name: day.isoformat() for name, day in asked.items() if day}),
    )


def _day(request: HttpRequest, name: str) -> date | None:
    """A day of the query; of a month or a year, its last. Raises BadRequest for what is no date."""
    written = request.GET.get(name, "").strip()
    if not written:
        return None
    try:
        return PartialDate.from_iso(written).last_day
    except ValueError as wrong:
        raise BadRequest(f"{name}: not a date") from wrong
