"""Instruments known by the session that adopted them or by their date."""

import re
from collections.abc import Iterator
from functools import cache

from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.time_slots import fillable, slots, whose
from mutabaa.reading.wording import Phrase, Wordings
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language


def decisions_of_sessions(text: str, language: Language) -> Iterator[Citation]:
    """«decisions of the 12th Islamic Summit», «the ceasefire of May 2014» in a folded, lower-cased text."""
    for match in _wordings(language).find(text):
        end = match.end
        if "session" in match.slots and (of := whose(language).match(text, end)):
            end = of.end()
        key = text[match.start : end]
        yield Citation(start=match.start, end=end, symbol=None, rule=match.phrase.rule, key=key)


@cache
def _wordings(language: Language) -> Wordings:
    book = load(language, "instruments")["sessions"]
    phrases = [
        Phrase(wording=wording, kind="instrument", value=None, rule=f"session: {wording}")
        for wording in book["phrases"] + book["dated"]
    ]
    meetings = sorted((fold(word).text.lower() for word in book["meeting"]), key=len, reverse=True)
    filling = slots(language) | {"meeting": f"(?:{'|'.join(map(re.escape, meetings))})"}
    return Wordings(phrases, filling, language, fillable(language))
