"""Concerns and problems as sentences in the reader's language."""

from mutabaa.reading.findings import Concern
from mutabaa.reading.formats.words import words
from mutabaa.texts import Problem
from mutabaa.texts.problems import messages, say
from mutabaa.vocabulary import Language


def concern_message(concern: Concern, language: Language) -> str:
    """What a concern says. A kind without a sentence is shown as it is, with its facts: never dropped."""
    return _filled(words(language)["concerns"].get(concern.kind), concern.kind, concern.facts)


def problem_message(problem: Problem, language: Language) -> str:
    """What could not be had from the file."""
    if problem.kind in messages():
        return say(problem, language)
    return _filled(None, problem.kind, problem.facts)


class _AsFarAsKnown(dict[str, str]):
    """Facts for a sentence; a fact the finder did not give stays visible as {its name}."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


def _filled(sentence: str | None, kind: str, facts: dict[str, str]) -> str:
    if sentence is not None:
        return sentence.format_map(_AsFarAsKnown(facts))
    told = ", ".join(f"{name}: {value}" for name, value in facts.items())
    words_of_kind = kind.replace("_", " ")
    return f"{words_of_kind} ({told})" if told else words_of_kind
