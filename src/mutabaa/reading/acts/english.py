"""English grammar of what an act asks: who is addressed, and what is to be done."""

import re
from functools import cache

from mutabaa.reading.acts.arguments import Arguments, Span
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.verbs import verbs_of
from mutabaa.reading.phrasebooks import load

_PRONOUN = re.compile(r"(?:them|it|him|her|the same|the latter)\b(?= to | not to |, )")
_THEY = re.compile(r"(?:he|she|they) (?:(?:should|shall|must) )?(?=[a-z])")
_PREPOSITION = re.compile(
    r" (?:of|for|in|to|on|by|from|with|within|that|which|who|whose|concerned|acting|at|under|against|through|among|between|regarding|related|via|over)\b|,| \("
)


def arguments_of(clause: Clause) -> Arguments:
    """Addressees and action of an English directive, by the frame its verb or complement names."""
    return {
        "np_to": _asks_somebody,
        "that": _that_somebody_should,
        "need": _need,
        "decide": _decides,
        "self_to": _binds_itself,
    }[clause.frame or "np_to"](clause)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return verbs_of("en").patterns[name]


@cache
def _infinitives() -> frozenset[str]:
    return frozenset(load("en", "infinitives")["verbs"])


def _asks_somebody(clause: Clause) -> Arguments:
    """`urges X to do`, `calls for Y`, `demands that X do`."""
    lower, end = clause.lower, clause.end
    body = _past("between", clause, clause.body)
    if _pattern("that").match(lower, body, end):
        return _that_somebody_should(clause)
    if (
        clause.complement
        and lower.startswith("to ", body)
        and not _is_infinitive(lower[body + 3 : end].split(" ")[0])
    ):
        # "its request to intergovernmental bodies to review": the noun's own preposition.
        body += 3
    pronoun = _PRONOUN.match(lower, body, end)
    if pronoun:
        to = _past("to", clause, pronoun.end())
        return Arguments(action=(to, end) if to < end else None, pointing_back=True, rule="en/pronoun")
    to_do = _infinitive(clause, body)
    if to_do is None and lower.endswith(" to", body, end):
        to_do = (end - 3, end)
    if to_do is None or not (to_do[0] <= body or _is_asked(clause, body, to_do[0])):
        bare = _that_somebody_should(clause) if _is_actor(clause, body, end) else None
        return (
            bare if bare and bare.addressees and clause.act != "call" else _asks_for_something(clause, body)
        )
    action = (to_do[1], end) if to_do[1] < end else None
    if to_do[0] <= body:
        # "further urges to make …": nobody is named again.
        return Arguments(action=action, pointing_back=True, rule="en/ellipsis")
    addressees = split_addressees(clause, body, to_do[0])
    return Arguments(
        addressees=addressees,
        basis="stated" if addressees else "not_stated",
        action=action,
        rule="en/X to do",
    )


def _asks_for_something(clause: Clause, body: int) -> Arguments:
    """`calls for an end to …`, with an addressee only where "by X", "from X" or "and for X to" names one."""
    lower, end = clause.lower, clause.end
    body = _past("for", clause, body)
    asked_alone = clause.lower.endswith(("upon", " on"), clause.start, clause.verb_end) or clause.act in (
        "request",
        "urge",
    )
    if (
        lower.startswith(":", end) or asked_alone and not _pattern("no_actor").search(lower, body, end)
    ) and _is_actor(clause, body, end):
        # "Requests the secretariat:" and a list says what; "urges all States and requests others to do" says it later.
        return Arguments(addressees=split_addressees(clause, body, end), basis="stated", rule="en/X:")
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
    start = _past("inserted", clause, _past("that", clause, _past("between", clause, clause.body)))
    whole = Arguments(action=(start, end), rule="en/that clause")
    pointing = _THEY.match(lower, start, end)
    modal = _pattern("modal").search(lower, start, end)
    if pointing and not (modal and _pattern("passive").match(lower, modal.end(), end)):
        return Arguments(action=(pointing.end(), end), pointing_back=True, rule="en/that they do")
    if modal is None:
        modal = _pattern("subjunctive").search(lower, start, end)
    if modal is None or _pattern("passive").match(lower, modal.end(), end):
        return whole
    if not _is_actor(clause, start, modal.start()):
        return whole
    addressees = split_addressees(clause, start, modal.start())
    if not addressees:
        return whole
    action = modal.start("action") if "action" in modal.groupdict() else modal.end()
    while action < end and lower[action] in " ,":
        action += 1
    return Arguments(addressees=addressees, basis="stated", action=(action, end), rule="en/that X should do")


def _need(clause: Clause) -> Arguments:
    """`stresses the need for X to do`, `the importance of doing`, `the need to do`."""
    start = _past("to", clause, _past("need_for", clause, clause.body))
    return Arguments(action=(start, clause.end) if start < clause.end else None, rule="en/the need to do")


def _decides(clause: Clause) -> Arguments:
    """`decides that X shall do`, `decides to do`, `extends the mandate`."""
    body = _past("between", clause, clause.body)
    if _pattern("that").match(clause.lower, body, clause.end):
        return _that_somebody_should(clause)
    return _binds_itself(clause)


def _binds_itself(clause: Clause) -> Arguments:
    """`decides to do`, `reaffirms its determination to do`: the body binds itself."""
    body = _past("between", clause, clause.body)
    to = _infinitive(clause, body) if clause.complement or clause.lower.startswith(",", clause.body) else None
    start = to[1] if to else _past("to", clause, body)
    return Arguments(
        basis="self", action=(start, clause.end) if start < clause.end else None, rule="en/to do, itself"
    )


