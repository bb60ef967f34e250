"""Boards of the open register: read from the table of standings once, kept in step with what is recorded."""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from threading import Lock
from typing import TypeVar, cast

from django.db import connection

from mutabaa.register import Kept, Sight
from mutabaa.register.assertion import MARKINGS
from mutabaa.register.stretches import found_at
from mutabaa.store.board import Board, Row, make_board
from mutabaa.store.spans import from_instant, instant
from mutabaa.store.standing_rows import bears_on_standings, borne_on, found_row
from mutabaa.store.table_ledger import TableLedger
from mutabaa.store.table_state import TableState, holding, seeing
from mutabaa.vocabulary.dates import Moment

# Boards kept: now for each marking, some past moments, some focal points.
_KEPT = 24
# Answers kept, some of them pages of a hundred kilobytes.
_ANSWERS = 200
# After more entries than these, a board is read anew.
_FEW = 2_000
_AT_ONCE = 500
# Changes of these order the board anew.
_ORDERING = ("adopted", "part_of", "same_as", "retraction")
_COLUMNS = (
    "code, lifecycle, implementation, timeliness, evidence, judgement, instrument, provision, act, marking,"
    " due, addressees, themes"
)


_Answer = TypeVar("_Answer")
# The last entry when the answer that is being computed was asked for.
_under: ContextVar[tuple[Kept | None] | None] = ContextVar("_under", default=None)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A board and the ledger it was read at: how many entries, and the root over them."""

    board: Board
    size: int
    root: bytes


class Boards:
    """The boards of one register. Answers are exact: what was recorded meanwhile is in them."""

    def __init__(self, ledger: TableLedger) -> None:
        self._ledger = ledger
        self._kept: dict[object, _Kept] = {}
        self._lock = Lock()
        self._answers: dict[Hashable, tuple[bytes, object]] = {}
        self._lock_of_answers = Lock()

    def board(self, moment: Moment, sight: Sight) -> Board:
        """What somebody sees at a moment, in columns."""
        last = self._ledger.last()
        if last is None:
            return make_board({}, {})
        size = last.number + 1
        latest = last.entry().assertion.recorded_at
        # What was known then stays as it was; what is known by now is known by the last entry.
        past = moment.known_by < latest
        key = (moment.as_at, moment.known_by if past else None, sight)
        with self._lock:
            kept = self._kept.pop(key, None)
            if kept is None or (kept.root != last.root and not (past and sight.is_plain)):
                kept = _Kept(self._read(moment, sight, kept, past=past), size, last.root)
            self._kept[key] = kept
            while len(self._kept) > _KEPT:
                self._kept.pop(next(iter(self._kept)))
        return kept.board

    def once(self, name: Hashable, moment: Moment, sight: Sight, compute: Callable[[], _Answer]) -> _Answer:
        """What somebody sees at a moment under a name, computed once as long as nothing is recorded.

        `name` says all that the answer depends on besides the register, the moment and the sight. An answer asked for
        within another may be made of what that one has read: it is kept as of the same entry.
        """
        under = _under.get()
        last = under[0] if under else self._ledger.last()
        past = last is not None and moment.known_by < last.entry().assertion.recorded_at
        key = (name, moment.as_at, moment.known_by if past else None, sight)
        root = last.root if last else b""
        with self._lock_of_answers:
            found = self._answers.pop(key, None)
            if found is not None and found[0] == root:
                self._answers[key] = found
                return cast(_Answer, found[1])
        # Read after the root: what is recorded meanwhile may be in it, under a root that never comes again.
        before = _under.set((last,))
        try:
            answer = compute()
        finally:
            _under.reset(before)
        with self._lock_of_answers:
            self._answers[key] = root, answer
            while len(self._answers) > _ANSWERS:
                self._answers.pop(next(iter(self._answers)))
        return answer

    def told_by_month(self, moment: Moment, sight: Sight) -> Mapping[str, Mapping[str, int]]:
        """How many commitments were recorded in each month, and how many pieces of evidence and assessments speak of
        it: "recorded", "evidence", "assessment", each by month ("2018-03")."""
        return self.board(moment, sight).once("months", lambda: self._months(moment, sight))

    def _months(self, moment: Moment, sight: Sight) -> Mapping[str, Mapping[str, int]]:
        holds, facts = holding(moment, sight)
        counts: dict[str, dict[str, int]] = {"recorded": {}, "evidence": {}, "assessment": {}}
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT s.known_from, COUNT(*) FROM current_span s WHERE s.says = 'kind' AND s.term = 'commitment'"
                f" AND {holds} GROUP BY s.known_from",
                facts,
            )
            recorded = [
                (f"{from_instant(known_from):%Y-%m}", count) for known_from, count in cursor.fetchall()
            ]
            cursor.execute(
                "SELECT s.says, s.since, COUNT(*) FROM current_span s WHERE s.says IN ('evidence', 'assessment')"
                f" AND {holds} GROUP BY s.says, s.since",
                facts,
            )
            since = [(says, str(day)[:7], count) for says, day, count in cursor.fetchall()]
        for says, month, count in [*(("recorded", *one) for one in recorded), *since]:
            counts[says][month] = counts[says].get(month, 0) + count
        return {says: dict(sorted(by_month.items())) for says, by_month in counts.items()}

    def told_in(self, moment: Moment, sight: Sight, says: str, month: str) -> frozenset[str]:
        """The commitments that one count of told_by_month counts: `says` its name, `month` such as "2018-03"."""
        holds, facts = holding(moment, sight)
        chosen = "s.says = 'kind' AND s.term = 'commitment'" if says == "recorded" else "s.says = %s"
        first = [] if says == "recorded" else [says]
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT s.subject, s.known_from, s.since FROM current_span s WHERE {chosen} AND {holds}",
                [*first, *facts],
            )
            found = cursor.fetchall()
        state = TableState(moment, sight)
        return frozenset(
            state.end(subject)
            for subject, known_from, since in found
            if (f"{from_instant(known_from):%Y-%m}" if says == "recorded" else str(since)[:7]) == month
        )

    def evidence_since(self, moment: Moment, sight: Sight, known_by: datetime) -> frozenset[str]:
        """The commitments of which evidence became known after an instant and holds at the moment."""
        holds, facts = holding(moment, sight)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT DISTINCT s.subject FROM current_span s WHERE s.says = 'evidence' AND s.known_from > %s"
                f" AND {holds}",
                [instant(known_by), *facts],
            )
            subjects = [subject for (subject,) in cursor.fetchall()]
        state = TableState(moment, sight)
        return frozenset(state.end(subject) for subject in subjects)

    def kept_row(self, code: str, moment: Moment, sight: Sight) -> Row | None:
        """The row of one commitment as the table of standings keeps it, the axes first; None for a sight whose rows it
        doesn't keep, or where there is none."""
        return dict(_rows(moment, sight, [code])).get(code) if sight.is_plain else None

    def _read(self, moment: Moment, sight: Sight, before: _Kept | None, *, past: bool) -> Board:
        if not sight.is_plain:
            # Not under the lock of its own: the plain board is kept as well.
            plain = Sight(upto=sight.upto)
            key = (moment.as_at, moment.known_by if past else None, plain)
            found = self._kept.get(key)
            size, root = self._ledger.size, self._ledger.root()
            if found is None or (found.root != root and not past):
                found = _Kept(self._read(moment, plain, found, past=past), size, root)
                self._kept[key] = found
            return found.board.with_rows(_beyond(moment, sight))
        if before is not None and (changed := self._changed_since(before)) is not None:
            rows = dict(_rows(moment, sight, sorted(changed)))
            return before.board.with_rows({code: rows.get(code) for code in changed})
        return make_board(dict(_rows(moment, sight, None)), TableState(moment, sight).terms("adopted"))

    def _changed_since(self, before: _Kept) -> set[str] | None:
        """The commitments that entries recorded since bear on; None when all is to be read anew."""
        if not 0 < self._ledger.size - before.size <= _FEW:
            return None
        entries = [kept.entry() for kept in self._ledger.kept(before.size)]
        earlier = next(self._ledger.kept(before.size - 1), None) if before.size else None
        if earlier is None or earlier.root != before.root:
            return None
        said = [entry.assertion for entry in entries if bears_on_standings(entry.assertion)]
        if any(one.says in _ORDERING for one in said):
            return None
        return borne_on({one.subject for one in said})


