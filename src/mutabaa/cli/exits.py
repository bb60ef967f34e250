"""How a command ends, and what is said when it ends badly."""

import os
import sys
from collections.abc import Callable
from errno import errorcode
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn

import click

from mutabaa.cli.words import messages, say, terminal_language
from mutabaa.vocabulary import Language

if TYPE_CHECKING:
    from mutabaa.texts import Problem

NOT_READ, NOT_WRITTEN, DEFECT, STOPPED = 1, 3, 70, 130


def problem_words(problem: "Problem", language: Language | None = None) -> str:
    """A problem in the language of the terminal (or another): of a text, of a reading process, or of the disk."""
    from mutabaa.texts import say as say_problem

    says = language or terminal_language()
    if problem.kind in messages(says):
        reason = _disk_words(problem.facts.get("errno", ""), says)
        return say(problem.kind, says, **(problem.facts | ({"reason": reason} if reason else {})))
    return say_problem(problem, says)


def disk_reason(error: OSError) -> str:
    """Why the disk wouldn't, in the language of the terminal; in the system's own words where ours have none."""
    return (
        _disk_words(errorcode.get(error.errno or 0, ""), terminal_language()) or error.strerror or str(error)
    )


def _disk_words(code: str, language: Language) -> str:
    """What an error of the system, such as ENOSPC, is called; empty when it has no name here."""
    return messages(language).get(f"disk_{code.lower()}", "")


def complain(words: str) -> None:
    """A line for the person, on the error stream."""
    click.echo(words, err=True)


def misused(words: str) -> NoReturn:
    """End for a command that was not understood (2)."""
    raise click.UsageError(words)


def write_out(content: bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all, or to standard output. Ends with 3 where it can't be written."""
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    from mutabaa.reading.formats.whole_file import put_whole

    try:
        put_whole(output, content)
    except OSError as error:
        complain(say("cannot_write", path=output, reason=disk_reason(error)))
        raise SystemExit(NOT_WRITTEN) from error


def hook_for_defects() -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What is said of a failure nobody foresaw: a sentence instead of a traceback, and exit code 70.

    With MUTABAA_DEBUG set the traceback is shown as Python shows it.
    """
    usual = sys.excepthook

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if os.environ.get("MUTABAA_DEBUG") or not issubclass(kind, Exception):
            usual(kind, error, trace)
            return
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
        complain(say("defect", error=kind.__name__, reason=str(error)[:200], where=where))
        sys.stdout.flush()
        os._exit(DEFECT)

    return tell
