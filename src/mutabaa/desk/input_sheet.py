"""An input sheet: the commitments of one entity, with room for its evidence, its reply and its notes, and nothing else
to fill in. It comes back by the same door as the matrix."""

from collections.abc import Iterator
from typing import Any

from mutabaa.desk.errors import NotThere
from mutabaa.desk.spreadsheet import now, sheet_of
from mutabaa.desk.spreadsheet_rows import focal_points
from mutabaa.people.policy import Viewer
from mutabaa.register import Sight, State
from mutabaa.reports.exchange.matrix import GROUPS
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.names.actors import actor_code
from mutabaa.wiring.register import Register

_INPUT_GROUPS = ("evidence", "reply", "note")
_AT_ONCE = 500


def input_sheet(register: Register, viewer: Viewer, entity: str, language: Language) -> bytes:
    """The sheet of an entity, for its focal point to fill in, or for the secretariat to send.

    It holds what the entity sees: what is public, and what was shared with it. Raises NotAllowed, and NotThere when
    the entity isn't the viewer's own, or has no commitment that it sees.
    """
    viewer.must("export")
    if viewer.role == "contributor":
        if viewer.entity != entity:
            raise NotThere(entity)
        sight = viewer.sight
    else:
        viewer.must("assign")
        sight = Sight(upto="public", entity=entity)
    state = register.state(now(register), sight)
    codes = list(_of(entity, state))
    if not codes:
        raise NotThere(entity)
    editable = frozenset(column for group in _INPUT_GROUPS for column in GROUPS[group])
    return sheet_of(register, language, state, codes, "input", _INPUT_GROUPS, editable)


def _of(entity: str, state: State) -> Iterator[str]:
    """The commitments that address an entity, or for which it is focal point."""
    codes = state.codes("commitment")
    for start in range(0, len(codes), _AT_ONCE):
        batch = codes[start : start + _AT_ONCE]
        state.gather(batch)
        for code in batch:
            record = state.record(code)
            values: list[Any] = [entry.assertion.value for entry in record.all("addressee")]
            named = [*focal_points(record), *(value["actor"] for value in values if value.get("actor"))]
            if actor_code(entity) in map(actor_code, named):
                yield code
