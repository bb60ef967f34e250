"""A few files, read here and now, to the terminal or into one file."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from mutabaa.cli.exits import NOT_READ, complain, misused, problem_words, write_out
from mutabaa.cli.words import say
from mutabaa.reading.formats import Format, written
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language, on_one_line

# The width of a table that goes to a file or another program.
WIDTH_WHEN_PIPED = 120


def read_files(files: Sequence[Path], output: Path | None, form: Format, language: Language | None) -> None:
    """Read the files and write them together. Those that can't be read are named on the error stream; exit code 1."""
    if form == "akn" and len(files) > 1:
        misused(say("one_document"))
    if form == "xlsx" and output is None and sys.stdout.isatty():
        misused(say("binary_to_terminal"))
    if folder := next((path for path in files if path.is_dir()), None):
        misused(say("folder_needs_out", path=folder))
    readings = list(filter(None, map(read_one_file, files)))
    if readings:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() and not output else WIDTH_WHEN_PIPED
        write_out(written(readings, form, language, width), output)
    if len(readings) < len(files):
        raise SystemExit(NOT_READ)


def read_one_file(path: Path) -> Reading | None:
    """The reading of a file; None, with the reason on the error stream, when it can't be read."""
    from mutabaa.reading import read
    from mutabaa.texts import Refusal, open_text

    try:
        return read(open_text(path))
    except Refusal as refusal:
        reason = problem_words(refusal.problem)
        complain(
            reason if on_one_line(path.name) in reason else say("file_failed", name=path.name, reason=reason)
        )
        return None
