"""Every commitment that somebody sees at a moment, in columns, so that any filter and every count is a matter of
milliseconds. A board is never changed; what was recorded since makes another."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import numpy
from numpy.typing import NDArray

# What a list is narrowed by; the last two may have several values a commitment. Empty: not stated, not assessed.
# `due` is a month, such as 2018-03.
SINGLE = (
    "lifecycle",
    "implementation",
    "timeliness",
    "evidence",
    "judgement",
    "instrument",
    "provision",
    "act",
    "marking",
    "due",
)
SEVERAL = ("addressee", "theme")
FACETS = (*SINGLE, *SEVERAL)
# The values of one commitment, in the order of FACETS.
Row = tuple[Any, ...]
_Answer = TypeVar("_Answer")
Mask = NDArray[numpy.bool_]
# Answers kept a board: the same page is asked for again and again.
_REMEMBERED = 500
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Column:
    """The values of one facet: `ids` are places in `values`; `owners`: whose each is, None where everybody has one."""

    values: tuple[str, ...]
    ids: NDArray[numpy.int32]
    owners: NDArray[numpy.int32] | None = None

    def among(self, wanted: Collection[str], size: int) -> Mask:
        """Who has one of the values."""
        flags = numpy.fromiter((value in wanted for value in self.values), dtype=bool, count=len(self.values))
        if self.owners is None:
            return flags[self.ids] if len(flags) else numpy.zeros(size, dtype=bool)
        mask = numpy.zeros(size, dtype=bool)
        mask[self.owners[flags[self.ids]]] = True
        return mask

    def counts(self, mask: Mask | None) -> dict[str, int]:
        """How many of those in the mask have each value; values of nobody are left out."""
        ids = self.ids if mask is None else self.ids[mask if self.owners is None else mask[self.owners]]
        found = numpy.bincount(ids, minlength=len(self.values))
        return {self.values[place]: int(found[place]) for place in numpy.flatnonzero(found)}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What filters leave: how many, which (in order), and for each facet the counts without its own filter."""

    codes: tuple[str, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Board:
    """`rows` by code; `dates`: the day on which each instrument was adopted, by its code, as text."""

    rows: Mapping[str, Row]
    dates: Mapping[str, str]
    codes: tuple[str, ...]
    columns: Mapping[str, Column]
    _remembered: dict[Any, Any] = field(default_factory=dict, repr=False)

    def choose(
        self,
        filters: Mapping[str, frozenset[str]],
        start: int = 0,
        count: int = 50,
        among: frozenset[str] | None = None,
    ) -> Chosen:
        """The commitments that have, of each facet asked for, one of the values; `among`: none but these codes."""
        key = tuple(sorted((name, tuple(sorted(wanted))) for name, wanted in filters.items()))
        ranks, counts = self._remembered.get((key, among)) or self._remember((key, among), filters, among)
        codes = tuple(self.codes[rank] for rank in ranks[start : start + count])
        return Chosen(codes=codes, total=len(ranks), counts=counts)

    def _remember(
        self, key: object, filters: Mapping[str, frozenset[str]], among: frozenset[str] | None
    ) -> tuple[NDArray[numpy.int64], Mapping[str, Mapping[str, int]]]:
        size = len(self.codes)
        masks = {name: self.columns[name].among(wanted, size) for name, wanted in filters.items()}
        if among is not None:
            masks[""] = numpy.fromiter((code in among for code in self.codes), dtype=bool, count=size)
        counts = {name: self.columns[name].counts(_all(masks, but=name)) for name in FACETS}
        every = _all(masks, but=None)
        ranks = numpy.arange(size) if every is None else numpy.flatnonzero(every)
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
        self._remembered[key] = ranks, counts
        return ranks, counts

    def crossed(self, by: str, of: str, filters: Mapping[str, frozenset[str]]) -> dict[str, dict[str, int]]:
        """For each value of one facet, the counts of another that has one value a commitment."""
        first, second = self.columns[by], self.columns[of]
        size, width = len(self.codes), len(second.values)
        owners = numpy.arange(size) if first.owners is None else first.owners
        mask = _all(
            {name: self.columns[name].among(wanted, size) for name, wanted in filters.items()}, but=None
        )
        kept = slice(None) if mask is None else mask[owners]
        pairs = first.ids[kept].astype(numpy.int64) * width + second.ids[owners[kept]]
        found: dict[str, dict[str, int]] = {}
        for pair, count in zip(*numpy.unique(pairs, return_counts=True), strict=True):
            row, column = divmod(int(pair), width)
            found.setdefault(first.values[row], {})[second.values[column]] = int(count)
        return found

    def once(self, name: str, compute: Callable[[], _Answer]) -> _Answer:
        """What goes with this board and costs to compute, computed once."""
        # Another thread may make room meanwhile: what was found is held, not looked up again.
        found = self._remembered.get(name)
        if found is None:
            found = self._remembered[name] = compute()
        return cast(_Answer, found)

    def first_of(self, facet: str) -> Mapping[str, str]:
        """The first commitment in order that has each value of a facet, by the value."""
        return self.once(f"first {facet}", lambda: self._first_of(self.columns[facet]))

    def _first_of(self, column: Column) -> Mapping[str, str]:
        ids, places = numpy.unique(column.ids, return_index=True)
        ranks = places if column.owners is None else column.owners[places]
        return {column.values[one]: self.codes[rank] for one, rank in zip(ids, ranks, strict=True)}

    def axes(self, code: str) -> tuple[str, ...]:
        """The values of a commitment on the five axes, in the order of AXES."""
        return self.rows[code][:5]

    def with_rows(self, changed: Mapping[str, Row | None]) -> "Board":
        """Another board: some rows changed, new, or gone (None)."""
        rows = dict(self.rows)
        for code, row in changed.items():
            if row is None:
                rows.pop(code, None)
            else:
                rows[code] = row
        place = FACETS.index("instrument")
        if rows.keys() != self.rows.keys() or any(
            row and row[place] != self.rows[code][place] for code, row in changed.items()
        ):
            return make_board(rows, self.dates)
        altered = [code for code, row in changed.items() if row != self.rows.get(code)]
        columns = dict(self.columns)
        for at, name in enumerate(FACETS):
            if any(rows[code][at] != self.rows[code][at] for code in altered):
                columns[name] = _column(name, [rows[code][at] for code in self.codes])
        return Board(rows=rows, dates=self.dates, codes=self.codes, columns=columns)


def make_board(rows: Mapping[str, Row], dates: Mapping[str, str]) -> Board:
    """In order of the instruments' days, then of their paragraphs; what has no day comes last."""
    place = FACETS.index("instrument")

    def order(code: str) -> tuple[str, str, str]:
        instrument = rows[code][place]
        return dates.get(instrument, "9999"), natural(instrument), natural(code)

    codes = tuple(sorted(rows, key=order))
    listed = [rows[code] for code in codes]
    columns = {name: _column(name, [row[at] for row in listed]) for at, name in enumerate(FACETS)}
    return Board(rows=rows, dates=dates, codes=codes, columns=columns)


def natural(code: str) -> str:
    """A key by which paragraph 9 comes before paragraph 10, and act z before act aa.

    >>> natural("S/10.a") > natural("S/9.z") and natural("S/9.aa") > natural("S/9.z")
    True
    """
    head, dot, letter = code.rpartition(".")
    lengthened = f"{head}.{len(letter):03}{letter}" if dot else code
    return _NUMBER.sub(lambda number: number[0].zfill(8), lengthened)


def _column(name: str, cells: Sequence[Any]) -> Column:
    places: dict[str, int] = {}
    if name in SINGLE:
        ids = [places.setdefault(value, len(places)) for value in cells]
        return Column(values=tuple(places), ids=numpy.array(ids, dtype=numpy.int32))
    owners, several = list[int](), list[int]()
    for owner, values in enumerate(cells):
        for value in values:
            owners.append(owner)
            several.append(places.setdefault(value, len(places)))
    return Column(
        values=tuple(places),
        ids=numpy.array(several, dtype=numpy.int32),
        owners=numpy.array(owners, dtype=numpy.int32),
    )


def _all(masks: Mapping[str, Mask], but: str | None) -> Mask | None:
    """All masks together, that of one facet left out; None where there is none."""
    together = [mask for name, mask in masks.items() if name != but]
    return numpy.logical_and.reduce(together) if together else None
