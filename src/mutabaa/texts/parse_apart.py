"""The child process: parses one file from standard input within its bounds, and answers in JSON, a message a line.

Run as `python -m mutabaa.texts.parse_apart FORMAT LIMITS [--page-by-page]`; only `apart.py` runs it.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mutabaa.texts.limits import Limits
from mutabaa.texts.parsed import as_record
from mutabaa.texts.problems import Refusal

_LARGEST_ANSWER = 512_000_000


def main(arguments: list[str]) -> int:
    """Parse, and say what came of it."""
    format, limits = arguments[0], Limits(**json.loads(arguments[1]))
    stay_within(limits)
    # As deep as the parsers let a file nest.
    sys.setrecursionlimit(20_000)
    content = sys.stdin.buffer.read()
    try:
        for message in answers(content, format, limits, page_by_page="--page-by-page" in arguments):
            tell(message)
        tell({"done": True})
    except Refusal as reason:
        tell({"refusal": {"kind": reason.problem.kind, "facts": reason.problem.facts}})
    except MemoryError:
        tell({"out_of_memory": True})
        return 1
    return 0


def stay_within(limits: Limits) -> None:
    """Bound this process: memory, processor time, size of what it writes, no core dump. POSIX systems only."""
    try:
        import resource
    except ImportError:
        return
    memory = limits.memory_megabytes * 1_000_000
    for bound, soft, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, limits.seconds, limits.seconds + limits.ocr_seconds),
        (resource.RLIMIT_FSIZE, _LARGEST_ANSWER, _LARGEST_ANSWER),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        highest = resource.getrlimit(bound)[1]
        if highest != resource.RLIM_INFINITY:
            soft, hard = min(soft, highest), min(hard, highest)
        resource.setrlimit(bound, (soft, hard))


def answers(content: bytes, format: str, limits: Limits, *, page_by_page: bool) -> Iterator[dict[str, Any]]:
    """The messages about a file: pages of a PDF one by one, any other format whole."""
    if format == "pdf":
        from mutabaa.texts.pdf import read_pages

        yield from read_pages(content, limits, page_by_page=page_by_page)
    elif format == "docx":
        from mutabaa.texts.docx import parse_docx

        yield {"parsed": as_record(parse_docx(content, limits))}
    elif format == "html":
        from mutabaa.texts.html import parse_html

        yield {"parsed": as_record(parse_html(content))}
    elif format == "markdown":
        from mutabaa.texts.decode import decode
        from mutabaa.texts.markdown import parse_markdown

        text, encoding, problems = decode(content) or ("", "", ())
        yield {"parsed": as_record(replace(parse_markdown(text), encoding=encoding, problems=problems))}
    elif format == "akn":
        from mutabaa.texts.akoma_ntoso import parse_akoma_ntoso

        yield {"parsed": as_record(parse_akoma_ntoso(content))}


def tell(message: dict[str, Any]) -> None:
    """Write a message and see it out of the door before the next one is thought of."""
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
