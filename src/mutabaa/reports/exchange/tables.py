"""The register as tables for other programs: commitments, where they stand, evidence, assessments, actors, sources.

Keys and codes, the same in every language; words as they were said. A field that nobody filled is empty, never zero.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any, Literal

from mutabaa.register import AXES, Entry, Record, State, standings_of
from mutabaa.register.actors import Actor
from mutabaa.register.particulars import particulars
from mutabaa.reports.workbook.cell_text import neutralised
from mutabaa.vocabulary import LANGUAGES

FieldType = Literal["string", "integer", "date", "datetime"]
Cell = str | int | None
# What lets a spreadsheet on Windows know UTF-8 when it sees it.
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A column: its name and type, whether it is always filled, and the table whose key it names."""

    name: str
    type: FieldType = "string"
    required: bool = False
    refers_to: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A table. `key`: the field that tells rows apart, or None."""

    name: str
    fields: tuple[Field, ...]
    key: str | None
    rows: Callable[[State, Iterable[Actor]], Iterator[Mapping[str, Cell]]]


def csv_of(sheet: Sheet, state: State, actors: Iterable[Actor] = (), *, for_excel: bool = False) -> bytes:
    """RFC 4180 in UTF-8 with a heading row; words that a spreadsheet would take for a formula begin with an apostrophe.

    `for_excel`: with a byte order mark.
    """
    out = StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    names = [field.name for field in sheet.fields]
    write.writerow(names)
    for row in sheet.rows(state, actors):
        write.writerow([_harmless(row.get(name)) for name in names])
    return (BYTE_ORDER_MARK if for_excel else b"") + out.getvalue().encode()


def _harmless(cell: Cell) -> Cell:
    return neutralised(cell) if isinstance(cell, str) else cell


def _commitments(state: State, actors: Iterable[Actor]) -> Iterator[Mapping[str, Cell]]:
    for code in state.codes("commitment"):
        record = state.record(code)
        told, act, due = particulars(record, state), record.value("act"), record.value("due") or {}
        row: dict[str, Cell] = {
            "code": code,
            "instrument": told.instrument,
            "provision": told.provision,
            "act": told.act,
            "reiterated": int(bool(act and act.get("reiterated"))),
            "requester": record.value("requester"),
            "addressees": "\n".join(told.addressees) or None,
            "themes": "\n".join(told.themes) or None,
            "due_kind": due.get("kind"),
            "due_on": due.get("on"),
            "due_length": due.get("length") or due.get("every"),
            "due_words": due.get("words"),
        }
        for language in LANGUAGES:
            row[f"wording_{language}"] = _words(record, "wording", language)
            row[f"action_{language}"] = _words(record, "action", language)
        yield row


def _standings(state: State, actors: Iterable[Actor]) -> Iterator[Mapping[str, Cell]]:
    for one in standings_of(state.codes("commitment"), state):
        row: dict[str, Cell] = {
            "commitment": one.code,
            "as_at": state.moment.as_at.isoformat(),
            "known_by": state.moment.known_by.strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        for axis in AXES:
            row[axis] = one.axes[axis].value
            row[f"{axis}_rule"] = one.axes[axis].rule
        yield row


def _evidence(state: State, actors: Iterable[Actor]) -> Iterator[Mapping[str, Cell]]:
    for code, entry in _said(state, "evidence"):
        value = _fields(entry)
        yield {
            **_entry(entry, code),
            "source": entry.assertion.source,
            "bearing": value["bearing"],
            "words": value.get("words"),
        }


def _assessments(state: State, actors: Iterable[Actor]) -> Iterator[Mapping[str, Cell]]:
    for code, entry in _said(state, "assessment"):
        value = _fields(entry)
        steps = [
            _fields(step)["step"]
            for step in state.record(code).all("judgement")
            if _fields(step)["assessment"] == entry.name
        ]
        yield {
            **_entry(entry, code),
            "level": str(value["level"]),
            "reasons": value["reasons"],
            "sources": "\n".join(value["sources"]) or None,
            "steps": "\n".join(steps) or None,
        }


def _actors(state: State, actors: Iterable[Actor]) -> Iterator[Mapping[str, Cell]]:
    for actor in actors:
        row: dict[str, Cell] = {"code": actor.code, "kind": actor.kind}
        for language in LANGUAGES:
            borne = [name for name in actor.names if name.language == language]
            today = [name for name in borne if name.official and name.borne(None)]
            row[f"name_{language}"] = today[0].text if today else None
            others = [name.text for name in borne if not today or name.text != today[0].text]
            row[f"variants_{language}"] = "\n".join(dict.fromkeys(others)) or None
        row["member_of"] = "\n".join(f"{one.of} ({one.role})" for one in actor.memberships) or None
        row["succeeded_by"] = "\n".join(actor.succeeded_by) or None
        yield row


def _sources(state: State, actors: Iterable[Actor]) -> Iterator[Mapping[str, Cell]]:
    for code in state.codes("source"):
        record = state.record(code)
        file = record.value("file") or {}
        yield {
            "code": code,
            "sha256": file.get("sha256"),
            "file_name": file.get("name"),
            **{
                says: record.value(says)
                for says in ("url", "language", "published", "origin", "reliability", "credibility")
            },
        }


def _said(state: State, says: str) -> Iterator[tuple[str, Entry]]:
    for code in state.codes("commitment"):
        for entry in state.record(code).all(says):
            yield code, entry


def _entry(entry: Entry, code: str) -> dict[str, Cell]:
    said = entry.assertion
    return {
        "entry": entry.name,
        "commitment": code,
        "effective_on": str(said.effective_on),
        "stated_by": said.stated_by,
        "recorded_at": said.recorded_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "marking": said.marking,
    }


def _fields(entry: Entry) -> Any:
    return entry.assertion.value


def _words(record: Record, says: str, language: str) -> str | None:
    values = (_fields(entry) for entry in reversed(record.all(says)))
    return next((str(value["text"]) for value in values if value["language"] == language), None)


def _per_language(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name=f"{name}_{language}") for name in names for language in LANGUAGES)


def _strings(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name=name) for name in names)


_OF_ENTRY = (
    Field(name="entry", required=True),
    Field(name="commitment", required=True, refers_to="commitments"),
    # A partial date ("2018-03") is none of the types that the standard has.
    Field(name="effective_on", required=True),
    Field(name="stated_by", required=True),
    Field(name="recorded_at", type="datetime", required=True),
    Field(name="marking", required=True),
)
SHEETS: tuple[Sheet, ...] = (
    Sheet(
        name="commitments",
        key="code",
        rows=_commitments,
        fields=(
            Field(name="code", required=True),
            *_strings("instrument", "provision", "act"),
            Field(name="reiterated", type="integer", required=True),
            *_strings("requester", "addressees", "themes"),
            *_strings("due_kind", "due_on", "due_length", "due_words"),
            *_per_language("wording", "action"),
        ),
    ),
    Sheet(
        name="standings",
        key="commitment",
        rows=_standings,
        fields=(
            Field(name="commitment", required=True, refers_to="commitments"),
            Field(name="as_at", type="date", required=True),
            Field(name="known_by", type="datetime", required=True),
            *(field for axis in AXES for field in (Field(name=axis), Field(name=f"{axis}_rule", required=True))),
        ),
    ),
    Sheet(
        name="evidence",
        key="entry",
        rows=_evidence,
        fields=(*_OF_ENTRY, Field(name="source"), Field(name="bearing", required=True), Field(name="words")),
    ),
    Sheet(
        name="assessments",
        key="entry",
        rows=_assessments,
        fields=(
            *_OF_ENTRY,
            Field(name="level", required=True),
            Field(name="reasons", required=True),
            *_strings("sources", "steps"),
        ),
    ),
    Sheet(
        name="actors",
        key="code",
        rows=_actors,
        fields=(
            Field(name="code", required=True),
            Field(name="kind"),
            *_per_language("name", "variants"),
            *_strings("member_of", "succeeded_by"),
        ),
    ),
    Sheet(
        name="sources",
        key="code",
        rows=_sources,
        fields=(
            Field(name="code", required=True),
            *_strings("sha256", "file_name", "url", "language", "published", "origin", "reliability"),
            Field(name="credibility", type="integer"),
        ),
    ),
)  # fmt: skip
