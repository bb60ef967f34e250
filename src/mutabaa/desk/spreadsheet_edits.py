"""From edited cells to what is said by them: one edit, one assertion; a cell that says nothing clear is refused."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mutabaa.desk.assess import assessed, replied
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.evidence import cited as cite_in_turn
from mutabaa.desk.lifecycle import became
from mutabaa.desk.sources import web_source_code
from mutabaa.desk.spreadsheet_rows import focal_points
from mutabaa.desk.stating import Turn
from mutabaa.desk.words import say
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import Assertion, Entry, Marking, Record, State, strictest
from mutabaa.register.canonical import Value
from mutabaa.register.judged_axes import assessment_that_counts
from mutabaa.register.statements import BEARINGS, LEVELS, LIFECYCLES
from mutabaa.register.words import axis_value
from mutabaa.reports.exchange.words import exchange_words, heading
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.vocabulary.names.actors import actor_code, reference_actors

Cells = Mapping[str, str]
# What is said of a commitment is the office's own until somebody marks it otherwise.
_OURS: Marking = "internal"
# What was said before is no edit.
_SAID_BEFORE = ("said_already", "assessed_so_already", "cited_already", "replied_so_already")


class CellRefused(ValueError):
    """A cell that isn't taken. `kind` names a refusal, `facts` fill it in."""

    def __init__(self, column: str, kind: str, /, **facts: str) -> None:
        super().__init__(kind)
        self.column, self.kind, self.facts = column, kind, facts


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One assertion to be, without its author and its instant. `entity`: a focal point to assign instead."""

    subject: str
    says: str
    value: Value = None
    source: str | None = None
    effective_on: PartialDate | None = None
    marking: Marking = _OURS
    corrects: str | None = None

    @classmethod
    def of(cls, one: Assertion) -> "Said":
        """What a deed would say."""
        return cls(
            subject=one.subject,
            says=one.says,
            value=one.value,
            source=one.source,
            effective_on=one.effective_on,
            marking=one.marking,
            corrects=one.corrects,
        )

    def at(self, instant: datetime, by: str) -> Assertion:
        """Said by somebody at an instant."""
        return Assertion(
            subject=self.subject,
            says=self.says,
            value=self.value,
            stated_by=by,
            recorded_at=instant,
            source=self.source,
            effective_on=self.effective_on,
            marking=self.marking,
            corrects=self.corrects,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """Where an edit is made: as whom, in which language the sheet speaks, in which state of the register."""

    viewer: Viewer
    language: Language
    state: State

    @property
    def turn(self) -> Turn:
        """The viewer's turn to say what was edited."""
        return Turn(viewer=self.viewer, state=self.state, instant=self.state.moment.known_by)


