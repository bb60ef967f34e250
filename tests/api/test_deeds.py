"""What a program does is recorded under the name of whom it speaks for, or refused with a reason."""

import json
from typing import Any

from django.test import Client
from tests.api.conftest import AsViewer
from tests.web.story import MISSION, READER

from mutabaa.api import door
from mutabaa.people.policy import Viewer
from mutabaa.wiring import Register

V1 = "/api/v1"
ANALYST = Viewer(name="omar", role="analyst")
REVIEWER = Viewer(name="salma", role="reviewer")
SOURCE = "source/joint-mission"
JUDGED = {"commitment": MISSION, "level": 1, "reasons": "A visit was announced.", "sources": [SOURCE]}


def said(client: Client, deed: str, **facts: Any) -> Any:
    return client.post(f"{V1}/{deed}", json.dumps(facts), content_type="application/json")


def test_an_assessment_is_recorded_under_the_callers_name(as_viewer: AsViewer, told: Register) -> None:
    before = told.ledger.size
    answer = said(as_viewer(ANALYST), "assessments", **JUDGED)
    assert answer.status_code == 200, answer.content
    assert json.loads(answer.content)["stated_by"] == "omar"
    assert told.ledger.size == before + 1


def test_nobody_adopts_their_own_assessment(as_viewer: AsViewer) -> None:
    made = json.loads(said(as_viewer(REVIEWER), "assessments", **JUDGED).content)["name"]
    step = {"commitment": MISSION, "assessment": made, "step": "adopted"}
    assert said(as_viewer(REVIEWER), "steps", **step).status_code == 422
    other = Viewer(name="idris", role="reviewer")
    assert said(as_viewer(other), "steps", **step).status_code == 200


def test_who_may_not_is_told_what_is_not_there(as_viewer: AsViewer, told: Register) -> None:
    before = told.ledger.size
    assert said(as_viewer(READER), "assessments", **JUDGED).status_code == 404
    assert told.ledger.size == before


def test_a_deed_needs_the_token_against_forgery(as_viewer: AsViewer, told: Register) -> None:
    as_viewer(ANALYST)
    before = told.ledger.size
    assert (
        said(Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1"), "assessments", **JUDGED).status_code
        == 403
    )
    assert told.ledger.size == before


def test_a_source_that_is_not_seen_cannot_be_cited(as_viewer: AsViewer) -> None:
    answer = said(
        as_viewer(ANALYST),
        "evidence",
        commitment=MISSION,
        source="source/no-such",
        bearing="supports",
        effective_on="2023-03",
    )
    assert answer.status_code in (404, 422)
    assert door.POLICIES["/evidence"].needs == "cite"
