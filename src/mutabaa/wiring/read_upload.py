"""Read a file that somebody else sent: in the sandbox from its first byte to its last finding."""

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict, replace
from functools import lru_cache
from hashlib import sha256
from typing import IO, Any

from pydantic import TypeAdapter, ValidationError

from mutabaa.reading import Reading
from mutabaa.texts import Limits, Problem, Refusal, SourceFile
from mutabaa.texts.problems import refusal
from mutabaa.wiring import sandbox

# Reading takes a second for a megabyte and more where a text is made to take long.
READING_SECONDS = 60


@lru_cache(maxsize=1)
def form() -> TypeAdapter[Reading]:
    """How a reading passes the wall of the sandbox: as JSON, every field checked on this side."""
    return TypeAdapter(Reading)


def read_upload(content: bytes, name: str, limits: Limits | None = None) -> Reading:
    """What the reader finds in a file from elsewhere. Raises Refusal, also where there is no sandbox."""
    limits = limits or Limits()
    if not sandbox.is_there():
        raise refusal("no_sandbox", name=name)
    if len(content) > limits.megabytes * 1_000_000:
        raise refusal(
            "too_large", name=name, size=str(-(-len(content) // 1_000_000)), limit=str(limits.megabytes)
        )
    file = SourceFile(name=name, content=content, sha256=sha256(content).hexdigest())
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answered:
        given.write(content)
        given.seek(0)
        seconds = limits.seconds + limits.ocr_seconds + READING_SECONDS
        try:
            subprocess.run(
                sandbox.enclosed(
                    [sys.executable, "-m", "mutabaa.wiring.read_enclosed", name, json.dumps(asdict(limits))]
                ),
                stdin=given,
                stdout=answered,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise refusal("out_of_time", name=name, seconds=str(seconds)) from late
        answered.seek(0)
        return _answer(answered, file)


def _answer(answered: IO[bytes], file: SourceFile) -> Reading:
    """The reading that came back, of the very file that was sent. Raises Refusal."""
    try:
        answer: dict[str, Any] = json.load(answered)
        if told := answer.get("refusal"):
            raise Refusal(Problem(kind=told["kind"], facts={**told["facts"], "name": file.name}))
        reading = form().validate_python(answer["reading"])
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError) as broken:
        if isinstance(broken, Refusal):
            raise
        raise refusal("reader_stopped", name=file.name) from broken
    return replace(reading, official_text=replace(reading.official_text, source=file))
