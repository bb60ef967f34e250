"""The text of a version as published, cut into paragraphs and, within them, where words of proposals are lit."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mutabaa.review import KeptText

# What words are lit as; `passage` lights nothing, it says whose paragraph it is.
Light = Literal["act", "position", "addressee", "due", "action", "passage"]
LIGHTS: tuple[Light, ...] = ("act", "addressee", "due", "action", "position")
_BETWEEN = re.compile(r"\s*\n[^\S\n]*\n\s*|\s*\f\s*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """text[start:end] belongs to proposal number `of` and is lit as `light`."""

    start: int
    end: int
    light: Light
    of: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """Words that are lit alike. `of`: proposals whose words they are; `begins`: those whose words begin here.
    `off`: none of its proposals is asked for. `furniture`: words of the page, not of the text."""

    words: str
    lights: tuple[Light, ...]
    of: tuple[int, ...]
    begins: tuple[int, ...]
    off: bool
    furniture: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """A paragraph as it was set. `page`: the page that begins with it, None where none does. `off`: nothing in it is
    asked for."""

    page: int | None
    off: bool
    pieces: tuple[Piece, ...]


def lit_text(text: KeptText, spans: Sequence[Span], asked_for: Collection[int]) -> tuple[Paragraph, ...]:
    """The whole text, nothing left out but the empty lines between its paragraphs."""
    furniture = [(one.start, one.end) for one in text.official.furniture]
    edges = {edge for one in spans for edge in (one.start, one.end)} | {e for pair in furniture for e in pair}
    paragraphs = list(_paragraphs(text.text))
    edges |= {edge for pair in paragraphs for edge in pair}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text.text))
    open_at = _by((one.start, one) for one in spans if one.start < one.end)
    shut_at = _by((one.end, one) for one in spans if one.start < one.end)
    made, active, begun, place, page = list[Paragraph](), dict[Span, None](), set[int](), 0, 1
    for start, end in paragraphs:
        pieces, whose = list[Piece](), set[int]()
        while place < len(cuts) and cuts[place] < end:
            here = cuts[place]
            for one in shut_at.get(here, ()):
                active.pop(one, None)
            active |= dict.fromkeys(open_at.get(here, ()))
            place += 1
            if here < start:
                continue
            following = cuts[place] if place < len(cuts) else len(text.text)
            set_by_page = any(a <= here < b for a, b in furniture)
            piece = _piece(text.text[here:following], active, begun, asked_for, set_by_page)
            whose.update(one.of for one in active)
            begun.update(piece.begins)
            pieces.append(piece)
        its_page = text.page_of(start)
        off = whose.isdisjoint(asked_for)
        made.append(Paragraph(page=its_page if its_page > page else None, off=off, pieces=tuple(pieces)))
        page = max(page, its_page)
    return tuple(made)


def _piece(
    words: str, active: Iterable[Span], begun: set[int], asked_for: Collection[int], furniture: bool
) -> Piece:
    spans = list(active)
    lit = [one for one in spans if one.light != "passage"]
    begins = dict.fromkeys(one.of for one in spans if one.of not in begun)
    return Piece(
        words=words,
        lights=tuple(light for light in LIGHTS if any(one.light == light for one in lit)),
        of=tuple(dict.fromkeys(one.of for one in lit)),
        begins=tuple(begins),
        off=not any(one.of in asked_for for one in lit),
        furniture=furniture,
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends: an empty line or a new page stands between two."""
    start = 0
    for between in _BETWEEN.finditer(text):
        if between.start() > start:
            yield start, between.start()
        start = between.end()
    if start < len(text):
        yield start, len(text)


def _by(pairs: Iterable[tuple[int, Span]]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for place, one in pairs:
        found.setdefault(place, []).append(one)
    return found
