"""Words broken by a hyphen at the end of a line: which hyphens were the printer's, and which the word's own."""

import re

from mutabaa.texts.official_text import Furniture
from mutabaa.texts.page_words import page_words

_BROKEN = re.compile(r"([^\W_]{1,40})([-/\u2010\u00ad][ \t]*\r?\n[ \t]*)([^\W_]{1,40})")
_WRITTEN = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_ANY = re.compile(r"[-/\u2010\u00ad][ \t]*\r?\n")


def line_hyphens(text: str) -> list[Furniture]:
    """The line ends, with or without their hyphen, to be cut so that broken words and symbols are whole again.

    A word that the text also writes whole loses its hyphen, one it also writes with a hyphen keeps it; otherwise a
    known part of a compound ("non-", "-même") keeps it, and so does a word whose second part has a capital, and a
    number. A stroke ("CONF.4/", "and/") always stays.
    """
    # The cheapest question first: most texts break no word, and to list a text's words takes longest.
    if not _ANY.search(text) or not (pairs := list(_BROKEN.finditer(text))):
        return []
    written = set(_WRITTEN.findall(text))
    found = []
    for broken in pairs:
        start, end = broken.span(2)
        if not _is_printers(written, broken[1], broken[2], broken[3]):
            start += 1
        found.append(Furniture(kind="line_hyphen", start=start, end=end))
    return found


def _is_printers(written: set[str], first: str, hyphen: str, last: str) -> bool:
    """Whether the hyphen is there only because the line ended. `written`: the words of the text, hyphens kept."""
    if hyphen[0] == "\u00ad":
        return True
    if hyphen[0] == "/" or not last[0].islower() or not first.isalpha():
        return False
    if any(f"{first}{own}{last}" in written for own in "-\u2010\u2011"):
        return False
    if f"{first}{last}" in written:
        return True
    return first.lower() not in page_words().compound_first and last.lower() not in page_words().compound_last
