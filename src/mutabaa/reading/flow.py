"""From the text as published to its paragraphs: page furniture cut out, broken lines joined, the way back kept."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from mutabaa.reading.numbering import read_label
from mutabaa.reading.openings import folded_head, opens_recital
from mutabaa.texts import OfficialText

_RUN_OF_SPACES = re.compile(r"[ \t\u00a0\u3000]{2,}|\t")
_LINE = re.compile(r"[^\n\f\r\u2028\u2029\u0085]+")
_ENDS_SENTENCE = re.compile(r"[.;:!?؛؟۔…][\"”»'’)\]\d\s]*$")
_ENDS_CLAUSE = re.compile(r"[.,;:!?،؛؟۔…»”\"][\"”»'’)\]\d\s]*$")
# Marks by which a file itself says where its paragraphs are.
_PARAGRAPH_MARKS = frozenset({"paragraph", "list_item", "heading", "title", "passage", "table"})
# A text is taken for wrapped at a fixed width when no line is longer than this.
_WIDEST_PAGE = 160
# A line shorter than this at the foot of a page ends what it says.
_SHORTEST_CUT = 25


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the published text, still without kind or number.

    `text`: flowing words. `segments`: pairs (offset in `text`, offset as published). `apart`: whether white space
    or a page edge, more than a plain line end, stands before it.
    """

    text: str
    segments: tuple[tuple[int, int], ...]
    apart: bool = False

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
        return Block(self.text + between + other.text, self.segments + moved, self.apart)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its furniture and its outer white space. `gap`: what stands between it and the line before."""

    start: int
    end: int
    gap: str  # "line", "blank", "page" or "hyphen"


def blocks_of(document: OfficialText, starts_paragraph: Callable[[str], bool]) -> list[Block]:
    """The paragraphs of a text in reading order.

    `starts_paragraph` says of a line's words whether a new paragraph plausibly starts with them; it is asked only
    where the width of the lines leaves the question open.
    """
    text = document.text
    lines = list(_lines(document))
    marked = {mark.start for mark in document.marks if mark.kind in _PARAGRAPH_MARKS}
    width = 0 if marked else _width_of_lines(lines)
    blocks: list[Block] = []
    group: list[_Line] = []
    for line in lines:
        if group and not _continues(text, group[-1], line, width, marked, starts_paragraph):
            blocks.append(_block(text, group))
            group = []
        group.append(line)
    if group:
        blocks.append(_block(text, group))
    return blocks


def _lines(document: OfficialText) -> Iterator[_Line]:
    """The lines of a text, furniture left out."""
    text, gap, last = document.text, "blank", 0
    for start, end, hyphen in _kept(document):
        if start != last or not start:
            gap = "hyphen" if hyphen else "page"
        for match in _LINE.finditer(text, start, end):
            line = match[0]
            first = match.start() + len(line) - len(line.lstrip())
            final = match.start() + len(line.rstrip())
            between = text.count("\n", last, match.start()) if match.start() > last else 0
            if gap == "line" and (between > 1 or "\f" in text[last : match.start()]):
                gap = "blank"
            if first < final:
                yield _Line(first, final, gap)
                gap = "line"
            elif gap == "line":
                gap = "blank"
            last = match.end()
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


def _width_of_lines(lines: list[_Line]) -> int:
    """The width at which lines were broken, or 0 when each line is a paragraph of its own."""
    lengths = [line.end - line.start for line in lines]
    total = sum(lengths)
    in_long_lines = sum(length for length in lengths if length > _WIDEST_PAGE)
    if not total or in_long_lines > 0.2 * total:
        return 0
    widths = sorted(length for length in lengths if length <= _WIDEST_PAGE)
    width = widths[-1 - len(widths) // 200]
    followed = [before for before, after in pairwise(lines) if after.gap == "line"]
    full = sum(1 for line in followed if line.end - line.start > 0.8 * width)
    return width if width >= 40 and full >= 3 and full >= 0.4 * len(followed) else 0


def _continues(
    text: str,
    before: _Line,
    line: _Line,
    width: int,
    marked: set[int],
    starts_paragraph: Callable[[str], bool],
) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if line.gap == "hyphen":
        return True
    if line.gap == "blank" or line.start in marked:
        return False
    words = text[line.start : min(line.end, line.start + 80)]
    ending = text[max(before.start, before.end - 12) : before.end]
    if line.gap == "page":
        return _continues_on_next_page(before, ending, words, starts_paragraph)
    if not width:
        return False
    first_word = words.split(None, 1)[0]
    if before.end - before.start + 1 + len(first_word) <= width:
        # The word would have fitted on the line before: the line was ended on purpose.
        return False
    return not (_ENDS_CLAUSE.search(ending) and starts_paragraph(words))


def _continues_on_next_page(
    before: _Line, ending: str, words: str, starts_paragraph: Callable[[str], bool]
) -> bool:
    """Whether words at the top of a page, or after any furniture, go on with the paragraph before it."""
    if _ENDS_SENTENCE.search(ending) or before.end - before.start < _SHORTEST_CUT:
        return False
    if words[0].islower():
        return read_label(words) is None
    if _ENDS_CLAUSE.search(ending) or words[0].isupper():
        return not starts_paragraph(words)
    return read_label(words) is None and not opens_recital(folded_head(words))


def _block(text: str, lines: list[_Line]) -> Block:
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
