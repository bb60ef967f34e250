"""Stating something: in one's turn, against the record as it then is, marked as strictly as what it rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NotRequired, TypedDict

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Entry, Marking, Misstated, NotAdmitted, Record, State, strictest
from mutabaa.register.canonical import NotCanonical, Value
from mutabaa.register.statements import RETRACTION, RecordKind
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.wiring.register import Register

# What is said of a record is the office's own until somebody marks it otherwise.
OURS: Marking = "internal"
LONGEST = 30_000


class Basis(TypedDict):
    """What a statement of a deed rests on, as its keyword arguments: the code of a source, the words in it, since when
    what it says is so, and how strictly it is marked (OURS where that isn't said; never less than the source)."""

    source: str
    passage: NotRequired[str]
    effective_on: PartialDate
    marking: NotRequired[Marking]


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """A viewer's turn to record something. `state`: all that is recorded and seen, of whatever day it speaks."""

    viewer: Viewer
    state: State
    instant: datetime

    @property
    def today(self) -> PartialDate:
        day = self.instant.date()
        return PartialDate(year=day.year, month=day.month, day=day.day)

    def the(self, kind: RecordKind, code: str) -> Record:
        """The record of this kind at an address. Raises NotThere, also for what isn't seen."""
        record = self.state.record(code.strip())
        if record.kind != kind:
            raise NotThere(code)
        return record

    def marked(self, marking: Marking, *rests_on: Record) -> Marking:
        """A marking as strict as it is asked for, and as that of every record it rests on. Raises NotDone."""
        strict = strictest(marking, *(marking_of(record) for record in rests_on))
        if not self.viewer.may_mark(strict):
            raise NotDone("marking_beyond_sight", marking=strict)
        return strict

    def said(
        self,
        subject: str,
        says: str,
        value: Value = None,
        *,
        marking: Marking,
        source: str | None = None,
        passage: str = "",
        effective_on: PartialDate | None = None,
        corrects: Entry | None = None,
    ) -> Assertion:
        """An assertion by the viewer at this instant. A correction is marked no less strictly than what it corrects."""
        if corrects is not None:
            marking = strictest(marking, corrects.assertion.marking)
        return Assertion(
            subject=subject,
            says=says,
            value=value,
            stated_by=self.viewer.name,
            recorded_at=self.instant,
            source=source,
            passage=passage,
            effective_on=effective_on,
            marking=marking,
            corrects=corrects.name if corrects else None,
        )

    def rested(
        self,
        on: Record,
        says: str,
        value: Value,
        basis: Basis,
        *others: Record,
        corrects: Entry | None = None,
    ) -> Assertion:
        """An assertion on a record that rests on a source, marked as strictly as both and any `others` that it names.

        Raises NotThere where the source isn't seen, and NotDone: `marking_beyond_sight`.
        """
        its_source = self.the("source", basis["source"])
        return self.said(
            on.code,
            says,
            value,
            marking=self.marked(basis.get("marking", OURS), on, its_source, *others),
            source=its_source.code,
            passage=written(basis.get("passage", "")),
            effective_on=basis["effective_on"],
            corrects=corrects,
        )

    def taken_back(self, entry: Entry, reason: str) -> Assertion:
        """The retraction of an entry. Raises NotDone without a reason."""
        if not reason.strip():
            raise NotDone("reason_missing")
        said = entry.assertion
        return self.said(said.subject, RETRACTION, written(reason), marking=said.marking, corrects=entry)


def stated(
    register: Register, viewer: Viewer, said: Callable[[Turn], Sequence[Assertion]]
) -> tuple[Entry, ...]:
    """Record what is said in one's turn, all of it at one instant or nothing. Raises what `said` does, and NotDone for
    what the ledger doesn't take: `misstated`, `not_admitted`."""

    def at(instant: datetime) -> Sequence[Assertion]:
        moment = Moment(as_at=date.max, known_by=instant)
        return said(Turn(viewer=viewer, state=register.state(moment, viewer.sight), instant=instant))

    try:
        return register.record(at)
    except (Misstated, NotCanonical) as wrong:
        raise NotDone("misstated", says=str(wrong).partition(":")[0][:80], reason=str(wrong)[:200]) from wrong
    except NotAdmitted as refusal:
        raise NotDone("not_admitted", reason=str(refusal)[:200]) from refusal


def is_new(told: Assertion, *before: Entry | None) -> Assertion:
    """What is told, where none of the entries says it of the same day from the same source. Raises NotDone:
    `said_already`."""
    for entry in before:
        said = entry.assertion if entry else None
        if said and (said.value, said.source, said.effective_on) == (
            told.value,
            told.source,
            told.effective_on,
        ):
            raise NotDone("said_already", code=told.subject)
    return told


def marking_of(record: Record) -> Marking:
    """How strictly the record itself is kept, as far as is seen."""
    return strictest("public", *(entry.assertion.marking for entry in record.all("kind")))


def written(words: str) -> str:
    """Words as they are recorded: nothing around them. Raises NotDone for more than the register takes at once."""
    words = words.strip()
    if len(words) > LONGEST:
        raise NotDone("words_too_long", most=f"{LONGEST:,}")
    if "\x00" in words:
        raise NotDone("words_not_text")
    return words


def named(register_state: State, code: str, says: str, name: str) -> Entry:
    """The entry in force of this name, or of the beginning of it, among those that make a statement of a record.

    Raises NotThere where there is none or several.
    """
    found = [e for e in register_state.record(code).all(says) if name and e.name.startswith(name)]
    if len(found) != 1:
        raise NotThere(name)
    return found[0]
