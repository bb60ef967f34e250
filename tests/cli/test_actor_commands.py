"""`mutabaa actor`, `assign`, `remind --list`, `calendar` on a register, and what they say when there is nobody."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.desk.matters import COMMITMENT, commitment, report

from mutabaa.cli.main import group
from mutabaa.desk.actors import record_actor
from mutabaa.people.policy import at_the_terminal
from mutabaa.register.actors import ActorName
from mutabaa.wiring import Register


@pytest.fixture
def asked(register: Register, monkeypatch: pytest.MonkeyPatch) -> Path:
    report(register)
    commitment(register, {"kind": "date", "on": "2030-06-30"})
    monkeypatch.setenv("MUTABAA_REGISTER", str(register.folder.path))
    monkeypatch.setenv("MUTABAA_LANG", "en")
    return register.folder.path


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(group, words)
    return result.exit_code, result.output


def test_the_commands_say_whom_a_name_means_and_what_falls_due(asked: Path) -> None:
    code, told = run("actor", "ISESCO", "--on", "2017-09-20")
    assert code == 0 and "actor/oic/icesco" in told and "Islamic Educational" in told
    assert run("actor", "Nobody at all")[0] == 1
    assert run("assign", COMMITMENT, "Nobody at all", "--as", "Amina")[0] == 1
    assert run("assign", COMMITMENT, "الإيسيسكو", "--as", "Amina")[0] == 0
    code, told = run("assign", COMMITMENT, "ICESCO", "--as", "Amina")
    assert code == 1 and "already" in told
    assert run("assign", "OIC/X/99.a", "ICESCO", "--as", "Amina")[0] == 1
    assert run("remind", "--list", "--on", "2030-06-15") == (0, f"2030-06-30  +15  {COMMITMENT}\n")
    assert COMMITMENT in run("calendar", "--lang", "fr")[1].replace("\n ", "")


def test_a_duplicate_is_merged_and_its_address_leads_to_the_other(register: Register, asked: Path) -> None:
    record_actor(
        register,
        at_the_terminal("Amina"),
        code="actor/isesco_rabat",
        kind="organization",
        names=[ActorName(language="en", text="ISESCO, Rabat")],
    )
    assert run("merge", "actor/isesco_rabat", "actor/oic/icesco", "--as", "Amina")[0] == 0
    assert "actor/oic/icesco" in run("actor", "ISESCO, Rabat")[1]
    assert run("merge", "actor/isesco_rabat", "actor/oic/icesco", "--as", "Amina")[0] == 1
    assert run("merge", COMMITMENT, "actor/oic/icesco", "--as", "Amina")[0] == 1
    assert run("merge", COMMITMENT, "OIC/X/99.a", "--as", "Amina")[0] == 1
