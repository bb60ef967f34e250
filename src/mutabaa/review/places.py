"""Where the words of a statement stand in the text of each version; and what it says apart from that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mutabaa.register.canonical import Value

# What tells a place and nothing else: a paragraph put in above moves them all and changes no word.
_PLACES = frozenset(("start", "end", "page", "places", "quoted"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Lit:
    """Words of a version: text[start:end] of the text as published reads `words`, lines and page edges aside."""

    language: str
    start: int
    end: int
    page: int | None
    words: str


def places(value: Value) -> tuple[Lit, ...]:
    """Every place that the value of a statement names, version by version."""
    return tuple(_places(value)) if isinstance(value, Mapping) else ()


def without_places(value: Value, says: str = "") -> Value:
    """What is said, wherever it stands. The start of a due rule is a day, and stays."""
    if not isinstance(value, Mapping):
        return value
    names = _PLACES - {"start"} if says == "due" else _PLACES
    return {name: inner for name, inner in value.items() if name not in names}


def _places(value: Mapping[str, Any]) -> Iterator[Lit]:
    if "language" in value and "start" in value and "end" in value:
        yield _lit(value["language"], value, value["text"])
    words = value.get("names") or value.get("words")
    if isinstance(words, Mapping):
        for language, place in (value.get("places") or {}).items():
            if language in words:
                yield _lit(language, place, words[language])
    for language, quotes in (value.get("quoted") or {}).items():
        for quote in quotes:
            yield _lit(language, quote, quote["text"])


def _lit(language: str, place: Mapping[str, Any], words: str) -> Lit:
    return Lit(language=language, start=place["start"], end=place["end"], page=place.get("page"), words=words)
