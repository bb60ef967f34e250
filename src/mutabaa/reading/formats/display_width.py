"""How many columns a terminal gives to words, and how a cell of a table keeps to its own columns.

A terminal either orders right-to-left text itself or it doesn't. A table survives both when every line is made
of cells that are padded by the width they are shown with, and each cell is isolated (U+2067 or U+2066 to U+2069), so
that its letters can't reorder the cells beside it. Where the terminal knows nothing of direction the isolates take no
room and the columns still stand.
"""

import unicodedata
from functools import lru_cache

from mutabaa.vocabulary import on_one_line

_RIGHT_TO_LEFT, _LEFT_TO_RIGHT, _POP = "\u2067", "\u2066", "\u2069"


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def display_width(text: str) -> int:
    """Columns a terminal uses for the text: marks and direction controls none, wide letters two.

    >>> display_width("قرّر"), display_width("e\\u0301"), display_width("会")
    (3, 1, 2)
    """
    return sum(map(_columns, text))


def shortened(text: str, width: int) -> str:
    """The text within a number of columns, cut between words where it can be, with … for what was left out."""
    if display_width(text) <= width:
        return text
    kept, used = "", 0
    for character in text:
        used += _columns(character)
        if used >= width:
            break
        kept += character
    whole_words, space, _ = kept.rpartition(" ")
    if space and display_width(whole_words) * 3 >= width * 2:
        kept = whole_words
    return kept.rstrip() + "…"


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written right to left."""
    for character in text:
        if (way := unicodedata.bidirectional(character)) in ("L", "R", "AL"):
            return way != "L"
    return False


def isolated(text: str) -> str:
    """The text closed in itself, in its own direction; text with nothing right-to-left in it is left as it is."""
    if text.isascii() or not any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text):
        return text
    return (_RIGHT_TO_LEFT if is_right_to_left(text) else _LEFT_TO_RIGHT) + text + _POP


def cell(text: str, width: int) -> str:
    """A cell of a table: shortened, isolated, and padded on the side where its script ends."""
    text = shortened(on_one_line(text), width)
    padding = " " * (width - display_width(text))
    return padding + isolated(text) if is_right_to_left(text) else isolated(text) + padding
