"""A proposal as the desk shows it: its statements in the version that is read, what of it is asked for, its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from mutabaa.desk.review import ProposalOnDesk, ReviewDesk, StatementOnDesk
from mutabaa.review.proposal import Proposed
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.acts import kind_of
from mutabaa.web.layout.records import short_code
from mutabaa.web.review.lit_text import Light, Span

Show = Literal["all", "waiting", "decided", "differing", "stale", "versions"]
SHOWS: tuple[Show, ...] = get_args(Show)
KINDS = ("commitment", "provision", "instrument", "source")
# Whose words stand in each language; the others say one thing in all.
_SPOKEN = ("wording", "action", "title")
# What the head of the card says already, or the address of the record itself.
_IN_THE_HEAD = ("kind", "part_of")


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What the desk is asked for: the rest is dimmed, and stays."""

    show: Show = "all"
    kind: str = ""
    words: str = ""

    @property
    def everything(self) -> bool:
        return self == Asked()


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """A proposal and its number on the page. `short`: its code within the text. `following`: number of the next that
    waits and is asked for, its own where there is none. `also`: languages in which the same was read."""

    number: int
    one: ProposalOnDesk
    short: str
    asked_for: bool
    following: int
    lines: tuple[StatementOnDesk, ...]
    also: tuple[Language, ...]
    rule: str

    @property
    def waits(self) -> bool:
        return self.one.decision is None

    @property
    def has_words(self) -> bool:
        return any(line.lit for line in self.one.statements)


def cards(shown: ReviewDesk, language: Language, asked: Asked) -> tuple[Card, ...]:
    """A card for each proposal of the newest reading, numbered from 1."""
    wanted = [_asked_for(one, asked) for one in shown.proposals]
    waiting = [
        place for place, one in enumerate(shown.proposals, 1) if one.decision is None and wanted[place - 1]
    ]
    return tuple(
        Card(
            number=number,
            one=one,
            short=short_code(one.subject, shown.instrument),
            asked_for=wanted[number - 1],
            following=next((n for n in waiting if n > number), next(iter(waiting), number)),
            lines=tuple(_lines(one, language)),
            also=_also(one, language),
            rule=next((line.rule for line in one.statements if line.statement.says == "kind"), ""),
        )
        for number, one in enumerate(shown.proposals, 1)
    )


def stale_cards(shown: ReviewDesk, language: Language) -> tuple[Card, ...]:
    """The same of those that an earlier reading made, numbered on."""
    start = len(shown.proposals) + 1
    return tuple(
        Card(
            number=number,
            one=one,
            short=short_code(one.subject, shown.instrument),
            asked_for=True,
            following=number,
            lines=tuple(_lines(one, language)),
            also=(),
            rule="",
        )
        for number, one in enumerate(shown.stale, start)
    )


def spans(shown: Sequence[Card], language: Language) -> tuple[Span, ...]:
    """Where the words of the cards stand in the text of this version."""
    return tuple(
        Span(start=place.start, end=place.end, light=light, of=card.number)
        for card in shown
        for line in card.one.statements
        if (light := _light(card.one.kind, line.statement))
        for place in line.lit
        if place.language == language
    )


def _light(kind: str, statement: Proposed) -> Light | None:
    value: Any = statement.value
    if statement.says == "wording":
        return "act" if kind == "commitment" else "passage"
    if statement.says == "act" and kind == "provision":
        return "act" if kind_of(value["act"]) == "directive" else "position"
    return {"addressee": "addressee", "beneficiary": "addressee", "due": "due", "action": "action"}.get(
        statement.says
    )  # type: ignore[return-value]


def _lines(one: ProposalOnDesk, language: Language) -> Iterator[StatementOnDesk]:
    """What is shown of it: other languages, the head, and the words of a paragraph only where they differ."""
    for line in one.statements:
        value: Any = line.statement.value
        said = line.statement.says
        elsewhere = said in _SPOKEN and value["language"] != language
        in_the_text = said == "wording" and one.kind == "provision"
        if line.how == "differing" or not (said in _IN_THE_HEAD or elsewhere or in_the_text):
            yield line


def _also(one: ProposalOnDesk, language: Language) -> tuple[Language, ...]:
    values: list[Any] = [line.statement.value for line in one.statements if line.statement.says in _SPOKEN]
    return tuple(dict.fromkeys(value["language"] for value in values if value["language"] != language))


def _asked_for(one: ProposalOnDesk, asked: Asked) -> bool:
    waits = one.decision is None
    shows = {
        "all": True,
        "waiting": waits,
        "decided": not waits,
        "differing": not one.only_adds or one.stood_at is not None,
        "stale": False,
        "versions": bool(one.differences),
    }
    if not shows[asked.show] or (asked.kind and one.kind != asked.kind):
        return False
    return not asked.words or _says(one, asked.words.casefold())


def _says(one: ProposalOnDesk, words: str) -> bool:
    """Whether its code or any of its words hold these."""
    said = (place.words for line in one.statements for place in line.lit)
    return words in one.subject.casefold() or any(words in each.casefold() for each in said)
