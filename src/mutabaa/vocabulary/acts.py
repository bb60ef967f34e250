"""Act classes, their kinds, and the rank of the wording (the codebook's table)."""

from typing import Literal

Kind = Literal["directive", "position", "record"]

# Directives in order of the force of their wording, strongest first. It is a rank of wording, which diplomats
# compare from meeting to meeting; it says nothing about legal force.
RANKED = (
    "demand",
    "decide",
    "mandate",
    "request",
    "urge",
    "call",
    "stress_need",
    "invite",
    "recommend",
    "encourage",
)
DIRECTIVES = (*RANKED, "commit")
POSITIONS = ("affirm", "welcome", "support", "condemn", "concern", "warn", "declare", "emphasize")
RECORDS = ("note", "recall", "recognize", "hear", "seized")

_KIND: dict[str, Kind] = {
    **dict.fromkeys(DIRECTIVES, "directive"),
    **dict.fromkeys(POSITIONS, "position"),
    **dict.fromkeys(RECORDS, "record"),
}
ACT_CLASSES = tuple(_KIND)


def kind_of(act: str) -> Kind:
    """The kind of an act class. Raises KeyError for a class the codebook doesn't know.

    >>> kind_of("urge"), kind_of("welcome"), kind_of("seized")
    ('directive', 'position', 'record')
    """
    return _KIND[act]


def force(act: str) -> int | None:
    """Rank of a directive's wording, 1 the strongest; None for `commit`, positions and records.

    >>> force("demand"), force("encourage"), force("commit")
    (1, 10, None)
    """
    return RANKED.index(act) + 1 if act in RANKED else None
