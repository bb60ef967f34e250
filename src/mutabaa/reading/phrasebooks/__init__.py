"""What the reader knows of each language: one folder a language, one TOML file a subject, editable by a translator."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from mutabaa.vocabulary import Language

FOLDERS: dict[Language, str] = {"ar": "arabic", "en": "english", "fr": "french"}
_HERE = Path(__file__).parent

__all__ = ["FOLDERS", "PhrasebookError", "load"]


class PhrasebookError(ValueError):
    """A phrasebook can't be used: which file, and what is wrong with it."""


@cache
def load(language: Language, name: str) -> dict[str, Any]:
    """The phrasebook `name` of a language, as its tables; read once.

    The result is shared by all callers: don't change it. Raises PhrasebookError when the file is missing, isn't
    TOML, or holds an empty word or a word twice in one list.
    """
    path = _HERE / FOLDERS[language] / f"{name}.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PhrasebookError(f"{path}: no such phrasebook") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PhrasebookError(f"{path}: {error}") from error
    _check(tables, where=str(path))
    return tables


def _check(entry: object, where: str) -> None:
    """Refuse what a slip of the keyboard leaves behind: an empty word, the same word twice in one list."""
    if isinstance(entry, dict):
        for key, value in entry.items():
            _check(value, f"{where}: {key}")
    elif isinstance(entry, list):
        words = [word for word in entry if isinstance(word, str)]
        if len(set(words)) != len(words):
            twice = sorted({word for word in words if words.count(word) > 1})
            raise PhrasebookError(f"{where}: twice in one list: {', '.join(twice)}")
        for value in entry:
            _check(value, where)
    elif isinstance(entry, str) and not entry.strip():
        raise PhrasebookError(f"{where}: an empty entry")
