"""An assertion: one thing said of one record, by whom, on what ground, with both clocks."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Literal, get_args

from mutabaa.register.canonical import Value, canonical
from mutabaa.vocabulary.dates import PartialDate

Marking = Literal["public", "internal", "restricted", "confidential"]
MARKINGS: tuple[Marking, ...] = get_args(Marking)

# Version of the form of an entry. Entries of an old form stay as they are and stay readable.
FORM = 1
# Codes are addresses that people read out and write down; and what indexes can hold.
LONGEST_CODE = 500


class NotAnAssertion(ValueError):
    """Bytes that are no assertion, or fields that can't be one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Assertion:
    """One thing said of one record.

    `subject`: code of the record. `says`: which statement (register/statements.py). `stated_by`: the person or body
    that answers for it; a machine states nothing. `source`: code of the Source it rests on, `passage`: where in it.
    `effective_on`: since when it is so, as precisely as is known; None where time plays no part. `recorded_at`: when
    we knew, UTC, given and never taken from the clock here. `corrects`: name (hex leaf hash) of the entry that this
    one supersedes. `because`: the rule and reader that proposed it; empty when a person found it. Raises
    NotAnAssertion.
    """

    subject: str
    says: str
    value: Value
    stated_by: str
    recorded_at: datetime
    source: str | None = None
    passage: str = ""
    effective_on: PartialDate | None = None
    marking: Marking = "internal"
    corrects: str | None = None
    because: str = ""

    def __post_init__(self) -> None:
        if not (self.subject and self.says and self.stated_by.strip()):
            raise NotAnAssertion("an assertion has a subject, says something, and somebody answers for it")
        if len(self.subject) > LONGEST_CODE:
            raise NotAnAssertion(f"a code of more than {LONGEST_CODE} characters: {self.subject[:80]}…")
        if self.recorded_at.tzinfo is not UTC:
            raise NotAnAssertion("recorded_at is an instant in UTC")
        if self.marking not in MARKINGS:
            raise NotAnAssertion(f"not a marking: {self.marking}")

    @property
    def since(self) -> date | None:
        """From which day on it counts as so; None: on every day.

        "In March 2018" is certainly so from 31 March on; when it was recorded on 18 March, it was so by then.
        """
        if self.effective_on is None:
            return None
        recorded = self.recorded_at.date()
        first, last = self.effective_on.first_day, self.effective_on.last_day
        return recorded if first <= recorded < last else last

    def to_bytes(self) -> bytes:
        """The canonical bytes: what the ledger keeps and what is hashed. Raises NotCanonical."""
        return canonical(
            {
                "because": self.because,
                "corrects": self.corrects,
                "effective_on": str(self.effective_on) if self.effective_on else None,
                "form": FORM,
                "marking": self.marking,
                "passage": self.passage,
                "recorded_at": instant_text(self.recorded_at),
                "says": self.says,
                "source": self.source,
                "stated_by": self.stated_by,
                "subject": self.subject,
                "value": self.value,
            }
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> "Assertion":
        """The assertion in canonical bytes. Raises NotAnAssertion for anything else."""
        try:
            written = content.decode()
            fields, end = _READ(written)
            if end != len(written):
                raise NotAnAssertion("bytes after an entry")
            if fields.pop("form") != FORM:
                raise NotAnAssertion("an entry of a form that this version doesn't know")
            effective = fields["effective_on"]
            fields["effective_on"] = _day(effective) if effective else None
            fields["recorded_at"] = _instant(fields["recorded_at"])
            return cls(**fields)
        except (ValueError, KeyError, TypeError, AttributeError) as broken:
            raise NotAnAssertion(f"not an assertion: {broken}") from broken


# A page reads some hundred entries of a few days: each date and instant is read once.
_READ: Callable[[str], tuple[dict[str, Any], int]] = json.JSONDecoder().raw_decode
_day = lru_cache(maxsize=20_000)(PartialDate.from_iso)


@lru_cache(maxsize=20_000)
def _instant(written: str) -> datetime:
    return datetime.fromisoformat(written).astimezone(UTC)


def instant_text(instant: datetime) -> str:
    """An instant as the ledger writes it: always six digits of a second, so that text sorts as time does.

    >>> instant_text(datetime(2018, 4, 20, 9, 15, tzinfo=UTC))
    '2018-04-20T09:15:00.000000Z'
    """
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
