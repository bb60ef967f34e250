"""The words of what leaves and comes back, in three languages, from the TOML beside: columns, and why something was
refused."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from mutabaa.vocabulary import Language, on_one_line

_FILES: dict[Language, str] = {"ar": "arabic.toml", "en": "english.toml", "fr": "french.toml"}


@cache
def exchange_words(language: Language) -> dict[str, dict[str, Any]]:
    """Every word of a language."""
    return tomllib.loads(files(__name__).joinpath(_FILES[language]).read_text(encoding="utf-8"))


def heading(column: str, language: Language) -> str:
    """What a column is called."""
    return str(exchange_words(language)["columns"][column])


def refusal_words(kind: str, language: Language, **facts: str) -> str:
    """Why an export, an import, a sheet or a cell was refused. KeyError for a kind without words."""
    words = str(exchange_words(language)["refusals"][kind])
    return words.format_map({name: on_one_line(fact) for name, fact in facts.items()})


def says_why(kind: str) -> bool:
    """Whether there are words for this refusal."""
    return kind in exchange_words("en")["refusals"]
