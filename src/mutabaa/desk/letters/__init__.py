"""What letters to people say in Arabic, English and French; the words stand in the TOML files beside this."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from mutabaa.vocabulary import Language, on_one_line

_HERE = Path(__file__).parent
_FILES: Mapping[Language, str] = {"ar": "arabic.toml", "en": "english.toml", "fr": "french.toml"}
# What comes from outside keeps its own direction inside a sentence: first strong isolate, and its end.
_ISOLATE, _END = "\u2068", "\u2069"


@cache
def _words(language: Language) -> Mapping[str, str]:
    return tomllib.loads((_HERE / _FILES[language]).read_text(encoding="utf-8"))


def say(message: str, language: Language, /, **facts: object) -> str:
    """A message with its facts filled in, each on one line and in a direction of its own."""
    told = {name: f"{_ISOLATE}{on_one_line(str(fact))}{_END}" for name, fact in facts.items()}
    return _words(language)[message].format_map(told)
