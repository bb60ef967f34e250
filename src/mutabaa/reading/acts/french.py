"""French grammar of what an act asks: who is addressed, and what is to be done."""

import re
from functools import cache

from mutabaa.reading.acts.arguments import Arguments, Span
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.coordination import FAR, last_words, not_inserted, past, pieces
from mutabaa.reading.acts.verbs import verbs_of


def arguments_of(clause: Clause) -> Arguments:
    """Addressees and action of a French directive, by the frame its verb or complement names."""
    return {
        "np_inf": _asks_somebody,
        "que": _that_somebody_should,
        "need": _need,
        "decide": _decides,
        "self_inf": _binds_itself,
        "treaty": _is_bound,
    }[clause.frame or "np_inf"](clause)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return verbs_of("fr").patterns[name]


def _asks_somebody(clause: Clause) -> Arguments:
    """`prie X de faire`, `demande que X fasse`, `exige de X qu'il fasse`, `exige la libération`."""
    lower, end = clause.lower, clause.end
    body = past(_pattern("between"), clause, clause.body)
    if _pattern("que").match(lower, body, end):
        return _that_somebody_should(clause)
    to = _infinitive(clause, body)
    if clause.pronoun and to:
        return Arguments(action=(to[1], end), pointing_back=True, rule="fr/pronom")
    who = past(_pattern("preposition"), clause, body)
    if to and _pattern("pronoun_noun").match(lower, who, end):
        return Arguments(action=(to[1], end), pointing_back=True, rule="fr/celui-ci")
    that = _pattern("qu_pronoun").search(lower, who, end)
    if that and (to is None or that.start() < to[0]) and _is_actor(clause, who, that.start()):
        addressees = split_addressees(clause, who, that.start())
        return Arguments(
            addressees=addressees, basis="stated", action=(that.end(), end), rule="fr/de X qu'il fasse"
        )
    if to is None and lower.endswith((" à", " de"), who, end) and _is_actor(clause, who, end):
        to = (lower.rindex(" ", who, end), end)
    comes_later = (who > body and clause.text[body] in "àa") or lower[end : end + 2].strip() == ":"
    if to is None and comes_later and _is_actor(clause, who, end):
        # "Demande instamment à tous les États et prie les organismes de coopérer"; "Prie le Secrétaire général :".
        return Arguments(addressees=split_addressees(clause, who, end), basis="stated", rule="fr/X")
    if to is None or (to[0] > who and not _is_asked(clause, who, to[0])):
        return _asks_for_something(clause, body)
    if to[0] <= who:
        # "prie de faire" leaves out whom it asks; "appelle à faire" asks nobody in particular.
        return Arguments(action=(to[1], end), pointing_back=clause.act != "call", rule="fr/ellipse")
    addressees = split_addressees(clause, who, to[0])
    return Arguments(
        addressees=addressees,
        basis="stated" if addressees else "not_stated",
        action=(to[1], end) if to[1] < end else None,
        rule="fr/X de faire",
    )


def _asks_for_something(clause: Clause, body: int) -> Arguments:
    """`exige la cessation …`, with an addressee only where "par X" or "de la part de X" names one."""
    lower, end = clause.lower, clause.end
    # "appelle à la cessation": the preposition isn't part of what is asked; "exige la cessation" has none.
    start = past(_pattern("in_favour_of"), clause, body)
    who = _pattern("by_actor").search(lower, start, end)
    addressees = split_addressees(clause, who.start("actor"), who.end("actor")) if who else ()
    return Arguments(
        addressees=addressees,
        basis="stated" if addressees else "not_stated",
        action=(start, end) if start < end else None,
        rule="fr/quelque chose",
    )


