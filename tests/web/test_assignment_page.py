"""Focal points in the browser: an entity looked up by its name, asked, and its answer."""

import pytest
from tests.web.conftest import Browser
from tests.web.forms import recorded, sent
from tests.web.story import LANGUAGES, MISSION, READER

from mutabaa.people.policy import Viewer
from mutabaa.wiring import Register

CHAD = Viewer(name="chad", role="contributor", entity="actor/state/tcd")
NIGER = Viewer(name="niger", role="contributor", entity="actor/state/ner")


@pytest.mark.parametrize(("language", "name"), zip(LANGUAGES, ("تشاد", "Chad", "Tchad"), strict=True))
def test_an_entity_is_assigned_by_its_name_in_any_language(
    browser: Browser, followed_up: Register, language: str, name: str
) -> None:
    size = followed_up.ledger.size
    done = sent(browser, f"/assign/{MISSION}", reads=language, entity=name, person="Ms Zara")
    assert (done.status, done.location) == (303, f"/c/{MISSION}?recorded=assigned#particulars")
    first, *shared = recorded(followed_up, size)
    assert (first.says, first.value["entity"], first.stated_by) == (  # type: ignore[index, call-overload]
        "focal_point",
        "actor/state/tcd",
        "amina",
    )
    assert {one.says for one in shared} == {"shared_with"}
    shown = browser.get(f"/c/{MISSION}", language=language).text
    assert name in shown and "Ms Zara" in shown


def test_an_unknown_name_is_said_with_a_way_to_propose_it(browser: Browser, followed_up: Register) -> None:
    size = followed_up.ledger.size
    told = sent(browser, f"/assign/{MISSION}", entity="Anglers' League")
    assert told.status == 422 and "Nobody is known as" in told.text
    assert "/actors/propose?words=" in told.html and "Anglers&#39; League" in told.html
    assert followed_up.ledger.size == size


def test_the_entity_confirms_or_refuses_and_nobody_else(browser: Browser, followed_up: Register) -> None:
    sent(browser, f"/assign/{MISSION}", entity="Chad")
    path, size = f"/answer/{MISSION}", followed_up.ledger.size
    assert "Confirm or refuse" in browser.get(f"/c/{MISSION}", viewer=CHAD).text
    assert sent(browser, path, viewer=NIGER, answer="confirmed").status == 404
    assert sent(browser, path, answer="confirmed").status == 404
    why = sent(browser, path, viewer=CHAD, answer="refused", reason=" ")
    assert why.status == 422 and "Say why" in why.text and followed_up.ledger.size == size
    assert sent(browser, path, viewer=CHAD, answer="refused", reason="Not ours.").status == 303
    assert sent(browser, path, viewer=CHAD, answer="confirmed").status == 303
    assert [one.stated_by for one in recorded(followed_up, size)] == ["chad", "chad"]
    assert "has confirmed" in browser.get(f"/c/{MISSION}").text


def test_before_it_is_asked_there_is_nothing_to_answer(browser: Browser, followed_up: Register) -> None:
    assert sent(browser, f"/answer/{MISSION}", viewer=CHAD, answer="confirmed").status == 404
    assert sent(browser, f"/assign/{MISSION}", viewer=READER, entity="Chad").status == 404
    assert "Assign a focal point" not in browser.get(f"/c/{MISSION}", viewer=READER).text
