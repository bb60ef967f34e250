"""Saying what could not be had from a file, in the reader's language; and refusing it when nothing could be had."""

import tomllib
from functools import lru_cache
from pathlib import Path

from mutabaa.texts.official_text import Problem
from mutabaa.vocabulary import LANGUAGES, Language, on_one_line


class Refusal(ValueError):
    """A file that was not read, and why: `problem` can be said in each language, `str()` says it in English."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return say(self.problem, "en")

    def say(self, language: Language) -> str:
        """The reason for the refusal in a language."""
        return say(self.problem, language)


def refusal(kind: str, **facts: str) -> Refusal:
    """A refusal of the kind named in problems.toml."""
    return Refusal(Problem(kind=kind, facts=facts))


def say(problem: Problem, language: Language) -> str:
    """A problem as a sentence of the language.

    >>> say(Problem(kind="page_unreadable", page=3), "fr")
    "La page 3 n'a pas pu être lue."
    """
    facts = {"name": "", **problem.facts}
    if problem.page is not None:
        facts["page"] = str(problem.page)
    return messages()[problem.kind][language].format_map({k: on_one_line(v) for k, v in facts.items()})


@lru_cache(maxsize=1)
def messages() -> dict[str, dict[str, str]]:
    """Every message by kind and language. Raises ValueError where a translation is missing."""
    found: dict[str, dict[str, str]] = tomllib.loads(
        Path(__file__).with_name("problems.toml").read_text(encoding="utf-8")
    )
    for kind, words in found.items():
        if set(words) != set(LANGUAGES):
            raise ValueError(f"problems.toml: {kind} needs exactly {', '.join(LANGUAGES)}")
    return found
