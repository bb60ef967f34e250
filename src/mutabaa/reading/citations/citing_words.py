"""The words around a number that say what it numbers and whose it is, from the phrasebook."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from mutabaa.reading.phrasebooks import load
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class CitingWord:
    """A word and its part: `noun` governs numbers, `body` adopts, `other` governs numbers of its own."""

    part: Literal["noun", "body", "other"]
    # For a noun "RES" or "DEC", for a body its key.
    meaning: str = ""
    plural: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class CitingWords:
    """The citing words of a language, and the patterns for what joins them."""

    words: list[str]
    meanings: list[CitingWord]
    own: re.Pattern[str]
    of: re.Pattern[str]
    then_of: re.Pattern[str]
    number: re.Pattern[str]
    stranger: re.Pattern[str]
    # "Assembly resolution": in English the body stands before its noun.
    body_first: bool


_NOUNS = (
    ("resolution", "RES", False),
    ("resolutions", "RES", True),
    ("decision", "DEC", False),
    ("decisions", "DEC", True),
)


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(fold(word).text) for word in sorted(words, key=len, reverse=True)) + ")"


@cache
def citing_words(language: Language) -> CitingWords:
    """The citing words of a language, read once from its phrasebook."""
    book = load(language, "instruments")
    numbered = book["numbered"]
    words: dict[str, CitingWord] = {}
    for name, kind, plural in _NOUNS:
        for word in map(_plain, numbered[name]):
            words[word] = CitingWord(part="noun", meaning=kind, plural=plural)
            if language == "ar":
                for pronoun in map(_plain, numbered["own"]):
                    words[word + pronoun] = CitingWord(part="noun", meaning=kind, plural=plural, own=True)
                words["ال" + word] = words[word]
    for key, names in book["bodies"].items():
        words |= {_plain(name): CitingWord(part="body", meaning=key) for name in names}
    for word in numbered["other"]:
        words.setdefault(_plain(word), CitingWord(part="other"))
    of = _either(numbered["adopted_by"])
    conjunction = r"(?:and|et|or|ou|as|ainsi|و)\b"
    return CitingWords(
        words=list(words),
        meanings=list(words.values()),
        own=re.compile(r"(?!)" if language == "ar" else rf"(?<!\w){_either(numbered['own'])} (?:\w+ )?\Z"),
        of=re.compile(f"(?:{of})?"),
        then_of=re.compile(rf",?(?: (?!{conjunction})\S+){{0,6}} ?{of} ?"),
        number=re.compile(f"(?:{_either(numbered['number'])})?"),
        # A body whose name isn't known here: "Commission on Population and Development resolution 2006/2".
        body_first=language == "en",
        stranger=re.compile(r"[\w,;] (?!The |Its )[A-Z][\w-]+ \Z" if language == "en" else r"(?!)"),
    )


def _plain(word: str) -> str:
    return fold(word).text
