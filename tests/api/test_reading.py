"""Programs are told what the pages show, at any moment, and nothing beyond what they may see."""

import json
from pathlib import Path
from typing import Any

from tests.api.conftest import AsViewer
from tests.web.story import CONFIDENTIAL, MISSION, OFFICER, READER, REPORT

from mutabaa.people.policy import Viewer
from mutabaa.wiring import Register

V1 = "/api/v1"
AUDITOR = Viewer(name="auditor", role="auditor")
NOBODY = Viewer()
READS = (
    "commitments",
    f"commitments/{MISSION}",
    f"why/{MISSION}",
    f"history/{MISSION}",
    f"records/{MISSION}",
    "instruments",
    f"instruments/{REPORT}",
    "search?q=confidence",
    "search?q=TOLD",
    "actors?name=Mali",
    "actors/actor/state/mli",
    "deadlines",
    "overview",
)


def plain(answer: Any) -> Any:
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def test_a_commitment_is_told_with_its_five_axes(as_viewer: AsViewer) -> None:
    told = plain(as_viewer(READER).get(f"{V1}/commitments/{MISSION}"))
    assert told["axes"]["implementation"]["value"] == "2"
    assert set(told["axes"]) == {"lifecycle", "implementation", "timeliness", "evidence", "judgement"}
    assert set(told["action"]) == {"ar", "en", "fr"}


def test_as_known_before_the_assessment_there_is_none(as_viewer: AsViewer) -> None:
    told = plain(as_viewer(READER).get(f"{V1}/commitments/{MISSION}?as_at=2023-01-31"))
    assert told["axes"]["implementation"]["value"] is None


def test_nobody_learns_what_is_confidential_by_any_door(as_viewer: AsViewer) -> None:
    readers = {path: as_viewer(READER).get(f"{V1}/{path}").content for path in READS}
    assert [path for path, told in readers.items() if CONFIDENTIAL.encode() in told] == []
    # The doors do tell it to those who may know, so that the line above can fail.
    theirs = {path: as_viewer(OFFICER).get(f"{V1}/{path}").content for path in READS}
    telling = {path for path, told in theirs.items() if CONFIDENTIAL.encode() in told}
    assert telling == {f"{kind}/{MISSION}" for kind in ("commitments", "history", "records")} | {
        "search?q=TOLD",
        "search?q=confidence",
    }


def test_who_is_not_signed_in_is_told_nothing(as_viewer: AsViewer) -> None:
    for path in READS:
        answer = as_viewer(NOBODY).get(f"{V1}/{path}")
        assert answer.status_code == 401, path
        assert REPORT.encode() not in answer.content


def test_absent_and_forbidden_are_told_alike_to_the_byte(as_viewer: AsViewer, told: Register) -> None:
    contributor = Viewer(name="focal", role="contributor", entity="actor/oic/icesco")
    absent = as_viewer(contributor).get(f"{V1}/commitments/NO/SUCH/1.a")
    forbidden = as_viewer(contributor).get(f"{V1}/commitments/{MISSION}")
    barred = as_viewer(contributor).get(f"{V1}/checkpoint")
    assert absent.status_code == forbidden.status_code == barred.status_code == 404
    assert absent.content == forbidden.content == barred.content


def test_a_signed_checkpoint_is_given_to_auditors(as_viewer: AsViewer, told: Register) -> None:
    answer = as_viewer(AUDITOR).get(f"{V1}/checkpoint")
    assert f"\n{told.ledger.size}\n" in plain(answer)


def test_a_list_is_narrowed_and_counted(as_viewer: AsViewer) -> None:
    told = plain(as_viewer(READER).get(f"{V1}/commitments?implementation=2"))
    assert [row["code"] for row in told["rows"]] == [MISSION]
    assert told["facets"]["implementation"]["2"] == 1


def test_an_alias_in_any_language_finds_the_actor(as_viewer: AsViewer) -> None:
    for name in (
        "ISESCO",
        "الإيسيسكو",
        "Organisation islamique pour l'éducation, les sciences et la culture",
    ):
        told = plain(as_viewer(READER).get(f"{V1}/actors", {"name": name}))
        assert [one["code"] for one in told] == ["actor/oic/icesco"], name


def test_what_is_not_understood_is_said_without_repeating_it(as_viewer: AsViewer) -> None:
    answer = as_viewer(READER).get(f"{V1}/commitments", {"page": "<script>"})
    assert answer.status_code == 422
    assert b"script" not in answer.content


def test_the_description_is_the_one_in_the_reference(as_viewer: AsViewer) -> None:
    kept = Path(__file__).resolve().parents[2] / "docs" / "reference" / "openapi.json"
    served = plain(as_viewer(NOBODY).get(f"{V1}/openapi.json"))
    assert served["paths"].keys() == json.loads(kept.read_text(encoding="utf8"))["paths"].keys()
