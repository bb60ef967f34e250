"""Make the computed tables anew from the ledger. They may be dropped at any time: nothing is known from them alone."""

from collections.abc import Callable
from hashlib import sha256
from itertools import islice

from django.db import connection

from mutabaa.register.merkle import Frontier
from mutabaa.store.fill import fill
from mutabaa.store.search_index import WORD_COLUMNS, forget_words, index_entries
from mutabaa.store.spans import SPAN_COLUMNS, SUPERSEDE, has_span, span_row, supersession
from mutabaa.store.standing_rows import STANDING_COLUMNS, rebuild_standings
from mutabaa.store.table_ledger import TableLedger, write_frontier

_BATCH = 5_000
_COMPUTED = {
    "current_span": "number, subject, says, term, since, known_from, known_to, marking, stated_by",
    "current_frontier": "size, peaks",
    "current_standing": STANDING_COLUMNS,
    "current_ground": "code, rests_on",
    "current_words": WORD_COLUMNS,
}


def rebuild(ledger: TableLedger, heard: Callable[[int], None] = lambda count: None) -> int:
    """Empty the computed tables and fill them from the ledger, in one transaction; readers see the old ones until then,
    and who records waits.

    `heard` is told how many entries each step took. Returns how many there are. Raises NotAnAssertion at an entry
    that can't be read.
    """
    frontier = Frontier()
    with ledger.turn(), connection.cursor() as cursor:
        forget_words()
        for table in _COMPUTED:
            cursor.execute(f"DELETE FROM {table}")
        kept = ledger.kept()
        while batch := list(islice(kept, _BATCH)):
            entries = [one.entry() for one in batch]
            for one in batch:
                frontier.add(one.leaf)
            fill("current_span", SPAN_COLUMNS, (span_row(one) for one in entries if has_span(one.assertion)))
            if superseded := [row for entry in entries if (row := supersession(entry.assertion))]:
                cursor.executemany(SUPERSEDE, superseded)
            index_entries(entries)
            heard(len(batch))
        rebuild_standings()
        write_frontier(frontier)
    return frontier.size


def digest() -> str:
    """SHA-256 over every row of the computed tables: equal before and after rebuilding, on every database."""
    computed = sha256()
    with connection.cursor() as cursor:
        for table, columns in _COMPUTED.items():
            cursor.execute(f"SELECT {columns} FROM {table} ORDER BY {_order(table)}")
            while rows := cursor.fetchmany(_BATCH):
                for row in rows:
                    told = [
                        bytes(cell).hex() if isinstance(cell, bytes | memoryview) else str(cell)
                        for cell in row
                    ]
                    computed.update("\x1f".join(told).encode() + b"\n")
    return computed.hexdigest()


def _order(table: str) -> str:
    """Rows in one order, by their bytes on every database."""
    by_bytes = '"C"' if connection.vendor == "postgresql" else "BINARY"
    orders = {
        "current_standing": f"code COLLATE {by_bytes}, lowest, known_from, since",
        "current_ground": f"code COLLATE {by_bytes}, rests_on COLLATE {by_bytes}",
    }
    return orders.get(table, "1")
