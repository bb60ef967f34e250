"""Make any text safe to print: what would break a file, or turn the direction of a line, stays out of the
rendering.

The register keeps the words as published; this concerns only what is drawn.
"""

import re
from typing import Literal

from mutabaa.vocabulary import Language

# Control characters no XML or PDF may hold, lone surrogates, noncharacters; and the bidirectional embeddings,
# overrides and isolates, of which one left open turns the rest of a line.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")

_ISOLATE = {"ltr": "\u2066", "rtl": "\u2067"}
_END_ISOLATE = "\u2069"


def printable(text: str) -> str:
    """The text without what can't be drawn; every line end is a line feed.

    >>> printable("a\\x00b\\u202ec\\r\\nd")
    'abc\\nd'
    """
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def within(words: str, way: Literal["ltr", "rtl"]) -> str:
    """Words that keep their own direction whatever stands around them."""
    return f"{_ISOLATE[way]}{words}{_END_ISOLATE}"


def isolated(text: str) -> str:
    """A symbol, code or file name that keeps its own left-to-right order inside a right-to-left line."""
    return within(printable(text), "ltr") if text else ""


# A run that must keep its own order among Arabic words: symbols ("S/RES/2374 (2017)", "3/47-POL (IS)"), ISO
# dates, ranges of figures, web addresses, abbreviations with a number. Plain words and single numbers need no
# help.
_SYMBOL = re.compile(
    r"(?:https?://[^\s\u0600-\u06ff]+|[A-Za-z0-9]+(?:[/.:_\-–][A-Za-z0-9]+)+)"
    r"(?: ?\((?:[A-Z]{1,5}|[IVXLC]+|\d{4})\))?"
)


def guarded(text: str, language: Language | None) -> str:
    """Words of a sentence, printable; in Arabic, each symbol isolated so that its parts aren't put in
    reverse.

    >>> guarded("القرار 3/47-POL (IS)", "ar")
    'القرار \\u20663/47-POL (IS)\\u2069'
    """
    text = printable(text)
    if language != "ar":
        return text
    return _SYMBOL.sub(lambda found: isolated(found.group()), text)
