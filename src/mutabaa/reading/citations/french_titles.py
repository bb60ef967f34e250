"""Instruments cited in French by a title whose first word has a capital: « l'Accord de paix », « la Charte »."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.whole_words import Found
from mutabaa.texts.normalise import fold

_SENTENCE_ENDS = (". ", "; ", ": ")


def french_titles(text: str, found: Iterable[Found]) -> Iterator[Citation]:
    """Titles: the head with its capital, its adjectives and complements up to where the sentence goes on.

    `found`: the heads that stand in the folded text.
    """
    knowledge = _knowledge()
    reached = 0
    for start, end, index in found:
        if start < reached or start == 0 or text[max(0, start - 2) : start] in _SENTENCE_ENDS:
            continue
        word = knowledge.words[index]
        if word in knowledge.definite:
            begin, stop = start + len("l'"), end
        elif word[0].islower():
            rest = knowledge.of_a_name.match(text, end)
            begin, stop = start, rest.end() if rest else start
        else:
            begin, stop = start, _end(text, end, word)
        if stop > begin:
            reached = stop
            yield Citation(start=begin, end=stop, symbol=None, rule="title", key=text[begin:stop])


def _end(text: str, end: int, word: str) -> int:
    """Where a title with this head ends; 0 when it is none."""
    knowledge = _knowledge()
    if (needed := knowledge.needs.get(word)) and not needed.match(text, end):
        return 0
    if not word.endswith("s") and knowledge.plural.match(text, end):
        # « dispositions de la Charte relatives à » : the adjective isn't the title's.
        return end if word in knowledge.alone else 0
    rest = knowledge.complement.match(text, end)
    if rest and rest[0]:
        return rest.end()
    return end if word in knowledge.alone else 0


def french_heads() -> list[str]:
    """The words that head titles, in the order `french_titles` expects of what was found."""
    return _knowledge().words


@dataclass(frozen=True, slots=True)
class _Knowledge:
    words: list[str]
    alone: frozenset[str]
    definite: frozenset[str]
    needs: dict[str, re.Pattern[str]]
    plural: re.Pattern[str]
    complement: re.Pattern[str]
    of_a_name: re.Pattern[str]


def _either(words: list[str]) -> str:
    ordered = sorted((fold(word).text for word in words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"


@cache
def _knowledge() -> _Knowledge:
    book = load("fr", "instruments")["titles"]
    words = [fold(word).text for name in ("heads", "small", "definite") for word in book[name]]
    # An elided word ("d'") needs no space after it.
    elided = [word for word in book["joining"] if word.endswith("'")]
    spaced = [word for word in book["joining"] if not word.endswith("'")]
    joins = rf"(?:{_either(spaced)} |{_either(elided)})"
    stop = rf"(?!{_either(book['ends'])}(?![\w-]))"
    infinitive = r"(?![a-zé]{2,}(?:er|ir)(?!\w))"
    noun = rf"{stop}{infinitive}[\w-]++(?:'[\w-]++)?"
    adjective = rf"{stop}(?!{joins})[\w-]++(?!')"
    # The head's own adjectives count only when a complement or the end of the phrase follows.
    own = rf"(?: {adjective}(?= {joins}| [A-Z\d]|[,;.)]|$| et )){{0,2}}"
    years = r"(?: \(?(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?\)?(?!\w))?"
    complement = (
        rf"(?: {_either(book['second'])}(?!\w))?{own}(?: {joins}{noun}(?: {adjective}){{0,2}}){{0,5}}{years}"
    )
    named = r"(?=[A-Z]|(?:réunion|première|deuxième|troisième) )[\w-]+(?:(?: [\w'-]+){0,5} [A-Z][\w'-]+)?"
    return _Knowledge(
        words=words,
        alone=frozenset(fold(word).text for word in book["alone"]),
        definite=frozenset(fold(word).text for word in book["definite"]),
        needs={fold(head).text: re.compile(f" {_either(follow)}") for head, follow in book["needs"].items()},
        plural=re.compile(r" relati(?:ve|f)s "),
        complement=re.compile(complement),
        of_a_name=re.compile(rf" {joins}{named}"),
    )
