"""A proposal: what a reading suggests be recorded of one record, for a person to accept, correct or reject."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from mutabaa.register import Marking
from mutabaa.register.canonical import Value, canonical
from mutabaa.review.places import without_places
from mutabaa.vocabulary.dates import PartialDate

# What a text says of itself; all else that may be said of a record isn't read from it, but found out.
READ_FROM_TEXTS = frozenset(
    (
        *("kind", "name", "note", "part_of", "file", "language", "published", "origin"),
        *(
            "symbol",
            "title",
            "body",
            "document_kind",
            "adopted",
            "adopted_at",
            "meeting",
            "version",
            "wording",
            "act",
        ),
        *(
            "requester",
            "addressee",
            "beneficiary",
            "action",
            "due",
            "reiterates",
            "strengthens",
            "weakens",
            "drops",
        ),
        *("actor_kind", "variant"),
    )
)


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
    """What is suggested of one record. `instrument`: the text it was read from; `reader`: the reader's version;
    `marking`: who may see it, and the least strict that may be recorded of it."""

    subject: str
    instrument: str
    reader: str
    statements: tuple[Proposed, ...]
    marking: Marking = "internal"

    @property
    def name(self) -> str:
        """The same for the same suggestion from the same file, whichever version of the reader makes it, by whatever
        rule."""
        said = [{**one.plain(), "because": ""} for one in self.statements]
        return sha256(
            canonical({"marking": self.marking, "statements": said, "subject": self.subject})
        ).hexdigest()

    @property
    def sense(self) -> str:
        """The same when the same is said of the same record, whatever file it was read in and wherever it stands."""
        said = [
            {**one.plain(), "because": "", "source": None, "value": without_places(one.value, one.says)}
            for one in self.statements
        ]
        return sha256(canonical({"statements": said, "subject": self.subject})).hexdigest()

    @property
    def kind(self) -> str:
        """The kind of the record it speaks of."""
        return next((str(one.value) for one in self.statements if one.says == "kind"), "")

    def plain(self) -> dict[str, Value]:
        """As plain values."""
        return {
            "subject": self.subject,
            "instrument": self.instrument,
            "reader": self.reader,
            "marking": self.marking,
            "statements": [one.plain() for one in self.statements],
        }

    @classmethod
    def from_plain(cls, fields: Mapping[str, Any]) -> "Proposal":
        statements = tuple(Proposed.from_plain(one) for one in fields["statements"])
        return cls(**{**fields, "statements": statements})
