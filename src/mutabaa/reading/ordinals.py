"""Word ordinals that number a paragraph: أولاً, حادي عشر, premièrement, twenty-first."""

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache

from mutabaa.reading.heads import folded_letters
from mutabaa.reading.phrasebooks import load

_WORDS = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,3}")
_MOST_WORDS = 4
# Shorter words lie too near one another to be mended.
_SHORTEST_MENDED = 4
_ACCENT = re.compile("[\u0300-\u036f]")
_ARTICLE = re.compile(r"^(و?)ال(?=\w\w)")
_CLOSING = re.compile(r"\s?[:.)،,/–—-]\s*|\s*$")


def ordinal(words: str, tolerant: bool = False) -> int | None:
    """The number an ordinal says, 1 to 99; None when the words aren't one.

    `tolerant`: one letter may be missing, extra or wrong, as scans have it, if that leaves no doubt.

    >>> ordinal("حادي عشر"), ordinal("الثالث والعشرون"), ordinal("تاسعا"), ordinal("Vingt et unièmement")
    (11, 23, 9, 21)
    >>> ordinal("سابعا"), ordinal("سايعا"), ordinal("سايعا", tolerant=True)
    (7, None, 7)
    """
    plain = _plain(words)
    number = _known().get(plain)
    return _nearest(plain) if number is None and tolerant else number


def leading_ordinal(folded_head: str) -> tuple[int, int] | None:
    """The ordinal a paragraph begins with, and where the label ends; the head must have been folded.

    Punctuation must follow the ordinal, or nothing at all: "First Committee" is no label.
    """
    match = _WORDS.match(folded_head)
    if match is None:
        return None
    colon = folded_head.find(":", 0, 28)
    if colon < 0 and _plain(match[0].split(None, 1)[0]).partition(" ")[0] not in _first_words():
        return None
    words = match[0].split(" ")
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        phrase = " ".join(words[:count])
        rest = folded_head[len(phrase) :]
        closing = _CLOSING.match(rest)
        if closing is None:
            continue
        number = ordinal(phrase, tolerant=rest.lstrip().startswith(":"))
        if number is not None:
            return number, len(phrase) + closing.end()
    return None


def _plain(words: str) -> str:
    """Lower case, no accents, no hyphen, no Arabic article: the form in which the ordinals are kept."""
    bare = folded_letters(words).lower().replace("-", " ")
    if not bare.isascii():
        bare = _ACCENT.sub("", unicodedata.normalize("NFD", bare))
    return " ".join(_ARTICLE.sub(r"\1", word) if "ال" in word else word for word in bare.split())


@cache
def _known() -> dict[str, int]:
    """Every ordinal from 1 to 99 in its plain form, all three languages together."""
    known: dict[str, int] = {}
    arabic = load("ar", "ordinals")
    for value, ones in arabic["ones"].items():
        for one in ones:
            for written in (one, one + "ا"):
                known.setdefault(written, int(value))
                for teen in arabic["joining"]["teen"] if int(value) < 10 else ():
                    known.setdefault(f"{written} {teen}", int(value) + 10)
                for ten, names in arabic["tens"].items() if int(value) < 10 else ():
                    for name in names:
                        known.setdefault(
                            f"{written} {arabic['joining']['and'][0]}{name}", int(value) + int(ten)
                        )
    known |= {name: int(ten) for ten, names in arabic["tens"].items() for name in names}
    for language in ("en", "fr"):
        book = load(language, "ordinals")
        simple = {word: int(value) for value, words in book["ones"].items() for word in words}
        known |= {word.replace("-", " "): value for word, value in simple.items()}
        known |= {w.replace("-", " "): int(value) for value, words in book["tens"].items() for w in words}
        for ten, stems in book["tens_before"].items():
            # French counts on to nineteen after soixante and quatre-vingt.
            most = 19 if str(int(ten) + 10) not in book["tens_before"] and int(ten) < 90 else 9
            for stem in stems:
                for word, one in simple.items():
                    if one <= most:
                        known.setdefault(f"{stem} {word}".replace("-", " "), int(ten) + one)
    return known


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in _known())


@lru_cache(maxsize=1024)
def _nearest(plain: str) -> int | None:
    """The one number whose ordinal differs by a single letter from the word given."""
    if len(plain) < _SHORTEST_MENDED:
        return None
    # A single wrong letter leaves the first or the last as it was.
    alike = _by_end()["^" + plain[0]] | _by_end()[plain[-1] + "$"]
    found = {_known()[known] for known in alike if _one_letter_off(known, plain)}
    return found.pop() if len(found) == 1 else None


@cache
def _by_end() -> defaultdict[str, set[str]]:
    """The ordinals by their first and by their last letter."""
    ordinals: defaultdict[str, set[str]] = defaultdict(set)
    for known in _known():
        if len(known) >= _SHORTEST_MENDED:
            ordinals["^" + known[0]].add(known)
            ordinals[known[-1] + "$"].add(known)
    return ordinals


def _one_letter_off(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    rest, other_rest = one[same:], other[same:]
    return rest[1:] == other_rest or rest == other_rest[1:] or rest[1:] == other_rest[1:]
