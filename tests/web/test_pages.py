"""Each page in three languages, on a register that holds the sample report and what came of it."""

import re

import pytest
from tests.web.conftest import Browser
from tests.web.story import CONFIDENTIAL, LANGUAGES, MISSION, OFFICER, READER, REPORT

from mutabaa.vocabulary.dates import Moment
from mutabaa.web.layout import statements
from mutabaa.wiring import Register

PAGES = (
    "/commitments",
    f"/c/{MISSION}",
    f"/why/{MISSION}",
    f"/history/{MISSION}",
    "/texts",
    f"/texts/{REPORT}",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_in_the_readers_language_and_direction(
    browser: Browser, followed_up: Register, language: str
) -> None:
    for page in PAGES:
        shown = browser.get(page, language=language)
        direction = "rtl" if language == "ar" else "ltr"
        assert (page, shown.status) == (page, 200)
        assert f'<html lang="{language}" dir="{direction}">' in shown.html


def test_no_page_asks_for_anything_from_elsewhere(browser: Browser, followed_up: Register) -> None:
    for page in PAGES:
        html = browser.get(page).html
        fetched = re.findall(r'(?:src|srcset|action|data|poster)="([^"]*)"|<link[^>]* href="([^"]*)"', html)
        assert all(address.startswith("/") for pair in fetched for address in pair if address)
        assert "style=" not in html and "<script" not in html, "the policy of content allows neither"
        assert set(re.findall(r'https?://([^/"<]+)', html)) <= {"127.0.0.1", "www.w3.org"}


def test_the_list_tells_where_each_commitment_stands(browser: Browser, followed_up: Register) -> None:
    shown = browser.get("/commitments")
    assert "14 commitments" in shown.text
    assert "overtaken by events" in shown.text and "overdue" in shown.text
    narrowed = browser.get("/commitments", lifecycle="overtaken")
    assert "1 commitment" in narrowed.text and f"/c/{REPORT}/9.b" in narrowed.html
    assert f"/c/{MISSION}" not in narrowed.html


def test_a_list_that_nothing_fits_says_so(browser: Browser, followed_up: Register) -> None:
    assert "No commitment is like that" in browser.get("/commitments", lifecycle="withdrawn").text


def test_an_empty_register_says_what_to_do(browser: Browser) -> None:
    for page in ("/commitments", "/texts"):
        assert "mutabaa add" in browser.get(page).text


def test_the_commitment_page_quotes_each_version_with_its_words_lit(
    browser: Browser, followed_up: Register
) -> None:
    html = browser.get(f"/c/{MISSION}").html
    assert (
        "<mark>requested</mark>" in html and "<mark>a demandé</mark>" in html and "<mark>طلب</mark>" in html
    )
    assert 'blockquote lang="ar" dir="rtl"' in html and 'blockquote lang="fr" dir="ltr"' in html


def test_competing_assessments_stand_side_by_side_and_the_reply_beside(
    browser: Browser, followed_up: Register
) -> None:
    text = browser.get(f"/c/{MISSION}").text
    assert "Done in full." in text and "The report was sent." in text
    assert text.count("counts") >= 1


def test_a_correction_shows_what_it_corrected(browser: Browser, followed_up: Register) -> None:
    html = browser.get(f"/c/{MISSION}").html
    assert re.search(r"<del><bdi[^>]*>Report awaited from the missoin\.</bdi></del>", html)
    assert re.search(r"<ins><bdi[^>]*>Report awaited from the mission\.</bdi></ins>", html)


def test_the_line_of_a_commitment_is_seen_from_both_ends(browser: Browser, followed_up: Register) -> None:
    assert "Strengthens" in browser.get(f"/c/{REPORT}/10.b").text
    assert "Strengthened by" in browser.get(f"/c/{REPORT}/11.b").text


def test_why_is_computed_anew_and_comes_out_the_same(browser: Browser, followed_up: Register) -> None:
    for code in (MISSION, f"{REPORT}/9.b", f"{REPORT}/11.c"):
        assert browser.get(f"/why/{code}").text.count("Computed anew: the same.") == 5


def test_nothing_confidential_is_in_any_page_of_a_reader(browser: Browser, followed_up: Register) -> None:
    for page in PAGES:
        assert CONFIDENTIAL not in browser.get(page, viewer=READER).html
    assert CONFIDENTIAL in browser.get(f"/c/{MISSION}", viewer=OFFICER).html


def test_the_moment_is_said_and_kept_in_links(browser: Browser, followed_up: Register) -> None:
    shown = browser.get("/commitments", as_at="2023-01-15")
    assert "As at 15 January 2023" in shown.text.replace("\u2068", "").replace("\u2069", "")
    assert f'/c/{MISSION}?as_at=2023-01-15"' in shown.html
    assert "overtaken" not in shown.text.replace("Lifecycle", "")
    assert browser.get("/commitments", as_at="yesterday").status == 400


def test_before_it_was_recorded_nothing_is_there(browser: Browser, followed_up: Register) -> None:
    assert "mutabaa add" in browser.get("/commitments", known_by="2020-01-01").text


def test_an_address_leads_to_the_page_of_whatever_it_is(browser: Browser, followed_up: Register) -> None:
    assert browser.get(f"/c/{REPORT}").location == f"/texts/{REPORT}"
    assert browser.get(f"/c/{REPORT}/14").location == f"/texts/{REPORT}#p-14"
    assert browser.get("/c/source/joint-mission").location == "/sources/source/joint-mission"


def test_a_text_shows_its_versions_beside_each_other(browser: Browser, followed_up: Register) -> None:
    shown = browser.get(f"/texts/{REPORT}", version="all")
    assert "a demandé" in shown.text and "requested the Secretary-General" in shown.text
    only = browser.get(f"/texts/{REPORT}", version="fr")
    assert "a demandé" in only.text and "requested the Secretary-General" not in only.text
    assert browser.get(f"/texts/{REPORT}", version="de").status == 400


def test_every_statement_kind_and_grade_has_a_name_of_its_own(followed_up: Register) -> None:
    from mutabaa.register.statements import RECORD_KINDS, STATEMENTS

    unnamed = [says for says in STATEMENTS if statements.statement_name(says) == says.replace("_", " ")]
    assert not unnamed
    assert all(statements.kind_name(kind) for kind in RECORD_KINDS)


def test_the_printed_page_bears_a_code_that_leads_to_its_address(
    browser: Browser, followed_up: Register
) -> None:
    shown = browser.get(f"/c/{MISSION}")
    assert f"http://127.0.0.1/c/{MISSION}" in shown.text and 'role="img"' in shown.html


def test_a_retraction_is_told_with_who_took_back_what(browser: Browser, followed_up: Register) -> None:
    from datetime import date

    from mutabaa.register import Assertion

    moment = Moment(as_at=date.max, known_by=followed_up.now())
    seen = followed_up.state(moment, OFFICER.sight).record(MISSION)
    note = next(entry for entry in seen.all("note") if "mission" in str(entry.assertion.value))
    followed_up.record(
        lambda at: [
            Assertion(
                subject=MISSION,
                says="retraction",
                value="It had come.",
                stated_by="omar",
                recorded_at=at,
                corrects=note.name,
            )
        ]
    )
    text = browser.get(f"/history/{MISSION}").text
    assert "Taken back" in text and "It had come." in text and f"Takes back #{note.number}" in text
