"""Many files on all cores: a reading a file, a progress bar, and at the end what failed and why."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from mutabaa.cli.exits import NOT_READ, complain, misused, problem_words
from mutabaa.cli.words import say
from mutabaa.corpus import Assignment, Outcome, files_of, read_many, readable, targets_in
from mutabaa.reading.formats import Format, suffix_of, written
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language


def read_folder(
    paths: Sequence[Path], out: Path, form: Format, language: Language | None, jobs: int | None
) -> None:
    """Read files and whole folders into `out`. Ends with 1 when a file could not be read, after reading the rest."""
    assignments, passed_over = _assignments(paths, out, form)
    if not assignments:
        misused(say("nothing_to_read", path=", ".join(map(str, paths))))
    write = partial(_written, form=form, language=language)
    outcomes = read_many(assignments, write, jobs or _cores())
    failed: list[Outcome] = []
    with click.progressbar(
        outcomes, length=len(assignments), label=say("progress"), file=sys.stderr
    ) as heard:
        failed += (outcome for outcome in heard if outcome.problem)
    _summarize(len(assignments), sorted(failed, key=lambda outcome: outcome.source), passed_over)
    if failed:
        raise SystemExit(NOT_READ)


def _written(reading: Reading, form: Format, language: Language | None) -> bytes:
    """A reading for a corpus: JSON on one line, everything else as it is written singly."""
    return written([reading], "jsonl" if form == "json" else form, language)


def _assignments(paths: Sequence[Path], out: Path, form: Format) -> tuple[list[Assignment], int]:
    """What to read and where it goes, and how many files of folders were no texts."""
    roots: list[tuple[Path, list[Path]]] = []
    passed_over = 0
    for path in paths:
        if path.is_dir():
            every = list(files_of(path))
            wanted = [file for file in every if readable(file) and not file.is_relative_to(out)]
            passed_over += len(every) - len(wanted)
            roots.append((path, wanted))
        else:
            roots.append((path.parent, [path]))
    return targets_in(out, roots, suffix_of(form)), passed_over


def _summarize(count: int, failed: Sequence[Outcome], passed_over: int) -> None:
    complain(say("summary", read=count - len(failed), all=count))
    if passed_over:
        complain(say("summary_passed_over", count=passed_over))
    if failed:
        complain(say("summary_failed", failed=len(failed)))
    for outcome in failed:
        assert outcome.problem is not None
        complain("  " + say("file_failed", name=outcome.source, reason=problem_words(outcome.problem)))


def _cores() -> int:
    """Cores this process may use, which a container may hold below the machine's."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
