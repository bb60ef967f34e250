"""Instruments cited in Arabic by a head noun and what makes it definite: «اتفاق السلام», «الميثاق».

Arabic has no capitals. What tells a title from a common noun is the definite word, or the name, right after it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from mutabaa.reading.acts.on_demand import on_demand
from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.whole_words import Found
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary.names import names

_PROPER = ("place", "state", "actor")


def arabic_titles(text: str, found: Iterable[Found]) -> Iterator[Citation]:
    """Titles with their definite chain; a head noun alone where it can mean nothing else.

    `found`: the heads that stand in the folded text.
    """
    knowledge = _knowledge()
    reached = 0
    for start, end, index in found:
        if (
            start < reached
            or knowledge.not_before.match(text, end)
            or text[:start].endswith(knowledge.not_after)
        ):
            continue
        stop = _end(text, start, end, knowledge.words[index])
        if stop:
            reached = stop
            yield Citation(start=start, end=stop, symbol=None, rule="title", key=text[start:stop])


def _end(text: str, start: int, end: int, word: str) -> int:
    """Where a title with this head ends; 0 when it is none."""
    knowledge = _knowledge()
    if word in knowledge.before_names:
        rest = _any_name().match(text, end)
        return rest.end() if rest else 0
    if word in knowledge.heads_of_titles and (rest := knowledge.chain.match(text, end)):
        return rest.end()
    if word in knowledge.alone or (
        word in knowledge.governed and text[:start].endswith(knowledge.governed[word])
    ):
        rest = knowledge.adjectives.match(text, end)
        return rest.end() if rest else end
    return 0


def arabic_heads() -> list[str]:
    """The words that head titles, in the order `arabic_titles` expects of what was found."""
    return _knowledge().words


@dataclass(frozen=True, slots=True)
class _Knowledge:
    words: list[str]
    heads_of_titles: frozenset[str]
    before_names: frozenset[str]
    alone: frozenset[str]
    governed: dict[str, tuple[str, ...]]
    not_after: tuple[str, ...]
    not_before: re.Pattern[str]
    chain: re.Pattern[str]
    adjectives: re.Pattern[str]
    # What may follow a name within a title.
    after_name: str


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold(word).text for word in words)


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(_folded(words), key=len, reverse=True)) + ")"


@cache
def _knowledge() -> _Knowledge:
    book = load("ar", "instruments")["titles"]
    joining = _either(book["joining"])
    ends = rf"(?!{_either(book['ends'] + [word.removesuffix(' ب') for word in book['joining']])}(?!\w))"
    # Names with the article are definite words like others, longer names end in one.
    proper = [
        n.text for n in names("ar") if " " not in n.text and not n.text.startswith("ال") and n.kind in _PROPER
    ]
    name = rf"{_either(proper)}(?!\w)"
    definite = rf"{ends}(?:غير )?(?:ال|لل)\w{{2,}}"
    between = rf"(?:(?!{_either(book['not_between'])} )(?![يبل])(?!وال)\w{{3,}} ){{0,3}}?"
    run = rf"{between}(?:{ends}ال\w{{2,}}|{name})(?: (?:{definite}|{_either(book['pairs'])}(?!\w)))*"
    participles = _either([word for word in book["joining"] if word.startswith("ال")])
    participle = rf"(?: {participles} ?(?:(?!ال)\w+ )?{definite}(?: {definite})*)"
    joined = rf"(?: {joining} ?(?:(?!ال)\w+ )?{run})?"
    year = r"(?: (?:(?:لعام|لسنه|للفتره|للعقد) )?\d{4}(?:[-–]\d{4})?)?"
    heads, before_names, alone = (_folded(book[name]) for name in ("heads", "before_names", "alone"))
    governed = {
        fold(noun).text: tuple(fold(w).text + " " for w in after) for noun, after in book["governed"].items()
    }
    words = sorted(heads | before_names | alone | governed.keys())
    return _Knowledge(
        words=words,
        heads_of_titles=heads,
        before_names=before_names,
        alone=alone,
        governed=governed,
        not_after=tuple(fold(word).text for word in book["not_after"]),
        not_before=re.compile(rf" {_either(book['not_before'])}(?!\w)"),
        chain=on_demand(rf" {run}{joined}(?: في {name})?{year}"),
        after_name=rf"(?: {definite})*{joined}{year}",
        adjectives=on_demand(rf"(?:(?: {definite})+{joined}{year}|{participle}{year})?"),
    )


@cache
def _any_name() -> re.Pattern[str]:
    """A name of the reference table and the rest of the title; seldom needed, and long to compile."""
    name = _either([entry.text for entry in names("ar") if entry.kind in _PROPER])
    return re.compile(rf" {name}(?!\w){_knowledge().after_name}")
