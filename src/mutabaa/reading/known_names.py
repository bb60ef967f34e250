"""The names of the reference table as a text may write them, and what tells a name from a common word."""

from dataclasses import dataclass
from functools import cache

from mutabaa.reading.phrasebooks import load
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.names import Name, names


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name, and the only words it may follow when it is also a common word."""

    name: Name
    only_after: frozenset[str] | None


@cache
def known_names(language: Language) -> dict[str, KnownName]:
    """By its folded form every name of a language but those of instruments, which are cited, not mentioned."""
    cautious = {
        fold(name).text: frozenset(fold(word).text for word in words)
        for name, words in load(language, "names")["only_after"].items()
    }
    found: dict[str, KnownName] = {}
    for name in names(language):
        if name.kind != "instrument":
            word = fold(name.text).text
            found.setdefault(word, KnownName(name, cautious.get(word)))
    return found


@cache
def entries(language: Language) -> tuple[KnownName, ...]:
    """The names by their place in the list that a text is searched for."""
    return tuple(known_names(language).values())


@cache
def locatives(language: Language) -> frozenset[str]:
    """The words after which a State is a place."""
    return frozenset(fold(word).text for word in load(language, "names")["place"]["after"])
