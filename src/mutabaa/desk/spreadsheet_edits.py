"""From edited cells to what is said by them: one edit, one assertion; a cell that says nothing clear is refused."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from mutabaa.desk.spreadsheet_rows import focal_points
from mutabaa.people.policy import Viewer
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


def said_by(group: str, cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    """What the edited cells of a group say; nothing when it was said already. Raises CellRefused."""
    for column, words in cells.items():
        if len(words) > 30_000:
            raise CellRefused(column, "too_long")
        if base.get(column) and not words:
            raise CellRefused(column, "cleared")
    return _SAYS[group](cells, base, record, desk)


def _lifecycle(cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    value = _choice("lifecycle", cells["lifecycle"], LIFECYCLES, desk)
    since = _date("lifecycle_since", cells["lifecycle_since"], desk)
    source, marking = _source("lifecycle_source", cells["lifecycle_source"], desk)
    standing = record.newest("lifecycle")
    # What is so since a later day follows; anything else would not be seen behind what stands, and corrects it.
    corrects = standing
    if standing is not None and standing.assertion.since and since.last_day > standing.assertion.since:
        corrects = None
    return (
        Said(
            subject=record.code,
            says="lifecycle",
            value=value,
            source=source,
            effective_on=since,
            **_in_place_of(corrects, marking),
        ),
    )


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
    value: dict[str, Value] = {
        "level": int(level) if level.isdigit() else level,
        "reasons": cells["reasons"],
        "sources": [code for code, _ in cited],
    }
    marking = strictest(_OURS, *(mark for _, mark in cited))
    return (Said(subject=record.code, says="assessment", value=value, effective_on=as_at, marking=marking),)


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
    if new:
        source, marking = new[0].subject, _OURS
    else:
        source, marking = _source("evidence_source", written, desk)
    value: dict[str, Value] = {"bearing": bearing}
    if cells["evidence_words"]:
        value["words"] = cells["evidence_words"]
    said = Said(
        subject=record.code,
        says="evidence",
        value=value,
        source=source,
        effective_on=on,
        marking=strictest(_OURS, marking),
    )
    there = any(
        (e.assertion.value, e.assertion.source, e.assertion.effective_on) == (value, source, on)
        for e in record.all("evidence")
    )
    return () if there else (*new, said)


def _reply(cells: Cells, base: Cells, record: Record, desk: Desk) -> tuple[Said, ...]:
    counts = assessment_that_counts(record)
    if counts is None:
        raise CellRefused("reply", "nothing_to_reply_to", column=heading("note", desk.language))
    value: dict[str, Value] = {"assessment": counts.name, "step": "contested", "words": cells["reply"]}
    if desk.viewer.entity:
        value["entity"] = desk.viewer.entity
    if any(entry.assertion.value == value for entry in record.all("judgement")):
        return ()
    marking = strictest(_OURS, counts.assertion.marking)
    return (Said(subject=record.code, says="judgement", value=value, marking=marking),)


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
    code = f"source/{sha256(written.encode()).hexdigest()[:16]}"
    if desk.state.record(code).kind == "source":
        return ()
    return (
        Said(subject=code, says="kind", value="source"),
        Said(subject=code, says="url", value=written),
    )
