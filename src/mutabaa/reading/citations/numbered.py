"""Resolutions and decisions cited by number; each of a coordination (1970 (2011) and 2146 (2014)) is its own."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from mutabaa.reading.citations.adopting_bodies import symbol_of
from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.citations.numbers import NUMBER, Number, number_of
from mutabaa.reading.phrasebooks import load
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language

_HAS_NUMBER = re.compile(r"\d(?: ?\w{1,4})? ?[/(]\w")
# Between a noun and its next number: dates of adoption, titles, relative clauses; a text goes on for no longer.
_REACH = 320
# "the Human Rights Council, in its resolution 5/1": so near, "its" is that body's.
_NEAR = 30
_DATED = re.compile(r"[^\d;/]{0,25}\d{0,2}[^\d;]{1,30}?((?:19|20)\d\d)\b")


@dataclass(slots=True)
class _Governing:
    """The noun that governs the numbers that follow, and what was said about it."""

    kind: str
    start: int
    end: int
    plural: bool
    own: bool
    named: str | None
    # The body named last before the noun, though not with it.
    weak: str | None
    pending: list[tuple[Number, int, int]] = field(default_factory=list)
    last: int = 0


def numbered(text: str, language: Language, body: str | None) -> list[Citation]:
    """Resolutions and decisions cited by number in a folded text; `body` is who adopted the citing text."""
    if not _HAS_NUMBER.search(text):
        return []
    return _Sentence(text, language, body).citations()


class _Sentence:
    """One pass over a folded text: nouns, bodies and numbers as they come."""

    def __init__(self, text: str, language: Language, body: str | None) -> None:
        self.text, self.body = text, body
        self.words = _words(language)
        self.found: list[Citation] = []
        self.governing: _Governing | None = None
        self.last_body: tuple[str, int, int] | None = None
        # Where a number would be a paragraph's or an article's.
        self.taken = -1

    def citations(self) -> list[Citation]:
        for event in self.words.pattern.finditer(self.text):
            if event["noun"]:
                self._noun(event)
            elif event["body"]:
                self._body(event)
            elif event["other"]:
                self.taken = event.end()
            elif event["stop"]:
                self._close()
            else:
                self._number(event)
        self._close()
        return self.found

    def _noun(self, event: re.Match[str]) -> None:
        self._close()
        word = event["noun"]
        kind, plural = self.words.nouns[self.words.stem(word)]
        own = bool(event["own"]) or bool(event["pronoun"])
        named, weak, start = None, None, event.start("noun")
        if self.last_body:
            key, body_start, body_end = self.last_body
            gap = self.text[body_end : event.start()]
            if not gap.strip():
                named, start = key, body_start if not plural else start
            elif key in ("un/ga", "un/hrc") and len(gap) <= (_NEAR if own else 2 * _REACH):
                weak = key
        if named is None and not own and self.words.stranger.search(self.text, max(0, start - 30), start):
            named = "stranger"
        self.governing = _Governing(
            kind=kind,
            start=start,
            end=event.end(),
            plural=plural,
            own=own,
            named=named,
            weak=weak,
            last=event.end(),
        )

    def _body(self, event: re.Match[str]) -> None:
        key = self.words.bodies[event["body"]]
        self.last_body = (key, event.start("body"), event.end("body"))
        if not (noun := self.governing) or noun.named:
            return
        gap = self.text[noun.last : event.start("body")]
        if not noun.pending:
            if self.words.of.fullmatch(gap.strip()):
                noun.named, noun.last = key, event.end()
        elif not noun.own and self.words.then_of.fullmatch(gap):
            noun.named, noun.last = key, event.end()

    def _number(self, event: re.Match[str]) -> None:
        noun, number = self.governing, number_of(event)
        if number is None or event.start() <= self.taken + 2:
            return
        if noun is None or event.start() - noun.last > _REACH:
            if number.form == "year" and self.body == "un/sc":
                self._add(number, "RES", event.start(), event.end(), None, False)
            return
        start = event.start()
        if (
            not noun.pending
            and not noun.plural
            and self.words.number.fullmatch(self.text[noun.last : start].strip())
        ):
            start = noun.start
        noun.pending.append((number, start, event.end()))
        noun.last = event.end()

    def _close(self) -> None:
        if noun := self.governing:
            for number, start, end in noun.pending:
                if (
                    number.special
                    and noun.pending[0][0] != number
                    and (self.found[-1].symbol or "").startswith("A/HRC")
                ):
                    noun.weak = "un/hrc"
                self._add(number, noun.kind, start, end, noun.named, noun.own, noun.weak)
        self.governing = None

    def _add(
        self,
        number: Number,
        kind: str,
        start: int,
        end: int,
        named: str | None,
        own: bool,
        weak: str | None = None,
    ) -> None:
        dated = _DATED.match(self.text, end)
        year = int(dated[1]) if dated else None
        symbol = symbol_of(number, kind, named, own, self.body, year)
        if weak and named is None and year is None:
            symbol = symbol_of(number, kind, weak, own, self.body, year)
        self.found.append(
            Citation(start=start, end=end, symbol=symbol, rule="number", key=symbol or self.text[start:end])
        )


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language's phrasebook says about numbered instruments, ready to match."""

    pattern: re.Pattern[str]
    nouns: dict[str, tuple[str, bool]]
    bodies: dict[str, str]
    of: re.Pattern[str]
    then_of: re.Pattern[str]
    number: re.Pattern[str]
    stranger: re.Pattern[str]
    stem: Any


