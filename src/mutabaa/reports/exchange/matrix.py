"""The matrix as it travels: its columns, its rows, and what each row was when it went out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from mutabaa.vocabulary import Language

Form = Literal["matrix", "input"]

# How wide each column is, in characters.
WIDTHS: Mapping[str, float] = {
    "code": 24, "wording": 60, "addressee": 26, "timeliness": 14, "evidence": 14, "judgement": 14,
    "lifecycle": 16, "lifecycle_since": 13, "lifecycle_source": 22, "level": 16, "reasons": 44, "sources": 26,
    "assessed_on": 13, "due": 14, "focal_point": 22, "bearing": 14, "evidence_source": 26, "evidence_words": 36,
    "evidence_on": 13, "reply": 44, "note": 36,
}  # fmt: skip
# Cells that are said together: one edit in any of them is one new assertion.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "lifecycle": ("lifecycle", "lifecycle_since", "lifecycle_source"),
    "assessment": ("level", "reasons", "sources", "assessed_on"),
    "due": ("due",),
    "focal_point": ("focal_point",),
    "evidence": ("bearing", "evidence_source", "evidence_words", "evidence_on"),
    "reply": ("reply",),
    "note": ("note",),
}
# Groups that go out empty: what comes back adds to what was said and changes nothing.
ADDING = ("evidence", "reply", "note")
# Cells whose words are codes or dates, and run from left to right everywhere.
BARE = frozenset(
    ("code", "lifecycle_since", "lifecycle_source", "sources", "assessed_on", "due", "focal_point",
     "evidence_source", "evidence_on")
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class MatrixRow:
    """A commitment. `cells`: words by column; `names`: for each group, the entries that it shows.

    Of a sheet that came back, `cells` holds the words of what may be filled in, and digests of what may not.
    """

    code: str
    cells: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Matrix:
    """A sheet that goes out. `editable`: the columns that may come back changed; `known`: as of which day."""

    form: Form
    language: Language
    title: str
    known: str
    columns: tuple[str, ...]
    editable: frozenset[str]
    choices: Mapping[str, tuple[str, ...]]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Formula:
    """A cell that holds a formula: not words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReturnedRow:
    """A row that came back. `number`: where it stands in the sheet; `cells` only of columns that are there."""

    number: int
    code: str
    cells: Mapping[str, str | Formula]


@dataclass(frozen=True, kw_only=True, slots=True)
class Returned:
    """A sheet that came back: its rows, and beside them what went out, which nobody could change unseen."""

    form: Form
    language: Language
    columns: tuple[str, ...]
    editable: frozenset[str]
    went_out: Mapping[str, MatrixRow]
    rows: tuple[ReturnedRow, ...]


class BadSheet(ValueError):
    """A workbook that isn't taken. `kind` names a refusal, `facts` fill it in."""

    def __init__(self, kind: str, **facts: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts


def digest_of(words: str) -> str:
    """By which it is seen that a cell for reading was changed."""
    return sha256(words.encode()).hexdigest()[:12]
