"""A report, then what came of it, told when it was learnt; and how things stood at moments in between.

The report is the sample; what follows it is invented for this test.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.register.said import moment, said

from mutabaa.cli.main import group
from mutabaa.desk.review import desk
from mutabaa.desk.take_in import TakenIn, take_in
from mutabaa.people.policy import at_the_terminal
from mutabaa.reading import read
from mutabaa.register import EVERYTHING, Assertion, Standing, standing
from mutabaa.review import align
from mutabaa.texts import open_text
from mutabaa.wiring import Register

SAMPLES = Path(__file__).parents[2] / "samples"
REPORT = "SAMPLE/ACM-2022/LCB-REP"
CONFERENCE, STUDY, MISSION = f"{REPORT}/9.b", f"{REPORT}/11.c", f"{REPORT}/14.a"
COMMUNIQUE, NEWS = "source/communique", "source/news"
AMINA, OMAR = "Amina", "Omar"
Record = Callable[..., None]


def on(register: Register, day: str) -> Register:
    """The register on a day: what is recorded now is known from then on."""
    return replace(register, clock=lambda: datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC))


def record(register: Register, day: str, *assertions: Assertion) -> list[str]:
    entries = on(register, day).record(lambda at: [replace(one, recorded_at=at) for one in assertions])
    return [entry.name for entry in entries]


def added(register: Register, day: str, *languages: str, accept_as: str | None = None) -> TakenIn:
    files = [SAMPLES / f"lake-chad-report.{language}.md" for language in languages]
    return added_files(register, day, files, accept_as)


def added_files(register: Register, day: str, files: Sequence[Path], accept_as: str | None) -> TakenIn:
    aligned = align([read(open_text(file)) for file in files])
    viewer = at_the_terminal(accept_as or "")
    return take_in(on(register, day), viewer, aligned, accept=accept_as is not None)


def source(code: str, origin: str, published: str) -> list[Assertion]:
    return [
        said(code, "kind", "source", on=published),
        said(code, "origin", origin),
        said(code, "published", published, on=published),
        said(code, "reliability", "B"),
        said(code, "credibility", 2),
    ]


def told(register: Register) -> None:
    """The whole story, each part on the day it was learnt."""
    added(register, "2022-10-03", "ar", "en", "fr", accept_as=AMINA)
    replaced = "The conference will not take place; a summit of donors stands in its stead."
    record(
        register,
        "2023-02-24",
        *source(COMMUNIQUE, "the host government", "2023-02-23"),
        said(
            CONFERENCE,
            "evidence",
            {"bearing": "context", "words": replaced},
            source=COMMUNIQUE,
            on="2023-02-23",
        ),
        said(CONFERENCE, "lifecycle", "overtaken", source=COMMUNIQUE, on="2023-02-23", by=AMINA),
    )
    concluded = "اختتمت البعثة المشتركة زيارتها الميدانية."
    record(
        register,
        "2023-03-16",
        *source(NEWS, "a news agency", "2023-03-14"),
        said(MISSION, "evidence", {"bearing": "supports", "words": concluded}, source=NEWS, on="2023-03-13"),
    )
    judged = {
        "level": 2,
        "reasons": "The mission went; no report to the Council was seen.",
        "sources": [NEWS],
    }
    (assessment,) = record(
        register, "2023-03-20", said(MISSION, "assessment", judged, by=AMINA, on="2023-03-20")
    )
    adopted = {"assessment": assessment, "step": "adopted"}
    record(register, "2023-03-21", said(MISSION, "judgement", adopted, by=OMAR))


def stood(register: Register, code: str, as_at: str, known_by: str) -> Standing:
    return standing(code, register.state(moment(as_at, known_by), EVERYTHING))


def values(one: Standing) -> Sequence[str | None]:
    return [
        one.axes[axis].value
        for axis in ("lifecycle", "implementation", "timeliness", "evidence", "judgement")
    ]


def test_delivered_overtaken_and_never_heard_of_again_are_told_apart(register: Register) -> None:
    told(register)
    mission, conference, study = (
        stood(register, code, "2023-03-31", "2023-03-31") for code in (MISSION, CONFERENCE, STUDY)
    )
    assert values(mission) == ["active", "2", "not_due", "single", "adopted"]
    assert "no report" in mission.axes["implementation"].facts["reasons"]
    assert values(conference) == ["overtaken", None, "not_due", "none", None]
    assert values(study) == ["active", None, "overdue", "none", None]
    assert (study.axes["evidence"].rule, study.axes["evidence"].facts["since"]) == (
        "evidence.none_since",
        "2022-09-22",
    )


def test_on_the_first_of_march_nobody_knew_of_the_mission(register: Register) -> None:
    told(register)
    mission, conference = (
        stood(register, code, "2023-03-31", "2023-03-01") for code in (MISSION, CONFERENCE)
    )
    assert values(mission) == ["active", None, "not_due", "none", None]
    assert values(conference)[0] == "overtaken"
    # And what is known today of the day before the conference was replaced is that it was still planned.
    assert values(stood(register, CONFERENCE, "2023-02-22", "2023-03-31"))[:3] == ["active", None, "overdue"]


def test_the_mali_report_and_what_followed_it_stand_as_they_stood_in_march_2018(
    register: Register, shared: Path
) -> None:
    report = shared / "corpora" / "oic" / "OIC_ACM-2017_MALI-REP.ar.md"
    added_files(register, "2017-10-02", [report], AMINA)
    conference, fund, mission = (f"OIC/ACM-2017/MALI-REP/{act}" for act in ("9.b", "11.c", "14.a"))
    record(
        register,
        "2018-02-26",
        said(conference, "lifecycle", "overtaken", source=COMMUNIQUE, on="2018-02-23", by=AMINA),
    )
    judged = {"level": 2, "reasons": "The joint mission ended; no report was seen.", "sources": [NEWS]}
    record(
        register,
        "2018-03-20",
        *source(NEWS, "a news agency", "2018-03-13"),
        said(mission, "evidence", {"bearing": "supports"}, source=NEWS, on="2018-03-13"),
        said(mission, "assessment", judged, by=AMINA, on="2018-03-20"),
    )
    after = [stood(register, code, "2018-03-31", "2018-04-20") for code in (mission, conference, fund)]
    assert [one.axes["implementation"].value for one in after] == ["2", None, None]
    assert [one.axes["lifecycle"].value for one in after] == ["active", "overtaken", "active"]
    assert after[2].axes["evidence"].facts["since"] == "2017-09-20"
    before = stood(register, mission, "2018-03-31", "2018-03-01")
    assert values(before) == ["active", None, "no_deadline", "none", None]


def test_nothing_is_recorded_until_a_person_answers_for_it(register: Register) -> None:
    taken = added(register, "2022-10-03", "ar", "en")
    assert (taken.new, taken.recorded, register.ledger.size) == (taken.proposals, 0, 0)
    assert desk(register, at_the_terminal(OMAR), REPORT).counts["waiting"] == taken.proposals
    accepted = added(register, "2022-10-04", "ar", "en", accept_as=AMINA)
    assert (accepted.new, accepted.differing) == (0, ())
    assert accepted.recorded == register.ledger.size > 200
    assert {kept.entry().assertion.stated_by for kept in register.ledger.kept()} == {AMINA}
    assert desk(register, at_the_terminal(OMAR), REPORT).counts["waiting"] == 0


def test_a_text_added_again_changes_nothing_and_a_further_version_adds_its_words(register: Register) -> None:
    added(register, "2022-10-03", "ar", "en", accept_as=AMINA)
    size = register.ledger.size
    assert added(register, "2022-10-04", "ar", "en", accept_as=OMAR).recorded == 0
    taken = added(register, "2022-10-05", "ar", "en", "fr", accept_as=OMAR)
    assert register.ledger.size == size + taken.recorded > size
    action = register.state(moment("2022-12-31"), EVERYTHING).record(MISSION).all("action")
    languages = {entry.assertion.value["language"] for entry in action}  # type: ignore[index, call-overload]
    assert languages == {"ar", "en", "fr"}
    # An addressee that would gain a name is a correction of what is recorded: a person's, not ours.
    assert MISSION in taken.differing


def test_every_recorded_statement_says_where_it_was_read_and_by_which_rule(register: Register) -> None:
    added(register, "2022-10-03", "ar", "en", accept_as=AMINA)
    record_ = register.state(moment("2022-12-31"), EVERYTHING).record(MISSION)
    for entry in record_.entries:
        assert entry.assertion.source and entry.assertion.passage == f"{REPORT}/14"
    assert "mutabaa" in record_.newest("act").assertion.because  # type: ignore[union-attr]


def test_the_terminal_prints_the_past_as_it_was_known(
    register: Register, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUTABAA_LANG", "en")
    told(register)

    def row(code: str, known_by: str, *more: str) -> str:
        words = [
            "standing",
            "--register",
            str(folder),
            "--as-at",
            "2023-03-31",
            "--known-by",
            known_by,
            *more,
        ]
        result = CliRunner().invoke(group, words)
        assert result.exit_code == 0, result.output
        return result.output[result.output.index(f"\n{code} ") + 1 :]

    assert row("14.a", "2023-03-31").split("\n")[0].split("  ")[-1] == "adopted"
    assert "not assessed" in row("14.a", "2023-03-01").split("\n")[0]
    assert "overtaken by events" in row("9.b", "2023-03-31").split("\n")[0]
    assert "No evidence since 2022-09-22." in row("11.c", "2023-03-31", "--why")


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_reason_can_be_said_in_every_language(register: Register, language: str, folder: Path) -> None:
    told(register)
    words = ["standing", "--register", str(folder), "--why", "--as-at", "2023-03-31", "--lang", language]
    result = CliRunner().invoke(group, words)
    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) > 14 * 6


def test_the_register_still_holds_when_it_is_carried_to_another_folder(
    register: Register, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUTABAA_LANG", "en")
    told(register)
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(folder, elsewhere)
    for command in ("verify", "rebuild"):
        result = CliRunner().invoke(group, [command, "--register", str(elsewhere)])
        assert result.exit_code == 0, result.output
        assert str(register.ledger.size) in result.output
    assert "the same as before" in result.output
