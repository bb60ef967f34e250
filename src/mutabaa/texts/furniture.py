"""Page furniture: the words of the page, found so that the reading can leave them out and the record keep them."""

from itertools import pairwise

from mutabaa.texts.cut_paragraphs import cut_paragraphs
from mutabaa.texts.line_hyphens import line_hyphens
from mutabaa.texts.official_text import Furniture
from mutabaa.texts.page_edges import page_edge_furniture
from mutabaa.texts.page_words import page_words
from mutabaa.texts.title_block import repeated_title


def find_furniture(
    text: str, page_starts: tuple[int, ...], known: tuple[Furniture, ...] = (), *, printed: bool = False
) -> tuple[Furniture, ...]:
    """Every piece of furniture of a text, in order, none overlapping another; `known` pieces come from mark-up.

    `printed`: the file has pages of its own, even if there is only one.
    Where pages are known, their heads and feet are looked at; where they are not, lone page numbers that count up
    and blank lines in the middle of a sentence show where pages ended. A paragraph cut by a break goes on after it:
    whoever joins lines sees furniture between them, not a blank line alone.
    """
    if printed or len(page_starts) > 1:
        found = page_edge_furniture(text, page_starts)
    else:
        found = _lone_page_numbers(text) or cut_paragraphs(text)
    found += known
    found += repeated_title(text)
    found += line_hyphens(text)
    return tuple(_apart(found))


def _lone_page_numbers(text: str) -> list[Furniture]:
    """Page numbers on lines of their own that count up by one, in a text whose pages have no other trace."""
    found = list(page_words().lone_number.finditer(text))
    numbers = [int("".join(c for c in match[0].split("/")[0] if c.isdecimal()) or 0) for match in found]
    if len(numbers) < 2 or any(later != number + 1 for number, later in pairwise(numbers)):
        return []
    return [Furniture(kind="page_number", start=match.start(), end=match.end()) for match in found]


def _apart(found: list[Furniture]) -> list[Furniture]:
    """The pieces in order, without those that begin inside another."""
    kept: list[Furniture] = []
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept
