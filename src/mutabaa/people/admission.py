"""Who may come by a route: said at each, for pages and for programs alike, and asked in one way."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from mutabaa.people.policy import ANONYMOUS, Deed, Viewer

# everyone: whoever comes, signed in or not. read: who is signed in, and on a public site whoever comes.
Needs = Literal["everyone", "read", "signed_in"] | Deed
READING = ("GET", "HEAD")


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """Who may come by a route, and how."""

    needs: Needs
    methods: tuple[str, ...] = READING

    def admits(self, viewer: Viewer) -> bool:
        """Whether this viewer may come in; what they see there, their sight says."""
        if self.needs == "everyone":
            return True
        if self.needs == "read":
            return viewer.role is not None or public_site()
        if self.needs == "signed_in":
            return viewer.role is not None
        return viewer.may(self.needs)


class Declared(Protocol):
    """A view that says who may come by it."""

    policy: Policy

    def __call__(self, request: HttpRequest, **named: Any) -> HttpResponseBase: ...


def policy_of(view: object) -> Policy | None:
    """The policy a view declares, None when it declares none."""
    found = getattr(view, "policy", None)
    return found if isinstance(found, Policy) else None


def viewer_of(request: HttpRequest) -> Viewer:
    """Who is asking."""
    from mutabaa.people.accounts import viewer_of as viewer_of_user

    user = getattr(request, "user", None)
    return viewer_of_user(user) if user is not None and user.is_authenticated else ANONYMOUS


def public_site() -> bool:
    """Whether public items are shown to whoever comes."""
    return bool(getattr(settings, "PUBLIC_SITE", False))
