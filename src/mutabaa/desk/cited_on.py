"""What a source bears on: the commitments for which people cited it."""

from mutabaa.people.policy import Viewer
from mutabaa.register import Entry, Record
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register


def cited_on(
    register: Register, viewer: Viewer, source: str, moment: Moment
) -> tuple[tuple[Record, Entry], ...]:
    """Each commitment with the citation, as far as both are seen, in the order in which they were cited."""
    state = register.state(moment, viewer.sight)
    record = state.record(source)
    entries = [entry for code in (record.code, *record.also) for entry in state.citing(code, "evidence")]
    state.gather(sorted({entry.assertion.subject for entry in entries}))
    found = ((state.record(entry.assertion.subject), entry) for entry in entries)
    return tuple((on, entry) for on, entry in found if on.kind == "commitment")
