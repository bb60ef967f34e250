"""How commitments stand over all of both clocks and for every sight by marking: the moments at which anything changes
are found, and the rules themselves are asked at each. No rule is written a second time here."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from mutabaa.register.assertion import MARKINGS
from mutabaa.register.axes import Axis
from mutabaa.register.particulars import Particulars, particulars
from mutabaa.register.standing import standing
from mutabaa.register.state import FoldedState, Record, Span, State, fold
from mutabaa.register.statements import RecordKind
from mutabaa.register.timeliness_axis import SOON, timeliness_axis
from mutabaa.vocabulary.dates import Moment

FOR_EVER = datetime.max.replace(tzinfo=UTC)
# Days are counted from 1 January of the year 1; the day after the last of the calendar ends every stretch.
FIRST_DAY, AFTER_ALL_DAYS = date.min.toordinal(), date.max.toordinal() + 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What a list shows of a commitment and narrows it by."""

    lifecycle: str
    implementation: str | None
    timeliness: str
    evidence: str
    judgement: str | None
    particulars: Particulars


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """A commitment stood so for those who see up to the markings `lowest` to `highest` (places in MARKINGS), known from
    an instant until before another, and on the days `since` (inclusive) to `until` (exclusive, both ordinals)."""

    code: str
    lowest: int
    highest: int
    known_from: datetime
    known_to: datetime
    since: int
    until: int
    found: Found


@dataclass(frozen=True, kw_only=True)
class Standings:
    """How commitments stood at every moment, and which records were asked for on the way."""

    stretches: tuple[Stretch, ...]
    rests_on: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Held:
    """An entry and where it counts; `level`: who sees up to that marking sees it."""

    span: Span
    level: int
    known_from: datetime
    known_to: datetime
    since: int


# A code, the days from and until, what was found there.
_Run = tuple[str, int, int, Found]


@dataclass
class _Listening:
    """A state that remembers what it was asked for."""

    folded: FoldedState
    asked: set[str]

    @property
    def moment(self) -> Moment:
        return self.folded.moment

    def record(self, code: str) -> Record:
        self.asked.add(code)
        return self.folded.record(code)

    def codes(self, kind: RecordKind) -> tuple[str, ...]:
        return self.folded.codes(kind)

    def gather(self, codes: Sequence[str]) -> None:
        self.folded.gather(codes)

    def on(self, day: int) -> "_Listening":
        moment = Moment(as_at=date.fromordinal(day), known_by=self.moment.known_by)
        return _Listening(
            FoldedState(moment=moment, records=self.folded.records, merged=self.folded.merged), self.asked
        )


def found_at(code: str, state: State) -> Found | None:
    """What a list shows of a commitment at the moment of a state; None where it isn't one, or was merged away."""
    record = state.record(code)
    if record.code != code or record.kind != "commitment":
        return None
    axes = {name: axis.value for name, axis in standing(code, state).axes.items()}
    return Found(**axes, particulars=particulars(record, state))  # type: ignore[arg-type]


def standings_over_time(codes: Collection[str], spans: Iterable[Span]) -> Standings:
    """How the commitments among these codes stood at every moment.

    `codes`: a commitment with all that was ever merged with it. `spans`: what was said of them and of every record
    they rest on, whatever the sight. What was asked for and isn't among the spans is in `rests_on` all the same: ask
    again with it.
    """
    held = [_held(span) for span in spans]
    asked: set[str] = set()
    by_sight = list[tuple[int, int, list[tuple[_Run, datetime, datetime]]]]()
    levels = sorted({one.level for one in held})
    for lowest, after in zip(levels, [*levels[1:], len(MARKINGS)], strict=True):
        seen = [one for one in held if one.level <= lowest]
        by_sight.append((lowest, after - 1, list(_over_knowledge(codes, seen, asked))))
    return Standings(stretches=tuple(_joined(by_sight)), rests_on=frozenset(asked))


