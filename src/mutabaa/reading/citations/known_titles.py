"""Instruments cited by a title of the reference table."""

from functools import cache

from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.whole_words import WholeWords
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.names import names


def known_titles(text: str, language: Language) -> list[Citation]:
    """The titles of the table that stand in a folded text as whole words, the longest where they overlap."""
    words, keys = _table(language)
    found: list[Citation] = []
    for start, end, index in words.find(text):
        if not found or start >= found[-1].end:
            found.append(
                Citation(start=start, end=end, symbol=None, rule=f"title: {keys[index]}", key=keys[index])
            )
    return found


@cache
def _table(language: Language) -> tuple[WholeWords, list[str]]:
    titles: dict[str, str] = {}
    for name in names(language):
        if name.kind == "instrument":
            titles.setdefault(fold(name.text).text, name.key)
    return WholeWords(titles, language), list(titles.values())
