"""English grammar of what an act asks: who is addressed, and what is to be done."""

import re

from mutabaa.reading.acts.arguments import Arguments, Span
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.verbs import verbs_of

_PRONOUN = re.compile(r"\s*(?:them|it|him|her|those states|these states|the same|both|the latter)\b(?= to | not to )")


def arguments_of(clause: Clause) -> Arguments:
    """Addressees and action of an English directive, by the frame its verb or complement names."""
    return {
        "np_to": _asks_somebody,
        "that": _that_somebody_should,
        "need": _need,
        "decide": _decides,
        "self_to": _binds_itself,
    }[clause.frame or "np_to"](clause)


def _pattern(name: str) -> re.Pattern[str]:
    return verbs_of("en").patterns[name]


def _asks_somebody(clause: Clause) -> Arguments:
    """`urges X to do`, `calls for Y`, `demands that X do`."""
    body, end, lower = _skip(clause, clause.body), clause.end, clause.lower
    that = _pattern("that").match(lower, body, end)
    if that:
        return _that_somebody_should(clause)
    pronoun = _PRONOUN.match(lower, body, end)
    if pronoun:
        action = _skip_to(lower, pronoun.end(), end)
        return Arguments(action=(action, end), pointing_back=True, rule="en/pronoun")
    to = _infinitive(clause, body)
    if to is None:
        return _asks_for_something(clause, body)
    if not lower[body:to].strip(" ,"):
        # "further urges to make …": nobody is named again.
        return Arguments(action=(_skip_to(lower, to, end), end), pointing_back=True, rule="en/ellipsis")
    addressees = split_addressees(clause, body, to)
    return Arguments(
        addressees=addressees,
        basis="stated" if addressees else "not_stated",
        action=(_skip_to(lower, to, end), end),
        rule="en/X to do",
    )


def _asks_for_something(clause: Clause, body: int) -> Arguments:
    """`calls for an end to …`, with an addressee only where "by X" or "from X" closes the phrase."""
    lower, end = clause.lower, clause.end
    body = _pattern("for").match(lower, body, end).end() if _pattern("for").match(lower, body, end) else body  # type: ignore[union-attr]
    who = _pattern("by_actor").search(lower, body, end)
    addressees: tuple[Span, ...] = ()
    if who:
        addressees = split_addressees(clause, who.start("actor"), who.end("actor"))
    return Arguments(
        addressees=addressees,
        basis="stated" if addressees else "not_stated",
        action=(body, end) if body < end else None,
        rule="en/for something",
    )


def _that_somebody_should(clause: Clause) -> Arguments:
    """`decides that X shall do`, `stresses that X should do`: X is addressed when it acts, not when it is acted on."""
    lower, end = clause.lower, clause.end
    that = _pattern("that").match(lower, clause.body, end)
    start = that.end() if that else _skip(clause, clause.body)
    start = _skip_insertion(clause, start)
    modal = _pattern("modal").search(lower, start, end) or _pattern("subjunctive").search(lower, start, end)
    whole = Arguments(action=(start, end), rule="en/that clause")
    if not modal or _pattern("passive").match(lower, modal.end(), end) or not _names_actor(lower[start : modal.start()]):
        return whole
    addressees = split_addressees(clause, start, modal.start())
    if not addressees:
        return whole
    action = modal.start("action") if "action" in modal.groupdict() and modal.group("action") else modal.end()
    while action < end and lower[action] == " ":
        action += 1
    return Arguments(addressees=addressees, basis="stated", action=(action, end), rule="en/that X should do")


def _need(clause: Clause) -> Arguments:
    """`stresses the need for X to do`, `the importance of doing`, `the need to do`."""
    lower, end = clause.lower, clause.end
    body = clause.body
    for_to = _pattern("need_for").match(lower, body, end)
    start = for_to.end() if for_to else body
    start = _skip_to(lower, start, end)
    return Arguments(action=(start, end) if start < end else None, rule="en/the need to do")


def _decides(clause: Clause) -> Arguments:
    """`decides that X shall do`, `decides to do`, `extends the mandate`."""
    lower, end = clause.lower, clause.end
    body = _skip(clause, clause.body)
    if _pattern("that").match(lower, body, end):
        found = _that_somebody_should(clause)
        return found
    return _binds_itself(clause)


def _binds_itself(clause: Clause) -> Arguments:
    """`decides to do`, `reaffirms its determination to do`: the body binds itself."""
    lower, end = clause.lower, clause.end
    body = _skip(clause, clause.body)
    start = _skip_to(lower, body, end)
    return Arguments(basis="self", action=(start, end) if start < end else None, rule="en/to do, itself")


def _infinitive(clause: Clause, body: int) -> int | None:
    """Where " to VERB" begins that says what is to be done; None when the clause has none."""
    for found in _pattern("to_verb").finditer(clause.lower, body, clause.end):
        depth = clause.lower.count("(", body, found.start()) - clause.lower.count(")", body, found.start())
        # A capital after "to" is a name: "the donors to ATMIS".
        if depth == 0 and clause.text[found.start("verb")].islower():
            return found.start()
    return None


def _skip(clause: Clause, start: int) -> int:
    """Past spaces, commas and phrases between verb and complement ("in this regard", "once again upon")."""
    found = _pattern("between").match(clause.lower, start, clause.end)
    return found.end() if found else start


def _skip_insertion(clause: Clause, start: int) -> int:
    found = _pattern("inserted").match(clause.lower, start, clause.end)
    return found.end() if found else start


def _skip_to(lower: str, start: int, end: int) -> int:
    """Past ", in this regard, to " up to the head verb."""
    found = _pattern("to").match(lower, start, end)
    return found.end() if found else start


def _names_actor(words: str) -> bool:
    return bool(_pattern("actor_head").search(words))


def split_addressees(clause: Clause, start: int, end: int) -> tuple[Span, ...]:
    """Coordinated complete noun phrases as entries of their own; "including X" and "in particular X" too."""
    text, lower = clause.text, clause.lower
    pieces: list[Span] = []
    place = start
    for separator in _pattern("separator").finditer(lower, start, end):
        if lower.count("(", start, separator.start()) > lower.count(")", start, separator.start()):
            continue
        pieces.append((place, separator.start()))
        place = separator.end()
    pieces.append((place, end))
    joined: list[Span] = []
    for a, b in pieces:
        a, b = _trim(lower, a, b)
        if a >= b:
            continue
        if joined and not _complete(text[a:b], lower[a:b], lower[joined[-1][0] : joined[-1][1]]):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return tuple(span for span in joined if not _pattern("not_addressee").match(lower, span[0], span[1]))


def _trim(lower: str, start: int, end: int) -> Span:
    while start < end and lower[start] in " ,;":
        start += 1
    while end > start and lower[end - 1] in " ,;":
        end -= 1
    return start, end


def _complete(piece: str, lower: str, before: str) -> bool:
    """Whether a coordinated piece is a noun phrase of its own rather than the rest of the one before."""
    if _pattern("not_addressee").match(lower):
        return True
    if _pattern("of_name").search(before) and piece[0].isupper() and " " not in piece:
        return False
    return bool(_pattern("actor_head").search(lower)) or piece[0].isupper() or bool(_pattern("determined").match(lower))
