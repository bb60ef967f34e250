"""What a reading finds: each thing quotes its words, says where they stand, and names the rule that found it."""

from dataclasses import dataclass, field
from typing import Literal

from mutabaa.vocabulary import Kind, force, kind_of

Basis = Literal["stated", "carried_over", "not_stated", "self"]
DeadlineKind = Literal["date", "duration", "event", "recurring", "open"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """Words of the document and where they stand: `start` and `end` count code points of the text as published.

    `text` is the passage's own flowing text (page furniture cut out, broken lines joined), otherwise to the letter.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A statement about the document: its value, the words it was read from (None: computed or declared), the rule."""

    value: str
    quote: Quote | None
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """When an action is due. `value`: ISO date (partial allowed) or ISO 8601 duration; None for event and open."""

    quote: Quote
    kind: DeadlineKind
    value: str | None
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """One operative verb of the adopting body with what it governs (codebook: Fields of an act)."""

    verb: Quote
    act: str
    addressees: tuple[Quote, ...] = ()
    basis: Basis | None = None
    action: Quote | None = None
    deadlines: tuple[Deadline, ...] = ()
    reiterated: bool = False
    rule: str
    # Why the addressees are these, when a pronoun or a dropped name was resolved.
    basis_rule: str = ""

    @property
    def kind(self) -> Kind:
        return kind_of(self.act)

    @property
    def force(self) -> int | None:
        return force(self.act)


@dataclass(frozen=True, kw_only=True, slots=True)
class Instrument:
    """A cited instrument: its designation as written and its normalised symbol when it can be read."""

    quote: Quote
    symbol: str | None
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """An actor, place, date or mechanism named. `name`: key of the reference table, ISO date, or None if not listed."""

    kind: Literal["actor", "place", "date", "mechanism"]
    quote: Quote
    name: str | None
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Concern:
    """Something that was not understood, and where. `kind` names a message in words/, `facts` fill it in."""

    kind: str
    quote: Quote | None = None
    passage: str | None = None
    facts: dict[str, str] = field(default_factory=dict)
