"""A commitment's life: set by a person who cites a source; fulfilled on a day; due at an event that is named later."""

from typing import Any, Unpack

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.stating import OURS, Basis, Turn, is_new, stated
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Entry
from mutabaa.register.statements import LIFECYCLES
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring.register import Register


def set_lifecycle(
    register: Register, viewer: Viewer, commitment: str, value: str, **basis: Unpack[Basis]
) -> Entry:
    """Say what became of a commitment since a day, as a source tells; the entry.

    What is so since a later day follows what was said before; anything else corrects it, for it would not be seen
    behind it. Marked as strictly as the source and the commitment. Raises NotAllowed, NotThere, and NotDone:
    `no_such_lifecycle`, `said_already`, `marking_beyond_sight`.
    """
    viewer.must("record")
    (entry,) = stated(register, viewer, lambda turn: [became(turn, commitment, value, **basis)])
    return entry


def became(turn: Turn, commitment: str, value: str, **basis: Unpack[Basis]) -> Assertion:
    """What `set_lifecycle` says, in somebody's turn. Raises as it does, but for NotAllowed."""
    if value not in LIFECYCLES:
        raise NotDone("no_such_lifecycle", value=value[:80], allowed=", ".join(LIFECYCLES))
    on = turn.the("commitment", commitment)
    before = on.newest("lifecycle")
    corrects = _corrected(before, basis["effective_on"])
    return is_new(turn.rested(on, "lifecycle", value, basis, corrects=corrects), before)


def fulfilled(register: Register, viewer: Viewer, commitment: str, **basis: Unpack[Basis]) -> Entry:
    """Say on which day what was asked was done, or a return of a recurring one made; the entry. Raises NotAllowed,
    NotThere, and NotDone: `said_already`, `marking_beyond_sight`."""
    viewer.must("record")

    def said(turn: Turn) -> list[Assertion]:
        on = turn.the("commitment", commitment)
        return [is_new(turn.rested(on, "fulfilled", None, basis), *on.all("fulfilled"))]

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
