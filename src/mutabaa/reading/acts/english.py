"""English grammar of what an act asks: who is addressed, and what is to be done."""

import re
from functools import cache

from mutabaa.reading.acts.arguments import Arguments, Span
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.coordination import past
from mutabaa.reading.acts.english_addressees import split_addressees
from mutabaa.reading.acts.verbs import verbs_of
from mutabaa.reading.phrasebooks import load


def arguments_of(clause: Clause) -> Arguments:
    """Addressees and action of an English directive, by the frame its verb or complement names."""
    return {
        "np_to": _asks_somebody,
        "np_with": _entrusts,
        "that": _that_somebody_should,
        "need": _need,
        "decide": _decides,
        "self_to": _binds_itself,
        "treaty": _is_bound,
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
    body = past(_pattern("between"), clause, clause.body)
    if _pattern("that").match(lower, body, end):
        return _that_somebody_should(clause)
    if (
        clause.complement
        and lower.startswith("to ", body)
        and not _is_infinitive(lower[body + 3 : end].split(" ")[0])
    ):
        # "its request to intergovernmental bodies to review": the noun's own preposition.
        body += 3
    made_by = _pattern("made_by").match(lower, body, end) if clause.complement else None
    if made_by:
        # "reiterates the call of the Secretary-General for a ceasefire": who called isn't who is called upon.
        return Arguments(action=(made_by.end(), end), rule="en/the call of another for something")
    pronoun = _pattern("object_pronoun").match(lower, body, end)
    if pronoun:
        to = past(_pattern("to"), clause, pronoun.end())
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


def _entrusts(clause: Clause) -> Arguments:
    """`entrusts X with the study`, `tasks X to do`."""
    body, end = past(_pattern("between"), clause, clause.body), clause.end
    task = _pattern("with_task").search(clause.lower, body, end)
    to_do = _infinitive(clause, body)
    if task is None or (to_do and to_do[0] < task.start()):
        return _asks_somebody(clause)
    addressees = split_addressees(clause, body, task.start())
    return Arguments(
        addressees=addressees, basis="stated", action=(task.end(), end), rule="en/X with something"
    )


def _asks_for_something(clause: Clause, body: int) -> Arguments:
    """`calls for an end to …`, with an addressee only where "by X", "from X" or "and for X to" names one."""
    lower, end = clause.lower, clause.end
    body = past(_pattern("for"), clause, body)
    asked_alone = clause.lower.endswith(("upon", " on"), clause.start, clause.verb_end) or clause.act in (
        "request",
        "urge",
    )
    if (
        lower.startswith(":", end) or (asked_alone and not _pattern("no_actor").search(lower, body, end))
    ) and _is_actor(clause, body, end):
        # "Requests the secretariat:" and a list says what; "urges all States and requests others to do".
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
    start = past(
        _pattern("inserted"),
        clause,
        past(_pattern("that"), clause, past(_pattern("between"), clause, clause.body)),
    )
    whole = Arguments(action=(start, end), rule="en/that clause")
    pointing = _pattern("subject_pronoun").match(lower, start, end)
    modal = _pattern("modal").search(lower, start, end)
    if pointing and not (modal and _pattern("passive").match(lower, modal.end(), end)):
        return Arguments(action=(pointing.end(), end), pointing_back=True, rule="en/that they do")
    if modal is None:
        modal = _base_form(clause, start)
    if modal is None or _pattern("passive").match(lower, modal.end(), end):
        return whole
    bare = "action" in modal.groupdict()
    who_end, action = (modal.start("action"),) * 2 if bare else (modal.start(), modal.end())
    for again in _pattern("and_that").finditer(lower, start, who_end):
        start = again.end()
    if not _is_actor(clause, start, who_end):
        return whole
    addressees = split_addressees(clause, start, who_end)
    if not addressees:
        return whole
    while action < end and lower[action] in " ,":
        action += 1
    return Arguments(addressees=addressees, basis="stated", action=(action, end), rule="en/that X should do")


def _base_form(clause: Clause, start: int) -> re.Match[str] | None:
    """The first base form that says what somebody should do; None where none does, or something should be done.

    Common ones ("that all parties cease"), any right after an insertion ("that States, within their mandates,
    develop") or after an actor ("that the Bank initiate").
    """
    lower, end = clause.lower, clause.end
    common = _pattern("subjunctive").search(lower, start, end)
    until = common.start() if common else end
    if _pattern("bare_be").search(lower, start, until):
        return None
    found = [common] if common else []
    for name in ("after_insertion", "after_actor"):
        words = _pattern(name).finditer(lower, start, until)
        found += filter(None, [next((word for word in words if _is_done(clause, word)), None)])
    return min(found, key=lambda word: word.start("action"), default=None)


def _is_done(clause: Clause, word: re.Match[str]) -> bool:
    """Whether a word is a verb in its base form here: known, no name, and no noun ("the United Nations support office",
    but "States support the Fund").
    """
    lower = clause.lower
    if not _is_infinitive(word["action"]) or not clause.text[word.start("action")].islower():
        return False
    end = word.end("action")
    return not _pattern("noun_too").match(word["action"]) or bool(_pattern("object").match(lower, end))


def _need(clause: Clause) -> Arguments:
    """`stresses the need for X to do`, `the importance of X doing`, `the need to do`, `the need that X do`."""
    if _pattern("that").match(clause.lower, clause.body, clause.end):
        return _that_somebody_should(clause)
    body = past(_pattern("need_for"), clause, clause.body)
    start = past(_pattern("to"), clause, body)
    whole = Arguments(action=(start, clause.end) if start < clause.end else None, rule="en/the need to do")
    joins = clause.lower[clause.body : body].strip()
    found = _infinitive(clause, body) if joins == "for" else _doing(clause, body) if joins == "of" else None
    who_end, action = found or (body, body)
    # "the need for the missions to benefit": they are helped, not asked.
    if who_end <= body or _pattern("beneficiary").match(clause.lower, action, clause.end):
        return whole
    addressees = split_addressees(clause, body, who_end) if _is_actor(clause, body, who_end) else ()
    if not addressees:
        return whole
    return Arguments(
        addressees=addressees, basis="stated", action=(action, clause.end), rule="en/the need for X to do"
    )


def _doing(clause: Clause, body: int) -> Span | None:
    """Where the actors end and what they do begins in "the importance of Member States | supporting this"."""
    found = _pattern("actors_doing").match(clause.lower, body, clause.end)
    if found is None or not _is_infinitive_of(found["verb"]):
        return None
    return found.start("verb"), found.start("verb")


def _is_infinitive_of(participle: str) -> bool:
    """Whether a word in -ing is of a known verb: supporting, ensuring, permitting."""
    stem = participle.removesuffix("ing")
    return any(_is_infinitive(base) for base in (stem, stem + "e", stem[:-1]))


def _decides(clause: Clause) -> Arguments:
    """`decides that X shall do`, `decides to do`, `extends the mandate`."""
    body = past(_pattern("between"), clause, clause.body)
    if _pattern("that").match(clause.lower, body, clause.end):
        return _that_somebody_should(clause)
    return _binds_itself(clause)


def _binds_itself(clause: Clause) -> Arguments:
    """`decides to do`, `reaffirms its determination to do`: the body binds itself."""
    body = past(_pattern("between"), clause, clause.body)
    to = _infinitive(clause, body) if clause.complement or clause.lower.startswith(",", clause.body) else None
    start = to[1] if to else past(_pattern("to"), clause, body)
    return Arguments(
        basis="self", action=(start, clause.end) if start < clause.end else None, rule="en/to do, itself"
    )


def _is_bound(clause: Clause) -> Arguments:
    """`The Parties shall do`, `The Parties undertake to do`: the subject is bound, when it acts."""
    lower, end = clause.lower, clause.end
    action = past(_pattern("to"), clause, clause.body)
    while action < end and lower[action] == " ":
        action += 1
    subject = next(
        (m for m in _pattern("treaty_clause").finditer(lower) if m.start("verb") == clause.start), None
    )
    if subject is None or subject["actor"] is None:
        return Arguments(action=(action, end), pointing_back=True, rule="en/shall, the same subject")
    start, stop = subject.span("actor")
    if _pattern("nobody").match(lower, start):
        # "Neither Party shall reinforce": without its subject the action would say the contrary.
        action = start
    if _pattern("passive").match(lower, action - 1, end) or not _is_actor(
        clause, lower.find(" ", start, stop) + 1 or start, stop
    ):
        return Arguments(action=(start, end), rule="en/something shall be")
    return Arguments(
        addressees=split_addressees(clause, start, stop) or ((start, stop),),
        basis="stated",
        action=(action, end),
        rule="en/X shall do",
    )


def _infinitive(clause: Clause, body: int) -> Span | None:
    """Where " to VERB" begins that says what is to be done, and where its action does; None when there is none."""
    lower = clause.lower
    for found in _pattern("to_verb").finditer(lower, max(body - 1, 0), clause.end):
        # A capital after "to" is a name: "the donors to ATMIS"; "to armed groups" isn't an action.
        if not clause.text[found.start("verb")].islower():
            continue
        # No noun stands right before "its" or "the": "to shoulder its responsibilities" tells of a verb unknown to us.
        if not _is_infinitive(found["verb"]) and not _pattern("object").match(lower, found.end(), clause.end):
            continue
        if lower.count("(", body, found.start()) == lower.count(")", body, found.start()):
            return found.start(), past(_pattern("to"), clause, found.start())
    return None


def _is_infinitive(word: str) -> bool:
    """Whether a word is a known verb in its base form, "re-" or "re" before it allowed."""
    known = _infinitives()
    return word in known or (word.startswith("re") and word[2:].lstrip("-") in known)


def _is_actor(clause: Clause, start: int, end: int) -> bool:
    """Whether a phrase names somebody: its head is an actor or a proper name ("the Panel", not "the enlargement")."""
    head_end = end
    for cut in _pattern("head_end").finditer(clause.lower, start + 1, end):
        # "international, regional and local organizations": an adjective alone isn't a head.
        if cut[0] != "," or " " in clause.lower[start : cut.start()]:
            head_end = cut.start()
            break
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
    cut = _pattern("head_end").search(clause.lower, start + 1, end)
    return not _pattern("no_actor").search(clause.lower, start, cut.start() if cut else end)
