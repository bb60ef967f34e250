"""The report's words: sentences from a language's file, with numbers, dates and quoted words put in their places."""

import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from mutabaa.reports.official_dates import Calendar
from mutabaa.reports.outline import Piece, PieceStyle, Sentence, Text
from mutabaa.reports.plural import plural
from mutabaa.vocabulary import Language

_FILES: dict[Language, str] = {"ar": "arabic.toml", "en": "english.toml", "fr": "french.toml"}


class Wording:
    """The words of one language. A key is a table and a name: "sections.summary"; KeyError for an unknown one."""

    def __init__(self, language: Language) -> None:
        self.language = language
        content = files("mutabaa.reports").joinpath("words", _FILES[language]).read_text(encoding="utf-8")
        self.tables: dict[str, dict[str, Any]] = tomllib.loads(content)
        self.calendar = Calendar.from_words(self.tables["dates"], self.count)

    def text(self, key: str) -> str:
        """The words as they stand in the file, their {places} unfilled."""
        table, _, name = key.partition(".")
        found = self.tables[table][name]
        if not isinstance(found, str):
            raise KeyError(key)
        return found

    def knows(self, key: str) -> bool:
        """Whether the file has words for this key."""
        table, _, name = key.partition(".")
        return name in self.tables.get(table, {})

    def count(self, noun: str, n: int) -> str:
        """A number with its noun in the form the number asks for: "27 acts", "فعلان", "0 acte"."""
        forms: dict[str, str] = self.tables["counts"][noun]
        return forms[plural(self.language, n)].format(n=n)

    def pieces(self, key: str, **facts: "Fact") -> tuple[Piece, ...]:
        """The words of a key with its places filled: text as plain words, pieces as they are."""
        made: list[Piece] = []
        for words, place, _, _ in Formatter().parse(self.text(key)):
            if words:
                made.append(Piece(text=words, language=self.language))
            if place is not None:
                made.extend(self._filled(facts[place]))
        return tuple(made)

    def sentence(self, key: str, *, rests_on: Iterable[str] = (), **facts: "Fact") -> Sentence:
        """A sentence of this language."""
        return Sentence(language=self.language, pieces=self.pieces(key, **facts), rests_on=tuple(rests_on))

    def joined(self, parts: Iterable[tuple[Piece, ...]]) -> tuple[Piece, ...]:
        """Pieces set after one another with the language's own comma between them."""
        made: list[Piece] = []
        for part in parts:
            if made:
                made.append(self.plain(self.text("report.join")))
            made.extend(part)
        return tuple(made)

    def plain(self, text: str, style: PieceStyle = "plain") -> Piece:
        """Words of this language."""
        return Piece(text=text, style=style, language=self.language)

    def _filled(self, fact: "Fact") -> tuple[Piece, ...]:
        if callable(fact):
            fact = fact(self)
        if isinstance(fact, int):
            fact = str(fact)
        if isinstance(fact, str):
            return (self.plain(fact),)
        return (fact,) if isinstance(fact, Piece) else fact


# What may fill a place: words, a number, pieces, or a rule that makes them for the language at hand.
Filling = str | int | Piece | tuple[Piece, ...]
Fact = Filling | Callable[[Wording], Filling]


@cache
def wording(language: Language) -> Wording:
    """The words of a language, read once."""
    return Wording(language)


class Labels:
    """The chosen label languages: every call gives one sentence a language."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        self.languages = languages
        self.wordings = tuple(wording(language) for language in languages)

    def __call__(self, key: str, *, rests_on: Iterable[str] = (), **facts: Fact) -> Text:
        codes = tuple(rests_on)
        return tuple(words.sentence(key, rests_on=codes, **facts) for words in self.wordings)

    def choices(self, table: str) -> tuple[str, ...]:
        """The values of an axis, for a drop-down; several languages stand beside each other: "active / en vigueur"."""
        return tuple(self.choice(f"{table}.{name}") for name in self.wordings[0].tables[table])

    def choice(self, key: str) -> str:
        """One value in every label language on one line."""
        return " / ".join(words.text(key) for words in self.wordings)


def code(text: str) -> Piece:
    """A symbol, code, hash or file name: without language, left to right."""
    return Piece(text=text, style="code")


def counted(noun: str, n: int) -> Callable[[Wording], Filling]:
    """A number with its noun, in the form the language at hand asks for."""
    return lambda words: words.count(noun, n)
