"""Numbers written in words: what a passage says in words that another language version may print in
digits."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from mutabaa.vocabulary import Language

# Letters an Arabic text may write one for another, and the marks it may leave out.
_FOLDED = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ئ": "ي", "’": "'", "‑": "-"})
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_ROMAN = re.compile(r"\b[IVXLC]+(?=(?:e|er|ème)?\b)")
_NEXT_WORD = re.compile(r"\s*(\w+)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def numbers_in_words(text: str, language: Language) -> frozenset[str]:
    """Values of the number words of a passage, roman numerals included: candidates, no more than that.

    >>> sorted(numbers_in_words("اثني عشر شهرا", "ar")), sorted(numbers_in_words("au XXIe siècle", "fr"))
    (['12'], ['21'])
    """
    pattern, values = _words(language)
    found = {values[" ".join(word.split())] for word in pattern.findall(_fold(text))}
    return frozenset(found | {str(value) for value in map(_roman, _ROMAN.findall(text)) if value > 2})


def scale_after(text: str, end: int, language: Language) -> int | None:
    """What the word after a figure multiplies it by: a million in "12 million"; None where it is no such
    word."""
    found = _NEXT_WORD.match(text, end)
    return _scales(language).get(_fold(found[1])) if found else None


def _fold(text: str) -> str:
    return _MARKS.sub("", text).translate(_FOLDED).casefold()


@cache
def _table(language: Language) -> dict[str, Any]:
    content = files("mutabaa.review").joinpath("number_words.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(content)[language]
    return table


@cache
def _scales(language: Language) -> dict[str, int]:
    return {_fold(form): int(value) for value, forms in _table(language)["scales"].items() for form in forms}


@cache
def _words(language: Language) -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of all number words, the longest first, and what each means."""
    article = _table(language)["article"]
    values: dict[str, str] = {}
    for form, value in _forms(language):
        values[_fold(form)] = str(value)
    longest_first = sorted(values, key=len, reverse=True)
    alternatives = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
    # Arabic writes prepositions and the article onto the word, and the accusative's alef after it.
    before = rf"[وف]?[بلك]?(?:{article}|ل)?" if article else ""
    return re.compile(rf"\b{before}({alternatives})(?:ا|ً)?\b"), values


def _forms(language: Language) -> Iterator[tuple[str, int]]:
    table = _table(language)
    article = table["article"]
    lone = [table["units"], table["teens"], table["tens"], table["others"]]
    yield from ((form, value) for part in lone for form, value in _listed(part))
    units = [*_listed(table["units"]), *_listed(table["unit_ordinals"])]
    counted = [(_listed(table["tens"]), units)]
    counted.append((_listed(table.get("tens_before_teens", {})), list(_listed(table["teens"]))))
    for tens, added in counted:
        for ten, ten_value in tens:
            for unit, unit_value in added:
                for joined in table["joined"]:
                    yield joined.format(tens=ten, unit=unit), ten_value + unit_value
                    if article:
                        yield joined.format(tens=article + ten, unit=unit), ten_value + unit_value


def _listed(part: dict[str, list[str]]) -> list[tuple[str, int]]:
    return [(form, int(value)) for value, forms in part.items() for form in forms]


def _roman(numeral: str) -> int:
    value = 0
    for here, after in zip(numeral, numeral[1:] + "I", strict=True):
        worth = _ROMAN_VALUES[here]
        value += -worth if worth < _ROMAN_VALUES[after] else worth
    return value
