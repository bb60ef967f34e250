"""The page of a text: each paragraph in each version, with its positions and its commitments."""

import pytest
from tests.web.conftest import Browser
from tests.web.story import LANGUAGES, REPORT

from mutabaa.wiring import Register


@pytest.mark.parametrize("language", LANGUAGES)
def test_commitments_lead_to_their_pages_and_positions_are_said_to_have_no_status(
    browser: Browser, followed_up: Register, language: str
) -> None:
    shown = browser.get(f"/texts/{REPORT}", language=language)
    assert f'href="/c/{REPORT}/14.a"' in shown.html and f'href="/c/{REPORT}/7.a"' not in shown.html
    without = {
        "ar": "موقف، لا حالة له",
        "en": "position, without status",
        "fr": "position, sans état",
    }[language]
    assert without in shown.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readers_version_is_shown_first_where_there_is_one(
    browser: Browser, followed_up: Register, language: str
) -> None:
    html = browser.get(f"/texts/{REPORT}", language=language).html
    assert f'<blockquote class="plain" lang="{language}"' in html
    assert all(f'<blockquote class="plain" lang="{one}"' not in html for one in LANGUAGES if one != language)
    beside = browser.get(f"/texts/{REPORT}", language=language, version="all").html
    assert all(f'<blockquote class="version" lang="{one}"' in beside for one in LANGUAGES)


def test_a_paragraph_has_an_address_of_its_own(browser: Browser, followed_up: Register) -> None:
    assert 'id="p-14"' in browser.get(f"/texts/{REPORT}").html
    assert browser.get(f"/c/{REPORT}/14").location.endswith(f"/texts/{REPORT}#p-14")
