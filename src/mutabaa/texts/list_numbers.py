"""Automatic list numbers, as a word processor or a browser prints them."""

import re
from collections.abc import Callable
from typing import Final

# Letters in the order Arabic lists count by: alphabetical, and by value (abjad).
_ALPHABET: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_PLACE = re.compile(r"%([1-9])")


def roman(number: int) -> str:
    """A number in small Roman numerals.

    >>> roman(14)
    'xiv'
    """
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def lettered(number: int, letters: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """A number as a letter; past the last, the letter doubled, as word processors do.

    >>> lettered(2), lettered(28), lettered(3, _ABJAD)
    ('b', 'bb', 'ج')
    """
    times, at = divmod(number - 1, len(letters))
    return letters[at] * (times + 1)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


# By the names WordprocessingML gives them; HTML's list types are mapped to these.
_WRITTEN: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": lettered,
    "upperLetter": lambda number: lettered(number).upper(),
    "ordinal": _ordinal,
    "arabicAlpha": lambda number: lettered(number, _ALPHABET),
    "arabicAbjad": lambda number: lettered(number, _ABJAD),
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "hindiNumbers": str,
    "none": lambda number: "",
}


def written(number: int, style: str) -> str:
    """A number in a list's style; an unknown style counts in figures."""
    return _WRITTEN.get(style, str)(number) if number > 0 else str(number)


def filled_in(pattern: str, counts: list[int], styles: list[str], *, legal: bool = False) -> str:
    """The printed number: `%1` … `%9` of the pattern stand for the counts of the levels.

    >>> filled_in("%1.%2)", [3, 2], ["decimal", "lowerLetter"])
    '3.b)'
    """

    def level(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        if at >= len(counts):
            return ""
        return written(counts[at], "decimal" if legal else styles[at])

    return _PLACE.sub(level, pattern)
