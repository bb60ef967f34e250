"""What a person decided about a proposal; and when a text was taken in, which proposals that made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from mutabaa.register import Marking
from mutabaa.register.canonical import Value
from mutabaa.review.proposal import Proposed
from mutabaa.vocabulary import Language

Verdict = Literal["accepted", "corrected", "rejected"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """`proposal`: name of the one decided. `number`: 1 for the first about it; each takes the place of the one before.

    `statements`: what was accepted instead (corrected). `reason`: why it was set aside (rejected). `entries`: names of
    the entries that were recorded with it; none where all was recorded already.
    """

    proposal: str
    verdict: Verdict
    by: str
    at: datetime
    number: int = 1
    statements: tuple[Proposed, ...] = ()
    reason: str = ""
    entries: tuple[str, ...] = ()

    def content(self) -> dict[str, Value]:
        """What is kept of it beside verdict, person and instant."""
        return {
            "entries": self.entries,
            "reason": self.reason,
            "statements": [one.plain() for one in self.statements],
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A language version taken in. `text`: name of the kept text; `source`: code of the file as a source."""

    language: Language
    text: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Words of a version and their place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Differing:
    """Where versions differ, as it was found when the text was taken in (see Difference for the fields)."""

    kind: str
    code: str
    severity: str
    values: Mapping[str, tuple[str, ...]]
    quotes: Mapping[str, tuple[Words, ...]]

    def plain(self) -> dict[str, Value]:
        return {
            "kind": self.kind,
            "code": self.code,
            "severity": self.severity,
            "values": {language: list(values) for language, values in self.values.items()},
            "quotes": {
                language: [{"text": q.text, "start": q.start, "end": q.end} for q in quotes]
                for language, quotes in self.quotes.items()
            },
        }

    @classmethod
    def from_plain(cls, fields: Mapping[str, Any]) -> "Differing":
        values = {language: tuple(values) for language, values in fields["values"].items()}
        quotes = {
            language: tuple(Words(**one) for one in found) for language, found in fields["quotes"].items()
        }
        return cls(**{**fields, "values": values, "quotes": quotes})


@dataclass(frozen=True, kw_only=True, slots=True)
class Intake:
    """A text taken in. `number`: later ones are higher. `versions`: base first."""

    instrument: str
    marking: Marking
    by: str
    at: datetime
    versions: tuple[Version, ...]
    differences: tuple[Differing, ...] = ()
    number: int = 0

    def content(self) -> dict[str, Value]:
        """What is kept of it beside instrument, marking, person and instant."""
        return {
            "versions": [
                {"language": one.language, "text": one.text, "source": one.source} for one in self.versions
            ],
            "differences": [one.plain() for one in self.differences],
        }
