"""Lengths of time in words: "six months", « un an », «سنتين», and their ISO 8601 durations."""

import re
from functools import cache

from mutabaa.reading.dates import either
from mutabaa.reading.phrasebooks import load
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language

_UNITS = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_DIGITS = re.compile(r"\d+")


class Periods:
    """The periods of a language. `pattern` matches one in a folded, lower-cased text; it holds no groups."""

    def __init__(self, language: Language) -> None:
        book = load(language, "dates")
        self._units = _longest_first(
            {_plain(w): _UNITS[unit] for unit, words in book["units"].items() for w in words}
        )
        self._numbers = _longest_first({_plain(w): n for n, words in book["numbers"].items() for w in words})
        # Words that say number and unit at once, as the Arabic dual does.
        self._whole = _longest_first(
            {_plain(w): iso for iso, words in book.get("one", {}).items() for w in words}
        )
        count = rf"(?:{either(list(self._numbers))}(?: \(\d+\))?|\d{{1,3}})"
        unit = either(list(self._units))
        counted = rf"{count} {unit}" if language == "ar" else rf"{count}[ -](?:\w+ )?{unit}"
        # A number after it makes a year of the word ("عام 2030").
        self.pattern = rf"(?:{either(list(self._whole))}(?! ?\d)|{counted})" if self._whole else counted
        self.words = [*self._units, *self._whole]

    def iso(self, words: str) -> str:
        """ISO 8601 of words that `pattern` matched: "six months" is P6M, "72 hours" PT72H.

        Raises ValueError for words without a unit of time.

        >>> Periods("en").iso("sixty (60) days"), Periods("fr").iso("deux ans"), Periods("ar").iso("شهرين")
        ('P60D', 'P2Y', 'P2M')
        """
        for whole, iso in self._whole.items():
            if words == whole or words.startswith(whole + " "):
                return iso
        unit = next(
            (iso for word, iso in self._units.items() if words.endswith(word) or f"{word} " in words), None
        )
        if unit is None:
            raise ValueError(f"no unit of time in {words!r}")
        digits = _DIGITS.search(words)
        number = next(
            (n for word, n in self._numbers.items() if words.startswith((word + " ", word + "-"))), "1"
        )
        count = digits[0] if digits else number
        return f"PT{count}H" if unit == "H" else f"P{count}{unit}"


def _plain(word: str) -> str:
    return fold(word).text.lower()


def _longest_first(table: dict[str, str]) -> dict[str, str]:
    return dict(sorted(table.items(), key=lambda item: -len(item[0])))


@cache
def periods(language: Language) -> Periods:
    """The periods of a language, built once."""
    return Periods(language)
