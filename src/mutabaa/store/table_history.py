"""Everything that was ever said of a record, corrected entries and retractions among it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import connection

from mutabaa.register import Assertion, Entry, Sight
from mutabaa.register.assertion import instant_text
from mutabaa.register.state import Span
from mutabaa.register.statements import RETRACTION
from mutabaa.store.spans import from_instant, instant
from mutabaa.store.table_state import assertion_in, seeing

_ENTRIES = "SELECT a.number, a.leaf, a.content, s.known_to FROM current_span s JOIN assertion a ON a.number = s.number"


def told(subjects: Sequence[str], sight: Sight, known_by: datetime) -> list[Span]:
    """The entries on these records known by an instant and seen, in the order in which they were recorded.

    Each says until when it counted, as far as that was known by then. A retraction is there when it is
    seen itself.
    """
    if not subjects:
        return []
    seen, facts = seeing(sight)
    places = ", ".join("%s" for _ in subjects)
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_ENTRIES} WHERE s.subject IN ({places}) AND s.known_from <= %s AND {seen} ORDER BY s.number",
            [*subjects, instant(known_by), *facts],
        )
        rows = cursor.fetchall()
    found = [
        Span(entry=_entry(number, leaf, content), known_to=_ended(known_to, known_by))
        for number, leaf, content, known_to in rows
    ]
    retractions = [Span(entry=entry) for entry in _retractions(found) if _sees(sight, entry)]
    return sorted([*found, *retractions], key=lambda span: span.entry.number)


def _ended(known_to: int | None, known_by: datetime) -> datetime | None:
    ended = from_instant(known_to) if known_to is not None else None
    return ended if ended is not None and ended <= known_by else None


def _retractions(found: Sequence[Span]) -> Iterator[Entry]:
    """What took back the entries that ended without another in their place: retractions have no spans."""
    replaced = {span.entry.assertion.corrects for span in found}
    for span in found:
        if span.known_to is None or span.entry.name in replaced:
            continue
        for entry in _recorded_at(span.known_to, span.entry.name):
            if entry.assertion.says == RETRACTION:
                yield entry


def _recorded_at(at: datetime, corrects: str) -> Iterator[Entry]:
    """The entry of an instant that corrects another. Entries stand in the order of their instants: it is sought by
    halves, which costs twenty rows of a million."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(MAX(number), -1) FROM assertion")
        low, high = 0, int(cursor.fetchone()[0]) + 1
    low, end = _first(low, high, at, after=False), _first(low, high, at, after=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, leaf, content FROM assertion WHERE number >= %s AND number < %s AND content LIKE %s",
            [low, end, f'%"corrects":"{corrects}"%'],
        )
        yield from (_entry(*row) for row in cursor.fetchall())


def _first(low: int, high: int, at: datetime, *, after: bool) -> int:
    """The first entry recorded at an instant or after it; with `after`, the first recorded later."""
    wanted = instant_text(at)
    while low < high:
        middle = (low + high) // 2
        with connection.cursor() as cursor:
            cursor.execute("SELECT content FROM assertion WHERE number = %s", [middle])
            recorded = instant_text(Assertion.from_bytes(cursor.fetchone()[0].encode()).recorded_at)
        if recorded < wanted or (after and recorded == wanted):
            low = middle + 1
        else:
            high = middle
    return low


def _sees(sight: Sight, entry: Entry) -> bool:
    shared = False
    if sight.entity is not None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT 1 FROM current_span WHERE subject = %s AND says = 'shared_with' AND term = %s"
                " AND known_to IS NULL",
                [entry.assertion.subject, sight.entity],
            )
            shared = cursor.fetchone() is not None
    return sight.sees(entry.assertion, shared=shared)


def _entry(number: int, leaf: bytes, content: str) -> Entry:
    return Entry(number=number, name=bytes(leaf).hex(), assertion=assertion_in(content))
