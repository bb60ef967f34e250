"""What the five axes are called and why a commitment stands where it does, in three languages, from the TOML beside."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from mutabaa.register.axes import Axis, AxisName
from mutabaa.vocabulary import Language

_FILES: dict[Language, str] = {"ar": "arabic.toml", "en": "english.toml", "fr": "french.toml"}


@cache
def words(language: Language) -> dict[str, Any]:
    """Every word of a language."""
    return tomllib.loads(files(__name__).joinpath(_FILES[language]).read_text(encoding="utf-8"))


def axis_name(axis: AxisName, language: Language) -> str:
    """What an axis is called."""
    return str(words(language)["axes"][axis])


def axis_value(axis: AxisName, value: str | None, language: Language) -> str:
    """The value in words; that nobody said is said."""
    return str(words(language)[axis][value or "none_said"])


def why(axis: Axis, language: Language) -> str:
    """The sentence that says by which rule the value is what it is."""
    room, _, rule = axis.rule.partition(".")
    facts = dict(axis.facts)
    if "lifecycle" in facts:
        facts["lifecycle"] = axis_value("lifecycle", facts["lifecycle"], language)
    return str(words(language)["why"][room][rule]).format_map(facts)
