"""`mutabaa person`: links are printed once, refusals say why."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mutabaa.cli.main import group
from mutabaa.wiring import Register


@pytest.fixture(autouse=True)
def folder(register: Register, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MUTABAA_LANG", "en")
    return register.folder.path


def person(*words: str) -> Result:
    return CliRunner().invoke(group, ["person", *words], prog_name="mutabaa")


def test_somebody_is_invited_listed_and_leaves() -> None:
    invited = person("add", "Amina", "--role", "analyst", "--email", "amina@example.org", "--lang", "ar")
    assert invited.exit_code == 0
    assert "amina sets a password, once" in invited.output
    assert "http://127.0.0.1:8000/sign-in/invitation/" in invited.output
    assert person("list").output == "amina\tanalyst\t-\tamina@example.org\tinvited\n"
    assert person("again", "amina").output != invited.output
    assert person("close", "amina").exit_code == 0
    assert person("list").output.endswith("closed\n")


def test_a_refusal_says_why() -> None:
    person("add", "amina", "--role", "analyst")
    for words, why in (
        (("add", "amina", "--role", "reader"), "never given again"),
        (("add", "musa", "--role", "contributor"), "--entity"),
        (("add", "Musa Traore", "--role", "reader"), "Latin letters"),
        (("close", "nobody"), "no account nobody"),
    ):
        refused = person(*words)
        assert refused.exit_code == 1 and why in refused.output, words
    assert person("add", "musa", "--role", "king").exit_code == 2
