"""One document in its language versions: passages, acts, and where the versions differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from mutabaa.reading import Act, Passage, Quote, Reading
from mutabaa.reading.passages import PassageKind
from mutabaa.texts import Refusal
from mutabaa.vocabulary import Kind, Language

DifferenceKind = Literal[
    "document_date",
    "paragraph_missing",
    "date",
    "number",
    "instrument",
    "deadline",
    "addressee",
    "addressee_count",
    "act_count",
    "act_class",
]
_Version = TypeVar("_Version", Act, Passage)

Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True, kw_only=True, slots=True)
class AlignedAct:
    """One act in the language versions that hold it. `code`: its public address, the same in every
    language."""

    code: str
    versions: dict[Language, Act]

    def preferred(self, language: Language) -> tuple[Language, Act]:
        """The act in this language or, where that version lacks it, in the first that has it."""
        return _preferred(self.versions, language)

    @property
    def kind(self) -> Kind:
        """Kind of the act by the base version, or by the first version that holds it."""
        return next(iter(self.versions.values())).kind


@dataclass(frozen=True, kw_only=True, slots=True)
class AlignedPassage:
    """One passage in the language versions that hold it, base version first. `code`: symbol and path."""

    code: str
    path: str
    kind: PassageKind
    versions: dict[Language, Passage]
    acts: tuple[AlignedAct, ...] = ()

    def preferred(self, language: Language) -> tuple[Language, Passage]:
        """The passage in this language or, where that version lacks it, in the first that has it."""
        return _preferred(self.versions, language)


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """Language versions of one passage or act that don't say the same.

    `code`: the passage's or the act's code (the symbol for the document as a whole). `values`: what was
    compared, per language, in a form free of language (ISO dates, digits, symbols, act classes, names of
    actors); a version that lacks it has (). `quotes`: the words to look at in each version; a version without
    the passage is absent. `severity`: `high` for a value or paragraph that differs, `medium` for addressees
    and acts, `low` for what translation commonly does (a class rendered by its neighbour, a coordinated
    addressee split in two).
    """

    kind: DifferenceKind
    code: str
    values: Mapping[Language, tuple[str, ...]]
    quotes: Mapping[Language, tuple[Quote, ...]]
    severity: Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class AlignedText:
    """One document in one or more language versions.

    `symbol`: what its codes begin with; `symbol_stated` is False when the text states none and the name of
    the file stands in. `base`: the version whose numbering gives the codes (the fullest; of equals, the first
    given). `readings`: base first, then as given. `passages`: every passage in order, of every kind.
    """

    symbol: str
    symbol_stated: bool
    base: Language
    readings: dict[Language, Reading]
    passages: tuple[AlignedPassage, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages supplied, base first."""
        return tuple(self.readings)

    @property
    def acts(self) -> tuple[tuple[AlignedPassage, AlignedAct], ...]:
        """Every act with the passage it stands in, in the order of the text."""
        return tuple((passage, act) for passage in self.passages for act in passage.acts)


class NotOneDocument(Refusal):
    """The files given aren't language versions of one document; it can say why in each language."""


def _preferred(versions: dict[Language, _Version], language: Language) -> tuple[Language, _Version]:
    chosen = language if language in versions else next(iter(versions))
    return chosen, versions[chosen]
