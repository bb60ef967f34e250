"""How a paragraph ends, and what that says of it: a sentence, an introduction to a list, a heading."""

import re

from mutabaa.reading.flow import Block

_AFTER_STOP = r"[\"”»'’)\]*\s\u200e\u200f\u202c\u2069]*$"
# "…; and" ends a paragraph, too: the next is the last of its list.
_ENDS = re.compile(r"[.;:,!?؛،؟…](?:\s?(?:and|or|et|ou|و))?" + _AFTER_STOP)
_COLON = re.compile(":" + _AFTER_STOP)
_PAUSES = re.compile("[,;:،؛]" + _AFTER_STOP)
_LONGEST_HEADING = 160
# Letters at the end of a paragraph in which its last stop is looked for.
_TAIL = 12


def ends(text: str) -> bool:
    """Whether a paragraph ends with a stop or a pause."""
    return _ENDS.search(text[-_TAIL:]) is not None


def introduces(text: str) -> bool:
    """Whether a paragraph ends with a colon."""
    return _COLON.search(text[-_TAIL:]) is not None


def pauses(text: str) -> bool:
    """Whether a paragraph ends with anything but a full stop."""
    return _PAUSES.search(text[-_TAIL:]) is not None


def looks_like_heading(text: str) -> bool:
    return len(text) < _LONGEST_HEADING and not ends(text)


def first_letter(block: Block) -> str:
    return block.text.lstrip("\"'«“(")[:1]
