"""Document symbols as printed: S/2018/1134, A/RES/79/100, PSC/AHG/3(CCCXXVII), [A/70/357-S/2015/682]."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A series (S, A, PSC, EX.CL), then parts between slashes; the last may carry a session or a year in brackets.
_PART = r"[A-Za-z0-9]+(?:(?!-[AES]/)[.\-][A-Za-z0-9]+)*"
_SESSION = r"\((?:(?:19|20)\d\d|[IVXLCDM]{1,14}|E?S-[IVX]+|IS|EX)\)"
_SYMBOL = re.compile(
    rf"(?<![\w/.])(?P<symbol>[A-Z][A-Za-z]{{0,9}}(?:\.[A-Z]{{1,4}})?(?:/{_PART})+"
    rf"(?:\.? ?{_SESSION}\.?)?(?:/(?:Rev|Add|Corr|Amend)\.\d+)*)"
    # The same document in a second series.
    r"(?:[\-–][AES](?:/[A-Za-z0-9.]+)+)?"
)
_NUMBERED = re.compile(rf"\d|{_SESSION}")
_BEFORE_BRACKET = re.compile(r" ?\(")


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedSymbol:
    """A symbol that stands in a text at [start, end), and its one normal spelling."""

    symbol: str
    start: int
    end: int


def printed_symbols(text: str) -> Iterator[PrintedSymbol]:
    """The document symbols printed in a folded text, in order.

    A document issued in two series at once is one document: its symbol is the first.

    >>> [found.symbol for found in printed_symbols("letter (S/2021/805) and A/70/357-S/2015/682")]
    ['S/2021/805', 'A/70/357']
    """
    if "/" not in text:
        return
    for found in _SYMBOL.finditer(text):
        printed = found["symbol"]
        if _NUMBERED.search(printed):
            yield PrintedSymbol(symbol=normal_symbol(printed), start=found.start(), end=found.end())


def normal_symbol(printed: str) -> str:
    """One spelling of a symbol: a space before the year of a resolution, none before the session of an older one.

    >>> normal_symbol("S/RES/2374(2017)"), normal_symbol("A/RES/1514 (XV)"), normal_symbol("PSC/AHG/3 (CCCXXVII)")
    ('S/RES/2374 (2017)', 'A/RES/1514(XV)', 'PSC/AHG/3(CCCXXVII)')
    """
    return _BEFORE_BRACKET.sub(" (" if printed.startswith("S/RES/") else "(", printed).rstrip(".-")
