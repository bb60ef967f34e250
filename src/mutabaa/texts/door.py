"""The door of the room: a file goes in, its official text comes out, or a refusal that says why not."""

import hashlib
import re
import stat
from dataclasses import replace
from pathlib import Path
from typing import Final

from mutabaa.texts.decode import decode
from mutabaa.texts.furniture import find_furniture
from mutabaa.texts.limits import Limits
from mutabaa.texts.official_text import Furniture, Mark, OfficialText, Problem, SourceFile
from mutabaa.texts.parsed import Parsed
from mutabaa.texts.problems import refusal
from mutabaa.texts.sniff import FORMAT_NAMES, Nature, extension, sniff_bytes, sniff_text

_STANDARD: Final = Limits()
# Brackets and stars can be arranged so that Markdown takes time that grows with the square of its length.
_LONG_MARKDOWN: Final = 100_000
# Spaces, stops and direction controls alone are no text.
_A_LETTER: Final = re.compile(r"\w")


def open_text(
    source: Path | str | bytes, *, name: str | None = None, limits: Limits = _STANDARD
) -> OfficialText:
    """The official text in a file, given by its path or by its bytes.

    `name` is what to call it (default: the path's last part, or "text" for bytes); its ending helps only where the
    content doesn't say what it is. Raises Refusal, whose problem says in three languages why there is no text; what
    is missing from a text that could be read in part stands in its `problems`.
    """
    called = name or ("text" if isinstance(source, bytes) else Path(source).name)
    content = source if isinstance(source, bytes) else _read(Path(source), called, limits)
    if len(content) > limits.megabytes * 1_000_000:
        raise _too_large(called, len(content), limits)
    if not content.strip():
        raise refusal("empty", name=called)
    file = SourceFile(name=called, content=content, sha256=hashlib.sha256(content).hexdigest())
    nature = sniff_bytes(content, called)
    parsed, nature = (
        _parse_text(file, limits) if nature is None else (_parse_apart(file, nature, limits), nature)
    )
    if len(parsed.text) > limits.characters:
        raise refusal("too_long", name=called, length=f"{len(parsed.text):,}", limit=f"{limits.characters:,}")
    return _official(file, nature, parsed)


def _read(path: Path, name: str, limits: Limits) -> bytes:
    try:
        found = path.stat()
        # A pipe may never end, nor a device.
        if not stat.S_ISREG(found.st_mode):
            raise refusal("not_a_file", name=name)
        if found.st_size > limits.megabytes * 1_000_000:
            raise _too_large(name, found.st_size, limits)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refusal("no_such_file", name=name) from error
    except PermissionError as error:
        raise refusal("not_permitted", name=name) from error
    except OSError as error:
        raise refusal("not_found", name=name, reason=error.strerror or str(error)) from error


def _too_large(name: str, size: int, limits: Limits) -> Exception:
    return refusal("too_large", name=name, size=str(-(-size // 1_000_000)), limit=str(limits.megabytes))


def _parse_text(file: SourceFile, limits: Limits) -> tuple[Parsed, Nature]:
    """Parse a file of characters; mark-up of the HTML and XML kinds goes to the child process."""
    decoded = decode(file.content)
    if decoded is None:
        raise refusal("unknown_format", name=file.name)
    text, encoding, problems = decoded
    nature = sniff_text(text, file.name)
    if nature.format in ("html", "akn") or (nature.format == "markdown" and len(text) > _LONG_MARKDOWN):
        return _parse_apart(file, nature, limits), nature
    if nature.format == "markdown":
        from mutabaa.texts.markdown import parse_markdown

        parsed = parse_markdown(text)
    else:
        parsed = Parsed(text=text, page_starts=_pages(text))
    return replace(parsed, encoding=encoding, problems=(*problems, *parsed.problems)), nature


def _parse_apart(file: SourceFile, nature: Nature, limits: Limits) -> Parsed:
    """Parse in a child process, where a hostile file can take down nothing but its own parser."""
    from mutabaa.texts.apart import parse_apart

    return parse_apart(file, nature.format, limits)


def _pages(text: str) -> tuple[int, ...]:
    """Where the pages of a plain text begin: after each form feed."""
    starts = [0]
    while (feed := text.find("\f", starts[-1])) >= 0:
        starts.append(feed + 1)
    return tuple(starts)


def _official(file: SourceFile, nature: Nature, parsed: Parsed) -> OfficialText:
    """The official text of what was parsed. Raises Refusal when there is none."""
    if not _A_LETTER.search(parsed.text):
        unread = any(problem.kind == "page_without_text" for problem in parsed.problems)
        raise refusal("needs_ocr" if unread else "no_text", name=file.name)
    misnamed = Problem(
        kind="wrong_extension",
        facts={"extension": "." + extension(file.name), "format": FORMAT_NAMES[nature.format]},
    )
    furniture = find_furniture(
        parsed.text, parsed.page_starts, parsed.furniture, printed=nature.format == "pdf"
    )
    return OfficialText(
        source=file,
        format=nature.format,
        text=parsed.text,
        page_starts=parsed.page_starts,
        furniture=furniture,
        marks=_joined(parsed.marks, furniture),
        declared=parsed.declared,
        encoding=parsed.encoding,
        ocr_pages=parsed.ocr_pages,
        problems=(misnamed, *parsed.problems) if nature.misnamed else parsed.problems,
        language_hint=parsed.language_hint,
    )


def _joined(marks: tuple[Mark, ...], furniture: tuple[Furniture, ...]) -> tuple[Mark, ...]:
    """The marks, with the two paragraphs on either side of a break in mid-sentence as one."""
    breaks = {piece.end: piece.start for piece in furniture if piece.kind == "page_break"}
    if not breaks:
        return marks
    continued = {mark.start: mark.end for mark in marks if mark.kind == "paragraph" and mark.start in breaks}
    ends = {breaks[start]: end for start, end in continued.items()}
    joined = []
    for mark in marks:
        if mark.kind == "paragraph" and mark.start in continued:
            continue
        end = mark.end
        while mark.kind in ("paragraph", "list_item") and end in ends:
            end = ends[end]
        joined.append(Mark(kind=mark.kind, start=mark.start, end=end, value=mark.value))
    return tuple(joined)
