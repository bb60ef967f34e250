"""What is computed from one entry for the table of spans; the same when it is added and when all is rebuilt."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from mutabaa.register import Assertion, Entry
from mutabaa.register.assertion import LONGEST_CODE
from mutabaa.register.statements import RETRACTION
from mutabaa.vocabulary.names.actors import is_actor_code
from mutabaa.vocabulary.names.folding import folded

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# A longer value is no term: nobody filters by it, and indexes bear only so much. Every code is one.
_LONGEST_TERM = LONGEST_CODE
_NAMES = ("name", "variant")
# Where the value has fields, the one that is asked for.
_TERM_FIELDS = ("level", "bearing", "step", "kind", "act", "basis", "language", "entity")

SPAN_COLUMNS = "number, subject, says, term, since, known_from, marking, stated_by"
SUPERSEDE = (
    "UPDATE current_span SET known_to = %s WHERE number = (SELECT number FROM assertion WHERE leaf = %s)"
)


def span_row(entry: Entry) -> tuple[int | str, ...]:
    """The row of an entry. A retraction has none: it ends another's span and says nothing else."""
    said = entry.assertion
    since = (said.since or date.min).isoformat()
    return (
        entry.number,
        said.subject,
        said.says,
        term(said),
        since,
        instant(said.recorded_at),
        said.marking,
        said.stated_by,
    )


def has_span(assertion: Assertion) -> bool:
    return assertion.says != RETRACTION


def supersession(assertion: Assertion) -> tuple[int, bytes] | None:
    """When which entry was superseded, for SUPERSEDE."""
    if assertion.corrects is None:
        return None
    return instant(assertion.recorded_at), bytes.fromhex(assertion.corrects)


def term(assertion: Assertion) -> str:
    """The one word of a value by which records are looked for, or nothing."""
    value = assertion.value
    if assertion.says in _NAMES and isinstance(value, Mapping) and is_actor_code(assertion.subject):
        # An actor is looked for by its name, however that is written.
        value = folded(str(value["text"]))
    elif isinstance(value, Mapping):
        value = next((value[field] for field in _TERM_FIELDS if field in value), "")
    if isinstance(value, str | int) and not isinstance(value, bool):
        found = str(value)
        return found if len(found) <= _LONGEST_TERM else ""
    return ""


def instant(moment: datetime) -> int:
    """Microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def from_instant(microseconds: int) -> datetime:
    """The instant so many microseconds after 1970."""
    return _EPOCH + microseconds * _MICROSECOND
