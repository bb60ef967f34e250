"""Everything ever said of a record that somebody sees: who, when, on what ground, and what each entry corrected."""

from collections.abc import Sequence
from dataclasses import dataclass

from mutabaa.desk.errors import NotThere
from mutabaa.people.policy import Viewer
from mutabaa.register import Entry
from mutabaa.register.state import Span
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """An entry in the history. `corrected`: what it superseded, when that is seen; `ended_by`: what superseded it."""

    span: Span
    corrected: Entry | None = None
    ended_by: Entry | None = None

    @property
    def entry(self) -> Entry:
        return self.span.entry

    @property
    def counts(self) -> bool:
        """Whether nothing has superseded it."""
        return self.span.known_to is None


def history(register: Register, viewer: Viewer, code: str, moment: Moment) -> tuple[Said, ...]:
    """The history of a record, the newest first, as far as it was known at the moment. Raises NotThere."""
    record = register.state(moment, viewer.sight).record(code)
    found = history_of(register, viewer, (record.code, *record.also), moment)
    if not found:
        raise NotThere(code)
    return found


def history_of(register: Register, viewer: Viewer, codes: Sequence[str], moment: Moment) -> tuple[Said, ...]:
    """The history of these records together, the newest first."""
    spans = register.told(codes, viewer.sight, moment.known_by)
    named = {span.entry.name: span.entry for span in spans}
    by = {span.entry.assertion.corrects: span.entry for span in spans if span.entry.assertion.corrects}
    return tuple(
        Said(
            span=span,
            corrected=named.get(span.entry.assertion.corrects or ""),
            ended_by=by.get(span.entry.name),
        )
        for span in reversed(spans)
    )