def said_by(group: str, cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    """What the edited cells of a group say; nothing when it was said already. Raises CellRefused."""
    for column, words in cells.items():
        if len(words) > 30_000:
            raise CellRefused(column, "too_long")
        if base.get(column) and not words:
            raise CellRefused(column, "cleared")
    first = next((column for column in cells if cells[column] != base.get(column, "")), next(iter(cells)))
    try:
        return _SAYS[group](cells, base, record, desk)
    except NotAllowed as forbidden:
        raise CellRefused(first, "not_yours") from forbidden
    except NotThere as absent:
        raise CellRefused(first, "source_unknown", value=absent.code[:80]) from absent
    except NotDone as refusal:
        if refusal.kind in _SAID_BEFORE:
            return ()
        reason = say(refusal.kind, desk.language, **refusal.facts)
        raise CellRefused(first, "not_admitted", reason=reason) from refusal


def _lifecycle(cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    value = _choice("lifecycle", cells["lifecycle"], LIFECYCLES, desk)
    since = _date("lifecycle_since", cells["lifecycle_since"], desk)
    source, _ = _source("lifecycle_source", cells["lifecycle_source"], desk)
    return (Said.of(became(desk.turn, record.code, value, source=source, effective_on=since)),)


def _assessment(cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    if not cells["level"]:
        raise CellRefused("level", "level_needed")
    level = _choice("level", cells["level"], tuple(map(str, LEVELS)), desk)
    if not cells["reasons"]:
        raise CellRefused("reasons", "reasons_needed")
    if base["level"] and cells["level"] != base["level"] and cells["reasons"] == base["reasons"]:
        raise CellRefused("reasons", "reasons_of_another_level")
    codes = [code.strip() for code in cells["sources"].replace("؛", "\n").replace(";", "\n").split("\n")]
    cited = [_source("sources", code, desk) for code in codes if code]
    if not cited:
        raise CellRefused("sources", "reasons_needed")
    as_at = _date("assessed_on", cells["assessed_on"], desk)
    sources = [code for code, _ in cited]
    reasons = cells["reasons"]
    told = assessed(desk.turn, record.code, level=level, reasons=reasons, sources=sources, effective_on=as_at)
    return (Said.of(told),)


def _due(cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    day = _date("due", cells["due"], desk)
    value: dict[str, Value] = {"kind": "date", "on": str(day)}
    return (Said(subject=record.code, says="due", value=value, **_in_place_of(record.newest("due"), _OURS)),)


def _focal_point(cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    wanted = [actor_code(line.strip()) for line in cells["focal_point"].split("\n") if line.strip()]
    there = [actor_code(code) for code in focal_points(record)]
    if set(there) - set(wanted):
        raise CellRefused("focal_point", "cleared")
    said = []
    for code in dict.fromkeys(wanted):
        if code not in there:
            if desk.state.record(code).kind != "actor" and code not in reference_actors():
                raise CellRefused("focal_point", "no_such_actor", value=code[:80])
            said.append(Said(subject=record.code, says="focal_point", value={"entity": code}))
    return tuple(said)


def _evidence(cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    if not cells["bearing"]:
        raise CellRefused("bearing", "words_missing", column=heading("bearing", desk.language))
    bearing = _choice("bearing", cells["bearing"], BEARINGS, desk)
    on = _date("evidence_on", cells["evidence_on"], desk)
    written = cells["evidence_source"]
    new = _new_source(written, desk)
    source = new[0].subject if new else _source("evidence_source", written, desk)[0]
    told = cite_in_turn(
        desk.turn,
        source=source,
        commitment=record.code,
        bearing=bearing,
        words=cells["evidence_words"],
        effective_on=on,
        new=bool(new),
    )
    return (*new, Said.of(told))


def _reply(cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    if assessment_that_counts(record) is None:
        raise CellRefused("reply", "nothing_to_reply_to", column=heading("note", desk.language))
    return (Said.of(replied(desk.turn, record.code, cells["reply"])),)


def _note(cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    if any(entry.assertion.value == cells["note"] for entry in record.all("note")):
        return ()
    return (Said(subject=record.code, says="note", value=cells["note"]),)


_SAYS: Mapping[str, Callable[[Cells, Cells, Record, Desk], tuple[Said, ...]]] = {
    "lifecycle": _lifecycle,
    "assessment": _assessment,
    "due": _due,
    "focal_point": _focal_point,
    "evidence": _evidence,
    "reply": _reply,
    "note": _note,
}


def _in_place_of(entry: Entry | None, marking: Marking) -> dict[str, Any]:
    """A correction is no less strictly marked than what it corrects, nor hidden from those who saw it."""
    if entry is None:
        return {"marking": strictest(_OURS, marking)}
    return {"marking": strictest(entry.assertion.marking, marking), "corrects": entry.name}


def _choice(column: str, written: str, allowed: Sequence[str], desk: Desk) -> str:
    """The value that was meant, written in any of the three languages or as its key."""
    meant: dict[str, str] = {}
    for language in reversed(LANGUAGES):
        for value in allowed:
            meant[folded(_word(column, value, language))] = value
    meant |= {folded(value): value for value in allowed}
    found = meant.get(folded(written))
    if found is None:
        words = ", ".join(_word(column, value, desk.language) for value in allowed)
        raise CellRefused(column, "not_a_word", value=written[:80], allowed=words)
    return found


def _word(column: str, value: str, language: Language) -> str:
    if column == "bearing":
        return str(exchange_words(language)["bearing"][value])
    return axis_value("lifecycle" if column == "lifecycle" else "implementation", value, language)


def folded(words: str) -> str:
    """Words as they are compared: without marks, tatweel and case; digits of any script.

    >>> folded("Intermédiaire"), folded("مُتَوَسِّط") == folded("متوسط"), folded("٢")
    ('intermediaire', True, '2')
    """
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter)
    )
    digits = "".join(str(unicodedata.digit(letter, letter)) for letter in bare)
    return " ".join(digits.replace("ـ", "").casefold().split())


def _date(column: str, written: str, desk: Desk) -> PartialDate:
    if not written:
        raise CellRefused(column, "date_needed", column=heading(column, desk.language))
    try:
        return PartialDate.from_iso(folded(written))
    except ValueError as wrong:
        raise CellRefused(column, "not_a_date", value=written[:80]) from wrong


def _source(column: str, written: str, desk: Desk) -> tuple[str, Marking]:
    """The code of a source that is there and how strictly it is kept."""
    if not written:
        raise CellRefused(column, "source_needed", column=heading(column, desk.language))
    source = desk.state.record(written)
    if source.kind != "source":
        raise CellRefused(column, "source_unknown", value=written[:80])
    return source.code, strictest(*(entry.assertion.marking for entry in source.all("kind")))


def _new_source(written: str, desk: Desk) -> tuple[Said, ...]:
    """An address on the web becomes a source of its own when there is none for it yet: ungraded, of unstated origin."""
    if not written.startswith(("https://", "http://")) or any(map(str.isspace, written)):
        return ()
    code = web_source_code(written)
    if desk.state.record(code).kind == "source":
        return ()
    return (
        Said(subject=code, says="kind", value="source"),
        Said(subject=code, says="url", value=written),
    )
