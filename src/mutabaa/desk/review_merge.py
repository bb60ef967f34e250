"""Merge a duplicate into the record that it repeats: said by a person, taken back like anything else that is said."""

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.review_proposals import known_now
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Entry, strictest
from mutabaa.wiring.register import Register


def merge(register: Register, viewer: Viewer, duplicate: str, into: str) -> Entry:
    """Record that one record is the same as another. Raises NotAllowed, NotThere, NotDone."""
    viewer.must("review")
    with register.ledger.turn():
        state = known_now(register, viewer)
        one, other = state.record(duplicate), state.record(into)
        for record, code in ((one, duplicate), (other, into)):
            if not record.entries:
                raise NotThere(code)
        if one.code == other.code:
            raise NotDone("merged_already", code=duplicate, into=other.code)
        if one.code != duplicate:
            raise NotDone("merged_elsewhere", code=duplicate, into=one.code)
        if one.kind != other.kind:
            raise NotDone("merges_two_kinds", code=duplicate, into=into)
        kinds = [entry.assertion.marking for record in (one, other) for entry in record.all("kind")]
        said = Assertion(
            subject=duplicate,
            says="same_as",
            value=other.code,
            stated_by=viewer.name,
            recorded_at=register.now(),
            marking=strictest("public", *kinds),
        )
        return register.ledger.append([said])[0]
