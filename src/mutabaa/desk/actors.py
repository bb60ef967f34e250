"""Actors: found by any name in any of the languages, recorded, named anew, merged; an unknown one is proposed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.stating import OURS, Turn, stated
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Entry, Marking, Record, State
from mutabaa.register.actors import Actor, ActorName, actor_of, name_in
from mutabaa.register.canonical import Value
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.vocabulary.names.actors import (
    ActorKind,
    actor_code,
    by_folded_name,
    is_actor_code,
    reference_actors,
)
from mutabaa.vocabulary.names.folding import folded, forms
from mutabaa.wiring.register import Register

_PARENTHESES = re.compile(r"^(.*?)[(（](.*)[)）]\s*$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """An actor that the words may mean. `matched`: the name they are; `as_written`: whether nothing before the name
    (a preposition, "Republic of") had to be left out."""

    actor: Actor
    matched: ActorName
    as_written: bool

    @property
    def code(self) -> str:
        return self.actor.code


def find(
    register: Register, viewer: Viewer, words: str, language: Language | None = None, at: Moment | None = None
) -> tuple[Candidate, ...]:
    """The actors that the words name, in any of the three languages or in one; several when they are ambiguous, none
    when nobody is known by them.

    Case, vowel marks, forms of Arabic letters, articles, what is written together with a name (وللأمم, l'OCI) and the
    dots of an acronym make no difference. A name in parentheses after another is looked for when the whole isn't known.
    """
    moment = at or now(register)
    state = register.state(moment, viewer.sight)
    parts = _PARENTHESES.match(words.strip())
    for written in (words, *(parts.groups() if parts else ())):
        for place, form in enumerate(forms(written)):
            if found := _known_by(state, form, language):
                return tuple(Candidate(actor=a, matched=name, as_written=place == 0) for a, name in found)
    return ()


def actor(register: Register, viewer: Viewer, code: str, at: Moment | None = None) -> Actor:
    """An actor, from the register and the reference table. Raises NotThere."""
    found = _actor(register.state(at or now(register), viewer.sight), code)
    if found is None:
        raise NotThere(code)
    return found


def record_actor(
    register: Register,
    viewer: Viewer,
    *,
    code: str,
    kind: ActorKind,
    names: Sequence[ActorName],
    marking: Marking = OURS,
    source: str | None = None,
) -> tuple[Entry, ...]:
    """Record an actor with its names, marked as strictly as the source.

    Raises NotThere for a source that isn't seen, and NotDone: `not_an_actor_code`, `marking_beyond_sight`,
    `actor_without_name`, `actor_recorded`.
    """
    viewer.must("record")
    if not is_actor_code(code):
        raise NotDone("not_an_actor_code", code=code)

    def said(turn: Turn) -> list[Assertion]:
        if turn.state.record(code).kind == "actor":
            raise NotDone("actor_recorded", code=code)
        if not names and code not in reference_actors():
            raise NotDone("actor_without_name", code=code)
        marking_ = turn.marked(marking, *_cited(turn, source))
        values: list[tuple[str, Value]] = [("kind", "actor"), ("actor_kind", kind)]
        values += [_naming(name) for name in names]
        return [turn.said(code, says, value, marking=marking_, source=source) for says, value in values]

    return stated(register, viewer, said)


def add_name(
    register: Register,
    viewer: Viewer,
    code: str,
    name: ActorName,
    *,
    marking: Marking = OURS,
    source: str | None = None,
) -> tuple[Entry, ...]:
    """Record another name of an actor, official or a variant. Raises NotThere."""
    return _of_actor(register, viewer, code, *_naming(name), marking=marking, source=source)


def add_membership(
    register: Register,
    viewer: Viewer,
    code: str,
    *,
    of: str,
    role: str,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    marking: Marking = OURS,
    source: str | None = None,
) -> tuple[Entry, ...]:
    """Record that an actor belongs to another, or to an instrument as its guarantor or signatory. Raises NotThere."""
    value: dict[str, Value] = {"of": of, "role": role} | _days(since, until)
    return _of_actor(register, viewer, code, "member_of", value, marking=marking, names=of, source=source)


def succeed(
    register: Register,
    viewer: Viewer,
    code: str,
    successor: str,
    *,
    on: PartialDate,
    marking: Marking = OURS,
    source: str | None = None,
) -> tuple[Entry, ...]:
    """Record that another actor came after this one. A mere change of name is a name. Raises NotThere."""
    actor(register, viewer, successor)
    return _of_actor(
        register,
        viewer,
        code,
        "succeeded_by",
        successor,
        marking=marking,
        names=successor,
        source=source,
        effective_on=on,
    )


def found_by(
    register: Register, viewer: Viewer, code: str, provision: str, *, marking: Marking = OURS
) -> tuple[Entry, ...]:
    """Record the provision that founded an actor, as a mechanism has one. Raises NotThere."""
    return _of_actor(register, viewer, code, "founded_by", provision, marking=marking, names=provision)


def merge(register: Register, viewer: Viewer, duplicate: str, into: str) -> tuple[Entry, ...]:
    """Record that two actors are one: what is said of the duplicate counts as said of the other.

    The other's marking binds it: whoever may not see the one shall not see the other by it. Raises NotThere, and
    NotDone: `merged_with_itself`, `merged_reference` (an actor of the reference table is merged into none).
    """
    viewer.must("record")
    state = register.state(now(register), viewer.sight)
    if state.record(duplicate).code == state.record(into).code:
        raise NotDone("merged_with_itself", code=duplicate)
    if duplicate in reference_actors():
        raise NotDone("merged_reference", code=duplicate)
    if _actor(state, into) is None:
        raise NotThere(into)
    return _of_actor(register, viewer, duplicate, "same_as", into, names=into)


def now(register: Register) -> Moment:
    """As it is and is known."""
    return _as_known(register.now())


def _as_known(instant: datetime) -> Moment:
    return Moment(as_at=instant.date(), known_by=instant)


def _actor(state: State, code: str) -> Actor | None:
    record = state.record(actor_code(code))
    return actor_of(record, reference_actors().get(record.code))


def _known_by(state: State, form: str, language: Language | None) -> list[tuple[Actor, ActorName]]:
    """Who bears a name, by their code: those of the table, and those to whom the register gives it."""
    codes = dict.fromkeys(actor_code(name.key) for name in by_folded_name().get(form, ()))
    for says in ("name", "variant"):
        codes |= dict.fromkeys(state.saying(says, [form]).get(form, ()))
    found = list[tuple[Actor, ActorName]]()
    for code in codes:
        known = _actor(state, code)
        names = [one for one in known.names if folded(one.text) == form] if known else []
        names = [one for one in names if language in (None, one.language)]
        if known and names:
            found.append((known, next((one for one in names if one.until is None), names[0])))
    return found


def _of_actor(
    register: Register,
    viewer: Viewer,
    code: str,
    says: str,
    value: Value,
    *,
    marking: Marking = OURS,
    names: str = "",
    source: str | None = None,
    effective_on: PartialDate | None = None,
) -> tuple[Entry, ...]:
    """One statement on an actor that is there; an actor of the reference table gets a record by it.

    Marked as strictly as the actor's record, the one that the statement `names`, and the source.
    """
    viewer.must("record")

    def said(turn: Turn) -> list[Assertion]:
        known, record = _actor(turn.state, code), turn.state.record(code)
        if known is None:
            raise NotThere(code)
        # What the reference table knows is public, whatever else is recorded of it.
        held = [turn.state.record(one) for one in (code, names) if one and one not in reference_actors()]
        marking_ = turn.marked(marking, *held, *_cited(turn, source))
        told = turn.said(
            actor_code(code), says, value, marking=marking_, source=source, effective_on=effective_on
        )
        opening = [turn.said(known.code, "kind", "actor", marking=marking_)] if record.kind is None else []
        return [*opening, told]

    return stated(register, viewer, said)


def _cited(turn: Turn, source: str | None) -> list[Record]:
    return [turn.the("source", source)] if source else []


def _naming(name: ActorName) -> tuple[str, Value]:
    value: dict[str, Value] = {"language": name.language, "text": name.text.strip()}
    return "name" if name.official else "variant", value | _days(name.since, name.until)


def _days(since: PartialDate | None, until: PartialDate | None) -> dict[str, Value]:
    days = {"since": str(since) if since else None, "until": str(until) if until else None}
    return {field: day for field, day in days.items() if day}


def names_on(
    known: Actor, on: date | None = None, languages: Iterable[Language] = LANGUAGES
) -> dict[Language, str]:
    """The name in each language on a day, languages that have none left out."""
    found = {language: name_in(known, (language,), on) for language in languages}
    return {language: name.text for language, name in found.items() if name}
