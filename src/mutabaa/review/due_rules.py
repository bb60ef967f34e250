"""From a deadline as it was written to a rule that can be computed, saying what is inferred and why."""

from mutabaa.reading import Act, Deadline
from mutabaa.register.canonical import Value
from mutabaa.review.aligned_text import AlignedAct
from mutabaa.review.proposal import Proposed
from mutabaa.review.read_in import ReadIn

# Of several deadlines of one act the one that says most about the day; the others are kept in its words.
_TELLING = ("date", "duration", "event", "recurring", "open")
START_INFERRED = "the text does not say from when; taken from the date of the document"


def due_statement(act: AlignedAct, lead: Act, read_in: ReadIn) -> Proposed:
    """When an act is due, by the version that speaks for it; that no deadline is set is a statement too."""
    if not lead.deadlines:
        return read_in.statement("due", {"kind": "none"}, because="deadline.none_found")
    first, *others = sorted(lead.deadlines, key=lambda one: _TELLING.index(one.kind))
    value = _rule(first, str(read_in.adopted) if read_in.adopted else None)
    if others:
        value["also"] = [one.quote.text for one in others]
    value["quoted"] = {
        language: [
            {"text": one.quote.text, **read_in.place(language, one.quote)} for one in version.deadlines
        ]
        for language, version in act.versions.items()
        if version.deadlines
    }
    return read_in.statement("due", value, because=first.rule)


def _rule(deadline: Deadline, adopted: str | None) -> dict[str, Value]:
    words: dict[str, Value] = {"kind": deadline.kind, "words": deadline.quote.text}
    from_adoption: dict[str, Value] = (
        {"start": adopted, "start_because": START_INFERRED} if adopted and deadline.value else {}
    )
    if deadline.kind == "date":
        # A day without its year can't be counted to; the words are kept and a person completes them.
        begins, _, ends = (deadline.value or "").rpartition("/")
        return words | ({"on": ends} if ends else {}) | ({"begins": begins} if begins else {})
    if deadline.kind == "duration":
        return words | ({"length": deadline.value} | from_adoption if deadline.value else {})
    if deadline.kind == "recurring":
        every = deadline.value.removeprefix("R/") if deadline.value else None
        return words | ({"every": every} | from_adoption if every else {})
    return words
