"""A citation found in the folded copy of a passage, before it is quoted from the text as published."""

from typing import NamedTuple


class Citation(NamedTuple):
    """Words [start, end) of the folded text that name an instrument; `key` is the same for the same instrument."""

    start: int
    end: int
    symbol: str | None
    rule: str
    key: str
