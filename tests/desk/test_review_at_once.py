"""Two reviewers at the same moment, and the desk from the terminal."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connections

from mutabaa.cli.main import group
from mutabaa.desk.errors import NotDone
from mutabaa.desk.review import decide, desk
from mutabaa.desk.take_in import take_in
from mutabaa.people.policy import Viewer
from mutabaa.reading import read
from mutabaa.review import align
from mutabaa.texts import open_text
from mutabaa.wiring import Register

SAMPLE = Path(__file__).parents[2] / "samples" / "lake-chad-report.en.md"
REPORT = "SAMPLE/ACM-2022/LCB-REP"


def viewer(name: str) -> Viewer:
    return Viewer(name=name, role="reviewer")


@pytest.fixture
def waiting(register: Register) -> Register:
    take_in(register, viewer("Amina"), align([read(open_text(SAMPLE))]))
    return register


def test_of_reviewers_who_decide_at_once_one_is_first_and_the_others_are_told(waiting: Register) -> None:
    name = desk(waiting, viewer("Amina"), REPORT).proposals[-1].name

    def told(person: str) -> str:
        try:
            return decide(waiting, viewer(person), name, "accepted").by
        except NotDone as refusal:
            return f"{refusal.kind} {refusal.facts['by']}"
        finally:
            connections.close_all()

    people = [f"Reviewer {number}" for number in range(6)]
    with ThreadPoolExecutor(len(people)) as pool:
        answers = list(pool.map(told, people))
    (first,) = [answer for answer in answers if answer in people]
    assert sorted(set(answers) - {first}) == [f"decided_already {first}"]
    assert waiting.ledger.size == len(desk(waiting, viewer("Amina"), REPORT).proposals[-1].statements)


def test_the_terminal_lists_what_waits_and_accepts_it_by_name(
    waiting: Register, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUTABAA_LANG", "en")

    def said(*words: str) -> str:
        result = CliRunner().invoke(group, ["review", "--register", str(folder), *words])
        assert result.exit_code == 0, result.output
        return result.output

    assert f"{REPORT}: " in said() and "0 stale" in said()
    name = said(REPORT).splitlines()[-1].split()[0]
    assert "statements recorded" in said("--accept", name, "--as", "Omar")
    assert name not in said(REPORT)
    refused = CliRunner().invoke(
        group, ["review", "--register", str(folder), "--accept", name, "--as", "Omar"]
    )
    assert refused.exit_code != 0
    nobody = CliRunner().invoke(group, ["review", "--register", str(folder), "--accept", name])
    assert nobody.exit_code != 0