def _that_somebody_should(clause: Clause) -> Arguments:
    """`décide que X fera`, `souligne que X doit faire`: X is addressed when it acts, not when it is acted on."""
    lower, end = clause.lower, clause.end
    start = past(
        _pattern("inserted_que"),
        clause,
        past(_pattern("que"), clause, past(_pattern("between"), clause, clause.body)),
    )
    whole = Arguments(action=(start, end), rule="fr/que")
    others = _others_who(clause, start)
    if others:
        whole = Arguments(
            addressees=others, basis="stated", action=(start, end), rule="fr/que … et que X fasse"
        )
    finite = _pattern("finite").search(lower, start, end)
    if finite is None or finite["passive"] or not _is_actor(clause, start, finite.start()):
        return whole
    addressees = split_addressees(clause, start, finite.start())
    if not addressees:
        return whole
    action = finite.end("modal") if finite["modal"] else finite.start("action")
    while action < end and lower[action] in " ,":
        action += 1
    if finite["modal"] and _pattern("passive_infinitive").match(lower, action, end):
        return whole
    return Arguments(
        addressees=addressees + others, basis="stated", action=(action, end), rule="fr/que X fasse"
    )


def _others_who(clause: Clause, start: int) -> tuple[Span, ...]:
    """Who should act by the clauses that go on: "… et que les États Membres notifieront"."""
    lower, end = clause.lower, clause.end
    spans: list[Span] = []
    for again in _pattern("and_que").finditer(lower, start, end):
        finite = _pattern("finite").search(lower, again.end(), end)
        if finite and not finite["passive"] and _is_actor(clause, again.end(), finite.start()):
            spans += split_addressees(clause, again.end(), finite.start())
    return tuple(spans)


def _need(clause: Clause) -> Arguments:
    """`souligne la nécessité de faire`, `qu'il importe que X fasse`, `qu'il est indispensable pour X de faire`."""
    if _pattern("que").match(clause.lower, clause.body, clause.end):
        return _that_somebody_should(clause)
    start = past(_pattern("needed"), clause, clause.body)
    while start < clause.end and clause.lower[start] in " ,":
        start += 1
    whole = Arguments(
        action=(start, clause.end) if start < clause.end else None, rule="fr/la nécessité de faire"
    )
    to = _infinitive(clause, start) if _pattern("needed_for").match(clause.lower, clause.body) else None
    # "pour les missions de bénéficier": they are helped, not asked.
    if to is None or to[0] <= start or _pattern("beneficiary").match(clause.lower, to[1], clause.end):
        return whole
    addressees = split_addressees(clause, start, to[0]) if _is_actor(clause, start, to[0]) else ()
    if not addressees:
        return whole
    return Arguments(
        addressees=addressees,
        basis="stated",
        action=(to[1], clause.end),
        rule="fr/la nécessité pour X de faire",
    )


def _is_bound(clause: Clause) -> Arguments:
    """`Les Parties font`, `Les Parties s'engagent à faire`, `Le Comité fera`: the subject is bound, when it acts."""
    lower, end = clause.lower, clause.end
    undertaking = _pattern("undertaking").match(lower, clause.start, end)
    action = undertaking.end() if undertaking else clause.start
    subject = next(
        (m for m in _pattern("treaty_clause").finditer(lower) if m.start("verb") == clause.start), None
    )
    if subject is None or subject["actor"] is None:
        return Arguments(action=(action, end), pointing_back=True, rule="fr/le même sujet")
    start, stop = subject.span("actor")
    following = _pattern("treaty_clause").finditer(lower, subject.end())
    end = next((m.start() for m in following if m["actor"] and m.start() < end), end)
    if _pattern("nobody").match(lower, start):
        action = start
    if _pattern("passive").match(lower, clause.start, end) or not _is_actor(
        clause, past(_pattern("article"), clause, start), stop
    ):
        return Arguments(action=(start, end), rule="fr/quelque chose est fait")
    return Arguments(
        addressees=split_addressees(clause, start, stop) or ((start, stop),),
        basis="stated",
        action=(action, end),
        rule="fr/X fait",
    )


def _decides(clause: Clause) -> Arguments:
    """`décide que X fera`, `décide de faire`, `proroge le mandat`."""
    body = past(_pattern("between"), clause, clause.body)
    if _pattern("que").match(clause.lower, body, clause.end):
        return _that_somebody_should(clause)
    return _decides_to_ask(clause, body) or _binds_itself(clause)


