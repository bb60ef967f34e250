"""The records at a moment, from the tables: the same queries for now and for any moment before."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from django.db import connection

from mutabaa.register import Assertion, Entry, Record, Sight
from mutabaa.register.sight import SHARED_UP_TO, up_to
from mutabaa.register.state import merges, record_of
from mutabaa.register.statements import RecordKind
from mutabaa.store.spans import instant
from mutabaa.vocabulary.dates import Moment

_ENTRIES = (
    "SELECT a.number, a.leaf, a.content FROM current_span s JOIN assertion a ON a.number = s.number WHERE "
)

# Whether a span says of which kind a record is. An expression is looked for in no index, so that the second is found by
# the records that are named; SQLite, which has no statistics, would read the kind of every record there is.
_OF_ANY_RECORD = "s.says = 'kind'"
OF_THESE_RECORDS = "s.says || '' = 'kind'"
_MOST_RECORDS = ("commitment", "provision")

# Codes looked for together.
_AT_ONCE = 500


class TableState:
    """Reads what it is asked for, once."""

    def __init__(self, moment: Moment, sight: Sight) -> None:
        self.moment = moment
        self._holds, self._facts = holding(moment, sight)
        self._merged: dict[str, str] | None = None
        self._records: dict[str, Record] = {}

    def record(self, code: str) -> Record:
        code = self.end(code)
        if code not in self._records:
            self.gather([code])
        return self._records[code]

    def gather(self, codes: Sequence[str]) -> None:
        """The records of these codes in one query."""
        if not codes:
            return
        wanted = {end: [end, *self._duplicates(end)] for end in {self.end(code) for code in codes}}
        of = {subject: end for end, subjects in wanted.items() for subject in subjects}
        found: dict[str, list[Entry]] = {end: [] for end in wanted}
        for entry in self._entries(f"s.subject IN ({_places(of)})", list(of)):
            found[of[entry.assertion.subject]].append(entry)
        for end, entries in found.items():
            also = dict.fromkeys(e.assertion.subject for e in entries if e.assertion.subject != end)
            self._records[end] = record_of(end, entries, also)

    def codes(self, kind: RecordKind) -> tuple[str, ...]:
        # Whatever is a duplicate of such a record has its say in what that is.
        named = self._kinds(
            "k.says = 'kind' AND k.term = %s",
            [kind],
            _OF_ANY_RECORD if kind in _MOST_RECORDS else OF_THESE_RECORDS,
        )
        ends = {self.end(subject) for subject, *_ in named}
        others = sorted(
            {one for end in ends for one in (end, *self._duplicates(end))} - {s for s, *_ in named}
        )
        for start in range(0, len(others) if self._merges() else 0, _AT_ONCE):
            some = others[start : start + _AT_ONCE]
            named += self._kinds(f"k.subject IN ({_places(some)})", some, OF_THESE_RECORDS)
        first: dict[str, int] = {}
        newest: dict[str, tuple[tuple[date, int], str]] = {}
        for subject, term, since, number in sorted(named, key=lambda row: row[3]):
            code = self.end(subject)
            first.setdefault(code, number)
            newest[code] = max(newest.get(code, ((date.min, -1), "")), ((since, number), term))
        return tuple(code for code in first if newest[code][1] == kind)

    def _kinds(self, condition: str, facts: Sequence[str], is_kind: str) -> list[tuple[str, str, date, int]]:
        """Everything said of the kind of those records of which this is said: subject, kind, since, number."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT s.subject, s.term, s.since, s.number FROM current_span s WHERE {is_kind} AND"
                f" s.subject IN (SELECT k.subject FROM current_span k WHERE {condition})"
                f" AND {self._holds}",
                [*facts, *self._facts],
            )
            return list(cursor.fetchall())

    def saying(self, says: str, terms: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        if not terms:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT s.term, s.subject FROM current_span s WHERE s.says = %s AND s.term IN ({_places(terms)})"
                f" AND {self._holds} ORDER BY s.number",
                [says, *terms, *self._facts],
            )
            rows = cursor.fetchall()
        said: dict[str, dict[str, None]] = {}
        for term, subject in rows:
            said.setdefault(term, {})[self.end(subject)] = None
        return {term: tuple(codes) for term, codes in said.items()}

    def citing(self, source: str, says: str) -> tuple[Entry, ...]:
        """The entries that make a statement and rest on a source."""
        cited = json.dumps({"source": source}, ensure_ascii=False, separators=(",", ":"))[1:-1]
        held = "strpos" if connection.vendor == "postgresql" else "instr"
        found = self._entries(f"s.says = %s AND {held}(a.content, %s) > 0", [says, cited])
        # The same words may stand in a value.
        return tuple(entry for entry in found if entry.assertion.source == source)

    def terms(self, says: str) -> dict[str, str]:
        """The newest value of a statement of one word, for every record of which it is said."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT s.subject, s.term FROM current_span s WHERE s.says = %s AND {self._holds}"
                " ORDER BY s.since, s.number",
                [says, *self._facts],
            )
            return {self.end(subject): term for subject, term in cursor.fetchall()}

    def end(self, code: str) -> str:
        """The code itself, or that of the record it was merged into."""
        return self._merges().get(code, code)

    def _duplicates(self, end: str) -> list[str]:
        return [code for code, into in self._merges().items() if into == end]

    def _merges(self) -> dict[str, str]:
        if self._merged is None:
            self._merged = merges(self._entries("s.says = 'same_as'", []))
        return self._merged

    def _entries(self, condition: str, facts: Sequence[str]) -> list[Entry]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"{_ENTRIES}{condition} AND {self._holds} ORDER BY a.number", [*facts, *self._facts]
            )
            rows = cursor.fetchall()
        return [
            Entry(number=number, name=bytes(leaf).hex(), assertion=assertion_in(content))
            for number, leaf, content in rows
        ]


@lru_cache(maxsize=20_000)
def assertion_in(content: str) -> Assertion:
    """The assertion in an entry's content, read once: the same pages are asked for again and again."""
    return Assertion.from_bytes(content.encode())


def holding(moment: Moment, sight: Sight) -> tuple[str, list[int | str]]:
    """The condition under which a span `s` holds at a moment and is seen, and the values of its places."""
    known_by = instant(moment.known_by)
    seen, facts = seeing(sight)
    holds = "s.known_from <= %s AND (s.known_to IS NULL OR s.known_to > %s) AND s.since <= %s"
    return f"{holds} AND {seen}", [known_by, known_by, moment.as_at.isoformat(), *facts]


def seeing(sight: Sight) -> tuple[str, list[int | str]]:
    """The condition under which a span `s` is seen, and the values of its places."""
    seen = [f"s.marking IN ({_places(sight.markings)})"]
    facts: list[int | str] = [*sight.markings]
    if sight.own:
        seen.append(f"s.stated_by IN ({_places(sight.own)})")
        facts += sorted(sight.own)
    if sight.entity is not None:
        markings = up_to(SHARED_UP_TO)
        seen.append(
            f"(s.marking IN ({_places(markings)}) AND s.subject IN (SELECT w.subject FROM current_span w"
            " WHERE w.says = 'shared_with' AND w.term = %s AND w.known_to IS NULL))"
        )
        facts += [*markings, sight.entity]
    return f"({' OR '.join(seen)})", facts


def _places(facts: Iterable[str]) -> str:
    return ", ".join("%s" for _ in facts)
