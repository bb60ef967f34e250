"""How the records stood at a moment: a fold over the ledger, the same for now and for any day before."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from mutabaa.register.assertion import Assertion
from mutabaa.register.ledger import Entry
from mutabaa.register.sight import EVERYTHING, Sight
from mutabaa.register.statements import RETRACTION, SHARED_WITH, RecordKind
from mutabaa.vocabulary.dates import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """An entry with the stretch of both clocks over which it counts. `known_to`: when it was corrected, if it was."""

    entry: Entry
    known_to: datetime | None = None

    def holds(self, moment: Moment) -> bool:
        """Whether it was known, not yet corrected, and so."""
        assertion = self.entry.assertion
        if assertion.says == RETRACTION or assertion.recorded_at > moment.known_by:
            return False
        if self.known_to is not None and self.known_to <= moment.known_by:
            return False
        return assertion.since is None or assertion.since <= moment.as_at


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """What is said of one record at a moment: the entries in force, by the day since which each is so.

    `code`: its address. `also`: the codes of duplicates that were merged into it.
    """

    code: str
    entries: tuple[Entry, ...]
    also: tuple[str, ...] = ()

    @property
    def kind(self) -> RecordKind | None:
        return self.value("kind")  # type: ignore[no-any-return]

    def all(self, says: str) -> tuple[Entry, ...]:
        """Every entry in force that makes this statement, the newest last."""
        return tuple(entry for entry in self.entries if entry.assertion.says == says)

    def newest(self, says: str) -> Entry | None:
        """The entry that counts where there can be only one: the latest day, of equals the latest recorded."""
        return next((entry for entry in reversed(self.entries) if entry.assertion.says == says), None)

    def value(self, says: str) -> Any:
        """The value of the newest entry, None when nobody said so. The statement gives its shape."""
        entry = self.newest(says)
        return entry.assertion.value if entry else None


class State(Protocol):
    """The records at a moment, wherever they come from: a fold in memory, or the tables."""

    @property
    def moment(self) -> Moment: ...

    def record(self, code: str) -> Record:
        """The record at an address, or that into which it was merged; without entries when nothing is said of it."""
        ...

    def end(self, code: str) -> str:
        """The address into which a record was merged; its own where it wasn't."""
        ...

    def codes(self, kind: RecordKind) -> tuple[str, ...]:
        """The addresses of all records of a kind, merged ones left out, in the order in which that was said."""
        ...

    def saying(self, says: str, terms: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """For each term the records that say it, as in `part_of` an instrument; a term nobody says is left out."""
        ...

    def citing(self, source: str, says: str) -> tuple[Entry, ...]:
        """The entries that make a statement and rest on a source, in the order in which they were recorded."""
        ...

    def gather(self, codes: Sequence[str]) -> None:
        """Make ready to be asked for these records, all at once where that is cheaper than one by one."""
        ...


@dataclass(frozen=True, kw_only=True)
class FoldedState:
    """A state in memory."""

    moment: Moment
    records: Mapping[str, Record]
    merged: Mapping[str, str] = field(default_factory=dict)

    def record(self, code: str) -> Record:
        code = self.end(code)
        return self.records.get(code) or Record(code=code, entries=())

    def end(self, code: str) -> str:
        return self.merged.get(code, code)

    def codes(self, kind: RecordKind) -> tuple[str, ...]:
        first = {
            code: min(entry.number for entry in record.all("kind"))
            for code, record in self.records.items()
            if record.kind == kind
        }
        return tuple(sorted(first, key=first.__getitem__))

    def saying(self, says: str, terms: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[Entry]] = {}
        for record in self.records.values():
            for entry in record.all(says):
                if str(entry.assertion.value) in terms:
                    found.setdefault(str(entry.assertion.value), []).append(entry)
        return {term: tuple(self._subjects(entries)) for term, entries in found.items()}

    def _subjects(self, entries: Iterable[Entry]) -> dict[str, None]:
        subjects = (entry.assertion.subject for entry in sorted(entries, key=lambda entry: entry.number))
        return dict.fromkeys(self.merged.get(subject, subject) for subject in subjects)

    def citing(self, source: str, says: str) -> tuple[Entry, ...]:
        found = (entry for record in self.records.values() for entry in record.all(says))
        return tuple(sorted((e for e in found if e.assertion.source == source), key=lambda e: e.number))

    def gather(self, codes: Sequence[str]) -> None:
        """Everything is in memory."""


def state(entries: Iterable[Entry], moment: Moment, sight: Sight = EVERYTHING) -> FoldedState:
    """The records as at a day, as far as was known by an instant and is seen.

    Entries recorded after `known_by` change nothing, whatever they correct: the past stays as it was known.
    """
    known = spans(entries)
    shared = shared_with(sight.entity, known)
    held = [
        span.entry
        for span in known
        if span.holds(moment)
        and sight.sees(span.entry.assertion, shared=span.entry.assertion.subject in shared)
    ]
    return fold(held, moment)


def fold(held: Iterable[Entry], moment: Moment) -> FoldedState:
    """The records of entries that hold at a moment and are seen, duplicates merged."""
    held = list(held)
    merged = merges(held)
    by_code: dict[str, list[Entry]] = {}
    also: dict[str, list[str]] = {}
    for entry in held:
        subject = entry.assertion.subject
        code = merged.get(subject, subject)
        by_code.setdefault(code, []).append(entry)
        if code != subject and subject not in also.setdefault(code, []):
            also[code].append(subject)
    return FoldedState(
        moment=moment,
        records={code: record_of(code, entries_, also.get(code, ())) for code, entries_ in by_code.items()},
        merged=merged,
    )


def record_of(code: str, entries: Iterable[Entry], also: Iterable[str] = ()) -> Record:
    """A record from its entries in force, put in their order."""
    return Record(code=code, entries=tuple(sorted(entries, key=_in_time)), also=tuple(also))


def spans(entries: Iterable[Entry]) -> list[Span]:
    """Each entry with the instant at which another superseded it."""
    known = list(entries)
    corrected = {e.assertion.corrects: e.assertion.recorded_at for e in known if e.assertion.corrects}
    return [Span(entry=entry, known_to=corrected.get(entry.name)) for entry in known]


def shared_with(entity: str | None, known: Iterable[Span]) -> frozenset[str]:
    """The records shared with an entity now, whatever moment is looked at: leave to look back is given today."""
    if entity is None:
        return frozenset()
    return frozenset(
        span.entry.assertion.subject
        for span in known
        if span.known_to is None
        and span.entry.assertion.says == SHARED_WITH
        and span.entry.assertion.value == entity
    )


def merges(held: Iterable[Entry]) -> dict[str, str]:
    """Each duplicate and the record in which it ends; a chain is followed, a circle ends at its least code."""
    said = sorted((e for e in held if e.assertion.says == "same_as"), key=_in_time)
    direct = {e.assertion.subject: str(e.assertion.value) for e in said}
    return {code: end for code in direct if (end := _end(code, direct.get)) != code}


def _end(code: str, follows: Callable[[str], str | None]) -> str:
    passed = [code]
    while (next_ := follows(passed[-1])) is not None:
        if next_ in passed:
            return min(passed[passed.index(next_) :])
        passed.append(next_)
    return passed[-1]


def _in_time(entry: Entry) -> tuple[date, int]:
    assertion: Assertion = entry.assertion
    return assertion.since or date.min, entry.number
