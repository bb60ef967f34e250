"""`mutabaa doctor` says what is there, what is missing and how to get it, in the reader's language."""

import pytest
from click.testing import CliRunner

from mutabaa.cli.doctor import report_lines
from mutabaa.cli.main import group
from mutabaa.cli.words import messages
from mutabaa.texts import Part, doctor
from mutabaa.vocabulary import LANGUAGES, Language


def test_every_part_of_this_machine_is_listed() -> None:
    result = CliRunner().invoke(group, ["doctor", "--lang", "en"])
    assert result.exit_code == 0
    assert all(part.name in result.stdout for part in doctor())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_explained_in_the_language(language: Language) -> None:
    for part in doctor():
        lines = list(report_lines([part._replace(present=False)], language))
        assert language == "en" or part.purpose not in "\n".join(lines), part.name
        assert language == "en" or part.how not in "\n".join(lines), part.name


def test_a_part_that_is_there_is_not_to_be_installed() -> None:
    lines = list(report_lines([Part("lxml", True, "", "")], "fr"))
    assert lines[2].startswith("présent  lxml  fichiers Word")
    assert lines[-1] == messages("fr")["doctor_all_present"]


def test_a_missing_model_is_named_in_what_to_do() -> None:
    lines = list(report_lines([Part("tesseract model fra", False, "", "")], "ar"))
    assert "fra.traineddata" in lines[3]


def test_a_part_nobody_translated_yet_keeps_its_own_words() -> None:
    lines = list(report_lines([Part("chromium", False, "pictures of pages", "install it")], "ar"))
    assert "pictures of pages" in lines[2] and "install it" in lines[3]
