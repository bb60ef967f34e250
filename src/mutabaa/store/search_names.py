"""A known name in a query stands for the thing, whose names in the other languages find it too."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mutabaa.store.search_words import words_of
from mutabaa.vocabulary import LANGUAGES
from mutabaa.vocabulary.names import names

_LONGEST_NAME = 8
# "UN" is an article in French: so short a name says nothing of what is meant.
_SHORTEST_NAME = 3
# Words that names have for grammar's sake; they find nothing.
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "de",
        "des",
        "du",
        "la",
        "le",
        "les",
        "l",
        "d",
        "et",
        "en",
        "au",
        "aux",
        "pour",
        "a",
    ]
)


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name in its letters, and its words as they are searched."""

    text: str
    words: tuple[str, ...]


def name_at(plain: Sequence[str], start: int) -> tuple[int, tuple[OtherName, ...]]:
    """How many words from `start` on make a known name (the longest), and the other names of what it names; 0 if none.

    >>> [other.text for other in name_at(["كيدال"], 0)[1]]
    ['Kidal']
    """
    table = _table()
    for length in range(min(_LONGEST_NAME, len(plain) - start), 0, -1):
        keys = table[0].get(tuple(plain[start : start + length]))
        if keys:
            asked = tuple(plain[start : start + length])
            others = {o.words: o for key in keys for o in table[1][key] if o.words != asked}
            return length, tuple(others.values())
    return 0, ()


def keys_in(plain: Sequence[str]) -> frozenset[str]:
    """The keys of all things that are named in these words."""
    found, at, table = set[str](), 0, _table()[0]
    while at < len(plain):
        length = next(
            (
                n
                for n in range(min(_LONGEST_NAME, len(plain) - at), 0, -1)
                if tuple(plain[at : at + n]) in table
            ),
            0,
        )
        if length:
            found.update(table[tuple(plain[at : at + length])])
        at += length or 1
    return frozenset(found)


def telling(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without those it has for grammar's sake."""
    return tuple(word for word in words if word not in _SMALL) or tuple(words)


@cache
def _table() -> tuple[dict[tuple[str, ...], tuple[str, ...]], dict[str, tuple[OtherName, ...]]]:
    """Keys by the words of a name, and names by key."""
    by_words, by_key = dict[tuple[str, ...], list[str]](), dict[str, list[OtherName]]()
    for language in LANGUAGES:
        for name in names(language):
            words = tuple(word.plain for word in words_of(name.text))
            if not words or len("".join(words)) < _SHORTEST_NAME:
                continue
            known = by_words.setdefault(words, [])
            if name.key not in known:
                known.append(name.key)
            by_key.setdefault(name.key, []).append(OtherName(name.text, words))
    return {w: tuple(k) for w, k in by_words.items()}, {k: tuple(n) for k, n in by_key.items()}
