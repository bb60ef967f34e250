"""Numbers written in digits, whatever script and separators print them."""

import re
from dataclasses import dataclass

_TO_ASCII = {0x660 + n: str(n) for n in range(10)} | {0x6F0 + n: str(n) for n in range(10)}
# In turn: groups of three parted by spaces, possibly in reverse order (Arabic texts print "100 459 65" for
# 65,459,100 where the groups were typed one by one); groups parted by a mark; two small numbers joined by a
# hyphen ("3-2" is how Arabic prints point 3.2); a decimal, whose comma can't follow a year (there a footnote
# begins).
_GAP = "[ \u00a0\u202f\u2009]"
_NUMBER = re.compile(
    rf"(?<!\d)(?P<spaced>(?:\d{{3}}{_GAP})+\d{{1,2}}|\d{{1,3}}(?:{_GAP}\d{{3}})+)(?![\d/])"
    r"|(?P<grouped>(?<!\d)\d{1,3}(?:([,.٬])\d{3}(?:\3\d{3})*)(?!\d)(?:[.,٫]\d{1,2}(?!\d))?)"
    r"|(?P<point>(?<![\d/.\-])(?:\d{1,2}-\d{1,2}|\d{1,2}([.\-])\d{1,2}(?:\5\d{1,2})+)(?![\d/\-]))"
    r"|(?P<plain>\d+(?:\.\d+(?![.,٫]?\d)|(?<!\d{4})[,٫]\d+(?![.,٫]?\d))?)"
)
_MARKS = str.maketrans("", "", ",.٬ \u00a0\u202f\u2009")


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """Digits of a text and all they can mean: "1.500" is 1500 to one reader and 1.5 to another."""

    start: int
    end: int
    canonical: str
    values: frozenset[str]


def ascii_digits(text: str) -> str:
    """The text with Arabic-Indic digits as 0-9, length unchanged."""
    return text.translate(_TO_ASCII)


def digits_in(text: str) -> list[Number]:
    """Every number in digits, in order.

    >>> [number.canonical for number in digits_in("١٢ شهرا، 1,500 and 2.5 of 10 000 000 in 2014,30")]
    ['12', '1500', '2.5', '10000000', '2014', '30']
    """
    return [_number(found) for found in _NUMBER.finditer(ascii_digits(text))]


def _number(found: re.Match[str]) -> Number:
    canonical, *others = _meanings(found)
    return Number(
        start=found.start(), end=found.end(), canonical=canonical, values=frozenset((canonical, *others))
    )


def _meanings(found: re.Match[str]) -> list[str]:
    """What the digits can mean, the likeliest first."""
    printed = found.group()
    if found["spaced"]:
        groups = re.split(r"\s", printed)
        orders = ["".join(groups), "".join(groups[::-1])]
        if len(groups[0]) == 3 > len(groups[-1]):
            orders.reverse()
        if any(len(group) != 3 for group in groups[1:]):
            orders.pop()
        return [_plain(whole) for whole in [*orders, *groups]]
    if found["point"]:
        parts = re.split("[.-]", printed)
        orders = [".".join(parts), ".".join(parts[::-1])]
        return orders if len(parts) > 2 else [*map(_plain, parts), *map(_plain, orders)]
    if found["grouped"]:
        mixed = re.fullmatch(r"(.*)[.,٫](\d{1,2})", printed)
        if mixed:
            return [_plain(mixed[1].translate(_MARKS) + "." + mixed[2])]
        decimal = re.sub("[,٬]", ".", printed) if len(re.findall(r"\D", printed)) == 1 else ""
        return [_plain(printed.translate(_MARKS)), *([_plain(decimal)] if decimal else [])]
    return [_plain(re.sub("[,٫]", ".", printed))]


def _plain(number: str) -> str:
    """Without zeros that change nothing: "007" is "7", "2.50" is "2.5"."""
    whole, _, fraction = number.partition(".")
    fraction = fraction.rstrip("0")
    return (whole.lstrip("0") or "0") + ("." + fraction if fraction else "")
