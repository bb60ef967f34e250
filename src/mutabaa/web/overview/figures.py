"""Counts as bars and figures as fractions: each with the address of the rows behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from urllib.parse import urlencode

from babel.numbers import format_decimal
from django.http import HttpRequest
from django.urls import reverse

from mutabaa.desk.listing import TOLD, Filters
from mutabaa.desk.overview import Figure, Group
from mutabaa.register import Record
from mutabaa.register.axes import AxisName
from mutabaa.register.words import words
from mutabaa.web.door import entered_by
from mutabaa.web.layout.said import language
from mutabaa.web.standing.choices import query_of

# Values of the implementation axis that are a score.
SCORES = frozenset({"0", "1", "2", "3"})
# What a month is told of, in the order of the columns.
COLUMNS = ("recorded", "due", "evidence", "assessment")
# Two years of months, before the rest is a click away.
_LATEST = 24


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A stretch of a bar: from `start`, `width` wide, in hundredths of the bar."""

    value: str
    n: int
    start: float
    width: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Month:
    """A month of the timeline, "2018-03", with how many of each of COLUMNS."""

    month: str
    counts: Mapping[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Months:
    """The latest months in which anything is told, the newest first; `total` of them; `most`: the highest count."""

    rows: tuple[Month, ...]
    total: int
    most: int


def ordered(axis: AxisName, counts: Mapping[str, int]) -> list[str]:
    """The values of an axis that occur, in the order of its scale, the highest first; "not assessed" last."""
    scale = [value for value in words("en")[axis] if value != "none_said"]
    if axis == "implementation":
        scale = [
            *reversed([one for one in scale if one in SCORES]),
            *(one for one in scale if one not in SCORES),
        ]
    return [value for value in (*scale, "") if counts.get(value)]


def scale(whole: Group) -> list[str]:
    """The values of implementation that occur anywhere: the columns of each table."""
    return ordered("implementation", whole.counts["implementation"])


def bar(values: list[str], counts: Mapping[str, int]) -> Iterator[Part]:
    """The counts as stretches of one bar."""
    numbers = [counts.get(value, 0) for value in values]
    total = sum(numbers) or 1
    ends = list(accumulate(numbers))
    for value, n, end in zip(values, numbers, ends, strict=True):
        if n:
            yield Part(value=value, n=n, start=(end - n) * 100 / total, width=n * 100 / total)


def percent(figure: Figure) -> str:
    """A figure's value in hundredths, without a sign: "21"."""
    return "" if figure.value is None else decimal(figure.value * 100, "0")


def decimal(value: float, pattern: str = "0.00") -> str:
    """A number as the reader's language writes it, in the digits of the page."""
    return format_decimal(value, pattern, locale=language(), numbering_system="latn")


def months(timeline: Mapping[str, Mapping[str, int]], *, everything: bool) -> Months:
    """The timeline by month."""
    told = sorted({month for by_month in timeline.values() for month in by_month}, reverse=True)
    rows = tuple(
        Month(month=month, counts={name: timeline.get(name, {}).get(month, 0) for name in COLUMNS})
        for month in (told if everything else told[:_LATEST])
    )
    return Months(
        rows=rows,
        total=len(told),
        most=max((n for row in rows for n in row.counts.values()), default=1) or 1,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """Where numbers lead: the list of their rows, at the moment looked at. `instruments`: by their codes."""

    request: HttpRequest
    filters: Filters
    instruments: Mapping[str, Record]

    def rows(self, filters: Filters, told: str = "") -> str:
        """The list that these filters leave."""
        pairs = urlencode([*query_of(filters), *([("told", told)] if told else [])])
        query = "&".join(filter(None, (pairs, entered_by(self.request).query)))
        return reverse("standing") + (f"?{query}" if query else "")

    def axis(self, group: Group, axis: AxisName, *values: str) -> str:
        """The rows of a group that have one of these values on an axis."""
        return self.rows(replace(group.filters, **{axis: frozenset(values)}))

    def scored(self, group: Group) -> str:
        """The rows of a group that have a score."""
        return self.axis(group, "implementation", *sorted(SCORES))

    def month(self, told: str, month: str) -> str:
        """The rows behind a month of the timeline. What is due in it is narrowed as the page is; the rest tells of the
        whole register, as the timeline does."""
        if told in TOLD:
            return self.rows(Filters(), f"{told}:{month}")
        return self.rows(replace(self.filters, due=frozenset({month})))

    def narrowed(self, group: Group) -> str:
        """This page, for one group alone."""
        pairs = urlencode(query_of(group.filters))
        query = "&".join(filter(None, (pairs, entered_by(self.request).query)))
        return f"?{query}"
