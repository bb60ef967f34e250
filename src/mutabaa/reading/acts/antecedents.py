"""Whom a pronoun or an ellipsis points back to: never further than the words let it."""

from collections.abc import Callable, Sequence

from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.verbs import Verbs
from mutabaa.reading.findings import Act, Quote
from mutabaa.reading.passages import Passage

Antecedent = tuple[tuple[Quote, ...], str]


def antecedent_of(
    clause: Clause,
    before: Sequence[Clause],
    acts: Sequence[Act],
    earlier: Sequence[Passage],
    verbs: Verbs,
    quote: Callable[[tuple[int, int]], Quote],
) -> Antecedent | None:
    """Who is meant, and from where it is known; None when nothing tells.

    In this order: who the nearest earlier act of the paragraph addresses, when the number agrees ("him" isn't "the two
    countries"); an actor named in the clauses `before`, the nearest first (… welcomes the aid of States, urging them);
    for the paragraph's first act, who the paragraph before addresses.
    """
    singular = _is_singular(clause, verbs)
    for act in reversed(acts):
        if act.addressees:
            if singular and _are_many(act.addressees, verbs):
                break
            # "calls upon States, and invites others, to do": both are asked the same.
            asked = [a for a in acts if a is act or (a.action and a.action == act.action)]
            return tuple(q for a in asked for q in a.addressees), "nearest earlier addressee"
    for nearest in reversed(before):
        named = _actor_named(nearest, verbs, singular)
        if named:
            how = "actor named just before" if nearest is before[-1] else "actor named before"
            return tuple(quote(span) for span in named), how
    if before:
        return None
    for act in reversed(earlier[-1].acts if earlier else ()):
        if act.addressees:
            return act.addressees, "addressee of the paragraph before"
    return None


def _is_singular(clause: Clause, verbs: Verbs) -> bool:
    """Whether the pronoun of a clause stands for one."""
    pattern = verbs.patterns.get("singular_pronoun")
    near = max(0, clause.start - 12), min(clause.body + 12, clause.end)
    return bool(pattern and pattern.search(clause.lower, *near))


def _are_many(addressees: Sequence[Quote], verbs: Verbs) -> bool:
    """Whether addressees are plural for certain: several, or of a language whose plurals its phrasebook describes."""
    pattern = verbs.patterns.get("plural_name")
    return len(addressees) > 1 or bool(pattern and pattern.match(addressees[0].text.lower()))


def _actor_named(before: Clause, verbs: Verbs, singular: bool) -> list[tuple[int, int]]:
    """A plural pronoun takes the first plural actor of the clause before, a singular one its last singular actor."""
    if singular:
        actors = verbs.patterns["actor_singular"].finditer(before.lower, before.body, before.end)
        return [actor.span("actor") for actor in actors][-1:]
    actors = verbs.patterns["actor"].finditer(before.lower, before.body, before.end)
    return [actor.span("actor") for actor in actors][:1]
