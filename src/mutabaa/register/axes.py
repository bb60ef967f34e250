"""The five axes of status, each a value and why: by which rule, resting on which entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mutabaa.register.ledger import Entry

AxisName = Literal["lifecycle", "implementation", "timeliness", "evidence", "judgement"]
AXES: tuple[AxisName, ...] = ("lifecycle", "implementation", "timeliness", "evidence", "judgement")


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """Where a commitment stands on one axis.

    `value` is None when nobody said (never zero, never a guess). `rule` names the rule that gave it, `rests_on` the
    numbers of the entries it was applied to, `facts` what fills in the sentence that says why.
    """

    value: str | None
    rule: str
    rests_on: tuple[int, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


def resting_on(*entries: Entry | None) -> tuple[int, ...]:
    """The numbers of entries, each once, in their order."""
    return tuple(sorted({entry.number for entry in entries if entry is not None}))
