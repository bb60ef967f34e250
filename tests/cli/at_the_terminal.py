"""A command as it is given at a terminal that speaks English, on a register that holds a text."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mutabaa.cli.main import group

SAMPLE = Path(__file__).parents[2] / "samples" / "lake-chad-report.en.md"


def run(*words: object) -> Result:
    return CliRunner().invoke(group, list(map(str, words)), prog_name="mutabaa")


def speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUTABAA_LANG", "en")
    monkeypatch.setenv("DATABASE_URL", "")


def register_with_a_text(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """For commands that name no register."""
    monkeypatch.setenv("MUTABAA_REGISTER", str(folder))
    assert run("init", folder).exit_code == 0
    assert run("add", SAMPLE, "--accept-as", "Amina").exit_code == 0
    return folder
