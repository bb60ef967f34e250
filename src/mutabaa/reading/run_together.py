"""Paragraphs that a text runs together on one line, parted at their numbers.

A number inside a line is taken for a paragraph's only as a link of a chain that counts on, with an operative verb
after it or a full stop or semicolon before it; the longest, best supported chain wins.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mutabaa.reading.flow import Block
from mutabaa.reading.numbering import Label, read_label
from mutabaa.reading.openings import (
    annex_within,
    body_acts,
    folded_head,
    formula_within,
    may_open_recital,
    opens_operative,
    opens_recital,
    recital_may_stand_inside,
)

_SHORTEST = 200
_CLOSERS = "\"”»’')\\]\u200e\u200f"
# A number after a space, and words before it.
_NUMBER = re.compile(r"\s(?=(?:OP\s?)?[\d٠-٩]{1,3}\s?[.):–—-][\s\u200e\u200f]*(?:[^\W\d_]|\())")
# Arabic ordinals may carry their vowels (أولاً), French ones a hyphen.
_LETTER = r"(?:[^\W\d_]|[\u064b-\u0652-])"
_WORDS_AND_COLON = re.compile(rf"\s(?={_LETTER}{{3,17}}(?: {_LETTER}{{2,12}})?\s?:\s)")
_LONGEST_ORDINAL = 22
_STOP_BEFORE = re.compile(rf"[.;؛][{_CLOSERS}]*$")
_PAUSE_BEFORE = re.compile(rf"[,،:][{_CLOSERS}]*(?: (?:and|et|و))?$")
_SENTENCE_END = re.compile(rf"[.;؛:][{_CLOSERS}]*\s+")
_PAUSE = re.compile(r"[,،;؛]\s+")
_ITEM = re.compile(
    r"[:;؛,،]\s+(?:(?:and|or|et|ou)\s+)?(?=(?:\((?:[a-z]{1,2}|[ivx]+|[أ-ي]ـ?)\)|[a-z]{1,2}\)|[ivx]+\)|’[\d٠-٩]{1,2}‘)\s)"
)
_MAIN_FAMILIES = frozenset({"digit", "ordinal"})
_LONGEST_HEADING = 120
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class _Link:
    """A number inside a line as the end of a chain that leads to it."""

    at: int
    value: int
    score: int
    supported: bool
    before: "_Link | None"

    @property
    def length(self) -> int:
        return 1 + (self.before.length if self.before else 0)


def part(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that run paragraphs together parted."""
    parted: list[Block] = []
    counted = 0
    for index, block in enumerate(blocks):
        label = read_label(block.text) if len(block.text) > _SHORTEST else None
        own = _main_value(label)
        if len(block.text) > _SHORTEST and _may_go_on(block.text, label, (own or counted) + 1):
            chain = _chain(block.text, (own or counted) + 1)
            if chain and _fits_what_follows(chain[-1].value, blocks[index + 1 :]):
                parted += _cut(block, [link.at for link in chain], whole=own is None)
                counted = chain[-1].value
                continue
        parted.append(block)
        counted = _main_value(label) or counted
    return parted


