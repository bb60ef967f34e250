"""Evidence on the page of a commitment: cited, taken back; what became of it, and its line; each one act, by name."""

import pytest
from tests.web.conftest import Browser
from tests.web.forms import recorded, sent
from tests.web.story import LANGUAGES, MISSION, OFFICER, READER, REPORT

from mutabaa.desk.assign import assign
from mutabaa.people.policy import Viewer
from mutabaa.wiring import Register

CHAD = Viewer(name="chad", role="contributor", entity="actor/state/tcd")
SOURCE = "source/joint-mission"
CITED = {"source": SOURCE, "bearing": "contradicts", "effective_on": "2023-03", "words": "لم تنته البعثة"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_commitment_offers_the_forms_in_the_readers_language(
    browser: Browser, followed_up: Register, language: str
) -> None:
    shown = browser.get(f"/c/{MISSION}", language=language)
    for words in {
        "ar": ("الاستشهاد بمصدر", "تسجيل ما آل إليه", "ربطه بالتزام سابق"),
        "en": ("Cite a source", "Record what became of it", "Link it to an earlier commitment"),
        "fr": ("Citer une source", "Enregistrer ce qu’il est devenu", "Le lier à un engagement antérieur"),
    }[language]:
        assert words in shown.text
    for page in ("cite", "lifecycle", "lineage"):
        form = browser.get(f"/{page}/{MISSION}", language=language)
        assert (page, form.status, 'name="csrfmiddlewaretoken"' in form.html) == (page, 200, True)


def test_a_citation_is_one_act_under_the_viewers_name(browser: Browser, followed_up: Register) -> None:
    size = followed_up.ledger.size
    done = sent(browser, f"/cite/{MISSION}", **CITED)
    assert (done.status, done.location) == (303, f"/c/{MISSION}?recorded=cited#evidence")
    (said,) = recorded(followed_up, size)
    assert (said.says, said.stated_by, said.source) == ("evidence", "amina", SOURCE)
    assert "The source is cited." in browser.get(f"/c/{MISSION}", recorded="cited").text


def test_a_refusal_is_said_in_the_readers_language_and_keeps_what_was_typed(
    browser: Browser, followed_up: Register
) -> None:
    sent(browser, f"/cite/{MISSION}", **CITED)
    size = followed_up.ledger.size
    twice = sent(browser, f"/cite/{MISSION}", reads="ar", **CITED)
    assert twice.status == 422 and 'role="alert"' in twice.html and "لم تنته البعثة" in twice.html
    undated = sent(browser, f"/cite/{MISSION}", **{**CITED, "effective_on": "soon"})
    assert undated.status == 422 and "is not a date" in undated.text
    assert followed_up.ledger.size == size


def test_a_citation_is_taken_back_with_a_reason(browser: Browser, followed_up: Register) -> None:
    link = browser.get(f"/c/{MISSION}").html.partition("?citation=")[2].partition('"')[0]
    path, size = f"/withdraw/{MISSION}", followed_up.ledger.size
    assert browser.get(path, citation=link).status == 200
    assert sent(browser, path, citation=link, reason=" ").status == 422
    assert sent(browser, path, citation=link, reason="Another mission.").status == 303
    assert [one.says for one in recorded(followed_up, size)] == ["retraction"]
    assert sent(browser, path, citation="0" * 64, reason="x").status == 404


def test_what_became_of_it_is_recorded_with_its_source(browser: Browser, followed_up: Register) -> None:
    size = followed_up.ledger.size
    typed = {"value": "completed", "source": SOURCE, "effective_on": "2023-02-10"}
    done = sent(browser, f"/lifecycle/{MISSION}", **typed)
    assert done.location == f"/c/{MISSION}?recorded=lifecycle#stands"
    (said,) = recorded(followed_up, size)
    assert (said.says, said.value, said.source) == ("lifecycle", "completed", SOURCE)
    assert sent(browser, f"/lifecycle/{MISSION}", **{**typed, "source": ""}).status == 422


def test_its_line_is_drawn_and_leads_in_no_circle(browser: Browser, followed_up: Register) -> None:
    size, path = followed_up.ledger.size, f"/lineage/{MISSION}"
    done = sent(browser, path, relation="reiterates", earlier=f"{REPORT}/9.b")
    assert done.status == 303
    (said,) = recorded(followed_up, size)
    assert (said.says, said.value) == ("reiterates", f"{REPORT}/9.b")
    circle = sent(browser, f"/lineage/{REPORT}/9.b", relation="weakens", earlier=MISSION)
    assert circle.status == 422 and "does not lead back to itself" in circle.text
    assert "no commitment at this code" in sent(browser, path, relation="drops", earlier="X/1").text


def test_an_entity_cites_only_on_what_is_shared_with_it(browser: Browser, followed_up: Register) -> None:
    mine = sent(browser, "/sources/add", viewer=CHAD, note="We have sent the report.").location
    source = mine.split("bearing/")[1].partition("?")[0]
    typed = {"source": source, "bearing": "supports", "effective_on": "2023-03-01"}
    assert sent(browser, f"/cite/{MISSION}", viewer=CHAD, **typed).status == 404
    assign(followed_up, OFFICER, MISSION, "actor/state/tcd")
    assert "Cite a source" in browser.get(f"/c/{MISSION}", viewer=CHAD).text
    size = followed_up.ledger.size
    assert sent(browser, f"/cite/{MISSION}", viewer=CHAD, **typed).status == 303
    assert [one.stated_by for one in recorded(followed_up, size)] == ["chad"]
    assert sent(browser, f"/lifecycle/{MISSION}", viewer=CHAD, value="completed").status == 404


def test_a_reader_is_told_that_there_is_no_such_page(browser: Browser, followed_up: Register) -> None:
    absent = browser.get("/nothing/at/all", viewer=READER)
    for page in ("cite", "withdraw", "lifecycle", "lineage"):
        answer = sent(browser, f"/{page}/{MISSION}", viewer=READER, **CITED)
        assert (page, answer.status, answer.html) == (page, 404, absent.html)
    assert "Cite a source" not in browser.get(f"/c/{MISSION}", viewer=READER).text
