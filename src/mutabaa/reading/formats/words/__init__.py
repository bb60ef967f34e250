"""What a rendering of a reading says in Arabic, English and French; the words stand in the TOML files beside this."""

import tomllib
from functools import cache
from pathlib import Path

from mutabaa.vocabulary import Language

# Not by importlib.resources: to import it takes longer than to read all these words.
_HERE = Path(__file__).parent
FILES: dict[Language, str] = {"ar": "arabic.toml", "en": "english.toml", "fr": "french.toml"}


@cache
def words(language: Language) -> dict[str, dict[str, str]]:
    """The tables of a language: table, key, words."""
    text = _HERE.joinpath(FILES[language]).read_text(encoding="utf-8")
    tables: dict[str, dict[str, str]] = tomllib.loads(text)
    return tables


def word(language: Language, table: str, key: str) -> str:
    """The word for a key; the key itself, spaced, where the table has none (a kind of document not listed yet).

    >>> word("fr", "basis", "not_stated")
    'non précisé'
    """
    return words(language)[table].get(key) or key.replace("_", " ")
