"""Clauses of a treaty: no body speaks in them, the party that is bound is their subject (codebook, ruling 12)."""

import re

from mutabaa.reading.acts.verbs import Candidate, Form, Verbs

# The paradigm of such verbs, and the frame of their arguments.
TREATY = "treaty"


def find_treaty_verbs(lower: str, verbs: Verbs) -> list[tuple[int, int, Candidate]]:
    """The verbs of a paragraph that begins as a treaty clause does ("The Parties shall"), else none.

    The phrasebook's pattern `treaty_clause` has the groups `verb`, and `actor` where a clause names its own subject;
    in Arabic, where the verb comes first, a verb that goes on with the same subject is `again`.
    """
    pattern, binding = verbs.patterns.get("treaty_clause"), verbs.binding
    if pattern is None or binding is None:
        return []
    found = list(pattern.finditer(lower))
    if not found or found[0]["actor"] is None:
        return []
    form = Form(binding, TREATY)
    return [(*verb_span(m), Candidate(*verb_span(m), form)) for m in found]


def verb_span(clause: re.Match[str]) -> tuple[int, int]:
    """Where the verb of a treaty clause stands."""
    return clause.span("verb" if clause["verb"] else "again")
