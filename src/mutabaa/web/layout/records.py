"""What a page says of a record: its words in the reader's language where a version has them, and whom it speaks to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Protocol, TypeVar

from markupsafe import Markup

from mutabaa.desk.instrument import Provision
from mutabaa.reading.formats.words import word
from mutabaa.register import Record, Standing, State
from mutabaa.register.actors import actor_of, name_of
from mutabaa.reports.wording import wording
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.vocabulary.names import official_name
from mutabaa.vocabulary.names.actors import is_actor_code, reference_actors
from mutabaa.web.layout.said import language, own


class HasLanguage(Protocol):
    @property
    def language(self) -> Language: ...


Spoken = TypeVar("Spoken", bound=HasLanguage)


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Words of a version of a text. `start`, `end`: where they stand in the file; `source`: which file."""

    language: Language
    text: str
    start: int | None = None
    end: int | None = None
    source: str | None = None

    def __html__(self) -> str:
        return str(own(self.text, self.language))


def versions(record: Record, says: str) -> tuple[Words, ...]:
    """What a record says in each language, the reader's first; in each the newest words."""
    newest = dict[Language, Words]()
    for entry in record.all(says):
        value: Any = entry.assertion.value
        if isinstance(value, Mapping) and value.get("language") in LANGUAGES:
            newest[value["language"]] = Words(
                language=value["language"],
                text=str(value["text"]),
                start=value.get("start"),
                end=value.get("end"),
                source=entry.assertion.source,
            )
    return tuple(in_page_order(newest.values()))


def in_page_order(spoken: Iterable[Spoken]) -> list[Spoken]:
    """What is in several languages, the reader's first."""
    here = language()
    return sorted(spoken, key=lambda one: (one.language != here, one.language))


def page_languages(words: Mapping[Language, str]) -> list[Language]:
    """The languages of words, the reader's first."""
    here = language()
    return sorted(words, key=lambda one: (one != here, one))


def words_of(record: Record, *says: str) -> Words | None:
    """The record's words in the reader's language, else in the first there is; of several statements the first made."""
    return next((found[0] for one in says if (found := versions(record, one))), None)


def basis_name(basis: str) -> str | None:
    """What is said in the place of an addressee that no name was given: "not stated", "the adopting body itself"."""
    key = {"self": "self.body", "not_stated": "report.not_stated"}.get(basis)
    return wording(language()).text(key) if key else None


def actor_name(code: str, state: State | None = None) -> str:
    """An actor by the name the register has, else by its official name; words that are no code come back."""
    if not is_actor_code(code):
        return official_name(code, language()) or code
    reference = reference_actors().get(code)
    record = state.record(code) if state else Record(code=code, entries=())
    actor = actor_of(record, reference)
    return name_of(actor, language()) if actor else code


def party(value: Mapping[str, Any]) -> Markup:
    """An addressee or a beneficiary: its name as this version or the reference table has it; not stated is said."""
    names, here = value.get("names") or {}, language()
    if here in names:
        return own(names[here], here)
    if (actor := value.get("actor")) and (called := actor_name(str(actor))) != actor:
        return own(called)
    if names:
        of = next(iter(names))
        return own(names[of], of)
    said = basis_name("self" if value.get("basis") == "self" else "not_stated")
    return Markup('<span class="unstated">{}</span>').format(said)


def parties(record: Record, says: str = "addressee") -> tuple[Markup, ...]:
    """All whom a commitment names as addressees, or as beneficiaries."""
    values = (entry.assertion.value for entry in record.all(says))
    return tuple(party(value) for value in values if isinstance(value, Mapping))


def body_name(value: object) -> str:
    """A body by its name in the reader's language, its key where there is none."""
    here, key = wording(language()), str(value)
    if here.knows(f"bodies.{key}"):
        return here.text(f"bodies.{key}")
    return official_name(key, language()) or key


def short_code(code: str, instrument: str) -> str:
    """A code without the symbol of its instrument: "14.a"."""
    return code.removeprefix(f"{instrument}/")


def under_instruments(
    rows: Iterable[Standing], instruments: Mapping[str, Record]
) -> Iterator[tuple[Record, list[Standing]]]:
    """Rows that follow each other and stand in one instrument, together."""
    for code, together in groupby(rows, key=lambda row: instruments[row.code].code):
        found = list(together)
        yield next(one for one in instruments.values() if one.code == code), found


def passage_label(short: str) -> str:
    """The number of a paragraph; of a passage without one, what it is and its place: "chapeau 1"."""
    kind, _, place = short.partition("/")
    if kind.isalpha() and kind.islower() and len(kind) > 2 and place:
        return f"{word(language(), 'passage_kinds', kind)} {place}"
    return short


def acts_of(provision: Provision) -> list[tuple[str, Standing | None, Mapping[str, Any] | None]]:
    """Commitments and positions of a provision in the order of their letters, each with its code."""
    acts: list[tuple[str, Standing | None, Mapping[str, Any] | None]] = [
        (one.code, one, None) for one in provision.commitments
    ]
    acts += [(str(act.get("code") or ""), None, act) for act in provision.acts]
    return sorted(acts, key=lambda act: (len(act[0]), act[0]))
