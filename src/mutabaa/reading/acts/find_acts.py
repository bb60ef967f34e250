"""From one paragraph to its acts, each with the rule that found it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from mutabaa.reading.acts.antecedents import antecedent_of
from mutabaa.reading.acts.arguments import Arguments, Span, arguments_of
from mutabaa.reading.acts.clauses import Clause, find_clauses
from mutabaa.reading.acts.verbs import Verbs, verbs_of
from mutabaa.reading.deadlines import in_act
from mutabaa.reading.findings import Act, Concern, Deadline, Quote
from mutabaa.reading.folded import folded, lowered
from mutabaa.reading.passages import Passage
from mutabaa.texts.normalise import Folded
from mutabaa.vocabulary import Language, PartialDate, kind_of


def find_acts(
    passage: Passage,
    language: Language,
    deadlines: Sequence[Deadline],
    earlier: Sequence[Passage] = (),
    adopted: PartialDate | None = None,
) -> tuple[tuple[Act, ...], tuple[Concern, ...]]:
    """The acts of a paragraph in textual order, and what was not understood.

    `deadlines` are all candidate deadlines of the paragraph; each act takes those that stand within it. `earlier` are
    the operative passages before this one, nearest last, for pronouns whose antecedent stands there. `adopted`: the
    day of the text, when known: what lies before it is no deadline.
    """
    copy = folded(passage.text)
    paragraph = _Paragraph(passage, copy, language, verbs_of(language), deadlines, earlier, adopted)
    barred = paragraph.verbs.book.get("never_in_subparagraph", ()) if passage.kind == "subparagraph" else ()
    clauses = find_clauses(copy.text, _lower(passage), paragraph.verbs, barred)
    acts: list[Act] = []
    concerns: list[Concern] = []
    for i, clause in enumerate(clauses):
        act, unresolved = paragraph.act(clause, clauses[:i], acts)
        if acts and _shares_what_is_asked(acts[-1], act, clauses[i - 1], clause):
            whom = acts[-1].addressees or act.addressees
            acts[-1] = replace(
                acts[-1], addressees=whom, basis="stated", action=act.action, deadlines=act.deadlines
            )
        acts.append(act)
        if unresolved:
            concerns.append(Concern(kind="pronoun_unresolved", passage=passage.path, quote=act.verb))
    if not acts and passage.text.strip():
        concerns.append(Concern(kind="no_act_understood", passage=passage.path, quote=_opening(passage)))
    return tuple(acts), tuple(concerns)


class _Paragraph(NamedTuple):
    """What every act of a paragraph is read from."""

    passage: Passage
    folded: Folded
    language: Language
    verbs: Verbs
    deadlines: Sequence[Deadline]
    earlier: Sequence[Passage]
    adopted: PartialDate | None

    def quote(self, span: Span) -> Quote:
        """The words of a span of the folded text, with their place as published."""
        return self.passage.quote(*self.folded.back(*span))

    def published(self, span: Span) -> Span:
        """Where a span of the folded text stands as published."""
        start, end = self.folded.back(*span)
        return self.passage.published(start), self.passage.published(end - 1) + 1

    def act(self, clause: Clause, before: Sequence[Clause], acts: Sequence[Act]) -> tuple[Act, bool]:
        """The act of a clause; the flag says that a pronoun in it points to nobody we could find."""
        verb = self.quote((clause.start, clause.verb_end))
        rule = f"{self.language}/{clause.rule}"
        if kind_of(clause.act) != "directive":
            return Act(verb=verb, act=clause.act, reiterated=clause.reiterated, rule=rule), False
        found = arguments_of(clause, self.language)
        addressees = tuple(self.quote(span) for span in found.addressees)
        basis, why = found.basis, found.rule
        antecedent = None
        if found.pointing_back:
            basis = "not_stated"
            antecedent = antecedent_of(clause, before, acts, self.earlier, self.verbs, self.quote)
        if antecedent:
            addressees, basis, why = antecedent[0], "carried_over", f"{found.rule}: {antecedent[1]}"
        action = self.quote(found.action) if found.action and found.action[0] < found.action[1] else None
        near = before[-1] if before else None
        act = Act(
            verb=verb,
            act=clause.act,
            addressees=addressees,
            basis=basis,
            action=action,
            deadlines=self._deadlines(clause, near, found, action) if self.deadlines else (),
            reiterated=clause.reiterated,
            rule=rule,
            basis_rule=why,
        )
        return act, found.pointing_back and antecedent is None

    def _deadlines(
        self, clause: Clause, before: Clause | None, found: Arguments, action: Quote | None
    ) -> tuple[Deadline, ...]:
        """The deadlines that stand within the act; else the planned date of what its pronoun points back to.

        The second is the codebook's ruling on dates in the position a request points back to: "expressed support for
        the conference on 16 December and asked States to support it".
        """
        low, high = self.published((clause.start, clause.end))
        own = in_act(self.deadlines, low, high, action, self.adopted)
        if own or before is None or found.action is None or kind_of(before.act) != "position":
            return own
        start, end = found.action
        if end - start < 80 and self.verbs.patterns["points_back"].search(clause.lower, start, end):
            since, until = self.published((before.start, before.end))
            planned = (d for d in self.deadlines if since <= d.quote.start and d.quote.end <= until)
            return tuple(d for d in planned if d.kind == "date")[:1]
        return ()


def _shares_what_is_asked(before: Act, act: Act, clause_before: Clause, clause: Clause) -> bool:
    """Whether an act leaves to the next what it asks ("calls upon States, and invites others, to do"), or of whom, too
    ("invites and encourages States to do").
    """
    if before.kind != "directive" or before.action or not act.action or act.basis != "stated":
        return False
    if not before.addressees and clause_before.body < clause_before.end:
        return False
    return not any(stop in clause.lower[clause_before.end : clause.start] for stop in ".;:")


def _lower(passage: Passage) -> str:
    """The folded text lower-cased, every place in step: some capitals grow when lower-cased (İ)."""
    lower, text = lowered(passage.text), folded(passage.text).text
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _opening(passage: Passage) -> Quote:
    text = passage.text
    start = len(text) - len(text.lstrip())
    cut = text.find(" ", start + 60)
    return passage.quote(start, cut if cut > 0 else len(text.rstrip()))
