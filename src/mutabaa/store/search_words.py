"""The words of a text as they are searched: folded, and under every stem that each may have.

Arabic joins conjunctions, prepositions, article and pronouns to a word; which letters are joined can't be told from
the word alone ("ك" begins both "كالبعثة" and "كيدال"). So a text is found under each possible stem, rather than under
the one that a guess would leave. French and English lose accents, elided articles and the commonest endings.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mutabaa.texts.normalise import fold

_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0621-\u064a]")
# Longer words are no words; PostgreSQL bears 2 kB.
_LONGEST = 60
# Shorter rests of a word are found in too many others.
_SHORTEST_STEM = 3
_CLITIC_CHAINS = ("وال", "فال", "بال", "كال", "ال", "ولل", "فلل", "لل")
_SINGLE_CLITICS = ("وب", "ول", "فب", "فل", "وك", "و", "ف", "ب", "ك", "ل", "س")
_ARABIC_ENDINGS = ("هما", "كما", "ات", "ون", "ين", "ان", "ها", "هم", "هن", "نا", "كم", "يه", "تي", "ه", "ي")
_LATIN_ENDINGS = (
    ("ies", "y"), ("aux", "al"), ("es", ""), ("es", "e"), ("s", ""), ("x", ""), ("ed", ""), ("ed", "e"),
    ("ing", ""), ("ing", "e"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a text: text[start:end], its folded letters, and every form under which it is found."""

    start: int
    end: int
    plain: str
    forms: tuple[str, ...]


def words_of(text: str) -> Iterator[Found]:
    """Each word of a text in its order. Any text is accepted.

    >>> [word.plain for word in words_of("بِعثة مشتركة، l'Organisation")]
    ['بعثه', 'مشتركه', 'l', 'organisation']
    """
    folded = fold(text)
    for word in _WORD.finditer(folded.text):
        plain = _plain(word[0])
        if plain:
            yield Found(*folded.back(word.start(), word.end()), plain, forms(plain))


@lru_cache(maxsize=1 << 16)
def forms(plain: str) -> tuple[str, ...]:
    """The word and each stem it may have, the word first.

    >>> forms("والامين")
    ('والامين', 'الامين', 'امين', 'والام', 'الام')
    >>> "mission" in forms("missions"), "كيدال" in forms("بكيدال")
    (True, True)
    """
    stems = _arabic_stems(plain) if _ARABIC.search(plain) else _latin_stems(plain)
    return tuple(dict.fromkeys((plain, *stems)))


def is_arabic(text: str) -> bool:
    """Whether a text has letters of the Arabic script."""
    return _ARABIC.search(text) is not None


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    """The letters of a word as they are compared: hamza on its seat, accents and case make no difference."""
    word = word.replace("ؤ", "و").replace("ئ", "ي").lower()
    if not word.isascii() and not is_arabic(word):
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if c.isalnum())
    return word.replace("œ", "oe").replace("æ", "ae")[:_LONGEST]


def _arabic_stems(word: str) -> Iterator[str]:
    bare = [word]
    bare += [word[len(c) :] for c in (*_SINGLE_CLITICS, *_CLITIC_CHAINS) if _leaves(word, c)]
    yield from bare
    for stem in bare:
        for ending in _ARABIC_ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST_STEM:
                yield stem[: -len(ending)]


def _leaves(word: str, clitic: str) -> bool:
    return word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST_STEM


def _latin_stems(word: str) -> Iterator[str]:
    for ending, instead in _LATIN_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield stem + instead
