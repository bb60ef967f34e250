"""`mutabaa report` as a person types it."""

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mutabaa.cli.main import group

SAMPLES = Path(__file__).parents[2] / "samples"
ENGLISH, FRENCH = SAMPLES / "lake-chad-report.en.md", SAMPLES / "lake-chad-report.fr.md"


@pytest.fixture(autouse=True)
def english_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUTABAA_LANG", "en")


def run(*words: object) -> Result:
    return CliRunner().invoke(group, ["report", *map(str, words)], prog_name="mutabaa")


def test_each_ending_gives_its_form(tmp_path: Path) -> None:
    outputs = [tmp_path / f"status.{ending}" for ending in ("docx", "xlsx", "html", "pdf")]
    result = run(ENGLISH, "--as-of", "2031-03-31", *(word for output in outputs for word in ("-o", output)))
    assert result.exit_code == 0, result.output
    docx, xlsx, html, pdf = (output.read_bytes() for output in outputs)
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(docx)).namelist()
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(xlsx)).namelist()
    assert html.lstrip().lower().startswith(b"<!doctype html") and pdf.startswith(b"%PDF-")
    assert all(f"Written to {output}." in result.stderr for output in outputs)


def test_the_same_command_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        assert (
            run(ENGLISH, FRENCH, "--as-of", "2031-03-31", "--lang", "fr,en", "-o", tmp_path / name).exit_code
            == 0
        )
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_the_first_language_asked_for_leads(tmp_path: Path) -> None:
    run(ENGLISH, "--as-of", "2031-03-31", "--lang", "ar", "-o", tmp_path / "x.html")
    assert 'dir="rtl"' in (tmp_path / "x.html").read_text(encoding="utf-8")[:400]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["-o", "x.odt"], 2, "no known format"),
        (["-o", "x.docx", "--as-of", "31/03/2031"], 2, "is not a date"),
        (["-o", "x.docx", "--lang", "es"], 2, "is not one of"),
        ([], 2, "-o"),
    ],
)
def test_a_command_not_understood_ends_with_two(words: list[str], code: int, told: str) -> None:
    result = run(ENGLISH, *words)
    assert (result.exit_code, told in result.stderr) == (code, True)


def test_a_file_that_cannot_be_read_gives_no_report(tmp_path: Path) -> None:
    result = run(ENGLISH, tmp_path / "gone.md", "-o", tmp_path / "x.html")
    assert result.exit_code == 1 and "gone.md" in result.stderr
    assert not (tmp_path / "x.html").exists()


def test_two_documents_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.fr.txt"
    other.write_text("S/RES/2999 (2031)\n\n1. Décide de rester saisi de la question.\n", encoding="utf-8")
    result = run(ENGLISH, other, "-o", tmp_path / "x.html")
    assert result.exit_code == 1
    assert "other.fr.txt" in result.stderr and "Traceback" not in result.output
