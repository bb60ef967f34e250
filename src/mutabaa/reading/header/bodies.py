"""The adopting body: who says "The General Assembly,", adopted the text, or stands alone in the title block."""

from collections.abc import Sequence

from mutabaa.reading.findings import Fact
from mutabaa.reading.header.lines import HeaderLine
from mutabaa.reading.header.words import plain, vocabulary
from mutabaa.reading.openings import opens_operative
from mutabaa.texts import OfficialText

# A line is the body's own when its name fills this much of it.
_ALONE = 0.6
_SUBJECT_WITHIN = 60
_OPENING = 300


def body_of(document: OfficialText, lines: Sequence[HeaderLine]) -> Fact | None:
    """The adopting body: its key, else None. The surest place is looked at first."""
    for rule, found in (
        ("the subject of the text", _in_formula(lines)),
        ("adopted by", _after_adoption(lines)),
        ("alone in the title block", _alone(lines)),
        ("subject of the first sentence", _subject(lines)),
        ("named in the title block", _named(lines)),
    ):
        if found is not None:
            key, line, start, end = found
            return Fact(value=key, quote=line.quote(start, end), rule=rule)
    declared = document.declared.get("body", "")
    match = vocabulary().bodies.search(plain(declared)) if declared else None
    if match:
        return Fact(value=vocabulary().body_of[match["word"]], quote=None, rule="declared by the file")
    return None


_Found = tuple[str, HeaderLine, int, int]


def _best(line: HeaderLine, start: int = 0, end: int | None = None) -> _Found | None:
    """The body named first in a part of a line: an organ stands before its organization."""
    match = vocabulary().bodies.search(line.lower, start, len(line.lower) if end is None else end)
    if match is None:
        return None
    return vocabulary().body_of[match["word"]], line, match.start("word"), match.end("word")


def _in_formula(lines: Sequence[HeaderLine]) -> _Found | None:
    return next((found for line in lines if line.role == "formula" and (found := _best(line))), None)


def _after_adoption(lines: Sequence[HeaderLine]) -> _Found | None:
    for line in lines:
        match = vocabulary().adoption.search(line.lower) if line.role in ("title", "opening") else None
        if match and (found := _best(line, match.start(), match.end() + _SUBJECT_WITHIN)):
            return found
    return None


def _alone(lines: Sequence[HeaderLine]) -> _Found | None:
    for line in lines:
        found = _best(line) if line.role == "title" else None
        if found and found[3] - found[2] >= _ALONE * len(line.lower.strip()):
            return found
    return None


def _subject(lines: Sequence[HeaderLine]) -> _Found | None:
    for line in lines:
        # "Takes note of the report of ...": whose report it is doesn't say who takes note.
        own = line.role == "opening" and not opens_operative(line.lower)
        if own and (found := _best(line, 0, _OPENING)):
            return found
    return None


def _named(lines: Sequence[HeaderLine]) -> _Found | None:
    return next((found for line in lines if line.role == "title" and (found := _best(line))), None)
