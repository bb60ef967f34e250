"""What one reader of a PDF page broke and the other has whole."""

import re
from collections import Counter

_NUMBER = re.compile(r"\d+(?:[/.,٫٬-]\d+)*")
# The first figure of a number, left behind after the rest of it.
_BEHIND = re.compile(r"(?<!\d)([/.,٫٬]\d[\d/.,٫٬]*) (\d+)(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_LOOSE_HYPHEN = re.compile(r"(\w+)(?: -| - |- )(\w+)")


def numbers_mended(text: str, other: str) -> str:
    """The text, with numbers it broke in two made whole where another reading of the same page has them whole.

    >>> numbers_mended("في 20 سبتمبر 017 2", "في 20 سبتمبر 2017")
    'في 20 سبتمبر 2017'
    """
    here, there = Counter(_NUMBER.findall(text)), Counter(_NUMBER.findall(other))
    missing, extra = there - here, here - there
    for number in missing:
        for cut in range(1, len(number)):
            for first, second in ((number[:cut], number[cut:]), (number[cut:], number[:cut])):
                if extra[first] and extra[second]:
                    broken = re.compile(rf"(?<!\d){re.escape(first)} {re.escape(second)}(?!\d)")
                    text, found = broken.subn(number, text, count=missing[number])
                    extra[first] -= found
                    extra[second] -= found
    return _BEHIND.sub(lambda found: found[2] + found[1] if missing[found[2] + found[1]] else found[0], text)


def words_mended(text: str, other: str) -> str:
    """The text, with words it broke in two made whole where another reading of the same page has them whole.

    >>> words_mended("they clea rly agreed", "they clearly agreed")
    'they clearly agreed'
    """
    whole = set(_WORD.findall(other))
    if not whole:
        return text
    broken = set(_WORD.findall(text)) - whole
    for piece in sorted(broken):
        for pattern in (rf"\b({piece}) ([^\W\d_]+)", rf"([^\W\d_]+) ({piece})\b"):
            text = re.sub(
                pattern, lambda found: found[1] + found[2] if found[1] + found[2] in whole else found[0], text
            )
    return _LOOSE_HYPHEN.sub(
        lambda found: f"{found[1]}-{found[2]}" if f"{found[1]}-{found[2]}" in other else found[0], text
    )
