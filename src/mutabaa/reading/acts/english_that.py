"""English clauses after "that": who should act, and what should be done."""

import re

from mutabaa.reading.acts.arguments import Arguments, Span
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.coordination import past
from mutabaa.reading.acts.english_addressees import split_addressees
from mutabaa.reading.acts.english_words import is_actor, is_infinitive, pattern


def that_somebody_should(clause: Clause) -> Arguments:
    """`decides that X shall do`, `stresses that X should do`: X is addressed when it acts, not when it is acted on.

    "… and that Y shall do" binds Y too.
    """
    lower, end = clause.lower, clause.end
    start = past(
        pattern("inserted"),
        clause,
        past(pattern("that"), clause, past(pattern("between"), clause, clause.body)),
    )
    pointing = pattern("subject_pronoun").match(lower, start, end)
    modal = pattern("modal").search(lower, start, end)
    if pointing and not (modal and pattern("passive").match(lower, modal.end(), end)):
        return Arguments(action=(pointing.end(), end), pointing_back=True, rule="en/that they do")
    addressees: list[Span] = []
    action = start
    for number, (since, until) in enumerate(_that_clauses(lower, start, end)):
        verb = _should(clause, since, until)
        who, done = _who_should(clause, since, verb) if verb else ((), since)
        addressees += who
        if number == 0 and who:
            action = done
        elif action == start and who and clause.act == "stress_need" and not _should(clause, start, since):
            # "stresses that rights are universal and that States must": what was stressed before is no action.
            action = done
    if not addressees:
        return Arguments(action=(start, end), rule="en/that clause")
    while action < end and lower[action] in " ,":
        action += 1
    return Arguments(
        addressees=tuple(addressees), basis="stated", action=(action, end), rule="en/that X should do"
    )


def _that_clauses(lower: str, start: int, end: int) -> list[Span]:
    """The stretches of "that A …, and that B …"."""
    cuts = [*pattern("and_that").finditer(lower, start, end)]
    return list(zip([start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), end], strict=True))


def _should(clause: Clause, start: int, end: int) -> re.Match[str] | None:
    """The verb that says what should be done within a clause after "that"."""
    return pattern("modal").search(clause.lower, start, end) or _base_form(clause, start, end)


def _who_should(clause: Clause, start: int, verb: re.Match[str]) -> tuple[tuple[Span, ...], int]:
    """Who should act, and where the action begins; nobody where something should be done to them."""
    nobody = (), start
    if pattern("passive").match(clause.lower, verb.end(), clause.end):
        return nobody
    bare = "action" in verb.groupdict()
    who_end, action = (verb.start("action"),) * 2 if bare else (verb.start(), verb.end())
    if not is_actor(clause, start, who_end):
        return nobody
    return split_addressees(clause, start, who_end), action


def _base_form(clause: Clause, start: int, end: int) -> re.Match[str] | None:
    """The first base form that says what somebody should do; None where none does, or something should be done.

    Common ones ("that all parties cease"), any right after an insertion ("that States, within their mandates,
    develop") or after an actor ("that the Bank initiate").
    """
    lower = clause.lower
    common = pattern("subjunctive").search(lower, start, end)
    until = common.start() if common else end
    if pattern("bare_be").search(lower, start, until):
        return None
    found = [common] if common else []
    for name in ("after_insertion", "after_actor"):
        words = pattern(name).finditer(lower, start, until)
        found += filter(None, [next((word for word in words if _is_done(clause, word)), None)])
    return min(found, key=lambda word: word.start("action"), default=None)


def _is_done(clause: Clause, word: re.Match[str]) -> bool:
    """Whether a word is a verb in its base form here: known, no name, and no noun ("the United Nations support office",
    but "States support the Fund").
    """
    lower = clause.lower
    if not is_infinitive(word["action"]) or not clause.text[word.start("action")].islower():
        return False
    end = word.end("action")
    return not pattern("noun_too").match(word["action"]) or bool(pattern("object").match(lower, end))
