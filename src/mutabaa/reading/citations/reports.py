"""Reports that an act takes up: «takes note of the report of the Chairperson on Mali»."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.symbols import printed_symbols
from mutabaa.reading.whole_words import Found
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language

# How far before a report the verb that takes it up reaches, in characters.
_VERB = 60
# A full stop is missing where a sentence starts with its article inside the phrase.
_NEW_SENTENCE = re.compile(r" (?:Le|La|Les|The|Il|Elle|It) ")
_BRACKETED = re.compile(r" ?\[([^\]]{4,40})\]")


def reports(text: str, lowered: str, found: Iterable[Found], language: Language) -> Iterator[Citation]:
    """Reports that are the object of a verb of taking up; `found`: the words for reports in the folded text.

    A report with its symbol in square brackets after it is cited by both.
    """
    knowledge = _knowledge(language)
    taken_up = -1
    for start, kind_end, _ in found:
        # A report coordinated with one that was taken up is taken up as well.
        coordinated = taken_up >= 0 and lowered[taken_up:start] in (", ", "، و", ", و")
        if not coordinated and not lowered[max(0, start - _VERB) : start].endswith(knowledge.verbs):
            continue
        if (rest := knowledge.rest.match(lowered, kind_end)) is None:
            continue
        end, symbol = rest.end(), None
        if sentence := _NEW_SENTENCE.search(text, start, end):
            end = sentence.start()
        if bracket := _BRACKETED.match(text, end):
            symbol = next((printed.symbol for printed in printed_symbols(bracket[1])), None)
            end = bracket.end() if symbol else end
        taken_up = end
        yield Citation(start=start, end=end, symbol=symbol, rule="report", key=symbol or text[start:end])


@cache
def report_words(language: Language) -> list[str]:
    """The words for reports, with a small letter and with a capital."""
    kinds = _folded(load(language, "instruments")["reports"]["kinds"])
    return list(dict.fromkeys(kinds + [kind[0].upper() + kind[1:] for kind in kinds]))


@dataclass(frozen=True, slots=True)
class _Knowledge:
    verbs: tuple[str, ...]
    # Whose the report is, and on what, up to the end of the phrase.
    rest: re.Pattern[str]


@cache
def _knowledge(language: Language) -> _Knowledge:
    book = load(language, "instruments")["reports"]
    subject = r"[^,;.:()\[\]،؛]{2,260}?"
    of = f"{_either(book['of'])} ?" if book["of"] else ""
    return _Knowledge(
        # A clitic preposition is written onto the report, any other word stands before a space.
        verbs=tuple(
            verb if language == "ar" and verb.endswith(" ب") else verb + " "
            for verb in _folded(book["after"])
        ),
        rest=re.compile(rf" {of}{subject}(?= ?[,;.:()\[\]،؛]| {_either(book['ends'])}(?!\w)|$)"),
    )


def _folded(words: list[str]) -> list[str]:
    return sorted((fold(word).text.lower() for word in words), key=len, reverse=True)


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in _folded(words)) + ")"
