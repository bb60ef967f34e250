"""`mutabaa init`, `add`, `verify`, `rebuild`, and the script that checks a ledger without us."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.at_the_terminal import SAMPLE, register_with_a_text, run, speaks_english

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "verify_ledger.py"


@pytest.fixture(autouse=True)
def english_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    speaks_english(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return register_with_a_text(tmp_path / "register", monkeypatch)


def script(*words: object) -> subprocess.CompletedProcess[str]:
    # -I: no path of ours, no environment; what it imports is Python's own.
    command = [sys.executable, "-I", "-S", str(SCRIPT), *map(str, words)]
    return subprocess.run(command, capture_output=True, encoding="utf8", check=False)


def test_reading_a_text_never_loads_django() -> None:
    for code in (
        "import mutabaa",
        f"from mutabaa.cli.main import group; group(['read', {str(SAMPLE)!r}], standalone_mode=False)",
    ):
        told = f"{code}; import sys; assert not [m for m in sys.modules if m.split('.')[0] == 'django']"
        ran = subprocess.run([sys.executable, "-c", told], capture_output=True, encoding="utf8", check=False)
        assert ran.returncode == 0, ran.stderr


def test_secrets_are_made_and_are_their_owners_alone(folder: Path) -> None:
    secrets = sorted((folder / "secret").iterdir())
    assert [path.name for path in secrets] == ["checkpoints", "django"]
    assert {path.stat().st_mode & 0o777 for path in secrets} == {0o600}
    assert (folder / "secret").stat().st_mode & 0o777 == folder.stat().st_mode & 0o777 == 0o700


def test_a_register_is_not_made_over_another(folder: Path) -> None:
    before = (folder / "secret" / "django").read_text()
    result = run("init", folder)
    assert (result.exit_code, "already" in result.stderr) == (3, True)
    assert (folder / "secret" / "django").read_text() == before


@pytest.mark.parametrize("command", [["standing"], ["verify"], ["rebuild"], ["add", str(SAMPLE)]])
def test_without_a_register_the_way_to_make_one_is_said(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUTABAA_REGISTER", str(tmp_path / "none"))
    result = run(*command)
    assert (result.exit_code, "mutabaa init" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgres://nobody@127.0.0.1:1/none", "cannot be reached"),
        ("mysql://x/y", "postgres://"),
        ("postgres://x:y/z", "DATABASE_URL"),
    ],
)
def test_a_database_that_is_not_there_is_told_and_leaves_no_half_register(
    url: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("psycopg")
    monkeypatch.setenv("MUTABAA_REGISTER", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", url)
    result = run("init", tmp_path / "register")
    assert (result.exit_code, told in result.stderr) == (1, True), result.output
    monkeypatch.setenv("DATABASE_URL", "")
    assert run("init", tmp_path / "register").exit_code == 0


def test_a_register_whose_tables_are_elsewhere_is_not_opened_empty(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none")
    result = run("standing")
    assert (result.exit_code, "are in sqlite" in result.stderr) == (1, True)


def test_a_text_that_cannot_be_read_is_named_and_nothing_is_kept(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = run("add", tmp_path / "empty.txt")
    assert (result.exit_code, "empty.txt" in result.stderr) == (1, True)


def test_nobody_is_no_person(folder: Path) -> None:
    assert run("add", SAMPLE, "--accept-as", " ").exit_code == 2


def test_a_checkpoint_kept_outside_agrees_until_something_is_changed(folder: Path, tmp_path: Path) -> None:
    note, entries = tmp_path / "checkpoint.txt", tmp_path / "entries.jsonl"
    assert run("verify", "--checkpoint-to", note, "--entries-to", entries).exit_code == 0
    assert run("verify", "--checkpoint", note).exit_code == 0
    outside = ("--checkpoint", note, "--verifier", folder / "verifier.txt")
    for ledger in (folder / "register.sqlite3", entries):
        ran = script(ledger, *outside)
        assert (ran.returncode, ran.stdout.startswith("Every entry holds")) == (0, True), (
            ran.stdout + ran.stderr
        )
    (tmp_path / "shorter.jsonl").write_bytes(b"".join(entries.read_bytes().splitlines(keepends=True)[:-1]))
    assert "a checkpoint knows" in script(tmp_path / "shorter.jsonl", *outside).stdout
    forged = tmp_path / "forged.txt"
    forged.write_text(note.read_text(encoding="utf-8").replace("— ", "— x", 1), encoding="utf-8")
    assert run("verify", "--checkpoint", forged).exit_code == 1
    assert script(entries, "--checkpoint", forged, "--verifier", folder / "verifier.txt").returncode == 1


@pytest.mark.parametrize("number", [0, 7, 100])
def test_the_first_false_entry_is_named_by_us_and_by_the_script(folder: Path, number: int) -> None:
    from django.db import connections

    connections.close_all()
    with sqlite3.connect(folder / "register.sqlite3") as tables:
        tables.execute("DROP TRIGGER assertion_no_update")
        tables.execute("UPDATE assertion SET content = content || ' ' WHERE number IN (?, 120)", [number])
    ours, theirs = run("verify"), script(folder / "register.sqlite3")
    assert (ours.exit_code, f"Entry {number} is false" in ours.stderr) == (1, True)
    assert (theirs.returncode, f"entry {number} is not" in theirs.stdout) == (1, True)


def test_a_damaged_file_is_named(folder: Path) -> None:
    (kept,) = [path for path in (folder / "files").rglob("*") if path.is_file()]
    kept.write_bytes(kept.read_bytes()[:-1])
    result = run("verify")
    assert (result.exit_code, kept.name in result.stderr) == (1, True)


def test_the_script_needs_nothing_of_ours_and_fits_on_a_few_pages() -> None:
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 200
    assert not [line for line in lines if line.strip().startswith(("import mutabaa", "from mutabaa"))]


def test_texts_are_made_ready_to_be_found_by_meaning(folder: Path) -> None:
    run("add", str(SAMPLE), "--accept-as", "Amina")
    assert "found by meaning: 0" not in run("rebuild", "--meaning").stdout
    assert "found by meaning: 0" in run("rebuild", "--meaning").stdout


def test_rebuilding_mends_tables_that_fell_out_of_step(folder: Path) -> None:
    assert "the same as before" in run("rebuild").stdout
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("UPDATE current_span SET subject = 'S/else' WHERE number < 9")
    assert "out of step" in run("rebuild").stdout
    assert "the same as before" in run("rebuild").stdout
