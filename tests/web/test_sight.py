"""What somebody may not see is in no page for them: no word, no code, no count; and nothing of ours asks elsewhere."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client
from tests.web.conftest import Browser
from tests.web.story import OFFICER, READER, REPORT

import mutabaa.web
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion
from mutabaa.register.canonical import Value
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.web import door
from mutabaa.wiring import Register

SECRET = f"{REPORT}/99.z"
WORDS = "SPEAK TO NOBODY OF THIS"
ABSENT = f"{REPORT}/98.z"
BELOW = (
    READER,
    Viewer(name="ana", role="analyst"),
    Viewer(name="rev", role="reviewer"),
    Viewer(name="chad", role="contributor", entity="actor/state/tcd"),
)
LISTS = ("/commitments", "/overview", "/overview?show=new", "/texts", f"/texts/{REPORT}?version=all")


@pytest.fixture
def with_secret(followed_up: Register) -> Register:
    """A commitment in confidence, overdue and assessed, so that it would be in every count."""
    said: list[tuple[str, Value]] = [
        ("kind", "commitment"),
        ("part_of", f"{REPORT}/14"),
        ("act", {"act": "request", "reiterated": False}),
        ("action", {"language": "en", "text": WORDS}),
        ("addressee", {"basis": "stated", "names": {"en": f"{WORDS} addressee"}}),
        ("theme", f"{WORDS} theme"),
        ("due", {"kind": "date", "on": "2023-01-31"}),
        ("assessment", {"level": 3, "reasons": WORDS, "sources": []}),
    ]

    def at(instant: datetime) -> list[Assertion]:
        return [
            Assertion(
                subject=SECRET,
                says=says,
                value=value,
                stated_by="amina",
                recorded_at=instant,
                effective_on=PartialDate.from_iso("2023-02-10"),
                marking="confidential",
            )
            for says, value in said
        ]

    followed_up.record(at)
    return followed_up


def test_what_is_in_confidence_is_in_no_page_of_who_may_not_see_it(
    browser: Browser, with_secret: Register
) -> None:
    for page in LISTS:
        for viewer in BELOW:
            html = browser.get(page, viewer=viewer).html
            assert SECRET not in html and WORDS not in html, (page, viewer.role)
    assert SECRET in browser.get("/commitments").html and WORDS in browser.get("/overview").html


def test_what_is_in_confidence_is_in_no_count(browser: Browser, with_secret: Register) -> None:
    assert "14 commitments" in browser.get("/commitments", viewer=READER).text
    assert "15 commitments" in browser.get("/commitments", viewer=OFFICER).text
    assert "0 of 14" in browser.get("/overview", viewer=READER).text
    assert "1 of 15" in browser.get("/overview", viewer=OFFICER).text
    assert browser.get("/commitments", viewer=READER, theme=f"{WORDS} theme").text.count("No commitment") == 1


def test_forbidden_and_absent_are_the_same_answer_to_the_byte(
    browser: Browser, with_secret: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    for viewer in BELOW:
        monkeypatch.setattr(door, "viewer_of", lambda request, viewer=viewer: viewer)
        for page in ("/c/", "/why/", "/history/", "/texts/"):
            for query in ("", "?as_at=2023-06-30"):
                forbidden, absent = client.get(page + SECRET + query), client.get(page + ABSENT + query)
                assert (forbidden.status_code, absent.status_code) == (404, 404), (page, viewer.role)
                assert forbidden.content == absent.content and forbidden.headers == absent.headers


def test_no_file_of_ours_asks_for_anything_from_elsewhere() -> None:
    folder = Path(mutabaa.web.__file__).parent
    files = [file for kind in ("css", "js", "html") for file in folder.rglob(f"*.{kind}")]
    assert files
    asking = re.compile(
        r"""@import|url\(\s*["']?(?:https?:)?//|(?:src|href|action)="(?:https?:)?//|fetch\(\s*["'`](?:https?:)?//"""
    )
    assert [
        (file.name, asking.findall(file.read_text(encoding="utf-8")))
        for file in files
        if asking.search(file.read_text(encoding="utf-8"))
    ] == []