def _rows(moment: Moment, sight: Sight, codes: list[str] | None) -> Iterable[tuple[str, Row]]:
    """The row of each commitment that holds at the moment for who sees up to a marking."""
    level, known_by, day = (
        MARKINGS.index(sight.upto),
        instant(moment.known_by),
        moment.as_at.toordinal(),
    )
    query = (
        f"SELECT {_COLUMNS} FROM current_standing WHERE lowest <= %s AND highest >= %s"
        " AND known_from <= %s AND known_to > %s AND since <= %s AND until > %s"
    )
    facts: list[int | str] = [level, level, known_by, known_by, day, day]
    if codes is None:
        yield from _fetched(query, facts)
        return
    for start in range(0, len(codes), _AT_ONCE):
        batch = codes[start : start + _AT_ONCE]
        yield from _fetched(f"{query} AND code IN ({', '.join(['%s'] * len(batch))})", [*facts, *batch])


def _fetched(query: str, facts: list[int | str]) -> Iterable[tuple[str, Row]]:
    with connection.cursor() as cursor:
        cursor.execute(query, facts)
        for code, *values in cursor.fetchall():
            yield code, _board_row(values)


def _board_row(values: Sequence[str]) -> Row:
    """The values in the order of FACETS: of the day on which it is due, the month."""
    *single, due, addressees, themes = values
    return (*single, due[:7], _list(addressees), _list(themes))


@lru_cache(maxsize=50_000)
def _list(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))


def _beyond(moment: Moment, sight: Sight) -> Mapping[str, Row | None]:
    """What somebody sees beyond a marking (shared with them, their own) may change how these stand: asked of the rules
    themselves, for they are few."""
    seen, facts = seeing(sight)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT s.subject FROM current_span s WHERE s.marking NOT IN"
            f" ({', '.join(['%s'] * len(sight.markings))}) AND {seen}",
            [*sight.markings, *facts],
        )
        subjects = {subject for (subject,) in cursor.fetchall()}
    codes = sorted(borne_on(subjects)) if subjects else []
    state = TableState(moment, sight)
    for start in range(0, len(codes), _AT_ONCE):
        state.gather(codes[start : start + _AT_ONCE])
    return {
        code: _board_row(found_row(found)) if found else None
        for code in codes
        for found in [found_at(code, state)]
    }
