"""`mutabaa export`, `import` and `matrix`."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.cli.at_the_terminal import SAMPLE, register_with_a_text, run, speaks_english


@pytest.fixture(autouse=True)
def english_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    speaks_english(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return register_with_a_text(tmp_path / "register", monkeypatch)


def test_a_register_goes_from_one_folder_to_another_with_its_root(folder: Path, tmp_path: Path) -> None:
    out, other, again = tmp_path / "out.zip", tmp_path / "other", tmp_path / "again.zip"
    told = run("export", out)
    assert (told.exit_code, "Root " in told.output) == (0, True), told.output
    assert run("import", out).exit_code == 1  # This one isn't empty.
    assert run("init", other).exit_code == 0
    taken = run("import", out, "--register", other)
    assert taken.exit_code == 0, taken.output
    root = told.output.split("Root ")[1].split()[0]
    assert root in taken.output
    assert run("export", again, "--register", other).exit_code == 0
    assert again.read_bytes() == out.read_bytes()
    assert root in run("verify", "--register", other).output


@pytest.mark.parametrize(
    ("form", "there"),
    [
        ("csv", "out/commitments.csv"),
        ("datapackage", "out/datapackage.json"),
        ("akn", "out/SAMPLE-ACM-2022-LCB-REP.en.akn.xml"),
        ("ftm", "out"),
        ("xlsx", "out"),
    ],
)
def test_every_form_is_written(folder: Path, tmp_path: Path, form: str, there: str) -> None:
    told = run("export", tmp_path / "out", "--form", form)
    assert told.exit_code == 0, told.output
    assert (tmp_path / there).stat().st_size > 100


def test_a_broken_export_is_refused_in_the_language_of_the_terminal(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.zip").write_bytes(b"nothing")
    monkeypatch.setenv("MUTABAA_LANG", "ar")
    told = run("import", tmp_path / "x.zip")
    assert (told.exit_code, "ليس هذا الملف" in told.output) == (1, True)
    assert run("import", tmp_path / "none.zip").exit_code == 1


def test_a_matrix_goes_out_and_what_comes_back_is_shown_before_it_is_recorded(
    folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "matrix.xlsx"
    assert run("matrix", "out", file).exit_code == 0
    book = load_workbook(file)
    sheet = book.worksheets[0]
    heads = {head.value: head.column for head in sheet[3]}
    sheet.cell(4, heads["New note"]).value = "Ask the chair."
    out = io.BytesIO()
    book.save(out)
    file.write_bytes(out.getvalue())
    shown = run("matrix", "in", file)
    assert (shown.exit_code, "New note: — → Ask the chair." in shown.output) == (0, True), shown.output
    assert "Changes: 1." in shown.output
    recorded = run("matrix", "in", file, "--as", "Omar")
    assert "Recorded: 1 statements; Omar" in recorded.output
    sheet.cell(4, heads["Due"]).value = "soon"
    book.save(file)
    refused = run("matrix", "in", file)
    assert (refused.exit_code, "“soon” is no date" in refused.output) == (1, True)
    assert run("matrix", "in", SAMPLE).exit_code == 1
    assert run("matrix", "out", file, "--for", "actor/nobody").exit_code == 1
