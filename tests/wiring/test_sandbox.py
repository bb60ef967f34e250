"""What others upload is read where it can reach nothing: no file, no network, no process of anybody's."""

import subprocess
import sys
from pathlib import Path

import pytest

from mutabaa.reading import read
from mutabaa.texts import Refusal, open_text
from mutabaa.wiring import sandbox
from mutabaa.wiring.read_upload import read_upload

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

enclosing = pytest.mark.skipif(
    not sandbox.is_there(), reason="no bubblewrap on this machine, or it may not run"
)


def tried(program: str) -> "subprocess.CompletedProcess[str]":
    """A Python program run inside."""
    return subprocess.run(
        sandbox.enclosed([sys.executable, "-c", program]), capture_output=True, encoding="utf8", check=False
    )


@enclosing
@pytest.mark.parametrize(
    "name", ["lake-chad-report.ar.pdf", "lake-chad-report.fr.md", "lake-chad-resolution.en.txt"]
)
def test_a_reading_is_the_same_inside_and_outside(name: str) -> None:
    path = SAMPLES / name
    assert read_upload(path.read_bytes(), name) == read(open_text(path))


@enclosing
def test_no_file_of_anybodys_is_seen_inside(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("confidential")
    there = tried(f"import pathlib; print(pathlib.Path({str(tmp_path / 'letter.txt')!r}).exists())")
    assert there.stdout.strip() == "False"


@enclosing
def test_nothing_is_written_outside() -> None:
    package = Path(sandbox.__file__).parent
    ran = tried(f"open({str(package / 'left_behind')!r}, 'w')")
    assert ran.returncode != 0 and "Read-only" in ran.stderr
    assert not (package / "left_behind").exists()


@enclosing
def test_there_is_no_network_inside() -> None:
    ran = tried("import socket; print([name for _, name in socket.if_nameindex()])")
    assert ran.stdout.strip() == "['lo']"


@enclosing
def test_no_secret_of_the_environment_is_seen_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody:secret@somewhere/register")
    ran = tried("import os; print('secret' in str(dict(os.environ)))")
    assert ran.stdout.strip() == "False"


@enclosing
def test_a_file_that_cannot_be_read_is_refused_in_the_readers_language() -> None:
    with pytest.raises(Refusal) as refused:
        read_upload(b"%PDF-1.7 nothing more", "رسالة.pdf")
    assert "رسالة.pdf" in refused.value.say("ar")


def test_without_a_sandbox_nothing_from_others_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    sandbox.is_there.cache_clear()
    try:
        with pytest.raises(Refusal) as refused:
            read_upload(b"1. Decides to meet again.", "text.txt")
        assert refused.value.problem.kind == "no_sandbox"
    finally:
        monkeypatch.undo()
        sandbox.is_there.cache_clear()
