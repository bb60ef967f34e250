"""The page of a commitment: its activity, its line, and the pieces other folders add to it."""

from collections.abc import Mapping

import pytest
from django.http import HttpRequest
from tests.web.conftest import Browser
from tests.web.story import CONFIDENTIAL, LANGUAGES, MISSION, OFFICER, READER, REPORT

from mutabaa.desk.commitment import Commitment
from mutabaa.desk.events import held, plan_activity
from mutabaa.desk.lifecycle import due_at_event
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.web.layout.panels import Panel
from mutabaa.wiring import Register


def day(written: str) -> PartialDate:
    return PartialDate.from_iso(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_activities_stand_on_the_page_with_what_came_of_them(
    browser: Browser, followed_up: Register, language: str
) -> None:
    plan_activity(
        followed_up,
        OFFICER,
        names={"ar": "البعثة المشتركة", "en": "The joint mission", "fr": "La mission conjointe"},
        planned=day("2023-02"),
        code="activity/mission",
        part_of=MISSION,
        source="source/joint-mission",
    )
    plan_activity(
        followed_up,
        OFFICER,
        names={"en": "The next session"},
        planned=day("2023-03"),
        code="activity/session",
    )
    held(
        followed_up,
        OFFICER,
        "activity/mission",
        source="source/joint-mission",
        effective_on=day("2023-02-10"),
    )
    due_at_event(followed_up, OFFICER, MISSION, "activity/session")
    shown = browser.get(f"/c/{MISSION}", language=language)
    assert "/c/activity/mission" in shown.html and "/c/activity/session" in shown.html
    assert {"ar": "عُقد", "en": "Held", "fr": "Tenu"}[language] in shown.text
    assert {"ar": "الأنشطة", "en": "Activity", "fr": "Activités"}[language] in shown.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_earlier_wording_stands_beside_the_later(
    browser: Browser, followed_up: Register, language: str
) -> None:
    text = browser.get(f"/c/{REPORT}/10.b", language=language).text
    earlier, later = {
        "ar": ("الصيغة الأسبق", "الصيغة الأحدث"),
        "en": ("Earlier wording", "Later wording"),
        "fr": ("Formulation antérieure", "Formulation postérieure"),
    }[language]
    assert earlier in text and later in text and text.index(earlier) < text.index(later)


def test_a_panel_is_shown_to_whom_it_is_for_and_not_in_the_past(
    browser: Browser, followed_up: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[str]()

    def facts(request: HttpRequest, found: Commitment) -> Mapping[str, object]:
        asked.append(found.record.code)
        return {}

    panel = Panel(template="commitment/history_table.html", needs="cite", facts=facts)
    monkeypatch.setattr("mutabaa.web.commitment.urls.panels", (panel,), raising=False)
    assert "What can be done" not in browser.get(f"/c/{MISSION}", viewer=READER).html
    browser.get(f"/c/{MISSION}", as_at="2023-06-30")
    assert asked == []
    assert "What can be done" in browser.get(f"/c/{MISSION}").html
    assert asked == [MISSION]


def test_a_reader_is_told_nothing_confidential_in_any_language(
    browser: Browser, followed_up: Register
) -> None:
    for language in LANGUAGES:
        for page in (f"/c/{MISSION}", f"/history/{MISSION}", f"/why/{MISSION}"):
            assert CONFIDENTIAL not in browser.get(page, viewer=READER, language=language).html
