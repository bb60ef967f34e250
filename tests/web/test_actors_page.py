"""Actors in the browser: found by any name, shown with all of them, proposed where nobody is known."""

import pytest
from tests.web.conftest import Browser
from tests.web.forms import recorded, sent
from tests.web.story import LANGUAGES, OFFICER, READER

from mutabaa.desk.actors import find
from mutabaa.people.policy import Viewer
from mutabaa.wiring import Register

ANALYST = Viewer(name="ana", role="analyst")
ICESCO = "actor/oic/icesco"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_actor_is_found_by_a_name_in_any_language(
    browser: Browser, followed_up: Register, language: str
) -> None:
    for name in ("إيسيسكو", "ICESCO", "OCI"):
        shown = browser.get("/actors", language=language, q=name)
        assert "/actors/actor/" in shown.html, name
    found = browser.get(f"/actors/{ICESCO}", language=language)
    assert (found.status, "2020" in found.text) == (200, True)


def test_an_actor_shows_what_it_was_asked(browser: Browser, followed_up: Register) -> None:
    listed = browser.get("/actors")
    assert "Those to whom something is addressed" in listed.text
    code = listed.html.partition('href="/actors/actor/')[2].partition('"')[0]
    assert "/c/SAMPLE/" in browser.get(f"/actors/actor/{code}").html


def test_who_nobody_knows_is_proposed_and_nothing_recorded(browser: Browser, followed_up: Register) -> None:
    name, size = "Lake Chad Anglers' League", followed_up.ledger.size
    assert "Propose it as an actor" in browser.get("/actors", q=name).text
    done = sent(browser, "/actors/propose", viewer=ANALYST, words=name, language="en")
    assert done.status == 303 and "proposed=actor" in done.location
    assert followed_up.ledger.size == size and not find(followed_up, OFFICER, name)


def test_a_known_name_is_refused_with_what_was_typed(browser: Browser, followed_up: Register) -> None:
    told = sent(browser, "/actors/propose", viewer=ANALYST, reads="fr", language="en", words="ICESCO")
    assert told.status == 422 and "Ce nom" in told.text and 'value="ICESCO"' in told.html


def test_another_name_is_recorded_once_and_found(browser: Browser, followed_up: Register) -> None:
    size = followed_up.ledger.size
    path = f"/actors/name/{ICESCO}"
    wrong = sent(browser, path, text="منظمة فاس", official="variant", since="yesterday", language="ar")
    assert wrong.status == 422 and "منظمة فاس" in wrong.html and followed_up.ledger.size == size
    done = sent(browser, path, text="منظمة فاس", language="ar", official="variant", since="٢٠٢٠")
    assert done.status == 303
    said = recorded(followed_up, size)
    assert [one.says for one in said] == ["kind", "variant"] and {one.stated_by for one in said} == {"amina"}
    assert "منظمة فاس" in browser.get("/actors", q="منظمة فاس").text


def test_who_may_not_record_is_told_that_there_is_nothing(browser: Browser, followed_up: Register) -> None:
    assert sent(browser, f"/actors/name/{ICESCO}", viewer=READER, text="x").status == 404
    assert sent(browser, "/actors/propose", viewer=READER, words="x").status == 404
    assert browser.get("/actors/actor/nobody", viewer=READER).status == 404
    assert "Propose" not in browser.get("/actors", viewer=READER).text