def _decides_to_ask(clause: Clause, body: int) -> Arguments | None:
    """`décide de charger X de faire`: who is to be asked is bound by name."""
    ask = past(_pattern("to_ask"), clause, body)
    whom = past(_pattern("preposition"), clause, past(_pattern("asking"), clause, ask))
    to = _infinitive(clause, whom) if body < ask < whom else None
    if to is None or to[0] <= whom or not _is_actor(clause, whom, to[0]):
        return None
    return Arguments(
        addressees=split_addressees(clause, whom, to[0]),
        basis="stated",
        action=(ask, clause.end),
        rule="fr/de demander à X de faire",
    )


def _binds_itself(clause: Clause) -> Arguments:
    """`décide de faire`, `réaffirme sa détermination à faire`: the body binds itself."""
    body = past(_pattern("between"), clause, clause.body)
    to = _infinitive(clause, body)
    near = to is not None and (clause.frame == "self_inf" or to[0] - body < 3)
    start = to[1] if to and near else body
    return Arguments(
        basis="self", action=(start, clause.end) if start < clause.end else None, rule="fr/de faire, lui-même"
    )


def _infinitive(clause: Clause, body: int) -> Span | None:
    """Where "de FAIRE" or "à FAIRE" begins that says what is to be done, and where its action does."""
    lower = clause.lower
    for found in _pattern("to_verb").finditer(lower, max(body - 1, 0), clause.end):
        if _pattern("not_infinitive").match(found["verb"]):
            continue
        if _pattern("not_before_infinitive").search(lower, max(body, found.start() - 20), found.start()):
            continue
        if lower.count("(", body, found.start()) == lower.count(")", body, found.start()):
            return found.start(), found.start("action")
    return None


def _is_actor(clause: Clause, start: int, end: int) -> bool:
    """Whether a phrase names somebody: its head is an actor or a proper name."""
    cut = _pattern("head_end").search(clause.lower, start + 1, end)
    head_end = cut.start() if cut else end
    if _pattern("actor_head").search(clause.lower, start, head_end):
        return True
    return any(word[:1].isupper() for word in re.split(r"[ ']", clause.text[start:head_end]))


def _is_asked(clause: Clause, start: int, end: int) -> bool:
    """Whether the phrase before "de faire" is who is asked: an actor, or anything that isn't the name of an action."""
    return _is_actor(clause, start, end) or not _pattern("no_actor").match(clause.lower[start:end])


def split_addressees(clause: Clause, start: int, end: int) -> tuple[Span, ...]:
    """Coordinated complete noun phrases as entries of their own; "y compris X" and "en particulier X" too."""
    lower = clause.lower
    not_addressee, preposition = _pattern("not_addressee"), _pattern("preposition")
    short, actor = _pattern("short_insertion"), _pattern("actor_head")
    found = pieces(lower, start, end, _pattern("separator"), "fr")
    spans: list[Span] = []
    kept = not_inserted(
        found,
        lambda a, b: bool(not_addressee.match(lower, a, b)),
        lambda a, b: bool(short.fullmatch(lower, a, b)),
        lambda a, b: bool(actor.search(lower, a, b)),
    )
    for a, b in kept:
        if spans and not _complete(clause, a, b, last_words(spans[-1])):
            if a - spans[-1][1] < FAR:
                spans[-1] = (spans[-1][0], b)
        else:
            spans.append((min(past(preposition, clause, a), b - 1), b))
    return tuple(spans)


def _complete(clause: Clause, start: int, end: int, before: Span) -> bool:
    """Whether a coordinated piece is a noun phrase of its own: it has a determiner ("fonds et programmes" hasn't)."""
    lower = clause.lower
    if not _pattern("determined").match(lower, start, end):
        return clause.text[start].isupper() and not _pattern("of_name").search(lower, *before)
    if _pattern("named_for").search(lower, *before) and not _pattern("actor_head").search(lower, start, end):
        # "l'Organisation des Nations Unies pour l'éducation | la science | et la culture"
        return False
    # "le Gouvernement du territoire et des organes": governed by the noun before, unless the verb's "à" is repeated.
    return not _pattern("governed").match(lower, start, end)
