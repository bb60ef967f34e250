"""Instruments cited by a title of the reference table."""

from collections.abc import Iterable
from functools import cache

from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.whole_words import Found
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.names import names


def known_titles(found: Iterable[Found], language: Language) -> list[Citation]:
    """Citations of the titles found in a text, the longest where they overlap."""
    keys = _keys(language)
    cited: list[Citation] = []
    for start, end, index in found:
        if not cited or start >= cited[-1].end:
            cited.append(
                Citation(start=start, end=end, symbol=None, rule=f"title: {keys[index]}", key=keys[index])
            )
    return cited


@cache
def _keys(language: Language) -> tuple[str, ...]:
    return tuple(titles(language).values())


@cache
def titles(language: Language) -> dict[str, str]:
    """The folded titles of the table with their keys."""
    found: dict[str, str] = {}
    for name in names(language):
        if name.kind == "instrument":
            found.setdefault(fold(name.text).text, name.key)
    return found
