"""Sources in the browser: added with grades, read in the sandbox, given back to be saved; cited by people only."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.conftest import Browser
from tests.web.forms import recorded, sent
from tests.web.story import LANGUAGES, MISSION, OFFICER, READER

from mutabaa.people.policy import Viewer
from mutabaa.wiring import Register, sandbox

CHAD = Viewer(name="chad", role="contributor", entity="actor/state/tcd")
NEWS = "La mission conjointe d'évaluation des besoins dépêchée dans le bassin du lac Tchad a pris fin."
NOTED = {"note": NEWS, "language": "fr", "title": "Fin de la mission", "reliability": "B", "credibility": "2"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sources_speak_the_readers_language(
    browser: Browser, followed_up: Register, language: str
) -> None:
    shown = browser.get("/sources", language=language)
    assert {"ar": "4 مصادر", "en": "4 sources", "fr": "4 sources"}[language] in shown.text
    assert {"ar": "موثوق عادة", "en": "usually reliable", "fr": "généralement fiable"}[language] in shown.text
    for page in ("/sources/add", "/sources/source/joint-mission", "/sources/bearing/source/joint-mission"):
        assert browser.get(page, language=language).status == 200, page


def test_a_note_is_recorded_under_the_viewers_name_and_proposes_what_it_may_bear_on(
    browser: Browser, followed_up: Register
) -> None:
    size = followed_up.ledger.size
    done = sent(browser, "/sources/add", published="2023-02-11", **NOTED)
    assert done.status == 303 and done.location.startswith("/sources/bearing/source/")
    said = recorded(followed_up, size)
    assert {one.stated_by for one in said} == {"amina"} and len({one.subject for one in said}) == 1
    assert {one.says for one in said} >= {"kind", "note", "title", "reliability", "credibility", "published"}
    size = followed_up.ledger.size
    proposed = browser.get(done.location)
    assert "The source is recorded" in proposed.text and f'action="/cite/{MISSION}"' in proposed.html
    assert 'value="2023-02-11"' in proposed.html and followed_up.ledger.size == size


def test_one_click_cites_it_there(browser: Browser, followed_up: Register) -> None:
    code = sent(browser, "/sources/add", published="2023-02-11", **NOTED).location.split("bearing/")[1]
    size = followed_up.ledger.size
    typed = {"source": code.partition("?")[0], "words": NEWS, "bearing": "supports"}
    done = sent(browser, f"/cite/{MISSION}", effective_on="2023-02-11", **typed)
    assert done.location == f"/c/{MISSION}?recorded=cited#evidence"
    assert [one.says for one in recorded(followed_up, size)] == ["evidence"]
    assert f"/c/{MISSION}" in browser.get(f"/sources/{typed['source']}").html


def test_a_file_is_kept_read_in_the_sandbox_and_given_back_to_be_saved(
    browser: Browser, followed_up: Register
) -> None:
    file = SimpleUploadedFile("<news>.txt", f"{NEWS}\n".encode())
    code = sent(browser, "/sources/add", file=file).location.split("bearing/")[1].partition("?")[0]
    shown = browser.get(f"/sources/bearing/{code}")
    expected = f'action="/cite/{MISSION}"' if sandbox.is_there() else 'role="alert"'
    assert expected in shown.html
    assert "<news>" not in browser.get(f"/sources/{code}").html
    answer = browser.client.get(f"/sources/file/{code}")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.content == f"{NEWS}\n".encode() and "sandbox" in answer.headers["Content-Security-Policy"]


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(browser: Browser, followed_up: Register) -> None:
    size = followed_up.ledger.size
    nothing = sent(browser, "/sources/add", reads="fr", title="Une lettre")
    assert nothing.status == 422 and "Une lettre" in nothing.html and 'role="alert"' in nothing.html
    script = sent(browser, "/sources/add", url="javascript:alert(1)")
    assert script.status == 422 and "is not a web address" in script.text
    assert followed_up.ledger.size == size


def test_an_entity_adds_a_source_and_does_not_grade_it(browser: Browser, followed_up: Register) -> None:
    size = followed_up.ledger.size
    assert "reliability" not in browser.get("/sources/add", viewer=CHAD).html
    assert sent(browser, "/sources/add", viewer=CHAD, **NOTED).status == 303
    assert "reliability" not in {one.says for one in recorded(followed_up, size)}
    assert sent(browser, "/sources/grade/source/joint-mission", viewer=CHAD, reliability="A").status == 404


def test_it_is_graded_otherwise_by_a_correction(browser: Browser, followed_up: Register) -> None:
    size, path = followed_up.ledger.size, "/sources/grade/source/joint-mission"
    assert sent(browser, path, reliability="C", credibility="2").status == 303
    (said,) = recorded(followed_up, size)
    assert (said.says, said.value, said.corrects is not None) == ("reliability", "C", True)
    assert "Nothing would change" in sent(browser, path, reliability="C").text
    assert "fairly reliable" in browser.get("/sources/source/joint-mission").text


def test_a_reader_adds_nothing_and_a_hidden_source_is_not_there(
    browser: Browser, followed_up: Register
) -> None:
    hidden = sent(browser, "/sources/add", note="Told.", marking="confidential", informant="Somebody")
    code = hidden.location.split("bearing/")[1].partition("?")[0]
    assert sent(browser, "/sources/add", viewer=READER, note="x").status == 404
    for page in (f"/sources/{code}", f"/sources/file/{code}"):
        assert browser.get(page, viewer=READER).html == browser.get("/sources/source/no", viewer=READER).html
    assert "4 sources" in browser.get("/sources", viewer=READER).text
    assert "Somebody" in browser.get(f"/sources/{code}", viewer=OFFICER).text
