"""English words: which are verbs in their base form, where what is asked begins, and which phrases name an actor."""

import re
from functools import cache

from mutabaa.reading.acts.arguments import Span
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.coordination import past
from mutabaa.reading.acts.verbs import verbs_of
from mutabaa.reading.phrasebooks import load


@cache
def pattern(name: str) -> re.Pattern[str]:
    return verbs_of("en").patterns[name]


@cache
def _infinitives() -> frozenset[str]:
    return frozenset(load("en", "infinitives")["verbs"])


def infinitive(clause: Clause, body: int) -> Span | None:
    """Where " to VERB" begins that says what is to be done, and where its action does; None when there is none."""
    lower = clause.lower
    for found in pattern("to_verb").finditer(lower, max(body - 1, 0), clause.end):
        # A capital after "to" is a name: "the donors to ATMIS"; "to armed groups" isn't an action.
        if not clause.text[found.start("verb")].islower():
            continue
        # No noun stands right before "its" or "the": "to shoulder its responsibilities" tells of a verb unknown to us.
        if not is_infinitive(found["verb"]) and not pattern("object").match(lower, found.end(), clause.end):
            continue
        if lower.count("(", body, found.start()) == lower.count(")", body, found.start()):
            return found.start(), past(pattern("to"), clause, found.start())
    return None


def is_infinitive(word: str) -> bool:
    """Whether a word is a known verb in its base form, "re-" or "re" before it allowed."""
    known = _infinitives()
    return word in known or (word.startswith("re") and word[2:].lstrip("-") in known)


def is_participle(participle: str) -> bool:
    """Whether a word in -ing is of a known verb: supporting, ensuring, permitting."""
    stem = participle.removesuffix("ing")
    return any(is_infinitive(base) for base in (stem, stem + "e", stem[:-1]))


def is_actor(clause: Clause, start: int, end: int) -> bool:
    """Whether a phrase names somebody: its head is an actor or a proper name ("the Panel", not "the enlargement")."""
    head_end = end
    for cut in pattern("head_end").finditer(clause.lower, start + 1, end):
        # "international, regional and local organizations": an adjective alone isn't a head.
        if cut[0] != "," or " " in clause.lower[start : cut.start()]:
            head_end = cut.start()
            break
    # "the Panel's report" is no panel, "Mali's partners" are partners.
    start = max(start, clause.lower.rfind("'s ", start, head_end) + 3)
    head = clause.text[start:head_end]
    if pattern("actor_head").search(clause.lower, start, head_end):
        return True
    return any(word[:1].isupper() for word in head.split())


def is_asked(clause: Clause, start: int, end: int) -> bool:
    """Whether the phrase before "to do" is who is asked: an actor, or after request and urge anything that can act."""
    if is_actor(clause, start, end):
        return True
    if clause.act not in ("request", "urge", "invite", "mandate"):
        return False
    cut = pattern("head_end").search(clause.lower, start + 1, end)
    return not pattern("no_actor").search(clause.lower, start, cut.start() if cut else end)
