"""One citation for each instrument of a passage: the first, at its full length."""

import re
from collections.abc import Iterable

from mutabaa.reading.citations.citation import Citation

_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:[وفبك]?ال|لل)(?=\w{3})")
# Articles and prepositions of English and French don't make two titles differ.
_SMALL = frozenset(re.findall(r"\w+", "the a an of on for to and or in le la les l d de du des et sur pour"))


def first_mentions(citations: Iterable[Citation], text: str) -> list[Citation]:
    """The citations that don't overlap a longer or surer one, without later mentions of the same instrument.

    Citations are given the surest first. "The Convention" after "the Convention on the Rights of the Child" is a later
    mention: all its words were said before by one citation.
    """
    kept: list[Citation] = []
    for citation in citations:
        if all(citation.end <= other.start or other.end <= citation.start for other in kept):
            kept.append(citation)
    kept.sort(key=lambda citation: citation.start)
    said: list[frozenset[str]] = []
    keys: set[str] = set()
    first = []
    for citation in kept:
        words = _words(text[citation.start : citation.end])
        if citation.key in keys or (citation.symbol is None and any(words <= earlier for earlier in said)):
            continue
        keys.add(citation.key)
        said.append(words)
        first.append(citation)
    return first


def _words(title: str) -> frozenset[str]:
    found = (_ARTICLE.sub("", word.lower()) for word in _WORD.findall(title))
    return frozenset(word for word in found if word not in _SMALL)
