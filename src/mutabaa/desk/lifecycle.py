"""A commitment's life: set by a person who cites a source; fulfilled on a day; due at an event that is named later."""

from collections.abc import Sequence
from typing import Any

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.stating import OURS, Turn, stated, written
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Entry, Marking, Record
from mutabaa.register.statements import LIFECYCLES
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring.register import Register


def set_lifecycle(
    register: Register,
    viewer: Viewer,
    commitment: str,
    value: str,
    *,
    source: str,
    passage: str = "",
    effective_on: PartialDate,
    marking: Marking = OURS,
) -> Entry:
    """Say what became of a commitment since a day, as a source tells; the entry.

    What is so since a later day follows what was said before; anything else corrects it, for it would not be seen
    behind it. Marked as strictly as the source and the commitment. Raises NotAllowed, NotThere, and NotDone:
    `no_such_lifecycle`, `said_already`, `marking_beyond_sight`.
    """
    viewer.must("record")
    (entry,) = stated(
        register,
        viewer,
        lambda turn: [
            became(
                turn,
                commitment,
                value,
                source=source,
                passage=passage,
                effective_on=effective_on,
                marking=marking,
            )
        ],
    )
    return entry


def became(
    turn: Turn,
    commitment: str,
    value: str,
    *,
    source: str,
    passage: str = "",
    effective_on: PartialDate,
    marking: Marking = OURS,
) -> Assertion:
    """What `set_lifecycle` says, in somebody's turn. Raises as it does, but for NotAllowed."""
    if value not in LIFECYCLES:
        raise NotDone("no_such_lifecycle", value=value[:80], allowed=", ".join(LIFECYCLES))
    on, its_source = turn.the("commitment", commitment), turn.the("source", source)
    before = on.newest("lifecycle")
    if before is not None:
        _is_new(before, value, its_source, effective_on, on)
    return turn.said(
        on.code,
        "lifecycle",
        value,
        marking=turn.marked(marking, on, its_source),
        source=its_source.code,
        passage=written(passage),
        effective_on=effective_on,
        corrects=_corrected(before, effective_on),
    )


def fulfilled(
    register: Register,
    viewer: Viewer,
    commitment: str,
    *,
    source: str,
    passage: str = "",
    effective_on: PartialDate,
    marking: Marking = OURS,
) -> Entry:
    """Say on which day what was asked was done, or a return of a recurring one made; the entry. Raises NotAllowed,
    NotThere, and NotDone: `said_already`, `marking_beyond_sight`."""
    viewer.must("record")

    def said(turn: Turn) -> list[Assertion]:
        on, its_source = turn.the("commitment", commitment), turn.the("source", source)
        for entry in on.all("fulfilled"):
            _is_new(entry, None, its_source, effective_on, on)
        marking_ = turn.marked(marking, on, its_source)
        return [
            turn.said(
                on.code,
                "fulfilled",
                marking=marking_,
                source=its_source.code,
                passage=written(passage),
                effective_on=effective_on,
            )
        ]

    (entry,) = stated(register, viewer, said)
    return entry


def due_at_event(register: Register, viewer: Viewer, commitment: str, event: str) -> Entry:
    """Name the activity or event at which a commitment is due: "at its forty-ninth session" is that session.

    The deadline's words stay; when the event is recorded as held, the deadline has its day. Raises NotAllowed,
    NotThere, and NotDone: `not_due_at_an_event`, `said_already`.
    """
    viewer.must("record")

    def said(turn: Turn) -> list[Assertion]:
        on = turn.the("commitment", commitment)
        rule = on.newest("due")
        value: Any = rule.assertion.value if rule else {}
        if value.get("kind") != "event":
            raise NotDone("not_due_at_an_event", commitment=on.code)
        bound = turn.state.record(event)
        if bound.kind not in ("activity", "event"):
            raise NotThere(event)
        if value.get("event") == bound.code:
            raise NotDone("said_already", code=on.code)
        assert rule is not None
        return [
            turn.said(
                rule.assertion.subject,
                "due",
                {**value, "event": bound.code},
                marking=turn.marked(OURS, on, bound),
                source=rule.assertion.source,
                passage=rule.assertion.passage,
                effective_on=rule.assertion.effective_on,
                corrects=rule,
            )
        ]

    (entry,) = stated(register, viewer, said)
    return entry


def _corrected(before: Entry | None, since: PartialDate) -> Entry | None:
    """What a new statement supersedes: nothing when it is so since a later day than what was said before."""
    if before is None or (before.assertion.since and since.last_day > before.assertion.since):
        return None
    return before


def _is_new(before: Entry, value: str | None, source: Record, since: PartialDate, on: Record) -> None:
    told: Sequence[object] = (before.assertion.value, before.assertion.source, before.assertion.effective_on)
    if told == (value, source.code, since):
        raise NotDone("said_already", code=on.code)
