"""Where a line ends, does the paragraph end? The width of the lines, their punctuation and what follows tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from mutabaa.reading.numbering import read_label
from mutabaa.reading.openings import (
    body_acts,
    folded_head,
    is_formula,
    opens_annex,
    opens_operative,
    opens_recital,
)
from mutabaa.texts import OfficialText

_AFTER_STOP = r"[\"”»'’)\]\d\s\u200e\u200f\u202c\u2069]*$"
_ENDS_SENTENCE = re.compile(r"[.;:!?؛؟۔…]" + _AFTER_STOP)
_ENDS_CLAUSE = re.compile(r"[.,;:!?،؛؟۔…]" + _AFTER_STOP)
# Marks by which a file itself says where its paragraphs are.
_PARAGRAPH_MARKS = frozenset({"paragraph", "list_item", "heading", "title", "passage", "table"})
# A text is taken for wrapped at a fixed width when hardly a line is longer than this, and most reach this share of it.
_WIDEST_PAGE, _NARROWEST_PAGE, _FULL = 160, 40, 0.8
# Where the letters are of different widths, lines of one page differ in length by as much as this.
_RAGGED = 0.7
# Between blank lines, a line that is this short beside the longest was ended on purpose.
_WELL_SHORT = 0.6
# What may be a number before a paragraph, or a word that counts and a colon.
_MAY_BE_NUMBER = re.compile(r"[\d(•‘’OP–—-]|.{1,4}[.)–—-]|[^\s:]+(?: [^\s:]+){0,2} ?:")
# A line shorter than this at the foot of a page ends what it says.
_SHORTEST_CUT = 25
# In a script without capitals, less than this before a break may be a title.
_SHORTEST_PARAGRAPH = 45
# A wrapped line begins anew with each twelfth word or so; a paragraph's last line leaves no room with one in sixteen.
_INNER_STARTS_PER_OUTER = 0.75


class Line(NamedTuple):
    """A line without its furniture and its outer white space. `gap`: what stands between it and the line before."""

    start: int
    end: int
    gap: str  # "line", "blank", "page" or "hyphen"


@dataclass(slots=True)
class LineEnds:
    """What is known of a text's lines: `width` 0 when each line is a paragraph of its own.

    `spaced`: blank lines part the paragraphs, so that a line's end alone seldom does. `ragged`: lines are full at
    different lengths.
    """

    text: str
    width: int = 0
    spaced: bool = False
    ragged: bool = False
    marked: frozenset[int] = frozenset()
    _inside: dict[str, bool] = field(default_factory=dict)
    _widths: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: OfficialText, lines: Sequence[Line]) -> "LineEnds":
        """Look at all lines of a text."""
        marked = frozenset(mark.start for mark in document.marks if mark.kind in _PARAGRAPH_MARKS)
        ends = cls(document.text, marked=marked)
        if not marked:
            ends.width = _width(document.text, lines)
        if ends.width:
            ends.spaced = sum(line.gap == "blank" for line in lines) > 0.08 * len(lines)
            if ends.spaced:
                ends._widths = _widths_between_blanks(lines)
            else:
                ends.ragged = ends._is_ragged(lines)
        return ends

    def continues(self, before: Line, line: Line, start: int) -> bool:
        """Whether a line goes on with the paragraph of the line before it, which began at `start`."""
        if line.gap == "hyphen":
            return True
        if line.gap == "blank" or line.start in self.marked:
            return False
        if line.gap == "line" and self.width and self._plainly_continues(before, line):
            return True
        words = self.text[line.start : min(line.end, line.start + 100)]
        if line.gap == "page":
            return self._continues_on_next_page(before, words, before.end - start)
        if not self.width:
            return self._broken_within(before, words)
        if self._ended_early(before, words):
            return False
        closed = _ENDS_CLAUSE.search(self._ending(before)) is not None
        if not closed and not _MAY_BE_NUMBER.match(words):
            return not self._is_formula_line(line, words)
        label = read_label(words)
        if label is not None and label.shape != "bare":
            return not (closed or opens_operative(folded_head(words[label.end :])))
        if not closed:
            return not self._is_formula_line(line, words)
        return self.spaced or not _starts_paragraph(words) or self._stands_inside(words)

    def _is_formula_line(self, line: Line, words: str) -> bool:
        return (
            self.text[line.end - 1] in ",:،" and line.end - line.start < len(words) + 1 and is_formula(words)
        )

    def _plainly_continues(self, before: Line, line: Line) -> bool:
        """The everyday case: a full line that ends with a letter, and neither capital nor number after it."""
        text = self.text
        if self.spaced or self.ragged or not text[before.end - 1].isalpha():
            return False
        first = text[line.start]
        if first.isupper() or text[line.end - 1] in ",:،":
            return False
        if not first.islower() and not text[line.start : line.start + 3].isalpha():
            return False
        space = text.find(" ", line.start, line.end)
        first_word = (line.end if space < 0 else space) - line.start
        return (
            before.end - before.start + 1 + first_word > self.width
            and text.find(":", line.start, line.start + 30) < 0
        )

    def _broken_within(self, before: Line, words: str) -> bool:
        """Whether a line that is a paragraph by itself was broken for its looks alone."""
        ending = self._ending(before)
        if words[0].islower() and not _ENDS_CLAUSE.search(ending):
            return read_label(words) is None
        long = bool(self.marked) and before.end - before.start >= _NARROWEST_PAGE
        return long and not _ENDS_SENTENCE.search(ending) and not _starts_paragraph(words)

    def _ended_early(self, before: Line, words: str) -> bool:
        """Whether the next word would have fitted on the line before, which was thus ended on purpose."""
        length = before.end - before.start
        if self.spaced:
            return length < _WELL_SHORT * self._widths.get(before.start, self.width)
        if self.ragged:
            return length < _RAGGED * self.width
        space = words.find(" ")
        return length + 1 + (len(words) if space < 0 else space) <= self.width

    def _continues_on_next_page(self, before: Line, words: str, length: int) -> bool:
        """Whether words at the top of a page, or after any furniture, go on with the paragraph before it.

        `length`: of that paragraph so far; a short one may as well be a title.
        """
        ending = self._ending(before)
        if _ENDS_SENTENCE.search(ending) or is_formula(words):
            return False
        if words[0].islower():
            return read_label(words) is None
        opening = self.text[before.end - length : before.end - length + 60]
        titled = not words[0].isupper() and not _starts_paragraph(opening)
        if length < _SHORTEST_PARAGRAPH and titled:
            return False
        if _ENDS_CLAUSE.search(ending) or before.end - before.start < _SHORTEST_CUT:
            return not _starts_paragraph(words)
        return read_label(words) is None and not opens_annex(words)

    def _ending(self, line: Line) -> str:
        return self.text[max(line.start, line.end - 12) : line.end]

    def _stands_inside(self, words: str) -> bool:
        """Whether this text uses a paragraph's first word inside paragraphs more than at their head (وإذ)."""
        word = words.split(None, 1)[0]
        if word not in self._inside:
            inside = len(re.findall(rf"[,،;؛] {re.escape(word)} ", self.text))
            at_head = len(re.findall(rf"\n{re.escape(word)} ", self.text))
            self._inside[word] = inside > _INNER_STARTS_PER_OUTER * at_head
        return self._inside[word]

    def _is_ragged(self, lines: Sequence[Line]) -> bool:
        """Whether lines end well before the width in the middle of sentences."""
        early = [
            before
            for before, line in pairwise(lines)
            if line.gap == "line" and self._ended_early(before, self.text[line.start : line.start + 40])
        ]
        open_ended = sum(not _ENDS_CLAUSE.search(self._ending(line)) for line in early)
        return open_ended > 3 and open_ended > 0.4 * len(early)


