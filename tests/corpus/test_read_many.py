"""A pool that loses one file when a process dies, says so, and goes on."""

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from mutabaa.corpus import Assignment, files_of, read_many, readable, targets_in
from mutabaa.reading import Reading
from mutabaa.reading.formats.whole_file import put_whole


def assignments(folder: Path, texts: dict[str, str]) -> list[Assignment]:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [
        Assignment(source=folder / name, target=folder / "out" / f"{name}.json") for name in sorted(texts)
    ]


def plain(reading: Reading) -> bytes:
    return reading.official_text.source.name.encode()


def killed_by(name: str, reading: Reading) -> bytes:
    """Writes a reading, unless it is the one that takes its process down."""
    if reading.official_text.source.name == name:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(reading)


def stuck_on(name: str, reading: Reading) -> bytes:
    if reading.official_text.source.name == name:
        time.sleep(60)
    return plain(reading)


def failing_on(name: str, reading: Reading) -> bytes:
    if reading.official_text.source.name == name:
        raise KeyError("a defect")
    return plain(reading)


MANY = {f"{number:02}.txt": f"1. Urges States to act ({number})." for number in range(40)}


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_file_is_read_once(tmp_path: Path, jobs: int) -> None:
    work = assignments(tmp_path, MANY)
    outcomes = list(read_many(work, plain, jobs))
    assert sorted(outcome.source.name for outcome in outcomes) == sorted(MANY)
    assert not any(outcome.problem for outcome in outcomes)
    assert all(one.target.read_bytes() == one.source.name.encode() for one in work)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_process_costs_the_file_it_was_reading(tmp_path: Path, jobs: int) -> None:
    work = assignments(tmp_path, MANY)
    outcomes = {
        outcome.source.name: outcome for outcome in read_many(work, partial(killed_by, "17.txt"), jobs)
    }
    assert set(outcomes) == set(MANY)
    assert {name for name, outcome in outcomes.items() if outcome.problem} == {"17.txt"}
    problem = outcomes["17.txt"].problem
    assert problem and (problem.kind, problem.facts["code"]) == ("worker_lost", "-9")
    assert not (tmp_path / "out" / "17.txt.json").exists()


def test_a_process_that_gives_no_answer_is_given_up(tmp_path: Path) -> None:
    work = assignments(tmp_path, {"a.txt": "One.", "b.txt": "Two.", "c.txt": "Three."})
    outcomes = {o.source.name: o for o in read_many(work, partial(stuck_on, "b.txt"), 1, patience=1.0)}
    assert {name: o.problem.kind if o.problem else None for name, o in outcomes.items()} == {
        "a.txt": None, "b.txt": "worker_silent", "c.txt": None,
    }  # fmt: skip


def test_a_defect_of_the_reader_costs_the_file_it_failed_on(tmp_path: Path) -> None:
    work = assignments(tmp_path, MANY)
    failed = [o for o in read_many(work, partial(failing_on, "03.txt"), 2) if o.problem]
    assert [o.source.name for o in failed] == ["03.txt"]
    assert failed[0].problem and failed[0].problem.kind == "reader_defect"
    assert failed[0].problem.facts["error"] == "KeyError"


def test_a_file_that_cannot_be_read_is_told_and_the_rest_read(tmp_path: Path) -> None:
    work = assignments(tmp_path, {"good.txt": "1. Urges States to act.", "empty.txt": ""})
    work.append(Assignment(source=tmp_path / "gone.txt", target=tmp_path / "out" / "gone.json"))
    kinds = {o.source.name: o.problem.kind if o.problem else None for o in read_many(work, plain, 2)}
    assert kinds == {"good.txt": None, "empty.txt": "empty", "gone.txt": "no_such_file"}


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    work = assignments(tmp_path, {"a.txt": "One."})
    (tmp_path / "out").write_text("a file where the folder should be")
    assert [o.problem.kind for o in read_many(work, plain, 1) if o.problem] == ["not_written"]


def test_leaving_early_leaves_no_process_behind(tmp_path: Path) -> None:
    import multiprocessing

    outcomes = read_many(assignments(tmp_path, MANY), plain, 2)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_nothing_half_written_keeps_its_name(tmp_path: Path) -> None:
    put_whole(tmp_path / "a" / "b.json", b"whole")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.json"]


def test_readings_lie_as_their_files_do(tmp_path: Path) -> None:
    files = [tmp_path / "x" / "a.txt", tmp_path / "b.pdf", tmp_path / "b.docx", tmp_path / "c.akn.xml"]
    work = targets_in(Path("out"), [(tmp_path, files)], ".json")
    assert [one.target.as_posix() for one in work] == [
        "out/x/a.json", "out/b.pdf.json", "out/b.docx.json", "out/c.json",
    ]  # fmt: skip


def test_hidden_files_and_other_kinds_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.TXT", "a.pdf", ".hidden.txt", "~$a.docx", "photo.png", ".git/x.txt", "in/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    names = [path.relative_to(tmp_path).as_posix() for path in files_of(tmp_path) if readable(path)]
    assert names == ["a.pdf", "b.TXT", "in/c.md"]
