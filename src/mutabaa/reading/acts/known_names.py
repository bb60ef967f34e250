"""Known names made of several: "Bosnia and Herzegovina" is one State, not two addressees."""

from functools import cache

from mutabaa.reading.whole_words import WholeWords
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.names import names

# What joins two addressees, and stands inside these names too.
_JOINS = {"en": (" and ", " or ", ", "), "fr": (" et ", " ou ", ", "), "ar": (" و",)}


def joined_names(lower: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """Where known names that hold a conjunction or a comma stand in folded, lower-cased text, from left to right.

    Of names that overlap the first counts, of those that start together the longest.
    """
    found: list[tuple[int, int]] = []
    for a, b, _ in _index(language).find(lower[start:end]):
        if not found or start + a >= found[-1][1]:
            found.append((start + a, start + b))
    return found


@cache
def _index(language: Language) -> WholeWords:
    """All such names, searched for at once."""
    folded = (fold(name.text).text.lower() for name in names(language))
    joined = {text for text in folded if any(join in text for join in _JOINS[language])}
    return WholeWords(sorted(joined), language)
