"""One commitment with all that its page shows: its words, its parties, its lineage, where it stands and on what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mutabaa.desk.errors import NotThere
from mutabaa.desk.explain import Why, explain
from mutabaa.desk.lineage import Kin, lineage
from mutabaa.people.policy import Viewer
from mutabaa.register import Entry, Record, Standing, State, standing
from mutabaa.register.judged_axes import assessment_that_counts
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation:
    """The paragraph in one language version. `lit`: the stretches of it that are the commitment's own words."""

    language: Language
    text: str
    lit: tuple[tuple[int, int], ...]
    source: str | None
    page: int | None

    def parts(self) -> Iterator[tuple[bool, str]]:
        """The text in order, each part lit or not."""
        at = 0
        for start, end in self.lit:
            yield False, self.text[at:start]
            yield True, self.text[start:end]
            at = end
        yield False, self.text[at:]


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """A source brought to bear on a commitment."""

    entry: Entry
    source: Record

    @property
    def bearing(self) -> str:
        return str(_fields(self.entry)["bearing"])

    @property
    def words(self) -> str:
        return str(_fields(self.entry).get("words") or "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """An assessment with the steps taken on it and the replies. `counts`: the implementation axis rests on it."""

    entry: Entry
    sources: tuple[Record, ...]
    steps: tuple[Entry, ...]
    counts: bool

    @property
    def level(self) -> str:
        return str(_fields(self.entry)["level"])

    @property
    def reasons(self) -> str:
        return str(_fields(self.entry)["reasons"])


@dataclass(frozen=True, kw_only=True, slots=True)
class Commitment:
    """What the page shows. `provision` and `instrument`: where it stands, as far as that is seen. `lineage`: its whole
    line, the earliest link first. `activities`: and events, that are part of it or set its deadline."""

    standing: Standing
    provision: Record
    instrument: Record
    quotations: tuple[Quotation, ...]
    evidence: tuple[Evidence, ...]
    assessments: tuple[Assessment, ...]
    activities: tuple[Record, ...]
    lineage: tuple[Kin, ...]

    @property
    def record(self) -> Record:
        return self.standing.commitment


def commitment(register: Register, viewer: Viewer, code: str, moment: Moment) -> Commitment:
    """A commitment at a moment. Raises NotThere when the viewer sees none at this address."""
    seen = register.state(moment, viewer.sight)
    record = _the_commitment(seen, code)
    cited = [entry.assertion.source for entry in record.all("evidence") if entry.assertion.source]
    cited += [one for entry in record.all("assessment") for one in _fields(entry)["sources"]]
    seen.gather(sorted(set(cited)))
    provision = seen.record(record.value("part_of") or record.code)
    return Commitment(
        standing=standing(record.code, seen),
        provision=provision,
        instrument=instrument_of(provision, seen),
        quotations=quotations(record, provision),
        evidence=tuple(_evidence(record, seen)),
        assessments=tuple(_assessments(record, seen)),
        activities=tuple(_activities(record, seen)),
        lineage=lineage(register, viewer, record.code, moment),
    )


def why(register: Register, viewer: Viewer, code: str, moment: Moment) -> tuple[Standing, tuple[Why, ...]]:
    """Each axis with its rule and its entries, and computed a second time from the ledger. Raises NotThere."""
    return explain(register, viewer, code, moment)


def instrument_of(record: Record, seen: State) -> Record:
    """The instrument a record stands in, up through its provisions; the last that is seen where none is."""
    passed = {record.code}
    while record.kind != "instrument":
        above = record.value("part_of")
        if not above or above in passed:
            break
        passed.add(above)
        record = seen.record(above)
    return record


def quotations(record: Record, provision: Record) -> tuple[Quotation, ...]:
    """The paragraph in each version, with the words of the commitment lit where their places are known."""
    found = dict[Language, Quotation]()
    for entry in provision.all("wording"):
        value = _fields(entry)
        if value.get("language") not in LANGUAGES:
            continue
        language: Language = value["language"]
        found[language] = Quotation(
            language=language,
            text=value["text"],
            lit=_lit(record, value),
            source=entry.assertion.source,
            page=value.get("page"),
        )
    return tuple(found[language] for language in LANGUAGES if language in found)


def _lit(record: Record, paragraph: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    """Where the operative words and the action stand in the paragraph; what overlaps is one stretch."""
    first, text = paragraph.get("start"), paragraph["text"]
    places = list[tuple[int, int]]()
    for says in ("wording", "action"):
        for entry in record.all(says):
            value = _fields(entry)
            if value.get("language") != paragraph["language"] or None in (first, value.get("start")):
                continue
            start = value["start"] - first
            if text[start : start + len(value["text"])] == value["text"] and start >= 0:
                places.append((start, start + len(value["text"])))
    joined = list[tuple[int, int]]()
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _the_commitment(seen: State, code: str) -> Record:
    record = seen.record(code)
    if record.kind != "commitment":
        raise NotThere(code)
    return record


def _evidence(record: Record, seen: State) -> Iterator[Evidence]:
    for entry in record.all("evidence"):
        if entry.assertion.source:
            yield Evidence(entry=entry, source=seen.record(entry.assertion.source))


def _assessments(record: Record, seen: State) -> Iterator[Assessment]:
    counts = assessment_that_counts(record)
    steps = record.all("judgement")
    for entry in reversed(record.all("assessment")):
        sources = (seen.record(code) for code in _fields(entry)["sources"])
        yield Assessment(
            entry=entry,
            # One that isn't seen is not named: its address alone would tell that it is there.
            sources=tuple(source for source in sources if source.entries),
            steps=tuple(step for step in steps if _fields(step)["assessment"] == entry.name),
            counts=counts is not None and counts.name == entry.name,
        )


def _activities(record: Record, seen: State) -> Iterator[Record]:
    """Activities and events that are part of it, and those for which its deadline waits."""
    parts = seen.saying("part_of", [record.code, *record.also])
    codes = [code for found in parts.values() for code in found]
    codes += [str(event) for entry in record.all("due") if (event := _fields(entry).get("event"))]
    seen.gather(sorted(set(codes)))
    for one in dict.fromkeys(seen.record(code).code for code in codes):
        if (found := seen.record(one)).kind in ("activity", "event"):
            yield found


def _fields(entry: Entry) -> Mapping[str, Any]:
    """The fields of a value that has some."""
    assert isinstance(entry.assertion.value, Mapping)
    return entry.assertion.value