def _held(span: Span) -> _Held:
    said = span.entry.assertion
    since = said.since
    return _Held(
        span,
        MARKINGS.index(said.marking),
        said.recorded_at,
        span.known_to or FOR_EVER,
        since.toordinal() if since else FIRST_DAY,
    )


def _over_knowledge(
    codes: Collection[str], seen: Sequence[_Held], asked: set[str]
) -> Iterator[tuple[_Run, datetime, datetime]]:
    """Each run and from when until when it was what was known."""
    instants = sorted({one.known_from for one in seen} | {one.known_to for one in seen} - {FOR_EVER})
    standing_so: dict[_Run, datetime] = {}
    for instant in instants:
        known = [one for one in seen if one.known_from <= instant < one.known_to]
        runs = set(_over_days(codes, known, instant, asked))
        for ended in [run for run in standing_so if run not in runs]:
            yield ended, standing_so.pop(ended), instant
        for run in runs:
            standing_so.setdefault(run, instant)
    for run, since in standing_so.items():
        yield run, since, FOR_EVER


def _over_days(
    codes: Collection[str], known: Sequence[_Held], instant: datetime, asked: set[str]
) -> Iterator[_Run]:
    """Each commitment from day to day; what doesn't change is one run."""
    if not any(one.span.entry.assertion.value == "commitment" for one in known):
        return
    days = sorted({one.since for one in known})
    runs: dict[str, list[_Run]] = {}
    for day, until in zip(days, [*days[1:], AFTER_ALL_DAYS], strict=True):
        entries = [one.span.entry for one in known if one.since <= day]
        state = _Listening(fold(entries, Moment(as_at=date.fromordinal(day), known_by=instant)), asked)
        for code in codes:
            record = state.folded.records.get(code)
            if record is not None and record.kind == "commitment":
                _extend(runs.setdefault(code, []), _within(code, day, until, state))
    for found in runs.values():
        yield from found


def _within(code: str, day: int, until: int, state: _Listening) -> Iterator[_Run]:
    """A commitment on days between which nothing new is so: time alone passes."""
    stood = standing(code, state)
    axes = {name: axis.value for name, axis in stood.axes.items()}
    about = particulars(stood.commitment, state)
    turns = [turn for turn in _turns(stood.axes["timeliness"]) if day < turn < until]
    for start, end in zip([day, *turns], [*turns, until], strict=True):
        if start > day:
            axes["timeliness"] = timeliness_axis(stood.commitment, state.on(start)).value
        yield code, start, end, Found(**axes, particulars=about)  # type: ignore[arg-type]


def _turns(timeliness: Axis) -> tuple[int, ...]:
    """The days from which a deadline that is ahead or passed is told of otherwise, though nothing happens."""
    if "days" not in timeliness.facts:
        return ()
    due = date.fromisoformat(timeliness.facts["due"]).toordinal()
    return due - SOON.days, due + 1


def _extend(runs: list[_Run], more: Iterable[_Run]) -> None:
    for run in more:
        if runs and runs[-1][2:] == (run[1], run[3]):
            runs[-1] = (run[0], runs[-1][1], run[2], run[3])
        else:
            runs.append(run)


def _joined(by_sight: Iterable[tuple[int, int, list[tuple[_Run, datetime, datetime]]]]) -> Iterator[Stretch]:
    """What stricter and laxer sights are told alike is one stretch."""
    open_: dict[tuple[_Run, datetime, datetime], tuple[int, int]] = {}
    for lowest, highest, told in by_sight:
        alike = set(told)
        for ended in [key for key in open_ if key not in alike]:
            yield _stretch(ended, *open_.pop(ended))
        for key in told:
            open_[key] = (open_[key][0] if key in open_ else lowest, highest)
    for key, (lowest, highest) in open_.items():
        yield _stretch(key, lowest, highest)


def _stretch(key: tuple[_Run, datetime, datetime], lowest: int, highest: int) -> Stretch:
    (code, since, until, found), known_from, known_to = key
    return Stretch(
        code=code,
        lowest=lowest,
        highest=highest,
        known_from=known_from,
        known_to=known_to,
        since=since,
        until=until,
        found=found,
    )
