"""The deadlines in the browser: what is overdue first, and what waits for an event."""

import pytest
from tests.web.conftest import Browser
from tests.web.story import LANGUAGES, NOBODY, REPORT

from mutabaa.people.policy import Viewer
from mutabaa.wiring import Register


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_deadlines_speak_the_readers_language(
    browser: Browser, followed_up: Register, language: str
) -> None:
    shown = browser.get("/deadlines", language=language)
    assert {"ar": "في انتظار حدث", "en": "Waiting for an event", "fr": "En attente d’un événement"}[
        language
    ] in shown.text


def test_what_is_overdue_comes_first_with_how_many_days(browser: Browser, followed_up: Register) -> None:
    shown = browser.get("/deadlines")
    assert "days overdue" in shown.text
    assert f"/c/{REPORT}/" in shown.html


def test_before_its_day_a_deadline_is_not_due(browser: Browser, followed_up: Register) -> None:
    earlier = browser.get("/deadlines", as_at="2022-12-20").text
    assert "overdue" not in earlier and ("Due soon" in earlier or "Not due yet" in earlier)


def test_nothing_is_shown_of_what_is_not_shared(browser: Browser, followed_up: Register) -> None:
    chad = Viewer(name="chad", role="contributor", entity="actor/state/tcd")
    assert "Nothing falls due" in browser.get("/deadlines", viewer=chad).text
    assert browser.get("/deadlines", viewer=NOBODY).status == 302
