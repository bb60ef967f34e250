"""Why a commitment stands where it does: the rule and the records of each axis, and the same computed a second time."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from mutabaa.desk.errors import NotThere
from mutabaa.people.policy import Viewer
from mutabaa.register import AXES, EVERYTHING, Axis, AxisName, Entry, Sight, Standing, standing
from mutabaa.register.state import FoldedState, Record, Span
from mutabaa.register.state import state as folded
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register

_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Why:
    """Why an axis has its value: its rule, the entries it rests on, and whether it comes out the same computed anew
    (`again`) and is what lists show (`listed`, None where no list keeps it). Not the same is a defect."""

    name: AxisName
    axis: Axis
    entries: tuple[Entry, ...]
    again: Axis
    listed: str | None = None

    @property
    def same(self) -> bool:
        return self.again == self.axis and self.listed in (None, self.axis.value or "")


def explain(
    register: Register, viewer: Viewer, code: str, moment: Moment
) -> tuple[Standing, tuple[Why, ...]]:
    """Each axis with its rule and its entries; and each a second time, by the pure fold over the ledger's entries.

    Where the two aren't equal the tables are out of step: it is told in `same` and logged as an error. Raises NotThere.
    """
    seen = register.state(moment, viewer.sight)
    record = seen.record(code)
    if record.kind != "commitment":
        raise NotThere(code)
    shown = standing(record.code, seen)
    entries = _told(register, moment, viewer.sight, {record.code, *record.also})
    again = standing(record.code, folded(entries, moment, viewer.sight))
    by_number = {entry.number: entry for entry in entries}
    row = register.boards.kept_row(record.code, moment, viewer.sight)
    reasons = tuple(
        Why(
            name=name,
            axis=shown.axes[name],
            entries=tuple(by_number[n] for n in shown.axes[name].rests_on if n in by_number),
            again=again.axes[name],
            listed=row[AXES.index(name)] if row else None,
        )
        for name in AXES
    )
    apart = [one.name for one in reasons if not one.same]
    if apart:
        _log.error("%s stands otherwise when computed anew: %s; run mutabaa rebuild", code, ", ".join(apart))
    return shown, reasons


def _told(register: Register, moment: Moment, sight: Sight, codes: set[str]) -> list[Entry]:
    """All that was ever said of a commitment and of what its standing rests on, whoever may see it: what is corrected
    by an entry that isn't seen doesn't count, and what isn't seen is left out by the fold."""
    known_by = register.now()
    asked, found = set[str](), list[Span]()
    while codes - asked:
        new = codes - asked
        asked |= new
        found += register.told(sorted(new), EVERYTHING, known_by)
        codes = asked | _asked_for(found, moment, sight, codes)
    return sorted((span.entry for span in found), key=lambda entry: entry.number)


def _asked_for(found: Iterable[Span], moment: Moment, sight: Sight, codes: set[str]) -> set[str]:
    """The records for which the rules ask, of what is known and seen so far: where a day isn't seen, they ask on."""
    state = folded((span.entry for span in found), moment, sight)
    listening = _Listening(moment=state.moment, records=state.records, merged=state.merged, asked=set[str]())
    for code in codes:
        standing(code, listening)
    return listening.asked


@dataclass(frozen=True, kw_only=True)
class _Listening(FoldedState):
    """A state that remembers which records it was asked for."""

    asked: set[str]

    def record(self, code: str) -> Record:
        self.asked.add(code)
        return super().record(code)
