"""How commitments stand over all of both clocks and for every sight by marking: the moments at which anything changes
are found, and the rules themselves are asked at each. No rule is written a second time here."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from mutabaa.register.assertion import MARKINGS
from mutabaa.register.axes import Axis
from mutabaa.register.ledger import Entry
from mutabaa.register.particulars import Particulars, particulars
from mutabaa.register.standing import Standing, standing
from mutabaa.register.state import FoldedState, Record, Span, State, fold
from mutabaa.register.timeliness_axis import SOON, timeliness_axis
from mutabaa.vocabulary.dates import Moment

FOR_EVER = datetime.max.replace(tzinfo=UTC)
# Days are counted from 1 January of the year 1; the day after the last of the calendar ends every stretch.
FIRST_DAY, AFTER_ALL_DAYS = date.min.toordinal(), date.max.toordinal() + 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What a list shows of a commitment and narrows it by. `due`: the day, ISO; empty where there is none or none yet,
    or where nothing is asked any more."""

    lifecycle: str
    implementation: str | None
    timeliness: str
    evidence: str
    judgement: str | None
    due: str
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
    """An entry and where it counts; `bit` is its own, so that a set of entries is a number. `level`: who sees up to
    that marking sees it."""

    entry: Entry
    bit: int
    level: int
    known_from: datetime
    known_to: datetime
    since: int


# A code, the days from and until, what was found there.
_Run = tuple[str, int, int, Found]


@dataclass(frozen=True, kw_only=True)
class _Listening(FoldedState):
    """A state that remembers which records it was asked for. Rules ask by address; one that looked through the whole
    register could not be kept in step record by record."""

    asked: set[str]

    def record(self, code: str) -> Record:
        self.asked.add(code)
        return super().record(code)

    def on(self, day: int) -> "_Listening":
        return replace(self, moment=replace(self.moment, as_at=date.fromordinal(day)))


def found_at(code: str, state: State) -> Found | None:
    """What a list shows of a commitment at the moment of a state; None where it isn't one, or was merged away."""
    record = state.record(code)
    if record.code != code or record.kind != "commitment":
        return None
    return _found(standing(code, state), particulars(record, state))


def _found(stood: Standing, about: Particulars) -> Found:
    values = {name: axis.value for name, axis in stood.axes.items()}
    due = stood.axes["timeliness"].facts.get("due", "")
    return Found(**values, due=due, particulars=about)  # type: ignore[arg-type]


def standings_over_time(codes: Collection[str], spans: Iterable[Span]) -> Standings:
    """How the commitments among these codes stood at every moment.

    `codes`: a commitment with all that was ever merged with it. `spans`: what was said of them and of every record
    they rest on, whatever the sight. What was asked for and isn't among the spans is in `rests_on` all the same: ask
    again with it.
    """
    held = [_held(span, place) for place, span in enumerate(spans)]
    rules = _Rules(codes, held)
    by_sight = list[tuple[int, int, list[tuple[_Run, datetime, datetime]]]]()
    levels = sorted({one.level for one in held})
    for lowest, after in zip(levels, [*levels[1:], len(MARKINGS)], strict=True):
        seen = [one for one in held if one.level <= lowest]
        by_sight.append((lowest, after - 1, list(_over_knowledge(seen, rules))))
    return Standings(stretches=tuple(_joined(by_sight)), rests_on=frozenset(rules.asked))


def _held(span: Span, place: int) -> _Held:
    said = span.entry.assertion
    since = said.since.toordinal() if said.since else FIRST_DAY
    level = MARKINGS.index(said.marking)
    return _Held(span.entry, 1 << place, level, said.recorded_at, span.known_to or FOR_EVER, since)


