"""Who is shown what, route by route."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from tests.web.conftest import Browser
from tests.web.story import MISSION, NOBODY, OFFICER

import mutabaa
from mutabaa.people.admission import policy_of
from mutabaa.web.door import shown_to
from mutabaa.wiring import Register

# Routes of parts that are not ours, and who may come by them: whoever comes, for they are how one signs in.
NOT_OURS = ("allauth.",)


def routes(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns)
        else:
            yield one


def test_every_route_says_who_it_is_for() -> None:
    unsaid = [
        str(one.pattern)
        for one in routes(get_resolver("mutabaa.web.urls").url_patterns)
        if policy_of(one.callback) is None and not one.callback.__module__.startswith(NOT_OURS)
    ]
    assert not unsaid


def test_who_is_not_signed_in_is_asked_to_sign_in(browser: Browser, followed_up: Register) -> None:
    shown = browser.get(f"/c/{MISSION}", viewer=NOBODY)
    assert (shown.status, shown.html) == (302, "")
    assert shown.location.endswith("?next=" + f"/c/{MISSION}".replace("/", "%2F"))


def test_what_is_not_there_and_what_may_not_be_seen_are_told_alike(
    browser: Browser, followed_up: Register
) -> None:
    from mutabaa.people.policy import Viewer

    outsider = Viewer(name="outsider", role="contributor", entity="actor/state/tcd")
    forbidden = browser.get(f"/c/{MISSION}", viewer=outsider)
    absent = browser.get("/c/NOTHING/9.z", viewer=outsider)
    assert (forbidden.status, absent.status) == (404, 404)
    assert forbidden.html == absent.html


def test_a_view_has_one_policy() -> None:
    with pytest.raises(TypeError):
        shown_to("read")(shown_to("read")(lambda *asked: None))


def test_the_language_is_remembered_and_leads_back_only_to_us(
    browser: Browser, followed_up: Register
) -> None:
    browser.get("/texts")
    answer = browser.client.get("/language/ar", headers={"Referer": "http://127.0.0.1/texts?as_at=2023"})
    assert (answer.headers["Location"], answer.cookies["django_language"].value) == (
        "/texts?as_at=2023",
        "ar",
    )
    away = browser.client.get("/language/fr", headers={"Referer": "https://elsewhere.example/x"})
    assert away.headers["Location"] == "/"


def test_what_is_shown_to_somebody_signed_in_is_kept_by_no_cache(
    browser: Browser, followed_up: Register
) -> None:
    browser.get("/texts", viewer=OFFICER)
    assert browser.client.get("/texts").headers["Cache-Control"] == "private, no-store"


def test_no_door_reaches_for_the_tables() -> None:
    rooms = Path(mutabaa.__file__).parent
    files = [file for room in ("web", "api") for file in (rooms / room).rglob("*.py")]
    reaching = ("django.db", "mutabaa.store", ".objects.", "mutabaa.people.models")
    # Signing in is about accounts, which the room of people keeps; it asks for them by name.
    found = [
        (file.name, word)
        for file in files
        for word in reaching
        if "sign_in" not in file.parts and word in file.read_text(encoding="utf-8")
    ]
    assert not found
