"""Activities that are planned, held or replaced by others; and events, as they are told: by whom, when, how many."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Unpack

from mutabaa.desk.errors import NotDone
from mutabaa.desk.stating import OURS, Basis, Turn, is_new, stated, written
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Entry, Marking
from mutabaa.register.canonical import Value
from mutabaa.register.statements import RecordKind
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring.register import Register

Names = Mapping[Language, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number as a source gives it: of what, from `least` to `most` (the same where one number was given); `words`:
    as it was told, "dozens"."""

    what: str
    least: int
    most: int
    words: str = ""


def plan_activity(
    register: Register,
    viewer: Viewer,
    *,
    names: Names,
    planned: PartialDate | None = None,
    code: str = "",
    part_of: str = "",
    source: str = "",
    marking: Marking = OURS,
) -> str:
    """Record a meeting, session, mission or conference that is to be; its code, `activity/…` where none is given.

    Raises NotAllowed, NotThere, and NotDone: `without_name`, `code_taken`, `marking_beyond_sight`.
    """
    viewer.must("record")
    code = code.strip() or _code("activity", names, str(planned or ""))

    def said(turn: Turn) -> Iterator[Assertion]:
        _is_free(turn, code)
        cited = [turn.the("source", source)] if source else []
        marking_ = turn.marked(marking, *cited)
        values: list[tuple[str, Value]] = [("kind", "activity"), *_naming(names)]
        values += [("planned", str(planned))] if planned else []
        values += [("part_of", part_of.strip())] if part_of.strip() else []
        for says, value in values:
            yield turn.said(code, says, value, marking=marking_, source=source or None)

    stated(register, viewer, lambda turn: list(said(turn)))
    return code


def held(register: Register, viewer: Viewer, activity: str, **basis: Unpack[Basis]) -> Entry:
    """Say that an activity was held, on which day; the entry. What was due at it has its day by this.

    Another day of the same activity corrects the first. Raises NotAllowed, NotThere, and NotDone: `said_already`.
    """
    viewer.must("record")

    def said(turn: Turn) -> list[Assertion]:
        on = turn.the("activity", activity)
        before = on.newest("held")
        return [is_new(turn.rested(on, "held", None, basis, corrects=before), before)]

    (entry,) = stated(register, viewer, said)
    return entry


def replaced_by(
    register: Register, viewer: Viewer, activity: str, other: str, **basis: Unpack[Basis]
) -> Entry:
    """Say that another activity took the place of one; the entry. What was due at the one is due at the other.

    Raises NotAllowed, NotThere, and NotDone: `replaced_by_itself`, `said_already`.
    """
    viewer.must("record")

    def said(turn: Turn) -> list[Assertion]:
        on, successor = turn.the("activity", activity), turn.the("activity", other)
        if successor.code == on.code:
            raise NotDone("replaced_by_itself", code=on.code)
        before = on.newest("replaced_by")
        told = turn.rested(on, "replaced_by", successor.code, basis, successor, corrects=before)
        return [is_new(told, before)]

    (entry,) = stated(register, viewer, said)
    return entry


def record_event(
    register: Register,
    viewer: Viewer,
    *,
    names: Names,
    first: PartialDate,
    last: PartialDate | None = None,
    words: str = "",
    source: str,
    passage: str = "",
    reported_by: str = "",
    figures: Sequence[Figure] = (),
    place: str = "",
    code: str = "",
    marking: Marking = OURS,
) -> str:
    """Record what happened, or is said to have: alleged, until somebody verifies it; its code, `event/…`.

    `first` to `last`: when, as precisely as is told; `words`: as it was told ("in early May"). `reported_by`: who says
    so. Raises NotAllowed, NotThere, and NotDone: `without_name`, `code_taken`, `misstated`, `marking_beyond_sight`.
    """
    viewer.must("record")
    code = code.strip() or _code("event", names, f"{first}\n{last or ''}\n{place}")
    when = {"from": str(first), "to": str(last) if last else "", "words": written(words)}
    values: list[tuple[str, Value]] = [("kind", "event"), *_naming(names)]
    values.append(("occurred", {key: value for key, value in when.items() if value}))
    values += [("reported_by", written(reported_by))] if reported_by.strip() else []
    values += [("figure", _figure(one)) for one in figures]
    values += [("located_at", place.strip())] if place.strip() else []

    def said(turn: Turn) -> list[Assertion]:
        _is_free(turn, code)
        its_source = turn.the("source", source)
        marking_ = turn.marked(marking, its_source)

        def one(says: str, value: Value, on: PartialDate | None = None) -> Assertion:
            return turn.said(
                code,
                says,
                value,
                marking=marking_,
                source=its_source.code,
                passage=written(passage),
                effective_on=on,
            )

        return [*(one(says, value) for says, value in values), one("verification", "alleged", first)]

    stated(register, viewer, said)
    return code


def verify_event(register: Register, viewer: Viewer, event: str, **basis: Unpack[Basis]) -> Entry:
    """Say that an event was verified, since which day and by what source; the entry. Raises NotAllowed, NotThere, and
    NotDone: `said_already`."""
    viewer.must("record")

    def said(turn: Turn) -> list[Assertion]:
        # An event goes from alleged to verified: the one follows the other and corrects nothing.
        on = turn.the("event", event)
        return [is_new(turn.rested(on, "verification", "verified", basis), on.newest("verification"))]

    (entry,) = stated(register, viewer, said)
    return entry


def same_event(register: Register, viewer: Viewer, duplicate: str, event: str) -> Entry:
    """Say that two records tell of one event: both stay, and are read together at the second's address; the entry.

    Raises NotAllowed, NotThere, and NotDone: `merged_with_itself`.
    """
    viewer.must("record")

    def said(turn: Turn) -> list[Assertion]:
        one, other = turn.the("event", duplicate), turn.the("event", event)
        if one.code == other.code:
            raise NotDone("merged_with_itself", code=duplicate)
        return [turn.said(one.code, "same_as", other.code, marking=turn.marked(OURS, one, other))]

    (entry,) = stated(register, viewer, said)
    return entry


def _is_free(turn: Turn, code: str) -> None:
    """Raises NotDone where there is a record, or one was merged away, at an address."""
    if turn.state.record(code).entries:
        raise NotDone("code_taken", code=code)


def _naming(names: Names) -> list[tuple[str, Value]]:
    said: list[tuple[str, Value]] = [
        ("name", {"language": language, "text": written(text)})
        for language, text in names.items()
        if text.strip()
    ]
    if not said:
        raise NotDone("without_name")
    return said


def _code(kind: RecordKind, names: Names, told: str) -> str:
    named = "\n".join(f"{language} {names[language].strip()}" for language in sorted(names))
    digest = sha256((named + "\n" + told).encode()).hexdigest()
    return f"{kind}/{digest[:16]}"


def _figure(one: Figure) -> Value:
    figure: dict[str, Value] = {"least": one.least, "most": one.most, "what": written(one.what)}
    return figure | ({"words": written(one.words)} if one.words.strip() else {})
