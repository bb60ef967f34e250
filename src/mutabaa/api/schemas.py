"""What programs are told, field by field: the shapes of the answers. Dates may be partial and are text."""

from typing import Any

from ninja import Schema

from mutabaa.desk.listing import Listing
from mutabaa.desk.search import Found
from mutabaa.register import Axis, Entry, Record, Standing
from mutabaa.register.actors import Actor


class Problem(Schema):
    """Why there is no answer (RFC 9457): `title` in the language asked for, `kind` for programs."""

    status: int
    kind: str
    title: str


class EntryOut(Schema):
    """An entry of the ledger. `name`: hex SHA-256 of its leaf, by which corrections cite it."""

    number: int
    name: str
    subject: str
    says: str
    value: Any
    stated_by: str
    source: str | None
    passage: str
    effective_on: str | None
    recorded_at: str
    marking: str
    corrects: str | None
    because: str


class AxisOut(Schema):
    """Where a commitment stands on one axis: no value where nobody said. `rests_on`: numbers of entries."""

    value: str | None
    rule: str
    rests_on: list[int]
    facts: dict[str, str]


class StandingOut(Schema):
    """A commitment with its five axes."""

    code: str
    part_of: str | None
    act: str | None
    requester: str | None
    addressees: list[Any]
    action: dict[str, str]
    due: Any
    axes: dict[str, AxisOut]


class CommitmentOut(StandingOut):
    """A commitment whole: every entry in force, and the addresses of duplicates merged into it."""

    also: list[str]
    entries: list[EntryOut]


class ListingOut(Schema):
    """A page of commitments. `facets`: how many have each value, were its own filter not set."""

    total: int
    page: int
    pages: int
    facets: dict[str, dict[str, int]]
    rows: list[StandingOut]


class RecordOut(Schema):
    """Any record: its kind and every entry in force."""

    code: str
    kind: str | None
    also: list[str]
    entries: list[EntryOut]


class ProvisionOut(Schema):
    """A provision: its words by language, its positions, the codes of its commitments."""

    code: str
    wording: dict[str, str]
    acts: list[Any]
    commitments: list[str]


class InstrumentOut(Schema):
    """An instrument as its header states it; a title for each language version."""

    code: str
    symbol: str | None
    title: dict[str, str]
    body: str | None
    document_kind: str | None
    adopted: str | None


class InstrumentWhole(InstrumentOut):
    """An instrument with its provisions, in their order."""

    provisions: list[ProvisionOut]


class WhyOut(Schema):
    """Why an axis has its value: the entries it rests on, and whether computing anew from the ledger gives the same."""

    axis: str
    value: str | None
    rule: str
    entries: list[EntryOut]
    same: bool


class SaidOut(Schema):
    """An entry in a history: whether it still counts, and which entry ended it."""

    entry: EntryOut
    counts: bool
    ended_by: int | None


class HitOut(Schema):
    """What was found: `lit` are offsets into `snippet`."""

    code: str
    number: int
    says: str
    kind: str
    language: str
    instrument: str
    year: str
    snippet: str
    lit: list[tuple[int, int]]
    score: float | None


class FoundOut(Schema):
    """A page of what was found; `also`: names in other languages that were looked for too."""

    total: int
    more: bool
    also: list[str]
    facets: dict[str, dict[str, int]]
    hits: list[HitOut]


class ActorNameOut(Schema):
    """A name and when it was borne."""

    language: str
    text: str
    since: str | None
    until: str | None
    official: bool
    because: str


class ActorOut(Schema):
    """An actor: a State, organization, organ, movement, coalition, fund or mechanism."""

    code: str
    kind: str | None
    names: list[ActorNameOut]
    memberships: list[dict[str, str | None]]


class DeadlineOut(Schema):
    """A commitment and the last day by which; `written` as the text has it."""

    code: str
    day: str
    days: int
    is_open: bool
    written: str | None


