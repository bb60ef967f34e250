"""A proposal: what a reading suggests be recorded of one record, for a person to accept, correct or reject."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from mutabaa.register.canonical import Value, canonical
from mutabaa.vocabulary.dates import PartialDate


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposed:
    """One statement that is suggested. `source` and `passage`: where it was read; `because`: the rule that read it."""

    says: str
    value: Value
    source: str | None = None
    passage: str = ""
    because: str = ""
    effective_on: PartialDate | None = None

    def plain(self) -> dict[str, Value]:
        """As plain values."""
        return {
            "says": self.says,
            "value": self.value,
            "source": self.source,
            "passage": self.passage,
            "because": self.because,
            "effective_on": str(self.effective_on) if self.effective_on else None,
        }

    @classmethod
    def from_plain(cls, fields: Mapping[str, Any]) -> "Proposed":
        effective = fields["effective_on"]
        return cls(**{**fields, "effective_on": PartialDate.from_iso(effective) if effective else None})


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """What is suggested of one record. `instrument`: the text it was read from; `reader`: the reader's version."""

    subject: str
    instrument: str
    reader: str
    statements: tuple[Proposed, ...]

    @property
    def name(self) -> str:
        """The same for the same suggestion, whichever version of the reader makes it, by whatever rule."""
        said = [{**one.plain(), "because": ""} for one in self.statements]
        return sha256(canonical({"subject": self.subject, "statements": said})).hexdigest()

    def plain(self) -> dict[str, Value]:
        """As plain values."""
        return {
            "subject": self.subject,
            "instrument": self.instrument,
            "reader": self.reader,
            "statements": [one.plain() for one in self.statements],
        }

    @classmethod
    def from_plain(cls, fields: Mapping[str, Any]) -> "Proposal":
        statements = tuple(Proposed.from_plain(one) for one in fields["statements"])
        return cls(**{**fields, "statements": statements})
