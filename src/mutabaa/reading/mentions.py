"""The actors, places, dates and mechanisms a passage names."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from mutabaa.reading.dates import find_dates
from mutabaa.reading.findings import Mention
from mutabaa.reading.folded import folded
from mutabaa.reading.passages import Passage
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.whole_words import WholeWords
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.names import Name, names

Kind = Literal["actor", "place", "date", "mechanism"]


def find_mentions(passage: Passage, language: Language) -> tuple[Mention, ...]:
    """Everything the reference table knows, the longest name where names overlap, and every date, in textual order.

    `name` is the key of the table, for a date its ISO value. A State is a place where the text says "in" it.
    """
    copy = folded(passage.text)
    text = copy.text
    index = _index(language)
    found: list[tuple[int, int, Kind, str, str]] = []
    reached = 0
    for start, end, entry in index.longest(text):
        if start < reached or not index.is_name(entry, text, start):
            continue
        reached = end
        found.append((start, end, index.kind(entry, text, start), entry.name.key, f"name: {entry.name.text}"))
    lowered = text.lower()
    if len(lowered) == len(text):
        for date in find_dates(lowered, language):
            found.append((date.start, date.end, "date", date.iso, "date: hijri" if date.hijri else "date"))
    found.sort()
    return tuple(
        Mention(kind=kind, quote=passage.quote(*copy.back(start, end)), name=name, rule=rule)
        for start, end, kind, name, rule in found
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    name: Name
    # The only words it may follow, when it is also a common word.
    only_after: frozenset[str] | None


class _Index:
    """All names of a language, searched for at once."""

    def __init__(self, language: Language) -> None:
        book = load(language, "names")
        self.arabic = language == "ar"
        self.place_after = frozenset(fold(word).text for word in book["place"]["after"])
        only_after = {
            fold(n).text: frozenset(fold(w).text for w in words) for n, words in book["only_after"].items()
        }
        entries: dict[str, _Entry] = {}
        for name in names(language):
            if name.kind != "instrument":
                word = fold(name.text).text
                entries.setdefault(word, _Entry(name, only_after.get(word)))
        self.entries = list(entries.values())
        self.words = WholeWords(entries, language)

    def longest(self, text: str) -> list[tuple[int, int, _Entry]]:
        """Every name, the longest of those that start together first."""
        return [(start, end, self.entries[index]) for start, end, index in self.words.find(text)]

    def is_name(self, entry: _Entry, text: str, start: int) -> bool:
        if entry.only_after is None:
            return True
        if start and text[start - 1].isalnum():
            return text[start - 1] in "بل"
        return self._word_before(text, start) in entry.only_after

    def kind(self, entry: _Entry, text: str, start: int) -> Kind:
        kind = entry.name.kind
        if kind == "actor" or kind == "mechanism" or kind == "place":
            return kind
        if self.arabic and start and text[start - 1] == "ب" and not text[start - 2 : start - 1].isalnum():
            return "place"
        return "place" if self._word_before(text, start) in self.place_after else "actor"

    def _word_before(self, text: str, start: int) -> str:
        """The word before, without the article that belongs to the name and without Arabic clitics."""
        words = text[max(0, start - 30) : start].split()
        if words and words[-1].lower() in ("the", "la", "le", "l'"):
            words.pop()
        if not words:
            return ""
        word = words[-1] if self.arabic else words[-1].lower()
        return word.lstrip("وفبل") if self.arabic and word not in self.place_after and len(word) > 3 else word


@cache
def _index(language: Language) -> _Index:
    return _Index(language)
