"""Assessments in the browser: with reasons and sources, adopted by another, replied to by the addressee."""

import pytest
from tests.web.conftest import Browser
from tests.web.forms import recorded, sent
from tests.web.story import LANGUAGES, MISSION, OFFICER, READER

from mutabaa.desk.assign import assign
from mutabaa.people.policy import Viewer
from mutabaa.wiring import Register

ANA = Viewer(name="ana", role="analyst")
OMAR = Viewer(name="omar", role="reviewer")
CHAD = Viewer(name="chad", role="contributor", entity="actor/state/tcd")
JUDGED = {"level": "1", "reasons": "لم يقدَّم التقرير بعد.", "sources": ["source/joint-mission"]}


def name_of_the_last(register: Register) -> str:
    return next(iter(register.ledger.kept(register.ledger.size - 1))).entry().name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scale_is_said_in_words(browser: Browser, followed_up: Register, language: str) -> None:
    text = browser.get(f"/assess/{MISSION}", language=language).text
    for words in {
        "ar": ("0: لم يبدأ", "3: كامل", "لا تتوافر أدلة"),
        "en": ("0: not initiated", "3: full", "no evidence available"),
        "fr": ("0: non entamé", "3: complet", "aucun élément disponible"),
    }[language]:
        assert words in text


def test_an_assessment_is_one_act_under_the_viewers_name(browser: Browser, followed_up: Register) -> None:
    size = followed_up.ledger.size
    done = sent(browser, f"/assess/{MISSION}", viewer=ANA, effective_on="2023-03-31", **JUDGED)
    assert (done.status, done.location) == (303, f"/c/{MISSION}?recorded=assessed#assessments")
    (said,) = recorded(followed_up, size)
    assert (said.says, said.stated_by, str(said.effective_on)) == ("assessment", "ana", "2023-03-31")


def test_without_sources_or_reasons_it_is_refused_and_kept(browser: Browser, followed_up: Register) -> None:
    size = followed_up.ledger.size
    without = sent(browser, f"/assess/{MISSION}", viewer=ANA, **{**JUDGED, "sources": []})
    assert without.status == 422 and "at least one source" in without.text
    assert JUDGED["reasons"] in without.html and 'value="1" checked' in without.html
    unreasoned = sent(browser, f"/assess/{MISSION}", viewer=ANA, reads="fr", **{**JUDGED, "reasons": " "})
    assert unreasoned.status == 422 and 'value="source/joint-mission" checked' in unreasoned.html
    assert followed_up.ledger.size == size


def test_the_author_cannot_adopt_what_another_then_adopts(browser: Browser, followed_up: Register) -> None:
    sent(browser, f"/assess/{MISSION}", viewer=OMAR, **JUDGED)
    name, size = name_of_the_last(followed_up), followed_up.ledger.size
    path = f"/assessment/step/{MISSION}"
    own = sent(browser, path, viewer=OMAR, assessment=name, step="adopted", words="Seen.")
    assert own.status == 422 and "second person" in own.text and "Seen." in own.html
    assert followed_up.ledger.size == size
    assert sent(browser, path, viewer=ANA, assessment=name, step="adopted").status == 404
    assert f"?assessment={name}" in browser.get(f"/c/{MISSION}").html
    assert sent(browser, path, assessment=name, step="reviewed").status == 303
    assert sent(browser, path, assessment=name, step="adopted").status == 303
    assert [one.stated_by for one in recorded(followed_up, size)] == ["amina", "amina"]
    again = sent(browser, path, assessment=name, step="adopted")
    assert again.status == 422 and "stays as it is" in again.text


def test_one_takes_back_ones_own_while_nobody_took_it_up(browser: Browser, followed_up: Register) -> None:
    sent(browser, f"/assess/{MISSION}", viewer=ANA, **JUDGED)
    name, path = name_of_the_last(followed_up), f"/assessment/withdraw/{MISSION}"
    assert sent(browser, path, viewer=OFFICER, assessment=name, reason="x").status == 422
    assert sent(browser, path, viewer=ANA, assessment=name, reason="Too early.").status == 303


def test_the_addressee_replies_where_it_is_asked_and_nowhere_else(
    browser: Browser, followed_up: Register
) -> None:
    sent(browser, f"/assess/{MISSION}", viewer=ANA, **JUDGED)
    name, path = name_of_the_last(followed_up), f"/assessment/reply/{MISSION}"
    assert sent(browser, path, viewer=CHAD, assessment=name, words="We did.").status == 404
    assign(followed_up, OFFICER, MISSION, "actor/state/tcd")
    shown = browser.get(f"/c/{MISSION}", viewer=CHAD)
    assert f"/assessment/reply/{MISSION}?assessment={name}" in shown.html
    size = followed_up.ledger.size
    assert sent(browser, path, viewer=CHAD, assessment=name, words="We did.").status == 303
    (said,) = recorded(followed_up, size)
    assert (said.says, said.stated_by) == ("judgement", "chad")
    assert sent(browser, path, viewer=OFFICER, assessment=name, words="x").status == 404


def test_a_reader_is_told_that_there_is_no_such_page(browser: Browser, followed_up: Register) -> None:
    for page in ("assess", "assessment/step", "assessment/reply", "assessment/withdraw"):
        assert sent(browser, f"/{page}/{MISSION}", viewer=READER, **JUDGED).status == 404
    assert "Assess it" not in browser.get(f"/c/{MISSION}", viewer=READER).text