def _infinitive(clause: Clause, body: int) -> Span | None:
    """Where " to VERB" begins that says what is to be done, and where its action does; None when there is none."""
    lower = clause.lower
    for found in _pattern("to_verb").finditer(lower, max(body - 1, 0), clause.end):
        # A capital after "to" is a name: "the donors to ATMIS"; "to armed groups" isn't an action.
        if not _is_infinitive(found["verb"]) or not clause.text[found.start("verb")].islower():
            continue
        if lower.count("(", body, found.start()) == lower.count(")", body, found.start()):
            return found.start(), _past("to", clause, found.start())
    return None


def _is_infinitive(word: str) -> bool:
    """Whether a word is a known verb in its base form, "re-" or "re" before it allowed."""
    known = _infinitives()
    return word in known or word.startswith("re") and word[2:].lstrip("-") in known


def _past(name: str, clause: Clause, start: int) -> int:
    """The place after a pattern of the phrasebook, or the same place when it doesn't stand here."""
    found = _pattern(name).match(clause.lower, start, clause.end)
    return found.end() if found else start


def _is_actor(clause: Clause, start: int, end: int) -> bool:
    """Whether a phrase names somebody: its head is an actor or a proper name ("the Panel", not "the enlargement")."""
    cut = _PREPOSITION.search(clause.lower, start + 1, end)
    head_end = cut.start() if cut else end
    head = clause.text[start:head_end]
    if _pattern("actor_head").search(clause.lower, start, head_end):
        return True
    return any(word[:1].isupper() for word in head.split())


def _is_asked(clause: Clause, start: int, end: int) -> bool:
    """Whether the phrase before "to do" is who is asked: an actor, or after request and urge anything that can act."""
    if _is_actor(clause, start, end):
        return True
    if clause.act not in ("request", "urge", "invite", "mandate"):
        return False
    cut = _PREPOSITION.search(clause.lower, start + 1, end)
    return not _pattern("no_actor").search(clause.lower, start, cut.start() if cut else end)


def split_addressees(clause: Clause, start: int, end: int) -> tuple[Span, ...]:
    """Coordinated complete noun phrases as entries of their own; "including X" and "in particular X" too.

    An insertion ("in cooperation with the Secretariat and States") names nobody who is asked, up to the end of the
    phrase or to "including".
    """
    text, lower = clause.text, clause.lower
    spans: list[Span] = []
    pending: int | None = None
    inserted = False
    for a, b, opens in _pieces(lower, start, end):
        if inserted and not opens:
            continue
        inserted = False
        if _pattern("not_addressee").match(lower, a, b):
            inserted = True
            continue
        if pending is not None:
            a, pending = pending, None
        if not spans or _complete(clause, a, b, spans[-1]):
            if _unfinished(text[a:b], lower[a:b], text[b : b + 40]):
                pending = a
                continue
            spans.append((a, b))
        else:
            spans[-1] = (spans[-1][0], b)
    if pending is not None:
        if spans:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((pending, end))
    return tuple(_trim(lower, *span) for span in spans)


def _pieces(lower: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The stretches between commas and conjunctions outside brackets; the flag says "including" or the like opened it."""
    pieces = []
    place, opens = start, False
    for separator in _pattern("separator").finditer(lower, start, end):
        if lower.count("(", start, separator.start()) > lower.count(")", start, separator.start()):
            continue
        if separator.start() > place:
            pieces.append((*_trim(lower, place, separator.start()), opens))
        opens = any(
            word in separator[0] for word in ("includ", "particular", "especially", "notably", "such as")
        )
        place = separator.end()
    pieces.append((*_trim(lower, place, end), opens))
    return [piece for piece in pieces if piece[0] < piece[1]]


def _trim(lower: str, start: int, end: int) -> Span:
    while start < end and lower[start] in " ,;":
        start += 1
    while end > start and lower[end - 1] in " ,;":
        end -= 1
    return start, end


_BARE_PLURAL = re.compile(
    r"(?:other )?(?:funds|programmes|agencies|entities|bodies|offices|mechanisms|procedures)$"
)


# "States parties to the Covenant | the Convention on …": treaties are joined, they aren't asked.
_TREATY = re.compile(
    r"(?:the )?(?:[A-Z][\w-]+ ){0,4}(?:Convention|Covenant|Protocols?|Treaty|Agreement|Statute|Charter|Declaration)\b|supplementing "
)
# "States that have not signed | ratified or acceded to it"
_ENDED = re.compile(
    r"(?!united\b|unified\b|armed\b)[a-z]+ed\b(?! (?:states|countries|parties|bodies|groups|organi))"
)


def _complete(clause: Clause, start: int, end: int, before: Span) -> bool:
    """Whether a coordinated piece is a noun phrase of its own rather than the rest of the one before."""
    lower, text = clause.lower, clause.text
    piece = lower[start:end]
    if _ENDED.match(piece) or _TREATY.match(text, start, end):
        return False
    if "parties to" in lower[slice(*before)] and not _pattern("actor_head").search(piece):
        return False
    if _BARE_PLURAL.match(piece) and lower.endswith(
        ("agencies", "funds", "programmes"), before[0], before[1]
    ):
        return False
    if (
        _pattern("of_name").search(lower, *before)
        and text[start].isupper()
        and not _pattern("actor_head").search(piece)
    ):
        return False
    return True


def _unfinished(piece: str, lower: str, following: str) -> bool:
    """Whether a piece lacks its head, which the next one brings: "international" | "regional organisations"."""
    if _pattern("actor_head").search(lower):
        return False
    words = piece.split()
    if piece.islower():
        return True
    # "the Joint Monitoring | and Evaluation Commission"
    follows = re.match(r",? and ([A-Z])", following)
    return bool(follows) and words[0].lower() == "the" and len(words) > 1 and "of" not in words