def _over_knowledge(seen: Sequence[_Held], rules: "_Rules") -> Iterator[tuple[_Run, datetime, datetime]]:
    """Each run and from when until when it was what was known."""
    days = sorted({one.since for one in seen})
    so_by = [(day, sum(one.bit for one in seen if one.since <= day)) for day in days]
    instants = sorted({one.known_from for one in seen} | {one.known_to for one in seen} - {FOR_EVER})
    standing_so: dict[_Run, datetime] = {}
    for instant in instants:
        known = sum(one.bit for one in seen if one.known_from <= instant < one.known_to)
        runs = set(_over_days(so_by, known, rules))
        for ended in [run for run in standing_so if run not in runs]:
            yield ended, standing_so.pop(ended), instant
        for run in runs:
            standing_so.setdefault(run, instant)
    for run, since in standing_so.items():
        yield run, since, FOR_EVER


def _over_days(so_by: Sequence[tuple[int, int]], known: int, rules: "_Rules") -> Iterator[_Run]:
    """Each commitment from day to day; what doesn't change is one run. Entries known, and those so by each day."""
    changes = list[tuple[int, int]]()
    for day, entries in so_by:
        in_force = entries & known
        if not changes or changes[-1][1] != in_force:
            changes.append((day, in_force))
    runs: dict[str, list[_Run]] = {}
    ends = [*(day for day, _ in changes[1:]), AFTER_ALL_DAYS]
    for (day, in_force), until in zip(changes, ends, strict=True):
        for one in rules.asked_of(in_force):
            _extend(runs.setdefault(one.code, []), one.between(day, until))
    for found in runs.values():
        yield from found


class _Rules:
    """The rules, asked once of each set of entries in force."""

    def __init__(self, codes: Collection[str], held: Sequence[_Held]) -> None:
        self.asked: set[str] = set()
        self._codes, self._held = codes, held
        self._commitments = sum(one.bit for one in held if _makes_a_commitment(one.entry))
        self._answers: dict[int, list[_Stood]] = {0: []}

    def asked_of(self, in_force: int) -> list["_Stood"]:
        """The commitments that there are when these entries are in force."""
        if in_force not in self._answers:
            self._answers[in_force] = list(self._ask(in_force)) if in_force & self._commitments else []
        return self._answers[in_force]

    def _ask(self, in_force: int) -> Iterator["_Stood"]:
        held = [one for one in self._held if one.bit & in_force]
        # The last day on which anything became so: any day after it will do as well, but for deadlines.
        day = date.fromordinal(max(one.since for one in held))
        moment = Moment(as_at=day, known_by=max(one.known_from for one in held))
        folded = fold((one.entry for one in held), moment)
        state = _Listening(moment=moment, records=folded.records, merged=folded.merged, asked=self.asked)
        for code in self._codes:
            record = state.records.get(code)
            if record is not None and record.kind == "commitment":
                yield _Stood(code, state)


class _Stood:
    """A commitment while certain entries are in force."""

    def __init__(self, code: str, state: _Listening) -> None:
        self.code, self._state = code, state
        self._stood = standing(code, state)
        self._turns = _turns(self._stood.axes["timeliness"])
        # By how many of the turns have passed.
        passed = self._passed(state.moment.as_at.toordinal())
        self._found = {passed: _found(self._stood, particulars(self._stood.commitment, state))}

    def between(self, day: int, until: int) -> Iterator[_Run]:
        """From a day until before another: time alone passes."""
        turns = [turn for turn in self._turns if day < turn < until]
        for start, end in zip([day, *turns], [*turns, until], strict=True):
            yield self.code, start, end, self._on(start)

    def _on(self, day: int) -> Found:
        passed = self._passed(day)
        if passed not in self._found:
            timeliness = timeliness_axis(self._stood.commitment, self._state.on(day))
            due = timeliness.facts.get("due", "")
            told = next(iter(self._found.values()))
            self._found[passed] = replace(told, timeliness=str(timeliness.value), due=due)
        return self._found[passed]

    def _passed(self, day: int) -> int:
        return sum(turn <= day for turn in self._turns)


def _makes_a_commitment(entry: Entry) -> bool:
    return entry.assertion.says == "kind" and entry.assertion.value == "commitment"


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
