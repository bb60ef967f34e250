"""Coordinated noun phrases: where the pieces of "A, B and C, including D" begin and end."""

import re
from collections.abc import Callable, Sequence

from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.known_names import joined_names
from mutabaa.vocabulary import Language

Span = tuple[int, int]
Piece = tuple[int, int, bool]
# Code points between two pieces, from which on the second is no rest of the first: an insertion stood between.
FAR = 30
# Code points no phrase of addressees reaches without naming a further one.
LONG = 800
_CONJUNCTIONS = (" and", " or", " et", " ou")


def last_words(span: Span) -> Span:
    """The end of a span, as much of it as tells whether what follows belongs to it."""
    return max(span[0], span[1] - LONG), span[1]


def past(pattern: re.Pattern[str], clause: Clause, start: int) -> int:
    """The place after a pattern that stands at `start` of the clause, or `start` itself when it doesn't."""
    found = pattern.match(clause.lower, start, clause.end)
    return found.end() if found else start


def pieces(lower: str, start: int, end: int, separator: re.Pattern[str], language: Language) -> list[Piece]:
    """The stretches between separators outside brackets and known names; the flag says whether "including" or the
    like opened one.

    The separator's group `opens` matches where it holds such a word.
    """
    found: list[Piece] = []
    place, opens = start, False
    names: list[Span] | None = None
    counted, open_brackets = start, 0
    for cut in separator.finditer(lower, start, end):
        open_brackets += lower.count("(", counted, cut.start()) - lower.count(")", counted, cut.start())
        counted = cut.start()
        if open_brackets > 0:
            continue
        if names is None:
            names = joined_names(lower, start, end, language)
        if any(a < cut.start() < b for a, b in names):
            continue
        if cut.start() > place:
            found.append((*trim(lower, place, cut.start()), opens))
        opens = bool(cut["opens"] or cut["opens_too"])
        place = cut.end()
    found.append((*trim(lower, place, end), opens))
    return [piece for piece in found if piece[0] < piece[1]]


def trim(lower: str, start: int, end: int) -> Span:
    """A span without the spaces and commas at its ends, and without a conjunction an insertion left there ("A and")."""
    while start < end and lower[start] in " ,;":
        start += 1
    while end > start and lower[end - 1] in " ,;":
        end -= 1
    if lower.endswith(_CONJUNCTIONS, start, end):
        return start, lower.rindex(" ", start, end)
    return start, end


def not_inserted(
    found: Sequence[Piece],
    inserted: Callable[[int, int], bool],
    short: Callable[[int, int], bool],
    actor: Callable[[int, int], bool],
) -> list[Span]:
    """The pieces that aren't part of an insertion.

    An insertion ("in cooperation with the Secretariat and States") names nobody who is asked; it reaches to the end of
    the phrase, its own "including" with it. A `short` one ("within their respective mandates") names nobody: it ends at
    the next "including", and where the next piece names an `actor`.
    """
    kept: list[Span] = []
    inside = ends = False
    for start, end, opens in found:
        if inside and not (opens and ends) and not (ends and not inserted(start, end) and actor(start, end)):
            ends = ends and (not inserted(start, end) or short(start, end))
            continue
        inside = inserted(start, end)
        ends = inside and short(start, end)
        if not inside:
            kept.append((start, end))
    return kept
