"""The actors, places, dates and mechanisms a passage names."""

from typing import Literal

from mutabaa.reading.dates import find_dates
from mutabaa.reading.findings import Mention
from mutabaa.reading.folded import folded, lowered
from mutabaa.reading.known_names import KnownName, entries, locatives
from mutabaa.reading.lexicon import words_in
from mutabaa.reading.passages import Passage
from mutabaa.vocabulary import Language

Kind = Literal["actor", "place", "date", "mechanism"]
_ARTICLES = frozenset(["the", "la", "le", "l'"])


def find_mentions(passage: Passage, language: Language) -> tuple[Mention, ...]:
    """Everything the reference table knows, the longest name where names overlap, and every date, in textual order.

    `name` is the key of the table, for a date its ISO value. A State is a place where the text says "in" it.
    """
    copy = folded(passage.text)
    text = copy.text
    names = entries(language)
    found: list[tuple[int, int, Kind, str, str]] = []
    reached = 0
    for start, end, index in words_in(text, language)["names"]:
        entry = names[index]
        if start >= reached and _is_name(entry, text, start, language):
            reached = end
            found.append(
                (start, end, _kind(entry, text, start, language), entry.name.key, f"name: {entry.name.text}")
            )
    lower = lowered(passage.text)
    if len(lower) == len(text):
        for date in find_dates(lower, language):
            found.append((date.start, date.end, "date", date.iso, "date: hijri" if date.hijri else "date"))
    found.sort()
    return tuple(
        [
            Mention(kind=kind, quote=passage.quote(*copy.back(start, end)), name=name, rule=rule)
            for start, end, kind, name, rule in found
        ]
    )


def _is_name(entry: KnownName, text: str, start: int, language: Language) -> bool:
    """A name that is also a common word is told by the word before it."""
    if entry.only_after is None:
        return True
    if start and text[start - 1].isalnum():
        return text[start - 1] in "بل"
    return _word_before(text, start, language) in entry.only_after


def _kind(entry: KnownName, text: str, start: int, language: Language) -> Kind:
    kind = entry.name.kind
    if kind == "actor" or kind == "mechanism" or kind == "place":
        return kind
    if language == "ar" and start and text[start - 1] == "ب" and not text[start - 2 : start - 1].isalnum():
        return "place"
    return "place" if _word_before(text, start, language) in locatives(language) else "actor"


def _word_before(text: str, start: int, language: Language) -> str:
    """The word before, without the article that belongs to the name and without Arabic clitics."""
    words = text[max(0, start - 30) : start].split()
    if words and words[-1].lower() in _ARTICLES:
        words.pop()
    if not words:
        return ""
    if language != "ar":
        return words[-1].lower()
    return (
        words[-1].lstrip("وفبل") if words[-1] not in locatives(language) and len(words[-1]) > 3 else words[-1]
    )
