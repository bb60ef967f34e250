"""The words of an act to the letter: where its clause begins and ends in its paragraph, with the verb marked."""

import re
from bisect import bisect_right

from mutabaa.reading import Act, Passage, Quote
from mutabaa.reports.outline import Piece, Sentence
from mutabaa.vocabulary import Language

# A sentence that ends within a clause is followed only by words that lead in the next act ("In this regard, ").
_LEAD_IN = re.compile(r"(?<=[.؟!])\s+(?=\D{0,60}$)")
_TRAILING = re.compile(r"(?:[\s,،;؛:]+(?:and|et|or|ou|as well as|كما|و))?[\s,،;؛]*$|\s+(?:and|et|كما)\s*$")


def local(passage: Passage, published: int) -> int:
    """Where a character of the published text stands in the passage's flowing text (the way back of `published`)."""
    here, there = passage.segments[
        max(bisect_right(passage.segments, published, key=lambda pair: pair[1]) - 1, 0)
    ]
    return min(max(here + published - there, 0), len(passage.text))


def clause(passage: Passage, act: Act) -> tuple[int, int]:
    """The span of `passage.text` that says the act, from its verb to the last of its words found.

    Without an action it runs to the next act's verb or the end of the paragraph, less the words that lead in the
    next act.
    """
    starts = sorted(local(passage, other.verb.start) for other in passage.acts)
    start = local(passage, act.verb.start)
    limit = next((other for other in starts if other > start), len(passage.text))
    parts = [act.verb, *act.addressees, *([act.action] if act.action else [])]
    end = max(local(passage, part.end - 1) + 1 for part in parts if _within(passage, part))
    if act.action is None and end <= limit:
        end = _without_lead_in(passage.text, max(end, start + 1), limit)
    return start, end


def _within(passage: Passage, part: Quote) -> bool:
    return passage.start <= part.start and part.end <= passage.end


def _without_lead_in(text: str, least: int, limit: int) -> int:
    words = text[:limit]
    if limit < len(text):
        lead_in = _LEAD_IN.search(words, least)
        words = words[: lead_in.start()] if lead_in else words
        # Arabic writes "and" onto the verb that follows.
        words = words[:-1] if words.endswith((" و", "،و")) else words
    kept = _TRAILING.sub("", words)
    return max(len(kept), least)


def quoted(
    passage: Passage,
    language: Language,
    start: int,
    end: int,
    verbs: tuple[Quote, ...],
    codes: tuple[str, ...],
) -> Sentence:
    """The words text[start:end] in their own language, each of the verbs that stand in them marked."""
    pieces: list[Piece] = []
    here = start
    for verb in sorted(verbs, key=lambda verb: verb.start):
        first, last = local(passage, verb.start), local(passage, verb.end - 1) + 1
        if first < here or last > end:
            continue
        pieces.append(Piece(text=passage.text[here:first], style="quotation", language=language))
        pieces.append(Piece(text=passage.text[first:last], style="verb", language=language))
        here = last
    pieces.append(Piece(text=passage.text[here:end], style="quotation", language=language))
    return Sentence(language=language, pieces=tuple(piece for piece in pieces if piece.text), rests_on=codes)


def quote_of_act(passage: Passage, act: Act, language: Language, code: str) -> Sentence:
    """The words of one act."""
    start, end = clause(passage, act)
    return quoted(passage, language, start, end, (act.verb,), (code,))
