"""An actor as the register and the reference table know it: names with their days, memberships, who came after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mutabaa.register.ledger import Entry
from mutabaa.register.state import Record
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.vocabulary.names.actors import EDITION, ActorKind, ReferenceActor


@dataclass(frozen=True, kw_only=True, slots=True)
class ActorName:
    """A name and the days between which it was borne. `official`: not merely how others call it.

    `rests_on`: the entry that says so; "" where it is the reference table.
    """

    language: Language
    text: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    official: bool = True
    rests_on: str = ""

    def borne(self, on: date | None) -> bool:
        """Whether it was the name on a day; None: whether it still is."""
        if on is None:
            return self.until is None
        return (self.since is None or self.since.first_day <= on) and (
            self.until is None or on < self.until.first_day
        )

    @property
    def because(self) -> str:
        """What says so."""
        return f"entry {self.rests_on}" if self.rests_on else f"reference table, edition {EDITION}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership:
    """To whom an actor belongs (a code), as what, and between which days."""

    of: str
    role: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    rests_on: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """An actor at a moment. Names of the register stand before those of the reference table."""

    code: str
    kind: ActorKind | None
    names: tuple[ActorName, ...]
    memberships: tuple[Membership, ...] = ()
    succeeded_by: tuple[str, ...] = ()
    founded_by: str | None = None


def actor_of(record: Record, reference: ReferenceActor | None) -> Actor | None:
    """What the record says, and under it what the reference table says; None when neither knows the actor."""
    if record.kind != "actor" and reference is None:
        return None
    said = [_said_name(entry) for says in ("name", "variant") for entry in reversed(record.all(says))]
    known = tuple(_reference_names(reference)) if reference else ()
    return Actor(
        code=record.code,
        kind=record.value("actor_kind") or (reference.kind if reference else None),
        names=(*said, *known),
        memberships=(
            *map(_membership, record.all("member_of")),
            *(Membership(of=of, role=role) for of, role in (reference.belongs if reference else ())),
        ),
        succeeded_by=tuple(str(entry.assertion.value) for entry in record.all("succeeded_by")),
        founded_by=record.value("founded_by"),
    )


def name_of(actor: Actor, language: Language, on: date | None = None) -> str:
    """The official name on a day (None: today's), failing that a variant, failing that in another language, at last
    the code. ISESCO in a text of 2017 is shown as such, ICESCO today."""
    name = name_in(actor, (language, *LANGUAGES), on)
    return name.text if name else actor.code


def name_in(actor: Actor, languages: Iterable[Language], on: date | None = None) -> ActorName | None:
    """The name in the first of the languages that has one borne on the day."""
    for language in languages:
        spoken = [name for name in actor.names if name.language == language]
        borne = [name for name in spoken if name.borne(on)] or spoken
        if borne:
            return next((name for name in borne if name.official), borne[0])
    return None


def _reference_names(reference: ReferenceActor) -> Iterable[ActorName]:
    """The first name of a language between the same days is the official one."""
    seen = set[tuple[str, str, str]]()
    for name in reference.names:
        first = (name.language, name.since, name.until)
        yield ActorName(
            language=name.language,
            text=name.text,
            since=_date(name.since),
            until=_date(name.until),
            official=first not in seen,
        )
        seen.add(first)


def _said_name(entry: Entry) -> ActorName:
    value = _fields(entry)
    return ActorName(
        language=value["language"],  # type: ignore[arg-type]
        text=value["text"],
        since=_date(value.get("since")),
        until=_date(value.get("until")),
        official=entry.assertion.says == "name",
        rests_on=entry.name,
    )


def _membership(entry: Entry) -> Membership:
    value = _fields(entry)
    return Membership(
        of=value["of"],
        role=value["role"],
        since=_date(value.get("since")),
        until=_date(value.get("until")),
        rests_on=entry.name,
    )


def _fields(entry: Entry) -> Mapping[str, str]:
    value = entry.assertion.value
    assert isinstance(value, Mapping)
    return value  # type: ignore[return-value]


def _date(written: str | None) -> PartialDate | None:
    return PartialDate.from_iso(written) if written else None
