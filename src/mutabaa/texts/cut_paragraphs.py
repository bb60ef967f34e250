"""Paragraphs cut in two by a page break that left no trace but a blank line."""

import re
from dataclasses import dataclass
from itertools import pairwise

from mutabaa.texts.official_text import Furniture
from mutabaa.texts.page_words import page_words

_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
# "…; and" closes the last but one of a list.
_CLOSED = re.compile(r"(?:[.;:!?…؛؟،,]|;\s(?:and|or|et|ou))[\"”»’')\]\d*\s]*$")
# "1.", "(a)", "OP3.", "حادي عشر:", "4 -", "First,": a short first word or two set off by a sign.
_LETTER = "(?:[^\\W_]|[\u064b-\u0652])"
_LABEL = re.compile(rf"[\W_]*(?:{_LETTER}{{1,14}}(?: {_LETTER}{{1,8}})?\s?[.:)–-](?:\s|$)|[-•*·▪–—]\s)")
_SENTENCE_WITHIN = re.compile(r"[.؟?!]\s")
# A heading is shorter than this; a block without full stop that is longer was cut.
_LONGEST_HEADING = 100
_SHORTEST_CUT = 40


@dataclass(frozen=True, slots=True)
class _Block:
    """Words between two blank lines."""

    start: int
    end: int
    label: bool
    closed: bool


def cut_paragraphs(text: str) -> list[Furniture]:
    """The blank lines that stand in the middle of a sentence, as page breaks.

    A block is unfinished when it ends without any punctuation and what follows begins with a small letter, or when
    its last word cannot end a sentence, or (for scripts without capitals) when it is a numbered paragraph, too long
    for a heading, in a text that closes its paragraphs. What follows must not begin with a number or a bullet.
    """
    blocks = _blocks(text)
    closing = [block.closed for block in blocks if block.label]
    # One open block in three paragraphs is the one that was cut.
    closes = sum(closing) >= 0.7 * (len(closing) - 1) > 0
    return [
        Furniture(kind="page_break", start=before.end, end=after.start)
        for before, after in pairwise(blocks)
        if _runs_on(text, before, after, closes)
    ]


def _blocks(text: str) -> list[_Block]:
    blocks = []
    start = len(text) - len(text.lstrip())
    for gap in [*_BLANK.finditer(text, start), None]:
        end = start + len(text[start : gap.start() if gap else len(text)].rstrip())
        if end > start:
            label = _LABEL.match(text, start, min(end, start + 40)) is not None
            blocks.append(
                _Block(start, end, label, _CLOSED.search(text, max(start, end - 12), end) is not None)
            )
        start = gap.end() if gap else end
    return blocks


def _runs_on(text: str, before: _Block, after: _Block, closes: bool) -> bool:
    length = before.end - before.start
    if before.closed or after.label or length < _SHORTEST_CUT:
        return False
    first = text[after.start]
    if first.islower():
        return True
    if not first.isalpha() and first not in '"“«(':
        return False
    last_word = re.split(r"[\s’']", text[max(before.start, before.end - 30) : before.end])[-1]
    if last_word in page_words().running_on:
        return True
    caseless = first.lower() == first.upper()
    long = (
        length > _LONGEST_HEADING or _SENTENCE_WITHIN.search(text, before.start + 15, before.end) is not None
    )
    return caseless and closes and before.label and long
