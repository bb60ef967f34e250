"""The header's vocabulary in all three languages: bodies, kinds of document, what surrounds a date or a number."""

import re
from dataclasses import dataclass
from functools import cache

from mutabaa.reading.phrasebooks import load
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import LANGUAGES


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns over folded, lower-case lines; `bodies` and `kinds` give the key of the name that matched."""

    bodies: re.Pattern[str]
    body_of: dict[str, str]
    kinds: re.Pattern[str]
    kind_of: dict[str, str]
    adoption: re.Pattern[str]
    held: re.Pattern[str]
    subject: re.Pattern[str]
    number_words: re.Pattern[str]
    cover: re.Pattern[str]
    furniture: tuple[str, ...]
    furniture_endings: tuple[str, ...]


def plain(words: str) -> str:
    """The form in which words are compared."""
    return fold(words).text.lower()


@cache
def vocabulary() -> Vocabulary:
    """The words of all three languages together: a header often mixes them."""
    books = [load(language, "header") for language in LANGUAGES]
    body_of = {plain(name): key for book in books for key, names in book["bodies"].items() for name in names}
    kind_of = {plain(name): key for book in books for key, names in book["kinds"].items() for name in names}

    def words(table: str, name: str) -> list[str]:
        return [plain(word) for book in books for word in book[table][name]]

    return Vocabulary(
        bodies=_any(list(body_of), prefixes="وبلف"),
        body_of=body_of,
        kinds=_any(list(kind_of)),
        kind_of=kind_of,
        adoption=_any(words("adoption", "words")),
        held=_any(words("adoption", "held")),
        subject=_any(words("adoption", "subject")),
        number_words=_any(words("number", "words")),
        cover=_any(words("furniture", "cover")),
        furniture=tuple(words("furniture", "openings")),
        furniture_endings=tuple(words("furniture", "endings")),
    )


def _any(words: list[str], prefixes: str = "") -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
    before = rf"(?<!\w)(?:[{prefixes}])?" if prefixes else r"(?<!\w)"
    return re.compile(rf"{before}(?P<word>{alternatives})(?!\w)")
