"""Where somebody can go: the places that the pages' folders name, as far as this viewer may enter them."""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.http import HttpRequest
from django.urls import get_script_prefix, get_urlconf, resolve, reverse

import mutabaa.web
from mutabaa.people.admission import Policy, policy_of
from mutabaa.web.door import Entered


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """An entry of the navigation. `url`: the name of its route; `label`: English, marked by gettext_noop; `order`:
    small ones first. `section`: the main bar, or the desk's own."""

    url: str
    label: str
    order: int = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Door:
    """A place as it is shown to somebody."""

    href: str
    label: str
    current: bool


@cache
def page_urls() -> tuple[ModuleType, ...]:
    """The urls module of every page's folder, by the folder's name."""
    folders = sorted(found.name for found in pkgutil.iter_modules(mutabaa.web.__path__) if found.ispkg)
    names = [f"mutabaa.web.{folder}.urls" for folder in folders]
    return tuple(import_module(name) for name in names if find_spec(name))


def places() -> list[Place]:
    """All places, in their order."""
    named = [place for module in page_urls() for place in getattr(module, "places", ())]
    return sorted(named, key=lambda place: (place.order, place.url))


@cache
def _ways(urlconf: object, prefix: str) -> tuple[tuple[Place, str, Policy], ...]:
    """Every place with its address and its policy, of the routes in force."""
    found = [
        (place, href, policy_of(resolve(href).func)) for place in places() for href in [reverse(place.url)]
    ]
    return tuple((place, href, policy) for place, href, policy in found if policy is not None)


def doors(request: HttpRequest) -> Iterator[Door]:
    """The places this viewer may enter; none where nobody came in through the door."""
    entered: Entered | None = getattr(request, "entered", None)
    if entered is None:
        return
    for place, href, policy in _ways(get_urlconf(), get_script_prefix()):
        if policy.admits(entered.viewer):
            current = request.path == href or (href != "/" and request.path.startswith(f"{href}/"))
            yield Door(href=href, label=place.label, current=current)
