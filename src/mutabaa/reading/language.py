"""The language of a text, or of a passage of it: by its script, then by its commonest words."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from mutabaa.reading.phrasebooks import load
from mutabaa.vocabulary import LANGUAGES, Language

_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdfc\ufe70-\ufefc]+")
_LATIN = re.compile("[A-Za-zÀ-ÿ]+")
# A language counts as one of a document's languages from this share of its letters on.
_LEAST_SHARE = 0.08
_SAMPLE = 160


def language_of(text: str, otherwise: Language | None = None) -> Language | None:
    """The language of some words; `otherwise` where they don't tell (a bare symbol, a number, another script).

    >>> language_of("وإذ يشير إلى قراراته"), language_of("Recalling all of its resolutions"), language_of("S/RES/1")
    ('ar', 'en', None)
    """
    arabic = 0 if text.isascii() else _count(_ARABIC, text)
    if arabic and arabic * 2 > _count(_LATIN, text):
        return "ar"
    return _by_words(text) or otherwise


def _count(letters: re.Pattern[str], text: str) -> int:
    """How many such letters a text holds: word by word, which is quicker than letter by letter."""
    return sum(map(len, letters.findall(text)))


def languages_of(passages: Iterable[str]) -> tuple[Language | None, tuple[Language, ...]]:
    """The language of most of a text, and all that hold a part of it, most first."""
    letters: Counter[Language] = Counter()
    before: Language | None = None
    for text in passages:
        before = language_of(text[:_SAMPLE], before)
        if before is not None:
            letters[before] += len(text)
    total = letters.total()
    found = tuple(language for language, count in letters.most_common() if count >= _LEAST_SHARE * total)
    return (found[0] if found else None), found


def passage_language(text: str, document: Language) -> Language:
    """The language of a passage of a document: the document's own unless the passage says otherwise."""
    return language_of(text[:_SAMPLE], document) or document


def _by_words(text: str) -> Language | None:
    """English or French, by function words; None when neither leads."""
    known = _function_words()
    found = [known[word] for word in text.lower().split() if word in known]
    english = found.count("en")
    return None if english * 2 == len(found) else "en" if english * 2 > len(found) else "fr"


@cache
def _function_words() -> dict[str, Language]:
    return {
        word: language
        for language in LANGUAGES
        if language != "ar"
        for word in load(language, "language")["function_words"]
    }
