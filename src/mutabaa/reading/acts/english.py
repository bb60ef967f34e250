"""English grammar of what an act asks: who is addressed, and what is to be done."""

from mutabaa.reading.acts.arguments import Arguments, Span
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.coordination import past
from mutabaa.reading.acts.english_addressees import split_addressees
from mutabaa.reading.acts.english_that import that_somebody_should
from mutabaa.reading.acts.english_words import (
    infinitive,
    is_actor,
    is_asked,
    is_infinitive,
    is_participle,
    pattern,
)


def arguments_of(clause: Clause) -> Arguments:
    """Addressees and action of an English directive, by the frame its verb or complement names."""
    return {
        "np_to": _asks_somebody,
        "np_with": _entrusts,
        "that": that_somebody_should,
        "need": _need,
        "decide": _decides,
        "self_to": _binds_itself,
        "treaty": _is_bound,
    }[clause.frame or "np_to"](clause)


def _asks_somebody(clause: Clause) -> Arguments:
    """`urges X to do`, `calls for Y`, `demands that X do`."""
    lower, end = clause.lower, clause.end
    body = past(pattern("between"), clause, clause.body)
    if pattern("that").match(lower, body, end):
        return that_somebody_should(clause)
    if (
        clause.complement
        and lower.startswith("to ", body)
        and not is_infinitive(lower[body + 3 : end].split(" ")[0])
    ):
        # "its request to intergovernmental bodies to review": the noun's own preposition.
        body += 3
    made_by = pattern("made_by").match(lower, body, end) if clause.complement else None
    if made_by:
        # "reiterates the call of the Secretary-General for a ceasefire": who called isn't who is called upon.
        return Arguments(action=(made_by.end(), end), rule="en/the call of another for something")
    pronoun = pattern("object_pronoun").match(lower, body, end)
    if pronoun:
        to = past(pattern("to"), clause, pronoun.end())
        # "urges them to:" and a list says what.
        said = to < end and lower[to:end].strip() != "to"
        return Arguments(action=(to, end) if said else None, pointing_back=True, rule="en/pronoun")
    to_do = infinitive(clause, body)
    if to_do is None and lower.endswith(" to", body, end):
        to_do = (end - 3, end)
    if to_do is None or not (to_do[0] <= body or is_asked(clause, body, to_do[0])):
        # "demands all parties cease": a common base form alone shows it, others are nouns ("urges … their support").
        common = pattern("subjunctive").search(lower, body, end) and is_actor(clause, body, end)
        bare = that_somebody_should(clause) if common else None
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
    body, end = past(pattern("between"), clause, clause.body), clause.end
    task = pattern("with_task").search(clause.lower, body, end)
    to_do = infinitive(clause, body)
    if task is None or (to_do and to_do[0] < task.start()):
        return _asks_somebody(clause)
    addressees = split_addressees(clause, body, task.start())
    return Arguments(
        addressees=addressees, basis="stated", action=(task.end(), end), rule="en/X with something"
    )


def _asks_for_something(clause: Clause, body: int) -> Arguments:
    """`calls for an end to …`, with an addressee only where "by X", "from X" or "and for X to" names one."""
    lower, end = clause.lower, clause.end
    body = past(pattern("for"), clause, body)
    asked_alone = clause.lower.endswith(("upon", " on"), clause.start, clause.verb_end) or clause.act in (
        "request",
        "urge",
    )
    if (
        lower.startswith(":", end) or (asked_alone and not pattern("no_actor").search(lower, body, end))
    ) and is_actor(clause, body, end):
        # "Requests the secretariat:" and a list says what; "urges all States and requests others to do".
        return Arguments(addressees=split_addressees(clause, body, end), basis="stated", rule="en/X:")
    who = pattern("by_actor").search(lower, body, end)
    addressees: tuple[Span, ...] = ()
    if who:
        addressees = split_addressees(clause, who.start("actor"), who.end("actor"))
    return Arguments(
        addressees=addressees,
        basis="stated" if addressees else "not_stated",
        action=(body, end) if body < end else None,
        rule="en/for something",
    )