def _either(words: list[str]) -> str:
    return "|".join(re.escape(fold(word).text) for word in sorted(words, key=len, reverse=True))


@cache
def _words(language: Language) -> _Words:
    book = load(language, "instruments")
    numbered = book["numbered"]
    nouns = {
        fold(word).text: (kind, plural)
        for name, kind, plural in (
            ("resolution", "RES", False),
            ("resolutions", "RES", True),
            ("decision", "DEC", False),
            ("decisions", "DEC", True),
        )
        for word in numbered[name]
    }
    bodies = {fold(word).text: key for key, names in book["bodies"].items() for word in names}
    noun, own, body, other = map(_either, (list(nouns), numbered["own"], list(bodies), numbered["other"]))
    of, conjunction = _either(numbered["adopted_by"]), r"(?:and|et|or|ou|as|ainsi|و)\b"
    if language == "ar":
        clitic = r"(?<!\w)و?[فبكل]?(?:ال|لل)?"
        pattern = (
            rf"{clitic}(?P<noun>{noun})(?P<pronoun>{own})?(?!\w)(?P<own>(?!))?"
            rf"|(?<!\w)و?[فبكل]?(?P<body>{body})(?!\w)|(?<!\w)و?[فبكل]?(?P<other>{other})(?= ?[(\d])"
        )
    else:
        pattern = (
            rf"(?<!\w)(?:(?P<own>{own}) (?:\w+ )?)?(?P<noun>{noun})(?!\w)(?P<pronoun>(?!))?"
            rf"|(?<!\w)(?P<body>{body})(?!\w)|(?<!\w)(?P<other>{other})(?= ?[(\d])"
        )
    return _Words(
        pattern=re.compile(rf"{pattern}|(?P<stop>[;؛])|{NUMBER}"),
        nouns=nouns,
        bodies=bodies,
        of=re.compile(f"(?:{of})?"),
        then_of=re.compile(rf",?(?: (?!{conjunction})\S+){{0,6}} ?(?:{of}) ?"),
        number=re.compile(rf"(?:{_either(numbered['number'])})?"),
        stranger=re.compile(r"[\w,;] (?!The |Its )[A-Z][\w-]+ $" if language == "en" else r"(?!)"),
        stem=str,
    )
