"""The sign-in library's views behind our door: each says who it is for, as every view of ours does."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from mutabaa.people.admission import Needs
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary.dates import Moment
from mutabaa.web.door import shown_to
from mutabaa.wiring.register import Register

_View = Callable[..., HttpResponseBase]


def everyone(view: _View) -> _View:
    """For whoever comes: those who aren't signed in yet."""
    return _opened(view, "everyone")


def signed_in(view: _View) -> _View:
    """For whoever is signed in, about themselves."""
    return _opened(view, "signed_in")


def _opened(view: _View, needs: Needs) -> _View:
    @shown_to(needs, methods=("GET", "HEAD", "POST"))
    @wraps(view)
    def opened(
        request: HttpRequest, viewer: Viewer, register: Register, moment: Moment, **named: Any
    ) -> HttpResponseBase:
        return view(request, **named)

    return opened