class FigureOut(Schema):
    """A figure with its formula and its n; no value where n is 0."""

    formula: str
    part: int
    n: int
    value: float | None


class GroupOut(Schema):
    """The commitments with one value of a facet, counted by axis."""

    value: str
    n: int
    counts: dict[str, dict[str, int]]
    share_completed: FigureOut
    normalised_mean: FigureOut


class OverviewOut(Schema):
    """Where everything stands."""

    whole: GroupOut
    groups: dict[str, list[GroupOut]]
    meetings: list[GroupOut]
    timeline: dict[str, dict[str, int]]


def entry_out(entry: Entry) -> dict[str, Any]:
    said = entry.assertion
    return {
        "number": entry.number,
        "name": entry.name,
        "subject": said.subject,
        "says": said.says,
        "value": said.value,
        "stated_by": said.stated_by,
        "source": said.source,
        "passage": said.passage,
        "effective_on": str(said.effective_on) if said.effective_on else None,
        "recorded_at": said.recorded_at.isoformat(),
        "marking": said.marking,
        "corrects": said.corrects,
        "because": said.because,
    }


def axis_out(axis: Axis) -> dict[str, Any]:
    return {
        "value": axis.value,
        "rule": axis.rule,
        "rests_on": list(axis.rests_on),
        "facts": dict(axis.facts),
    }


def standing_out(standing: Standing) -> dict[str, Any]:
    record = standing.commitment
    act = record.value("act")
    return {
        "code": record.code,
        "part_of": record.value("part_of"),
        "act": act["act"] if act else None,
        "requester": record.value("requester"),
        "addressees": [entry.assertion.value for entry in record.all("addressee")],
        "action": words_out(record, "action"),
        "due": record.value("due"),
        "axes": {name: axis_out(axis) for name, axis in standing.axes.items()},
    }


def commitment_out(standing: Standing) -> dict[str, Any]:
    return {**standing_out(standing), **_entries_out(standing.commitment)}


def record_out(record: Record) -> dict[str, Any]:
    return {"code": record.code, "kind": record.kind, **_entries_out(record)}


def _entries_out(record: Record) -> dict[str, Any]:
    return {"also": list(record.also), "entries": [entry_out(entry) for entry in record.entries]}


def words_out(record: Record, says: str) -> dict[str, str]:
    """The newest words in each language."""
    values = [entry.assertion.value for entry in record.all(says)]
    return {str(value["language"]): str(value["text"]) for value in values if isinstance(value, dict)}


def listing_out(listing: Listing) -> dict[str, Any]:
    return {
        "total": listing.total,
        "page": listing.page,
        "pages": listing.pages,
        "facets": {name: dict(counts) for name, counts in listing.facets.items()},
        "rows": [standing_out(row) for row in listing.rows],
    }


def instrument_out(record: Record) -> dict[str, Any]:
    return {
        "code": record.code,
        "symbol": record.value("symbol"),
        "title": words_out(record, "title"),
        "body": record.value("body"),
        "document_kind": record.value("document_kind"),
        "adopted": record.value("adopted"),
    }


def found_out(found: Found) -> dict[str, Any]:
    return {
        "total": found.total,
        "more": found.more,
        "also": list(found.also),
        "facets": {name: dict(counts) for name, counts in found.facets.items()},
        "hits": list(found.hits),
    }


def actor_out(actor: Actor) -> dict[str, Any]:
    return {
        "code": actor.code,
        "kind": actor.kind,
        "names": [
            {
                "language": name.language,
                "text": name.text,
                "since": _date(name.since),
                "until": _date(name.until),
                "official": name.official,
                "because": name.because,
            }
            for name in actor.names
        ],
        "memberships": [
            {"of": one.of, "role": one.role, "since": _date(one.since), "until": _date(one.until)}
            for one in actor.memberships
        ],
    }


def _date(date: object) -> str | None:
    return str(date) if date is not None else None