def _may_go_on(text: str, label: Label | None, number: int) -> bool:
    """Whether the number that comes next stands anywhere in a text: looked at before anything dearer."""
    if f" {number}" in text or f" OP{number}" in text or " " + str(number).translate(_ARABIC_INDIC) in text:
        return True
    in_words = label is None or label.shape == "word"
    return in_words and ":" in text[_SHORTEST // 2 :] and len(text) > 2 * _SHORTEST


def _main_value(label: Label | None) -> int | None:
    if label is None or label.shape in ("()", "bare"):
        return None
    return next((value for family, value in label.readings if family in _MAIN_FAMILIES), None)


def _fits_what_follows(last: int, following: Sequence[Block]) -> bool:
    """Whether the next numbered paragraph, if there is one, goes on from the chain."""
    for block in following:
        value = _main_value(read_label(block.text))
        if value is not None:
            return value in (last + 1, 1)
    return True


def _chain(text: str, first: int) -> list[_Link]:
    """The chain of numbers first, first+1, … inside a text that reaches furthest and is best supported."""
    best: dict[int, _Link] = {}
    annex: int | None = None
    for at, value, score in _candidates(text):
        if best and annex is None:
            # Whatever an annex counts is its own.
            annex = (annex_within(text, at) or (len(text),))[0]
        if annex is not None and at >= annex:
            break
        before = best.get(value - 1) if value != first else None
        if value != first and before is None:
            continue
        link = _Link(at, value, score + (before.score if before else 0), score > 0, before)
        if value not in best or link.score >= best[value].score:
            best[value] = link
    if not best:
        return []
    end: _Link | None = max(best.values(), key=lambda link: (link.length, link.score))
    chain: list[_Link] = []
    while end is not None:
        if chain or end.supported:
            # A number that nothing speaks for may stand between two others, not at the end.
            chain.insert(0, end)
        end = end.before
    return chain if chain and chain[0].supported else []


def _places(text: str) -> list[int]:
    """Where a number, or a word and a colon, stands after a space."""
    places = {match.end() for match in _NUMBER.finditer(text)}
    colon = text.find(":", _LONGEST_ORDINAL)
    while colon >= 0:
        # Looking back from the few colons is quicker than trying every word. "… as follows: First: …" has two of them.
        found = _WORDS_AND_COLON.finditer(text, colon - _LONGEST_ORDINAL, colon + 2)
        places |= {match.end() for match in found}
        colon = text.find(":", colon + 1)
    return sorted(places)


def _candidates(text: str) -> Iterator[tuple[int, int, int]]:
    """(place, number, support) of each number inside a line; support 0 where nothing says it is a paragraph's."""
    for at in _places(text):
        label = read_label(text[at : at + 60])
        value = _main_value(label)
        if label is None or value is None:
            continue
        head = folded_head(text[at + label.end : at + label.end + 80])
        verb = opens_operative(head) or body_acts(head)
        before = text[max(0, at - 12) : at].rstrip()
        stop = _STOP_BEFORE.search(before) is not None
        pause = _PAUSE_BEFORE.search(before) is not None
        first = pause and value == 1 and label.shape in ("-", "word", "op")
        speaks = (
            verb or first or (stop and (label.shape in ("-", "word", "op") or text[at + label.end].isupper()))
        )
        yield at, value, 2 * verb + 2 * stop + pause if speaks else 0


def _cut(block: Block, places: list[int], whole: bool) -> list[Block]:
    """A block cut at its paragraphs' numbers, its preamble at its recitals, its paragraphs at their lists."""
    pieces: list[Block] = []
    if places[0] > 0:
        before = block.cut(0, places[0])
        pieces += _cut_preamble(before) if whole else _cut_heading(before)
    for at, following in zip(places, [*places[1:], len(block.text)], strict=True):
        paragraph = block.cut(at, following)
        final = following == len(block.text)
        for piece in _cut_annex(paragraph) if final else _cut_heading(paragraph):
            pieces += _cut_items(piece)
    return [_stripped(piece) for piece in pieces if piece.text.strip()]


def _cut_preamble(block: Block) -> list[Block]:
    """Titles, formula and recitals that stand before the first number."""
    places = []
    found = formula_within(block.text)
    start = 0
    if found is not None:
        places += [found[0], found[1]]
        start = found[1]
    for pause in _PAUSE.finditer(block.text, start):
        at = pause.end()
        first = block.text[at : at + 1]
        if not first.isupper() and not may_open_recital(block.text[at : at + 4]):
            continue
        head = folded_head(block.text[at : at + 60])
        if opens_recital(head) and recital_may_stand_inside(head):
            places.append(at)
    return _at(block, places)


def _cut_heading(block: Block) -> list[Block]:
    """A heading that stands between a paragraph's full stop and the next number."""
    ends = [m.end() for m in _SENTENCE_END.finditer(block.text, max(0, len(block.text) - _LONGEST_HEADING))]
    if not ends or ends[-1] >= len(block.text.rstrip()) or ends[-1] < 20:
        return [block]
    first = block.text[ends[-1]]
    return [block] if first.islower() or first.isdigit() else _at(block, [ends[-1]])


def _cut_annex(block: Block) -> list[Block]:
    """The last paragraph, and the annexes that follow it on the same line."""
    found = annex_within(block.text)
    return [block] if found is None else _at(block, list(found))


def _cut_items(block: Block) -> list[Block]:
    """A paragraph and the items (a), (b) … of its list, where they count on."""
    places = []
    expected: dict[str, int] = {}
    for match in _ITEM.finditer(block.text):
        label = read_label(block.text[match.end() : match.end() + 20])
        if label is None:
            continue
        for family, value in label.readings:
            if value == expected.get(family, 1):
                expected[family] = value + 1
                if family == "letter":
                    expected["roman"] = 1
                places.append(match.end())
                break
    return _at(block, places) if len(places) > 1 else [block]


def _at(block: Block, places: Sequence[int]) -> list[Block]:
    bounds = [0, *places, len(block.text)]
    return [block.cut(a, b) for a, b in pairwise(bounds) if b > a]


def _stripped(block: Block) -> Block:
    text = block.text
    return block.cut(len(text) - len(text.lstrip()), len(text.rstrip()))
