"""Parsing in a child process with its own bounds, so that a hostile or broken file takes down nothing but that."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from typing import IO, Any

from mutabaa.texts.limits import Limits
from mutabaa.texts.official_text import FileFormat, Problem, SourceFile
from mutabaa.texts.parsed import Parsed, from_record
from mutabaa.texts.problems import Refusal, refusal
from mutabaa.texts.sniff import FORMAT_NAMES

# The child sees these and no other part of our environment.
_PASSED_ON = (
    "PATH",
    "HOME",
    "LANG",
    "PYTHONPATH",
    "XDG_DATA_HOME",
    "MUTABAA_TESSDATA",
    "SYSTEMROOT",
    "TMPDIR",
)
_GRACE_SECONDS = 5


def parse_apart(file: SourceFile, format: FileFormat, limits: Limits) -> Parsed:
    """What a parser in a child process makes of a file. Raises Refusal when it makes nothing of it.

    Pages arrive one by one, so that what was read before a parser died, or before time ran out, is kept.
    """
    messages, ended = _run(file, format, limits)
    if format == "pdf" and ended and not any("page" in message for message in messages):
        # One of the two PDF readers may have died on the file; the other reads page by page.
        messages, ended = _run(file, format, limits, "--page-by-page")
    for message in messages:
        if "refusal" in message:
            told = message["refusal"]
            raise Refusal(Problem(kind=told["kind"], facts={**told["facts"], "name": file.name}))
        if "parsed" in message:
            return from_record(message["parsed"])
    if format == "pdf" and any("page" in message for message in messages):
        from mutabaa.texts.pdf_pages import bound_together

        return bound_together(messages, ended)
    raise _why(ended, file, format, limits)


def _run(
    file: SourceFile, format: FileFormat, limits: Limits, *options: str
) -> tuple[list[dict[str, Any]], str]:
    """Run the child; its messages, and what cut it short: "" (nothing), "time", "memory" or "crash"."""
    command = [
        sys.executable,
        "-m",
        "mutabaa.texts.parse_apart",
        format,
        json.dumps(asdict(limits)),
        *options,
    ]
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    environment |= {"OMP_THREAD_LIMIT": "1", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answered:
        given.write(file.content)
        given.seek(0)
        child = subprocess.Popen(
            command,
            stdin=given,
            stdout=answered,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        try:
            code = child.wait(
                limits.seconds + (limits.ocr_seconds if format == "pdf" else 0) + _GRACE_SECONDS
            )
            cut_short = _cut_short(code)
        except subprocess.TimeoutExpired:
            cut_short = "time"
        finally:
            _end(child)
        answered.seek(0)
        messages = list(_messages(answered))
    if any("done" in message for message in messages):
        cut_short = ""
    elif any("out_of_memory" in message for message in messages):
        cut_short = "memory"
    return messages, cut_short


def _cut_short(code: int) -> str:
    if code == 0:
        return ""
    return "time" if code == -getattr(signal, "SIGXCPU", 24) else "crash"


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End the child and whatever it started."""
    if child.poll() is None:
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except (AttributeError, ProcessLookupError, PermissionError):
            child.kill()
        child.wait()


def _messages(answered: IO[bytes]) -> Iterator[dict[str, Any]]:
    """The child's messages, one a line; a line cut short by its death is left out."""
    for line in answered:
        try:
            message = json.loads(line)
        except ValueError:
            return
        if isinstance(message, dict):
            yield message


def _why(ended: str, file: SourceFile, format: FileFormat, limits: Limits) -> Refusal:
    if ended == "time":
        return refusal("out_of_time", name=file.name, seconds=str(limits.seconds))
    if ended == "memory":
        return refusal("out_of_memory", name=file.name, limit=str(limits.memory_megabytes))
    return refusal("parser_stopped", name=file.name, format=FORMAT_NAMES[format])
