"""One citation for each instrument of a passage: the first, at its full length."""

import re
from bisect import bisect_left
from collections import defaultdict
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
        place = bisect_left(kept, citation.start, key=_start)
        if all(
            one.end <= citation.start or citation.end <= one.start
            for one in kept[max(0, place - 1) : place + 1]
        ):
            kept.insert(place, citation)
    if len(kept) < 2:
        return kept
    keys: set[str] = set()
    # Which of the citations before say a word.
    saying: defaultdict[str, set[int]] = defaultdict(set)
    first: list[Citation] = []
    for citation in kept:
        words = _words(text[citation.start : citation.end])
        said = set.intersection(*(saying[word] for word in words)) if words else bool(first)
        if citation.key in keys or (citation.symbol is None and said):
            continue
        keys.add(citation.key)
        for word in words:
            saying[word].add(len(first))
        first.append(citation)
    return first


def _start(citation: Citation) -> int:
    return citation.start


def _words(title: str) -> frozenset[str]:
    words = [word.lower() for word in _WORD.findall(title)]
    if "ل" in title:
        words = [_ARTICLE.sub("", word) for word in words]
    return frozenset(words).difference(_SMALL)
