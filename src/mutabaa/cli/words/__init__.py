"""What the terminal says in Arabic, English and French; the words stand in the TOML files beside this."""

import os
import tomllib
from functools import cache
from pathlib import Path

from mutabaa.vocabulary import LANGUAGES, Language, on_one_line

# Not by importlib.resources: to import it takes longer than to read all these words.
_HERE = Path(__file__).parent
_FILES: dict[Language, str] = {"ar": "arabic.toml", "en": "english.toml", "fr": "french.toml"}
# Where the language of the person at the terminal is looked for, in this order.
VARIABLES = ("MUTABAA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@cache
def messages(language: Language) -> dict[str, str]:
    """Every message of a language by its name."""
    text = _HERE.joinpath(_FILES[language]).read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(text)
    return found


def say(message: str, /, language: Language | None = None, **facts: object) -> str:
    """A message with its facts filled in; in the language of the terminal when none is given."""
    return messages(language or terminal_language())[message].format_map(
        {k: on_one_line(str(v)) for k, v in facts.items()}
    )


def terminal_language() -> Language:
    """The language of the person at the terminal: MUTABAA_LANG, else the locale's; English where it is another."""
    for variable in VARIABLES:
        value = os.environ.get(variable, "")
        if value:
            return next((language for language in LANGUAGES if value.lower().startswith(language)), "en")
    return "en"
