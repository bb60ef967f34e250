"""Who is addressed in English: coordinated noun phrases, and which of their pieces stand alone."""

import re

from mutabaa.reading.acts.arguments import Span
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.coordination import FAR, LONG, last_words, not_inserted, pieces, trim
from mutabaa.reading.acts.english_words import pattern


def split_addressees(clause: Clause, start: int, end: int) -> tuple[Span, ...]:
    """Coordinated complete noun phrases as entries of their own; "including X" and "in particular X" too."""
    text, lower = clause.text, clause.lower
    names = ("not_addressee", "doing_something", "short_insertion", "reopens")
    not_addressee, doing, short, actor = map(pattern, names)
    found = pieces(lower, start, end, pattern("separator"), "en")
    spans: list[Span] = []
    pending: int | None = None
    kept = not_inserted(
        found,
        lambda a, b: bool(
            not_addressee.match(lower, a, b) or (text[a].islower() and doing.match(lower, a, b))
        ),
        lambda a, b: bool(short.fullmatch(lower, a, b)),
        lambda a, b: bool(actor.search(lower, a, b)),
    )
    for a, b in kept:
        if pending is not None:
            a, pending = pending, None
        if spans and not _complete(clause, a, b, last_words(spans[-1])):
            if a - spans[-1][1] < FAR:
                spans[-1] = (spans[-1][0], b)
        elif b - a < LONG and _unfinished(text[a:b], lower[a:b], text[b : b + 40]):
            pending = a
        else:
            spans.append((a, b))
    if pending is not None and (not spans or pending - spans[-1][1] < FAR):
        spans[-1:] = [(spans[-1][0] if spans else pending, end)]
    if len(spans) == 2 and pattern("apposition").match(lower, spans[0][1], end):
        # "Israel, the occupying Power,": two phrases that only a comma joins name the same.
        spans = [(spans[0][0], spans[1][1])]
    return tuple(filter(None, (_without_what_follows(lower, *trim(lower, *span)) for span in spans)))


def _without_what_follows(lower: str, start: int, end: int) -> Span | None:
    """A span without adverbs and company at its end; None when nothing else was there."""
    after = pattern("after_addressee").search(lower, start, end)
    return (start, after.start() if after else end) if after is None or after.start() > start else None


def _complete(clause: Clause, start: int, end: int, before: Span) -> bool:
    """Whether a coordinated piece is a noun phrase of its own rather than the rest of the one before."""
    lower, text = clause.lower, clause.text
    has_actor = bool(pattern("actor_head").search(lower, start, end))
    if pattern("rest_of_clause").match(lower, start, end):
        # "States that have not signed | ratified or acceded to it"
        return False
    if pattern("treaty").match(lower, start, end) and text[start:end] != lower[start:end]:
        # "States parties to the Covenant | the Convention on …": treaties are joined, they aren't asked.
        return False
    if not has_actor and "parties to" in lower[slice(*before)] and start - before[1] < len(", including "):
        return False
    if text[start].isupper() and pattern("in_title").search(lower, *before) and _ends_in_a_name(text, before):
        # "States that have not ratified the Convention on … for Disaster Mitigation | and Relief Operations"
        return False
    if pattern("bare_plural").match(lower, start, end) and pattern("ends_bare_plural").search(lower, *before):
        return False
    return has_actor or not (text[start].isupper() and pattern("of_name").search(lower, *before))


def _unfinished(piece: str, lower: str, following: str) -> bool:
    """Whether a piece lacks its head, which the next one brings: "international" | "regional organisations"."""
    if piece.endswith("-"):
        # "all troop- | and police-contributing countries"
        return True
    if pattern("actor_head").search(lower):
        return False
    words = piece.split()
    if piece.islower():
        return True
    # "the Joint Monitoring | and Evaluation Commission"
    follows = re.match(r",? and ([A-Z])", following)
    return bool(follows) and words[0].lower() == "the" and len(words) > 1 and "of" not in words


def _ends_in_a_name(text: str, span: Span) -> bool:
    """Whether the last word of a span begins with a capital."""
    return text[text.rfind(" ", *span) + 1].isupper()
