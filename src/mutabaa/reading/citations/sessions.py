"""Instruments known by the session that adopted them or by their date, and reports that an act takes up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.symbols import printed_symbols
from mutabaa.reading.time_slots import fillable, slots, whose
from mutabaa.reading.whole_words import WholeWords
from mutabaa.reading.wording import Phrase, Wordings
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language

# A full stop is missing where a sentence starts with its article inside the phrase.
_NEW_SENTENCE = re.compile(r" (?:Le|La|Les|The|Il|Elle|It) ")
_BRACKETED = re.compile(r" ?\[([^\]]{4,40})\]")


def decisions_of_sessions(text: str, language: Language) -> Iterator[Citation]:
    """«decisions of the 12th Islamic Summit», «the ceasefire of May 2014» in a folded, lower-cased text."""
    knowledge = _knowledge(language)
    for match in knowledge.wordings.find(text):
        end = match.end
        if "session" in match.slots:
            of = whose(language).match(text, end)
            end = of.end() if of else end
        yield Citation(
            start=match.start, end=end, symbol=None, rule=match.phrase.rule, key=text[match.start : end]
        )


def reports(text: str, lowered: str, language: Language) -> Iterator[Citation]:
    """Reports that are the object of a verb such as "takes note of": «the report of the Chairperson on Mali».

    A report with a capital and its symbol in square brackets after it is cited by both.
    """
    knowledge = _knowledge(language)
    taken_up = -1
    for start, kind_end, _ in knowledge.kinds.find(lowered):
        # A report coordinated with one that was taken up is taken up as well.
        coordinated = taken_up >= 0 and lowered[taken_up:start] in (", ", "، و", ", و")
        if not coordinated and not lowered[max(0, start - 60) : start].endswith(knowledge.verbs):
            continue
        if (rest := knowledge.report.match(lowered, kind_end)) is None:
            continue
        end, symbol = rest.end(), None
        if sentence := _NEW_SENTENCE.search(text, start, end):
            end = sentence.start()
        if bracket := _BRACKETED.match(text, end):
            symbol = next((printed.symbol for printed in printed_symbols(bracket[1])), None)
            end = bracket.end() if symbol else end
        taken_up = end
        yield Citation(start=start, end=end, symbol=symbol, rule="report", key=symbol or text[start:end])


@dataclass(frozen=True, slots=True)
class _Knowledge:
    wordings: Wordings
    kinds: WholeWords
    verbs: tuple[str, ...]
    report: re.Pattern[str]


def _folded(words: list[str]) -> list[str]:
    return sorted((fold(word).text.lower() for word in words), key=len, reverse=True)


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in _folded(words)) + ")"


@cache
def _knowledge(language: Language) -> _Knowledge:
    book = load(language, "instruments")
    sessions, reported = book["sessions"], book["reports"]
    phrases = [
        Phrase(wording=wording, kind="instrument", value=None, rule=f"session: {wording}")
        for wording in sessions["phrases"] + sessions["dated"]
    ]
    filling = slots(language) | {"meeting": _either(sessions["meeting"])}
    verbs = _folded(reported["after"])
    return _Knowledge(
        wordings=Wordings(phrases, filling, language, fillable(language)),
        kinds=WholeWords(_folded(reported["kinds"]), language),
        # A clitic preposition is written onto the report, any other word stands before a space.
        verbs=tuple(verb if language == "ar" and verb.endswith(" ب") else verb + " " for verb in verbs),
        report=_report(reported),
    )


def _report(book: dict[str, list[str]]) -> re.Pattern[str]:
    """Whose the report is, and on what, up to the end of the phrase."""
    rest = r"[^,;.:()\[\]،؛]{2,260}?"
    of = f"{_either(book['of'])} ?" if book["of"] else ""
    return re.compile(rf" {of}{rest}(?= ?[,;.:()\[\]،؛]| {_either(book['ends'])}(?!\w)|$)")
