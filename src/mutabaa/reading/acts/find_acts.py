"""From one paragraph to its acts, each with the rule that found it."""

from collections.abc import Callable, Sequence

from mutabaa.reading.acts.arguments import Arguments, Span, arguments_of
from mutabaa.reading.acts.clauses import Clause, find_clauses
from mutabaa.reading.acts.verbs import Verbs, verbs_of
from mutabaa.reading.findings import Act, Concern, Deadline, Quote
from mutabaa.reading.passages import Passage
from mutabaa.texts.normalise import Folded, fold
from mutabaa.vocabulary import Language, kind_of


def find_acts(
    passage: Passage, language: Language, deadlines: Sequence[Deadline], earlier: Sequence[Passage] = ()
) -> tuple[tuple[Act, ...], tuple[Concern, ...]]:
    """The acts of a paragraph in textual order, and what was not understood.

    `deadlines` are all candidate deadlines of the paragraph; each act takes those that stand within it. `earlier` are
    the operative passages before this one, nearest last, for pronouns whose antecedent stands there.
    """
    verbs = verbs_of(language)
    folded = fold(passage.text)
    lower = _lower(folded.text)
    barred = verbs.book.get("never_in_subparagraph", ()) if passage.kind == "subparagraph" else ()
    clauses = find_clauses(folded.text, lower, verbs, barred)
    acts: list[Act] = []
    for i, clause in enumerate(clauses):
        before = clauses[i - 1] if i else None
        acts.append(_act(passage, folded, clause, before, language, deadlines, acts, earlier, verbs))
    concerns: tuple[Concern, ...] = ()
    if not acts and passage.text.strip():
        concerns = (Concern(kind="no_act_understood", passage=passage.path, quote=_opening(passage)),)
    return tuple(acts), concerns


def _act(
    passage: Passage,
    folded: Folded,
    clause: Clause,
    before: Clause | None,
    language: Language,
    deadlines: Sequence[Deadline],
    acts: Sequence[Act],
    earlier: Sequence[Passage],
    verbs: Verbs,
) -> Act:
    quote = _quoter(passage, folded)
    verb = quote((clause.start, clause.verb_end))
    rule = f"{language}/{clause.rule}"
    if kind_of(clause.act) != "directive":
        return Act(verb=verb, act=clause.act, reiterated=clause.reiterated, rule=rule)
    found = arguments_of(clause, language)
    addressees = tuple(quote(span) for span in found.addressees)
    basis, why = found.basis, found.rule
    if found.pointing_back:
        antecedent = _antecedent(acts, earlier) or _antecedent_in_position(clause, before, verbs, quote)
        if antecedent:
            addressees, basis, why = antecedent, "carried_over", f"{found.rule}: nearest earlier addressee"
        else:
            addressees, basis = (), "not_stated"
    return Act(
        verb=verb,
        act=clause.act,
        addressees=addressees,
        basis=basis,
        action=quote(found.action) if found.action and found.action[1] > found.action[0] else None,
        deadlines=_deadlines_of(clause, before, found, passage, folded, deadlines, verbs),
        reiterated=clause.reiterated,
        rule=rule,
        basis_rule=why,
    )


Quoter = Callable[[Span], Quote]


def _quoter(passage: Passage, folded: Folded) -> Quoter:
    def quote(span: Span) -> Quote:
        return passage.quote(*folded.back(*span))

    return quote


def _lower(text: str) -> str:
    lower = text.lower()
    # Some capitals grow when lower-cased (İ); places must stay in step.
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _antecedent(acts: Sequence[Act], earlier: Sequence[Passage]) -> tuple[Quote, ...]:
    """The addressees of the nearest earlier act that has some: in this paragraph, else in the one before."""
    for act in reversed(acts):
        if act.addressees:
            return act.addressees
    for passage in reversed(earlier[-1:]):
        for act in reversed(passage.acts):
            if act.addressees:
                return act.addressees
    return ()


def _antecedent_in_position(
    clause: Clause, before: Clause | None, verbs: Verbs, quote: Quoter
) -> tuple[Quote, ...]:
    """An actor named in the clause before, when no act asked anything yet (… welcomes the aid of States, urging them).

    A plural pronoun takes the first plural actor, a singular one the last singular actor.
    """
    if before is None:
        return ()
    singular = verbs.patterns.get("singular_pronoun")
    if singular and singular.search(
        clause.lower, max(0, clause.start - 12), min(clause.body + 12, clause.end)
    ):
        found = list(verbs.patterns["actor_singular"].finditer(before.lower, before.body, before.end))[-1:]
    else:
        found = list(verbs.patterns["actor"].finditer(before.lower, before.body, before.end))[:1]
    return tuple(quote(match.span("actor")) for match in found)


def _deadlines_of(
    clause: Clause,
    before: Clause | None,
    found: Arguments,
    passage: Passage,
    folded: Folded,
    deadlines: Sequence[Deadline],
    verbs: Verbs,
) -> tuple[Deadline, ...]:
    """The deadlines that stand within the act; else the planned date of what its pronoun points back to (ruling 22)."""
    if not deadlines:
        return ()
    low, high = passage.published(folded.back(clause.start, clause.start + 1)[0]), 0
    high = passage.published(folded.back(clause.end - 1, clause.end)[1] - 1) + 1
    own = tuple(d for d in deadlines if low <= d.quote.start and d.quote.end <= high)
    if own or before is None or found.action is None or kind_of(before.act) != "position":
        return own
    a, b = found.action
    if b - a < 80 and verbs.patterns["points_back"].search(clause.lower, a, b):
        start = passage.published(folded.back(before.start, before.start + 1)[0])
        return tuple(
            d for d in deadlines if start <= d.quote.start and d.quote.end <= low and d.kind == "date"
        )[:1]
    return ()


def _opening(passage: Passage) -> Quote:
    text = passage.text
    start = len(text) - len(text.lstrip())
    cut = text.find(" ", start + 60)
    return passage.quote(start, cut if cut > 0 else len(text.rstrip()))
