"""Numbers written in digits, whatever script and separators print them."""

import re
from dataclasses import dataclass

_TO_ASCII = {0x660 + n: str(n) for n in range(10)} | {0x6F0 + n: str(n) for n in range(10)}
# Groups of three are joined by a comma, a point, an Arabic separator or an unbreakable space; an ordinary
# space only between groups that can't be two numbers ("1 000 000").
_NUMBER = re.compile(
    r"\d{1,3}(?: \d{3}){2,}(?!\d)"
    r"|\d{1,3}(?:([,.٬\u00a0\u202f\u2009])\d{3}(?:\1\d{3})*)(?!\d)(?:[.,٫]\d{1,2}(?!\d))?"
    r"|\d+(?:[.,٫]\d+(?![.,٫]?\d))?"
)
_SEPARATORS = str.maketrans("", "", ",.٬ \u00a0\u202f\u2009")


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """Digits of a text and what they can mean: "1.500" is 1500 to one reader and 1.5 to another."""

    start: int
    end: int
    canonical: str
    values: frozenset[str]


def ascii_digits(text: str) -> str:
    """The text with Arabic-Indic digits as 0-9, length unchanged."""
    return text.translate(_TO_ASCII)


def digits_in(text: str) -> list[Number]:
    """Every number in digits, in order.

    >>> [number.canonical for number in digits_in("١٢ شهرا، 1,500 and 2.5 of 10 000 000")]
    ['12', '1500', '2.5', '10000000']
    """
    return [_number(found) for found in _NUMBER.finditer(ascii_digits(text))]


def _number(found: re.Match[str]) -> Number:
    printed = found.group()
    whole = printed.translate(_SEPARATORS).replace("٫", "")
    decimal = re.sub(r"[,٫]", ".", printed) if re.fullmatch(r"\d+[.,٫]\d+", printed) else None
    if decimal is not None and not re.fullmatch(r"\d{1,3}[.,]\d{3}", printed):
        canonical = _plain(decimal)
        return Number(
            start=found.start(), end=found.end(), canonical=canonical, values=frozenset([canonical])
        )
    if mixed := re.fullmatch(r"(.*)[.,٫](\d{1,2})", printed):
        canonical = _plain(mixed[1].translate(_SEPARATORS) + "." + mixed[2])
        return Number(
            start=found.start(), end=found.end(), canonical=canonical, values=frozenset([canonical])
        )
    canonical = _plain(whole)
    values = {canonical} | ({_plain(decimal)} if decimal else set())
    return Number(start=found.start(), end=found.end(), canonical=canonical, values=frozenset(values))


def _plain(number: str) -> str:
    """Without zeros that change nothing: "007" is "7", "2.50" is "2.5"."""
    whole, _, fraction = number.partition(".")
    fraction = fraction.rstrip("0")
    return (whole.lstrip("0") or "0") + ("." + fraction if fraction else "")
