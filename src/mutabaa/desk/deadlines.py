"""What falls due: every commitment with a day by which, as somebody sees it on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mutabaa.people.policy import Viewer
from mutabaa.register import Entry, Record, standings_of
from mutabaa.register.sight import SHARED_UP_TO, up_to
from mutabaa.register.timeliness_axis import SOON
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.wiring.register import Register

# Rules that can come to a day.
_WITH_A_DAY = ("date", "duration", "event", "recurring")


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """A commitment and the day by which. `days`: how many until then, negative when it is past.

    `written`: the date of the text where it gives one, as precise as it is; `rule`: the entry that gives it.
    `is_open`: nothing says that it was done.
    """

    commitment: Record
    day: date
    days: int
    is_open: bool
    rule: Entry
    written: PartialDate | None = None

    @property
    def code(self) -> str:
        return self.commitment.code

    @property
    def is_partial(self) -> bool:
        """Whether the text names a month or a year only; `day` is its last."""
        return self.written is not None and self.written.day is None


def deadlines(register: Register, viewer: Viewer, moment: Moment) -> tuple[Deadline, ...]:
    """Every commitment with a day by which, the earliest first. No longer asked ones are left out."""
    state = register.state(moment, viewer.sight)
    said = state.saying("due", _WITH_A_DAY)
    codes = list(dict.fromkeys(code for kind in _WITH_A_DAY for code in said.get(kind, ())))
    found = list[Deadline]()
    for standing in standings_of(codes, state):
        axis = standing.axes["timeliness"]
        rule = standing.commitment.newest("due")
        if rule is None or "due" not in axis.facts or standing.commitment.kind != "commitment":
            continue
        day = date.fromisoformat(axis.facts["due"])
        found.append(
            Deadline(
                commitment=standing.commitment,
                day=day,
                days=(day - moment.as_at).days,
                is_open="days" in axis.facts,
                rule=rule,
                written=_written(rule.assertion.value),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.day, one.code)))


def waiting(register: Register, viewer: Viewer, moment: Moment) -> tuple[Record, ...]:
    """Commitments due at an event, or within a time of one, that no day is known of yet, in the order recorded."""
    state = register.state(moment, viewer.sight)
    said = state.saying("due", ("event", "duration"))
    codes = list(dict.fromkeys(code for kind in ("event", "duration") for code in said.get(kind, ())))
    return tuple(
        standing.commitment
        for standing in standings_of(codes, state)
        if standing.commitment.kind == "commitment"
        and "due" not in standing.axes["timeliness"].facts
        and standing.axes["lifecycle"].value in ("active", "renewed")
    )


def due_soon(register: Register, viewer: Viewer, day: date, within: timedelta = SOON) -> tuple[Deadline, ...]:
    """What is open and falls due within a time from a day, or is overdue on it; the longest overdue first."""
    moment = Moment(as_at=day, known_by=register.now())
    return tuple(
        one for one in deadlines(register, viewer, moment) if one.is_open and one.day - day <= within
    )


def words_that_travel(one: Deadline, language: Language) -> str:
    """What is asked, in this language or else the first recorded; "" where it is marked more strictly than what is
    shared. Mail travels open and calendars are synchronised elsewhere: what is restricted stays in the register, even
    for those who see it there."""
    actions = [e for e in one.commitment.all("action") if e.assertion.marking in up_to(SHARED_UP_TO)]
    said: list[Any] = [entry.assertion.value for entry in actions]
    spoken = next((value for value in said if value["language"] == language), said[0] if said else None)
    return str(spoken["text"]) if spoken else ""


def _written(rule: Any) -> PartialDate | None:
    """The date of the text, when the rule is one."""
    if isinstance(rule, Mapping) and rule["kind"] == "date" and rule.get("on"):
        return PartialDate.from_iso(str(rule["on"]))
    return None
