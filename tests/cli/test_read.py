"""`mutabaa read` as a person types it: forms, languages, refusals, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mutabaa.cli.main import group
from mutabaa.cli.words import messages
from mutabaa.vocabulary import LANGUAGES

RESOLUTION = """The Lake Commission,

Recalling its resolution 11 (2018) of 3 May 2018,

1. Urges the riparian States to publish their accounts by 31 December 2031;

2. Requests the Executive Secretary to report on the matter.
"""


@pytest.fixture(autouse=True)
def english_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUTABAA_LANG", "en")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "resolution.txt"
    file.write_text(RESOLUTION, encoding="utf-8")
    return file


def run(*words: object) -> Result:
    return CliRunner().invoke(group, [str(word) for word in words], prog_name="mutabaa")


def test_a_file_gives_a_table(text: Path) -> None:
    result = run("read", text)
    assert result.exit_code == 0
    assert "1.a" in result.stdout and "urges" in result.stdout
    assert "oncerns" in result.stdout.splitlines()[-1] or "oncerns" in result.stdout


def test_labels_are_in_the_language_asked_for(text: Path) -> None:
    assert "Symbole" not in run("read", text).stdout
    assert "Cote" in run("read", text, "--lang", "fr").stdout
    assert "الرمز" in run("read", text, "--lang", "ar").stdout


def test_the_ending_of_the_output_names_the_format(text: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "reading.json"
    assert run("read", text, "-o", out).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["passages"]


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "xlsx", "akn", "html", "table"])
def test_every_format_goes_to_standard_output(text: Path, form: str) -> None:
    result = run("read", text, "--format", form)
    assert (result.exit_code, bool(result.stdout_bytes)) == (0, True)


def test_several_files_are_one_array(text: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("1. Invites Member States to contribute.", encoding="utf-8")
    assert len(json.loads(run("read", text, other, "--format", "json").stdout)) == 2


def test_a_bad_file_is_named_and_the_others_read(text: Path, tmp_path: Path) -> None:
    result = run("read", tmp_path / "gone.txt", text)
    assert result.exit_code == 1
    assert "gone.txt" in result.stderr and "1.a" in result.stdout
    assert "Traceback" not in result.output


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_speaks_the_language_of_the_terminal(
    tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUTABAA_LANG", language)
    (tmp_path / "empty.txt").touch()
    expected = {"ar": "فارغ", "en": "is empty", "fr": "est vide"}
    assert expected[language] in run("read", tmp_path / "empty.txt").stderr


# As root every file may be read; what a user may not is told by the reading, not by the parser of the command.
def test_a_file_that_may_not_be_read_is_refused_in_our_words(
    text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = run("read", text)
    assert (result.exit_code, "not permitted" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--lang", "de"], "“de” is not one of"),
        (["-o", "x.odt"], "no known format"),
        (["-o", "x.json", "--out", "y"], "not both"),
        (["--jobs", "2"], "--out FOLDER"),
    ],
)
def test_a_command_not_understood_ends_with_two(text: Path, words: list[str], told: str) -> None:
    result = run("read", text, *words)
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_a_folder_needs_a_place_for_its_readings(tmp_path: Path) -> None:
    assert "--out FOLDER" in run("read", tmp_path).stderr


def test_akoma_ntoso_holds_one_document(text: Path) -> None:
    assert run("read", text, text, "--format", "akn").exit_code == 2


def test_what_cannot_be_written_ends_with_three(text: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("read", text, "-o", tmp_path / "file" / "x.json")
    assert result.exit_code == 3 and "cannot be written" in result.stderr


@pytest.mark.parametrize(
    ("language", "reason"),
    [("ar", "مكان المجلد"), ("en", "a folder should be"), ("fr", "à la place d'un dossier")],
)
def test_why_the_disk_would_not_is_said_in_the_language_of_the_terminal(
    text: Path, tmp_path: Path, language: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUTABAA_LANG", language)
    (tmp_path / "file").touch()
    assert reason in run("read", text, "-o", tmp_path / "file" / "x.json").stderr


def test_what_a_file_is_called_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nRead: all.txt").touch()
    told = run("read", tmp_path / "a\x1b[31m\nRead: all.txt").stderr
    assert told == "The file “a[31m Read: all.txt” is empty: it holds no text.\n"


def test_a_folder_is_read_whole_and_what_failed_is_summed_up(text: Path, tmp_path: Path) -> None:
    (text.parent / "in").mkdir()
    (text.parent / "in" / "empty.txt").touch()
    (text.parent / "photo.png").touch()
    out = tmp_path / "out"
    result = run("read", text.parent, "--out", out, "--jobs", "2")
    assert result.exit_code == 1
    assert json.loads((out / "resolution.json").read_text(encoding="utf-8"))["language"] == "en"
    for told in ("Read: 1 of 2.", "Not read: 1.", "Passed over, not a format that is read: 1.", "empty.txt"):
        assert told in result.stderr


def test_readings_do_not_depend_on_how_many_read(text: Path, tmp_path: Path) -> None:
    for number in range(30):
        (text.parent / f"{number}.txt").write_text(
            RESOLUTION + f"\n3. Calls for {number} reports.", encoding="utf-8"
        )
    for jobs in (1, 2):
        assert run("read", text.parent, "--out", tmp_path / f"out{jobs}", "--jobs", jobs).exit_code == 0
    one, two = ({f.name: f.read_bytes() for f in (tmp_path / f"out{jobs}").iterdir()} for jobs in (1, 2))
    assert one == two and len(one) == 31


def test_bare_paragraphs_are_answered_row_by_row(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    paragraph = "Urges the riparian States to publish their accounts by 31 December 2031;"
    rows.write_text(
        json.dumps({"id": "x#1", "lang": "en", "text": paragraph})
        + "\n\nnot a row\n"
        + '{"id": 1, "lang": "en"}\n',
        encoding="utf-8",
    )
    result = run("read", "--rows", rows)
    assert result.exit_code == 1
    assert "line 3" in result.stderr and "line 4: it has no “text”" in result.stderr
    answer = json.loads(result.stdout)
    assert (answer["id"], answer["lang"], answer["text"]) == ("x#1", "en", paragraph)
    act = answer["acts"][0]
    assert (act["act"], act["kind"], act["addressee_basis"]) == ("urge", "directive", "stated")
    assert act["addressees"] == ["the riparian States"]


def test_a_table_is_read_without_a_heavy_library() -> None:
    heavy = "lxml openpyxl docx typst babel rich pypdfium2 qalam multiprocessing hijridate"
    code = (
        "import sys; from click.testing import CliRunner; from mutabaa.cli.main import group\n"
        f"r = CliRunner().invoke(group, ['read', sys.argv[1]]); assert r.exit_code == 0, r.output\n"
        f"print(*(m for m in {heavy.split()!r} if m in sys.modules))"
    )
    sample = Path(__file__).parents[2] / "samples" / "lake-chad-resolution.en.txt"
    done = subprocess.run(
        [sys.executable, "-c", code, str(sample)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_the_schema_is_printed_as_shipped() -> None:
    assert json.loads(run("schema").stdout)["$schema"].startswith("https://json-schema.org/draft/2020-12")


def test_a_defect_of_ours_is_a_sentence_not_a_traceback() -> None:
    code = (
        "import sys; sys.argv = ['mutabaa', 'schema']\n"
        "import mutabaa.cli.exits as exits\n"
        "def broken(*_): raise RuntimeError('no')\n"
        "exits.write_out = broken\n"
        "from mutabaa.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 70
    assert "RuntimeError: no" in done.stderr and "Traceback" not in done.stderr


def test_the_terminal_says_the_same_things_in_three_languages() -> None:
    import re

    for language in LANGUAGES:
        assert set(messages(language)) == set(messages("en"))
        for name, words in messages(language).items():
            assert set(re.findall(r"{\w+}", words)) == set(re.findall(r"{\w+}", messages("en")[name])), name


def test_a_reader_of_our_output_may_leave_early(tmp_path: Path) -> None:
    # More than a pipe holds, so that the writer is still writing when its reader goes.
    (sample := tmp_path / "long.txt").write_text(RESOLUTION * 300, encoding="utf-8")
    program = Path(sys.executable).with_name("mutabaa")
    piped = f'set -o pipefail; "{program}" read "{sample}" --format html | head -c 10'
    done = subprocess.run(["bash", "-c", piped], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_run_stopped_from_the_keyboard_says_so_and_leaves_no_process(tmp_path: Path) -> None:
    import os
    import signal
    import time

    for number in range(3000):
        (tmp_path / f"{number}.txt").write_text(RESOLUTION, encoding="utf-8")
    program = Path(sys.executable).with_name("mutabaa")
    running = subprocess.Popen(
        [program, "read", tmp_path, "--out", tmp_path / "out"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "MUTABAA_LANG": "fr"},
        start_new_session=True,
    )
    deadline = time.monotonic() + 20
    while not (tmp_path / "out").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "Arrêté." in told and "Traceback" not in told
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
