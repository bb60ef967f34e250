"""The ledger in tables: one writer at a time, all of an act of recording or nothing of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from mutabaa.register import Assertion, Entry, Kept, NotAdmitted
from mutabaa.register.admission import admit, adopts
from mutabaa.register.merkle import EMPTY_ROOT, Frontier, leaf_hash
from mutabaa.store.fill import fill
from mutabaa.store.search_index import index_entries
from mutabaa.store.spans import SPAN_COLUMNS, SUPERSEDE, has_span, span_row, supersession
from mutabaa.store.standing_rows import keep_standings

# Entries read at a time: a ledger of a million is never in memory as a whole.
_CHUNK = 5_000
_COLUMNS = "number, content, leaf, root"


class TableLedger:
    """The ledger of the open register. Keeps the computed tables in step, in the same transaction."""

    @property
    def size(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT COALESCE(MAX(number) + 1, 0) FROM assertion")
            return int(cursor.fetchone()[0])

    def last(self) -> Kept | None:
        """The entry recorded last."""
        return _last()

    def root(self) -> bytes:
        last = _last()
        return last.root if last else EMPTY_ROOT

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Nobody else records until this is left; all that is recorded within is one transaction."""
        with transaction.atomic():
            _take_turn()
            yield

    def append(self, assertions: Sequence[Assertion]) -> tuple[Entry, ...]:
        with self.turn():
            last = _last()
            admit(assertions, last.entry().assertion.recorded_at if last else None, self.find, _was_adopted)
            _refuse_second_corrections(assertions)
            frontier = _frontier(last)
            kept, entries = _completing(frontier, assertions, last.number + 1 if last else 0)
            _refuse_repetitions(kept)
            _insert(kept, entries)
            write_frontier(frontier)
            return entries

    def kept(self, start: int = 0) -> Iterator[Kept]:
        query = f"SELECT {_COLUMNS} FROM assertion WHERE number >= %s ORDER BY number LIMIT {_CHUNK}"
        while True:
            with connection.cursor() as cursor:
                cursor.execute(query, [start])
                rows = cursor.fetchall()
            yield from map(_kept, rows)
            if len(rows) < _CHUNK:
                return
            start = rows[-1][0] + 1

    def find(self, name: str) -> Entry | None:
        try:
            leaf = bytes.fromhex(name)
        except ValueError:
            return None
        found = _one(f"SELECT {_COLUMNS} FROM assertion WHERE leaf = %s", [leaf])
        return found.entry() if found else None


def write_frontier(frontier: Frontier) -> None:
    """Keep what the next entry is added to."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM current_frontier")
        cursor.execute(
            "INSERT INTO current_frontier (id, size, peaks) VALUES (1, %s, %s)",
            [frontier.size, b"".join(frontier.peaks)],
        )


def _take_turn() -> None:
    """On PostgreSQL writers queue here; on SQLite the transaction began as IMMEDIATE, which is the same."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE assertion IN EXCLUSIVE MODE")


def _completing(
    frontier: Frontier, assertions: Sequence[Assertion], number: int
) -> tuple[list[Kept], tuple[Entry, ...]]:
    """The assertions as entries from a number on; the frontier grows with them."""
    kept, entries = list[Kept](), list[Entry]()
    for place, assertion in enumerate(assertions, start=number):
        content = assertion.to_bytes()
        leaf = leaf_hash(content)
        frontier.add(leaf)
        kept.append(Kept(number=place, content=content, leaf=leaf, root=frontier.root()))
        entries.append(Entry(number=place, name=leaf.hex(), assertion=assertion))
    return kept, tuple(entries)


def _insert(kept: Sequence[Kept], entries: Sequence[Entry]) -> None:
    superseded = [row for entry in entries if (row := supersession(entry.assertion))]
    fill("assertion", _COLUMNS, ((one.number, one.content.decode(), one.leaf, one.root) for one in kept))
    fill("current_span", SPAN_COLUMNS, (span_row(entry) for entry in entries if has_span(entry.assertion)))
    if superseded:
        with connection.cursor() as cursor:
            cursor.executemany(SUPERSEDE, superseded)
    index_entries(entries)
    keep_standings(entries)


def _frontier(last: Kept | None) -> Frontier:
    """The frontier under the last entry. Raises NotAdmitted when it isn't: nothing is added to a damaged ledger."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT size, peaks FROM current_frontier")
        row = cursor.fetchone()
    peaks = bytes(row[1]) if row else b""
    frontier = Frontier(
        size=int(row[0]) if row else 0, peaks=[peaks[at : at + 32] for at in range(0, len(peaks), 32)]
    )
    expected = (last.number + 1, last.root) if last else (0, EMPTY_ROOT)
    if (frontier.size, frontier.root()) != expected:
        raise NotAdmitted("ledger_out_of_step", size=str(expected[0]))
    return frontier


def _was_adopted(assessment: Entry) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.content FROM current_span s JOIN assertion a ON a.number = s.number"
            " WHERE s.subject = %s AND s.says = 'judgement'",
            [assessment.assertion.subject],
        )
        steps = [Assertion.from_bytes(content.encode()) for (content,) in cursor.fetchall()]
    return any(adopts(step) == assessment.name for step in steps)


def _refuse_repetitions(kept: Sequence[Kept]) -> None:
    leaves = [one.leaf for one in kept]
    if len(set(leaves)) < len(leaves):
        raise NotAdmitted("recorded_already", name="")
    # An instant later than all before makes a repetition of an older entry impossible.


def _refuse_second_corrections(assertions: Sequence[Assertion]) -> None:
    """An entry is corrected once; who comes second corrects the correction."""
    corrected = [assertion.corrects for assertion in assertions if assertion.corrects]
    for name in corrected:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT s.known_to FROM current_span s JOIN assertion a ON a.number = s.number WHERE a.leaf = %s",
                [bytes.fromhex(name)],
            )
            row = cursor.fetchone()
        if corrected.count(name) > 1 or row is None or row[0] is not None:
            raise NotAdmitted("corrected_already", name=name)


def _last() -> Kept | None:
    return _one(f"SELECT {_COLUMNS} FROM assertion ORDER BY number DESC LIMIT 1", [])


def _one(query: str, facts: Sequence[bytes]) -> Kept | None:
    with connection.cursor() as cursor:
        cursor.execute(query, facts)
        row = cursor.fetchone()
    return _kept(row) if row else None


def _kept(row: Sequence[Any]) -> Kept:
    number, content, leaf, root = row
    return Kept(
        number=int(number),
        content=str(content).encode(),
        leaf=bytes(leaf),
        root=bytes(root),
    )
