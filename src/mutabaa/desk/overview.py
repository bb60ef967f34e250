"""Where everything stands: counted by addressee, theme, instrument, paragraph and meeting, over time, and since last
time. Every figure names its formula, its n, and the filter that lists its rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from mutabaa.desk.listing import Filters
from mutabaa.people.policy import Viewer
from mutabaa.register.axes import AXES, AxisName
from mutabaa.register.sight import Sight
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register

By = Literal["addressee", "theme", "instrument", "provision", "act"]
# What is counted for the page as a whole; paragraphs only within an instrument, for there are many.
GROUPED: tuple[By, ...] = ("addressee", "theme", "instrument")
# The scale's numbers; "no evidence" and "reversed" are values of their own and no score.
_SCORES = {"0": 0, "1": 1, "2": 2, "3": 3}
Counts = Mapping[AxisName, Mapping[str, int]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """`formula` names it: "share_completed" is `part` assessed as full of `n` commitments; "normalised_mean" is
    `part`, the sum of the scores, over three times `n`, the commitments that have a score. No value where n is 0."""

    formula: str
    part: int
    n: int

    @property
    def value(self) -> float | None:
        if self.n == 0:
            return None
        return self.part / (3 * self.n if self.formula == "normalised_mean" else self.n)


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The commitments that have one value of a facet ("" is "not stated"), `n` of them; `filters` lists them.

    `counts`: how many have each value of each axis. Only commitments are counted: positions have no status.
    """

    value: str
    n: int
    counts: Counts
    filters: Filters

    @property
    def share_completed(self) -> Figure:
        return Figure(formula="share_completed", part=self.counts["implementation"].get("3", 0), n=self.n)

    @property
    def normalised_mean(self) -> Figure:
        scored = {value: n for value, n in self.counts["implementation"].items() if value in _SCORES}
        total = sum(_SCORES[value] * n for value, n in scored.items())
        return Figure(formula="normalised_mean", part=total, n=sum(scored.values()))

    def rows_of(self, axis: AxisName, value: str) -> Filters:
        """The filter that lists the rows of one count."""
        return replace(self.filters, **{axis: frozenset({value})})


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A commitment whose value on an axis is another than it was."""

    code: str
    axis: AxisName
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """Between two moments: codes of commitments that are new or no longer there, changed values, new evidence."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[Change, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """`groups` by facet, the largest first; `meetings` by the name of the meeting. `timeline`: "recorded", "due",
    "evidence" and "assessment", each by month. `changes` where a moment before was given."""

    whole: Group
    groups: Mapping[By, tuple[Group, ...]]
    meetings: tuple[Group, ...]
    timeline: Mapping[str, Mapping[str, int]]
    changes: Changes | None


def overview(
    register: Register,
    viewer: Viewer,
    moment: Moment,
    since: Moment | None = None,
    filters: Filters | None = None,
) -> Overview:
    """Where everything stands that the viewer sees and the filters leave; what changed since another moment."""
    filters, sight = filters or Filters(), viewer.sight
    board = register.board(moment, sight)
    by_instrument = grouped(register, viewer, moment, "instrument", filters)
    due = board.choose(filters.asked).counts["due"]
    timeline = {
        **register.boards.told_by_month(moment, sight),
        "due": {month: n for month, n in sorted(due.items()) if month},
    }
    return Overview(
        whole=_joined("", by_instrument, filters),
        groups={
            by: by_instrument if by == "instrument" else grouped(register, viewer, moment, by, filters)
            for by in GROUPED
        },
        meetings=_meetings(register, by_instrument, moment, sight, filters),
        timeline=timeline,
        changes=changes(register, viewer, since, moment) if since else None,
    )


def grouped(
    register: Register, viewer: Viewer, moment: Moment, by: By, filters: Filters | None = None
) -> tuple[Group, ...]:
    """Each value of a facet with its counts, the largest first: `provision` within an instrument is its paragraphs."""
    filters = filters or Filters()
    board = register.board(moment, viewer.sight)
    crossed = {axis: board.crossed(by, axis, filters.asked) for axis in AXES}
    groups = [
        Group(
            value=value,
            n=sum(found.values()),
            counts={axis: crossed[axis][value] for axis in AXES},
            filters=replace(filters, **{by: frozenset({value})}),
        )
        for value, found in crossed["lifecycle"].items()
    ]
    return tuple(sorted(groups, key=lambda group: (-group.n, group.value)))


def changes(register: Register, viewer: Viewer, since: Moment, moment: Moment) -> Changes:
    """What is told otherwise at a moment than at one before, in the order of the list."""
    before, after = register.board(since, viewer.sight), register.board(moment, viewer.sight)
    evidence = register.boards.evidence_since(moment, viewer.sight, since.known_by)
    return Changes(
        new=tuple(code for code in after.codes if code not in before.rows),
        gone=tuple(code for code in before.codes if code not in after.rows),
        changed=tuple(
            Change(code=code, axis=axis, before=then, after=now)
            for code in after.codes
            if code in before.rows and after.rows[code] != before.rows[code]
            for axis, then, now in zip(AXES, before.axes(code), after.axes(code), strict=True)
            if then != now
        ),
        evidence=tuple(code for code in after.codes if code in evidence),
    )


def _meetings(
    register: Register, by_instrument: Iterable[Group], moment: Moment, sight: Sight, filters: Filters
) -> tuple[Group, ...]:
    """The instruments of one meeting together; those that name none are left to their own line."""
    state, groups = register.state(moment, sight), list(by_instrument)
    state.gather([group.value for group in groups if group.value])
    of: dict[str, list[Group]] = {}
    for group in groups:
        meeting = state.record(group.value).value("meeting") if group.value else None
        if meeting:
            of.setdefault(str(meeting), []).append(group)
    joined = [
        _joined(meeting, found, replace(filters, instrument=frozenset(group.value for group in found)))
        for meeting, found in of.items()
    ]
    return tuple(sorted(joined, key=lambda group: (-group.n, group.value)))


def _joined(value: str, groups: Iterable[Group], filters: Filters) -> Group:
    """Groups that have no commitment in common, as one."""
    groups = list(groups)
    counts: dict[AxisName, dict[str, int]] = {axis: {} for axis in AXES}
    for group in groups:
        for axis, found in group.counts.items():
            for name, n in found.items():
                counts[axis][name] = counts[axis].get(name, 0) + n
    return Group(value=value, n=sum(group.n for group in groups), counts=counts, filters=filters)
