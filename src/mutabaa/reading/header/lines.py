"""The lines that say what a document is: its title block, its running heads, its first sentences, its last lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mutabaa.reading.findings import Quote
from mutabaa.reading.passages import Passage
from mutabaa.texts import OfficialText
from mutabaa.texts.normalise import Folded, fold

Role = Literal["title", "formula", "opening", "head", "closing"]

_MOST_TITLES = 40
_OPENINGS = 3
_LENGTH = 2000
# A figure written onto the word before it: "on13 December".
_JOINED_FIGURE = re.compile(r"[^\W\d_](?=\d{1,2}(?:er|st|nd|rd|th|e)? [^\W\d_]{3})")
# Where somebody found a text, noted above it: no words of the document.
_OF_THE_COPY = re.compile(r"https?://|\bwww\.|^# ?[A-Z]+:")


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A line of the header. `lower`: its folded words in lower case, letter for letter beside `folded.text`."""

    role: Role
    passage: Passage
    folded: Folded
    lower: str

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """The words at [start, end) of the folded line, as they stand in the document."""
        stop = len(self.lower) if end is None else end
        return self.passage.quote(*self.folded.back(start, stop))

    @property
    def spaced(self) -> str:
        """The line in lower case, where a figure was written onto a word, with a space for that word's last letter."""
        return _JOINED_FIGURE.sub(" ", self.lower)


def header_lines(document: OfficialText, passages: Sequence[Passage]) -> list[HeaderLine]:
    """The header's lines, titles first, in reading order within each role."""
    titles = [p for p in passages if p.kind == "preface" and not _OF_THE_COPY.search(p.text)][:_MOST_TITLES]
    formulas = [p for p in passages if p.kind == "chapeau" and len(p.text) <= 160][:1]
    sentences = [p for p in passages if p.kind in ("narrative", "chapeau", "operative") and len(p.text) > 60]
    told = [p for p in sentences if p.kind != "operative"]
    openings = told[:_OPENINGS] or sentences[:1]
    closings = [p for p in passages if p.kind == "closing"][:_OPENINGS]
    lines = [_line("title", p) for p in titles] + [_line("formula", p) for p in formulas]
    lines += [_line("head", p) for p in _running_heads(document)]
    lines += [_line("opening", p) for p in openings] + [_line("closing", p) for p in closings]
    return [line for line in lines if line.lower.strip()]


def _line(role: Role, passage: Passage) -> HeaderLine:
    folded = fold(passage.text[:_LENGTH])
    lower = folded.text.lower()
    return HeaderLine(role, passage, folded, lower if len(lower) == len(folded.text) else folded.text)


def _running_heads(document: OfficialText) -> Iterator[Passage]:
    """The first saying of each running head and symbol at a page's edge."""
    seen: set[str] = set()
    for piece in document.furniture:
        if piece.kind not in ("running_head", "symbol"):
            continue
        words = document.text[piece.start : piece.end]
        stripped = words.strip()
        if not stripped or stripped in seen:
            continue
        seen.add(stripped)
        start = piece.start + words.index(stripped)
        yield Passage(
            kind="preface",
            start=start,
            end=start + len(stripped),
            text=stripped,
            segments=((0, start),),
            rule="running head",
        )
