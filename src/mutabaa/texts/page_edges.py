"""Running heads, page numbers and document symbols: the lines at the edges of pages that no sentence runs through."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mutabaa.texts.official_text import Furniture
from mutabaa.texts.page_words import page_words

_LINE = re.compile(r"[^\n\r\f]+")
# As many lines at the head or foot of a page may be furniture.
_DEPTH = 4
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line at a page's edge: page index (0-based), whether it is at the top, and its words."""

    page: int
    top: bool
    start: int
    end: int
    words: str


def page_edge_furniture(text: str, page_starts: tuple[int, ...]) -> list[Furniture]:
    """The furniture at the head and foot of each page, and the form feeds between pages.

    The head of the first page is the document's own title block and stays.
    """
    edges = list(_edges(text, page_starts))
    repeated = _repeated(edges, len(page_starts))
    numbered = _bare_numbers_in_step(edges)
    found = []
    for edge in edges:
        for line in edge:
            kind = _kind(line, repeated, numbered)
            if kind is None:
                break
            found.append(Furniture(kind=kind, start=line.start, end=line.end))
    found += [
        Furniture(kind="page_break", start=start - 1, end=start)
        for start in page_starts
        if start and text[start - 1] == "\f"
    ]
    # A page of furniture alone has the same lines at its head and at its foot.
    return sorted(set(found), key=lambda piece: (piece.start, piece.end))


def _edges(text: str, page_starts: tuple[int, ...]) -> Iterator[list[_Line]]:
    """The lines of each head and foot, from the edge inwards."""
    for page, start in enumerate(page_starts):
        end = page_starts[page + 1] if page + 1 < len(page_starts) else len(text)
        if page:
            head = (match for match in _LINE.finditer(text, start, end) if not match[0].isspace())
            yield [_line(match, page, True) for match in islice(head, _DEPTH)]
        # Far enough back for the last lines of any page, near enough not to look through a long one.
        foot = [
            match for match in _LINE.finditer(text, max(start, end - 2000), end) if not match[0].isspace()
        ]
        yield [_line(match, page, False) for match in reversed(foot[-_DEPTH:])]


def _line(match: re.Match[str], page: int, top: bool) -> _Line:
    words = match[0].strip()
    start = match.start() + match[0].index(words)
    return _Line(page, top, start, start + len(words), words)


def _kind(line: _Line, repeated: set[tuple[bool, str]], numbered: set[tuple[int, str]]) -> str | None:
    """What piece of furniture a line is; None for a line of the text."""
    shape = page_words().edge_line.fullmatch(line.words) if len(line.words) < 120 else None
    if shape and (shape["page"] or (shape["bare"] and (line.page, line.words) in numbered)):
        return "page_number"
    if shape and (shape["symbol"] or shape["job"]):
        return "symbol"
    return "running_head" if (line.top, _key(line.words)) in repeated else None


def _repeated(edges: list[list[_Line]], pages: int) -> set[tuple[bool, str]]:
    """Lines that stand at the same edge of several pages, numbers apart; heads may alternate left and right."""
    counts = Counter(key for edge in edges for key in {(line.top, _key(line.words)) for line in edge})
    often = 2 if pages < 4 else max(3, min(pages // 3, 5))
    return {(top, key) for (top, key), count in counts.items() if count >= often and _LETTERS.search(key)}


def _key(words: str) -> str:
    return re.sub(r"\d+", "#", " ".join(words.casefold().split()))


def _bare_numbers_in_step(edges: list[list[_Line]]) -> set[tuple[int, str]]:
    """Lone numbers that count up with the pages; any other lone number is the end of a sentence."""
    short = [line for edge in edges for line in edge if len(line.words) <= 6]
    seen = [(line.page, line.words, _value(line.words)) for line in short]
    numbers = {(page, words, value) for page, words, value in seen if value is not None}
    steps = Counter(value - page for page, _, value in numbers)
    return {(page, words) for page, words, value in numbers if steps[value - page] > 1 or value == page + 1}


def _value(words: str) -> int | None:
    """The number a line consists of, in any script's digits or in small Roman numerals below fifty."""
    if words.isdecimal():
        return int(words) if len(words) <= 4 else None
    if set(words) - set(_ROMAN):
        return None
    digits = [_ROMAN[letter] for letter in words]
    return sum(
        -one if one < next_one else one for one, next_one in zip(digits, [*digits[1:], 0], strict=True)
    )
