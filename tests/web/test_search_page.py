"""Search in the browser: words lit, names in other languages said, narrowed by facets, kept for oneself."""

import pytest
from tests.web.conftest import Browser
from tests.web.forms import sent
from tests.web.story import CONFIDENTIAL, LANGUAGES, MISSION, NOBODY, OFFICER, READER, REPORT

from mutabaa.desk.search import saved
from mutabaa.wiring import Register


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_speaks_the_readers_language(
    browser: Browser, followed_up: Register, language: str
) -> None:
    shown = browser.get("/search", language=language, q="نيامي")
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in shown.html
    assert {"ar": "وشمل البحث أيضاً", "en": "Also looked for", "fr": "Cherché aussi"}[language] in shown.text


def test_an_arabic_name_lights_it_in_every_version(browser: Browser, followed_up: Register) -> None:
    html = browser.get("/search", q="نيامي").html
    assert "<mark>Niamey</mark>" in html and "<mark>نيامي</mark>" in html
    assert '<blockquote lang="ar" dir="rtl">' in html


def test_facets_narrow_what_was_found_and_count_it(browser: Browser, followed_up: Register) -> None:
    wide = browser.get("/search", q="mission")
    assert "language=fr" in wide.html and "kind=commitment" in wide.html
    narrowed = browser.get("/search?q=mission&language=fr")
    assert '<blockquote lang="en"' not in narrowed.html and '<blockquote lang="fr"' in narrowed.html


def test_a_sentence_finds_its_like_in_other_languages(browser: Browser, followed_up: Register) -> None:
    news = "La mission conjointe d'évaluation des besoins dans le bassin du lac Tchad a pris fin."
    shown = browser.get("/search", q=news, by="meaning")
    assert f"/c/{REPORT}/14" in shown.html and "Nearest in meaning" in shown.text


def test_what_is_kept_in_confidence_is_not_found_by_others(browser: Browser, followed_up: Register) -> None:
    asked = {"q": CONFIDENTIAL.lower()}
    assert CONFIDENTIAL not in browser.get("/search", viewer=READER, **asked).html
    assert browser.get("/search", viewer=OFFICER, **asked).text.count("IN CONFIDENCE") >= 1


def test_a_search_is_kept_and_forgotten_by_whoever_keeps_it(browser: Browser, followed_up: Register) -> None:
    kept = sent(browser, "/search/keep", q="mission", kind="commitment", name="بعثات")
    assert (kept.status, kept.location) == (303, "/search?q=mission&kind=commitment")
    assert "بعثات" in browser.get("/search").html
    assert "بعثات" not in browser.get("/search", viewer=READER).html
    assert sent(browser, "/search/forget", viewer=READER, name="بعثات").status == 404
    assert sent(browser, "/search/forget", name="بعثات").status == 303
    assert not saved(followed_up, OFFICER)


def test_a_search_without_a_name_is_not_kept(browser: Browser, followed_up: Register) -> None:
    kept = sent(browser, "/search/keep", q="mission", name=" ")
    assert "at most 100 letters" in browser.get(kept.location).text
    assert sent(browser, "/search/keep", viewer=NOBODY, q="mission", name="x").status == 302
    assert not saved(followed_up, OFFICER)


def test_nothing_found_says_what_to_do(browser: Browser, followed_up: Register) -> None:
    assert "Write fewer words" in browser.get("/search", q="xylophone").text
    assert browser.get("/search", q="mission", page="x").status == 400
    assert f"/c/{MISSION}" in browser.get("/search", q="mission").html