def _need(clause: Clause) -> Arguments:
    """`stresses the need for X to do`, `the importance of X doing`, `the need to do`, `the need that X do`."""
    if pattern("that").match(clause.lower, clause.body, clause.end):
        return that_somebody_should(clause)
    body = past(pattern("need_for"), clause, clause.body)
    start = past(pattern("to"), clause, body)
    whole = Arguments(action=(start, clause.end) if start < clause.end else None, rule="en/the need to do")
    joins = clause.lower[clause.body : body].strip()
    found = infinitive(clause, body) if joins == "for" else _doing(clause, body) if joins == "of" else None
    who_end, action = found or (body, body)
    # "the need for the missions to benefit": they are helped, not asked.
    if who_end <= body or pattern("beneficiary").match(clause.lower, action, clause.end):
        return whole
    addressees = split_addressees(clause, body, who_end) if is_actor(clause, body, who_end) else ()
    if not addressees:
        return whole
    return Arguments(
        addressees=addressees, basis="stated", action=(action, clause.end), rule="en/the need for X to do"
    )


def _doing(clause: Clause, body: int) -> Span | None:
    """Where the actors end and what they do begins in "the importance of Member States | supporting this"."""
    found = pattern("actors_doing").match(clause.lower, body, clause.end)
    if found is None or not is_participle(found["verb"]):
        return None
    return found.start("verb"), found.start("verb")


def _decides(clause: Clause) -> Arguments:
    """`decides that X shall do`, `decides to do`, `extends the mandate`."""
    body = past(pattern("between"), clause, clause.body)
    if pattern("that").match(clause.lower, body, clause.end):
        return that_somebody_should(clause)
    return _decides_to_ask(clause, body) or _binds_itself(clause)


def _decides_to_ask(clause: Clause, body: int) -> Arguments | None:
    """`decides to mandate X to do`: who is to be asked is bound by name."""
    ask = past(pattern("to_ask"), clause, body)
    whom = past(pattern("asking"), clause, ask)
    to_do = infinitive(clause, whom) if body < ask < whom else None
    if to_do is None or to_do[0] <= whom or not is_actor(clause, whom, to_do[0]):
        return None
    addressees = split_addressees(clause, whom, to_do[0])
    return Arguments(
        addressees=addressees, basis="stated", action=(ask, clause.end), rule="en/to ask X to do"
    )


def _binds_itself(clause: Clause) -> Arguments:
    """`decides to do`, `reaffirms its determination to do`: the body binds itself."""
    body = past(pattern("between"), clause, clause.body)
    to = infinitive(clause, body) if clause.complement or clause.lower.startswith(",", clause.body) else None
    start = to[1] if to else past(pattern("to"), clause, body)
    return Arguments(
        basis="self", action=(start, clause.end) if start < clause.end else None, rule="en/to do, itself"
    )


def _next_subject(clause: Clause, start: int) -> int | None:
    """Where the next clause with a subject of its own begins: "…, and no weapons shall be stored"."""
    found = pattern("treaty_clause").finditer(clause.lower, start)
    return next((m.start() for m in found if m["actor"] and m.start() < clause.end), None)


def _is_bound(clause: Clause) -> Arguments:
    """`The Parties shall do`, `The Parties undertake to do`: the subject is bound, when it acts."""
    lower, end = clause.lower, clause.end
    action = past(pattern("to"), clause, clause.body)
    while action < end and lower[action] == " ":
        action += 1
    subject = next(
        (m for m in pattern("treaty_clause").finditer(lower) if m.start("verb") == clause.start), None
    )
    if subject is None or subject["actor"] is None:
        return Arguments(action=(action, end), pointing_back=True, rule="en/shall, the same subject")
    start, stop = subject.span("actor")
    end = _next_subject(clause, subject.end()) or end
    if pattern("nobody").match(lower, start):
        # "Neither Party shall reinforce": without its subject the action would say the contrary.
        action = start
    if pattern("passive").match(lower, action - 1, end) or not is_actor(
        clause, lower.find(" ", start, stop) + 1 or start, stop
    ):
        return Arguments(action=(start, end), rule="en/something shall be")
    return Arguments(
        addressees=split_addressees(clause, start, stop) or ((start, stop),),
        basis="stated",
        action=(action, end),
        rule="en/X shall do",
    )
