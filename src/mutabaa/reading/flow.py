"""From the text as published to its paragraphs: page furniture cut out, broken lines joined, the way back kept."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from mutabaa.reading.line_ends import Line, LineEnds
from mutabaa.texts import OfficialText

_RUN_OF_SPACES = re.compile(r"[ \t\u00a0\u3000]{2,}|\t")
# A line without its outer white space.
_LINE = re.compile(r"\S(?:[^\n\f\r\u2028\u2029\u0085]*\S)?")


class Block(NamedTuple):
    """A paragraph of the published text, still without kind or number.

    `text`: flowing words. `segments`: pairs (offset in `text`, offset as published). `apart`: whether white space
    or a page edge, more than a plain line end, stands before it. `number_end`: where the words begin after a number
    that stood on a line of its own.
    """

    text: str
    segments: tuple[tuple[int, int], ...]
    apart: bool = False
    number_end: int = 0

    @property
    def start(self) -> int:
        return self.segments[0][1]

    @property
    def end(self) -> int:
        """Where the paragraph ends, as published."""
        return self.published(len(self.text) - 1) + 1

    def published(self, offset: int) -> int:
        """Where a character of the paragraph stands in the text as published."""
        if len(self.segments) == 1:
            return self.segments[0][1] + offset
        here, there = self.segments[bisect_right(self.segments, (offset, 1 << 60)) - 1]
        return there + offset - here

    def cut(self, start: int, end: int | None = None) -> "Block":
        """The part text[start:end] as a paragraph of its own."""
        text = self.text[start:end]
        first = bisect_right(self.segments, (start, 1 << 60)) - 1
        rest = [
            (here - start, there) for here, there in self.segments[first + 1 :] if here < start + len(text)
        ]
        return Block(text, ((0, self.published(start)), *rest), self.apart)

    def joined(self, other: "Block", between: str = " ") -> "Block":
        """This paragraph and its continuation as one."""
        at = len(self.text) + len(between)
        moved = tuple((here + at, there) for here, there in other.segments)
        return Block(self.text + between + other.text, self.segments + moved, self.apart, self.number_end)


def blocks_of(document: OfficialText) -> list[Block]:
    """The paragraphs of a text in reading order."""
    lines = list(_lines(document))
    ends = LineEnds.of(document, lines)
    blocks: list[Block] = []
    group: list[Line] = []
    for line in lines:
        if group and not ends.continues(group[-1], line, group[0].start):
            blocks.append(_block(document.text, group))
            group = []
        group.append(line)
    if group:
        blocks.append(_block(document.text, group))
    return blocks


def _lines(document: OfficialText) -> Iterator[Line]:
    """The lines of a text, furniture left out."""
    text, gap, last = document.text, "blank", 0
    for start, end, hyphen in _kept(document):
        if start != last or not start:
            gap = "hyphen" if hyphen else "page"
        last = start
        for match in _LINE.finditer(text, start, end):
            first, final = match.span()
            if gap == "line" and (between := text[last:first]) != "\n":
                gap = "blank" if between.count("\n") > 1 or "\f" in between else "line"
            yield Line(first, final, gap)
            gap, last = "line", final
        last = end


def _kept(document: OfficialText) -> Iterator[tuple[int, int, bool]]:
    """The spans of text between pieces of furniture, each with whether a hyphen at a line's end precedes it."""
    at, hyphen = 0, False
    for piece in sorted(document.furniture, key=lambda furniture: (furniture.start, furniture.end)):
        if piece.start > at:
            yield at, piece.start, hyphen
            hyphen = False
        if piece.end > at:
            hyphen = piece.kind == "line_hyphen"
            at = piece.end
    yield at, len(document.text), hyphen


def _block(text: str, lines: list[Line]) -> Block:
    """The lines of one paragraph as flowing text."""
    if len(lines) == 1:
        line = lines[0]
        words = text[line.start : line.end]
        block = Block(words, ((0, line.start),), line.gap != "line")
        return _closed_up(block) if "  " in words or "\t" in words else block
    parts: list[str] = []
    segments: list[tuple[int, int]] = []
    at = 0
    for line in lines:
        if parts and line.gap != "hyphen":
            parts.append(" ")
            at += 1
        segments.append((at, line.start))
        parts.append(text[line.start : line.end])
        at += line.end - line.start
    block = Block("".join(parts), tuple(segments), lines[0].gap != "line")
    return _closed_up(block) if "  " in block.text or "\t" in block.text else block


def _closed_up(block: Block) -> Block:
    """The paragraph with every run of spaces, as of a justified line, made one space."""
    parts: list[str] = []
    segments: list[tuple[int, int]] = []
    at = last = 0
    for run in _RUN_OF_SPACES.finditer(block.text):
        piece = block.cut(last, run.start()) if run.start() > last else None
        if piece is not None:
            segments += [(here + at, there) for here, there in piece.segments]
            parts.append(piece.text)
            at += len(piece.text)
        segments.append((at, block.published(run.start())))
        parts.append(" ")
        at += 1
        last = run.end()
    piece = block.cut(last)
    segments += [(here + at, there) for here, there in piece.segments]
    parts.append(piece.text)
    return Block("".join(parts), tuple(segments), block.apart)
