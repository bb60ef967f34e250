"""The overview: counts with their formula and n, each leading to its rows."""

import re
from html import unescape

import pytest
from tests.web.conftest import Browser
from tests.web.story import CONFIDENTIAL, LANGUAGES, MISSION, READER, REPORT

from mutabaa.web.standing.choices import facet_name
from mutabaa.wiring import Register


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_speaks_the_readers_language(
    browser: Browser, followed_up: Register, language: str
) -> None:
    shown = browser.get("/overview", language=language)
    said = {"ar": "المتوسط المعياري", "en": "Normalised mean", "fr": "Moyenne normalisée"}[language]
    assert shown.status == 200 and said in shown.text
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in shown.html


def test_every_number_leads_to_as_many_rows(browser: Browser, followed_up: Register) -> None:
    html = browser.get("/overview").html
    found = set(re.findall(r'<a href="(/commitments[^"]*)">(?:(\d+)|(\d+) of \d+)</a>', html))
    told = {one for one in found if "told=" in one[0]}
    assert len(found) > 20 and told
    for href, n, completed in found - told:
        text = browser.get(unescape(href)).text
        number = n or completed
        assert f"{number} commitment" in text or (number == "0" and "No commitment is like that" in text), (
            href
        )
    for href, _n, _of in told:
        assert "0 commitments" not in browser.get(unescape(href)).text, href


def test_figures_say_their_n(browser: Browser, followed_up: Register) -> None:
    text = browser.get("/overview").text
    assert "0 of 14 (0 %)" in text
    # One is assessed, as intermediate: 2 of 3.
    assert "0.67 n = 1" in text
    assert "three times n" in text


def test_what_changed_since_a_meeting_is_told(browser: Browser, followed_up: Register) -> None:
    text = browser.get("/overview").text
    assert "What changed since" in text and "New commitments : 14" in text.replace(
        "commitments:", "commitments :"
    )
    assert f"/c/{MISSION}" in browser.get("/overview", show="new").html
    assert browser.get("/overview", since="someday").status == 400


def test_a_section_is_shown_alone_and_a_text_by_its_paragraphs(
    browser: Browser, followed_up: Register
) -> None:
    alone = browser.get("/overview", show="addressee")
    assert "By addressee" in alone.text and "By instrument" not in alone.text
    paragraphs = browser.get("/overview", show="provision", instrument=REPORT)
    assert f"/c/{REPORT}/14" in paragraphs.html
    assert browser.get("/overview", show="provision").status == 400
    assert browser.get("/overview", show="everything").status == 400


def test_a_filter_narrows_the_whole_page(browser: Browser, followed_up: Register) -> None:
    narrowed = browser.get("/overview", lifecycle="overtaken").text
    assert "0 of 1 (0 %)" in narrowed and "Remove the filter" not in narrowed
    assert "No commitment is like that" in browser.get("/overview", lifecycle="withdrawn").text


def test_an_empty_register_says_what_to_do_first(browser: Browser) -> None:
    assert "mutabaa add" in browser.get("/overview").text


def test_the_overview_tells_a_reader_nothing_confidential(browser: Browser, followed_up: Register) -> None:
    assert CONFIDENTIAL not in browser.get("/overview", viewer=READER).html


def test_the_first_page_is_the_overview(browser: Browser, followed_up: Register) -> None:
    assert browser.get("/").location == "/overview"


def test_a_filter_that_is_set_can_be_taken_off(browser: Browser, followed_up: Register) -> None:
    html = browser.get("/commitments?lifecycle=active&lifecycle=overtaken&timeliness=overdue").html
    assert 'aria-label="Remove the filter \u2068overdue\u2069"' in html
    assert 'href="?lifecycle=active&amp;lifecycle=overtaken"' in html


def test_what_no_facet_has_is_shown_as_it_was_asked(browser: Browser, followed_up: Register) -> None:
    shown = browser.get("/commitments?lifecycle=bogus&act=bogus&lifecycle=-")
    assert shown.status == 200 and "No commitment is like that" in shown.text
    assert browser.get("/commitments", told="evidence:yesterday").status == 400


def test_each_facet_has_a_name() -> None:
    from mutabaa.web.standing.choices import FACETS, FROM_ELSEWHERE

    assert all(facet_name(name) for name in (*FACETS, *FROM_ELSEWHERE))
