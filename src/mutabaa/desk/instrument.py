"""An instrument with its provisions in order: their words in each version, their positions, their commitments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mutabaa.desk.errors import NotThere
from mutabaa.people.policy import Viewer
from mutabaa.register import Record, Standing, State, standings_of
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register

# Paragraphs, sub-paragraphs and theirs; deeper ones are shown with those above.
_DEEPEST = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Provision:
    """A provision. `acts`: the positions and records it takes, as they were recorded (statement `act`)."""

    record: Record
    depth: int
    acts: tuple[Mapping[str, Any], ...]
    commitments: tuple[Standing, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Instrument:
    """An instrument and its provisions, in the order in which they were recorded, which is that of the text."""

    record: Record
    provisions: tuple[Provision, ...]
    files: tuple[Record, ...]


def instruments(register: Register, viewer: Viewer, moment: Moment) -> tuple[Record, ...]:
    """Every instrument that is seen, the newest first."""
    seen = register.state(moment, viewer.sight)
    codes = seen.codes("instrument")
    seen.gather(codes)
    found = [seen.record(code) for code in codes]
    return tuple(sorted(found, key=lambda record: str(record.value("adopted") or ""), reverse=True))


def instrument(register: Register, viewer: Viewer, code: str, moment: Moment) -> Instrument:
    """An instrument at a moment. Raises NotThere when the viewer sees none at this address."""
    seen = register.state(moment, viewer.sight)
    record = seen.record(code)
    if record.kind != "instrument":
        raise NotThere(code)
    parts = _parts(record.code, seen)
    commitments = [one for codes in parts.values() for one in codes if seen.record(one).kind == "commitment"]
    standings = {one.code: one for one in standings_of(commitments, seen)}
    versions = (entry.assertion.value for entry in record.all("version"))
    files = [str(value["source"]) for value in versions if isinstance(value, Mapping)]
    seen.gather(files)
    return Instrument(
        record=record,
        provisions=tuple(_provisions(record.code, parts, standings, seen)),
        files=tuple(source for file in files if (source := seen.record(file)).entries),
    )


def _parts(code: str, seen: State) -> dict[str, list[str]]:
    """For each record that stands in an instrument what stands in it in turn; a query a level."""
    parts: dict[str, list[str]] = {}
    level = [code]
    for _ in range(_DEEPEST):
        within = seen.saying("part_of", level)
        found = list(dict.fromkeys(one for codes in within.values() for one in codes))
        seen.gather(found)
        for above, codes in within.items():
            # What was corrected to stand elsewhere is listed there.
            parts[above] = [one for one in codes if seen.record(one).value("part_of") == above]
        level = [one for one in found if one not in parts and seen.record(one).kind == "provision"]
        if not level:
            break
    return parts


def _provisions(
    above: str, parts: Mapping[str, list[str]], standings: Mapping[str, Standing], seen: State, depth: int = 0
) -> Iterator[Provision]:
    for code in parts.get(above, ()):
        record = seen.record(code)
        if record.kind != "provision" or depth > _DEEPEST:
            continue
        yield Provision(
            record=record,
            depth=depth,
            acts=tuple(
                e.assertion.value for e in record.all("act") if isinstance(e.assertion.value, Mapping)
            ),
            commitments=tuple(standings[one] for one in parts.get(code, ()) if one in standings),
        )
        yield from _provisions(code, parts, standings, seen, depth + 1)
