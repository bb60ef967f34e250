"""What an act asks of whom: the door to each language's grammar of addressees and actions."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import NamedTuple

from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.findings import Basis
from mutabaa.reading.phrasebooks import FOLDERS
from mutabaa.vocabulary import Language

Span = tuple[int, int]


class Arguments(NamedTuple):
    """Spans of folded text. `pointing_back`: a pronoun or an ellipsis stands where the addressee would."""

    addressees: tuple[Span, ...] = ()
    basis: Basis = "not_stated"
    action: Span | None = None
    pointing_back: bool = False
    rule: str = ""


def arguments_of(clause: Clause, language: Language) -> Arguments:
    """Addressees and action of a directive act, by the grammar of its language."""
    return _grammar(language)(clause)


@cache
def _grammar(language: Language) -> Callable[[Clause], Arguments]:
    grammar: Callable[[Clause], Arguments] = import_module(
        f"mutabaa.reading.acts.{FOLDERS[language]}"
    ).arguments_of
    return grammar