def _width(text: str, lines: Sequence[Line]) -> int:
    """The width at which lines were broken, or 0 when each line is a paragraph of its own."""
    lengths = sorted((line.end - line.start for line in lines), reverse=True)
    total = sum(lengths)
    if not total or sum(length for length in lengths if length > _WIDEST_PAGE) > 0.2 * total:
        return 0
    # A few lines may stand out, such as titles that weren't wrapped; to take the width a letter short does no harm.
    width = lengths[min(2 + len(lengths) // 30, len(lengths) - 1)]
    if not _NARROWEST_PAGE <= width <= _WIDEST_PAGE:
        return 0
    followed = [before for before, after in pairwise(lines) if after.gap == "line"]
    full = [line for line in followed if line.end - line.start > _FULL * width]
    # Full lines that break off in mid sentence are what wrapping leaves behind.
    broken = sum(not _ENDS_CLAUSE.search(text[max(line.start, line.end - 12) : line.end]) for line in full)
    return width if broken >= 2 and broken >= 0.2 * len(followed) else 0


def _widths_between_blanks(lines: Sequence[Line]) -> dict[int, int]:
    """For the start of each line, the length of the longest line of its block between blank lines."""
    widths: dict[int, int] = {}
    block: list[Line] = []
    for line in [*lines, None]:
        if line is None or line.gap != "line":
            longest = max((each.end - each.start for each in block), default=0)
            widths |= dict.fromkeys((each.start for each in block), longest)
            block = []
        if line is not None:
            block.append(line)
    return widths


def _starts_paragraph(words: str) -> bool:
    """Whether a line's first words plausibly open a paragraph."""
    label = read_label(words)
    if label is not None and label.shape != "bare":
        return True
    if words[0].islower():
        return False
    head = folded_head(words)
    return (
        opens_recital(head)
        or opens_operative(head)
        or body_acts(head)
        or is_formula(words)
        or opens_annex(words)
    )
