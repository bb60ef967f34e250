"""Where a commitment stands on the five axes, each with why. Computed anew each time, from a state at a moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mutabaa.register.axes import Axis, AxisName
from mutabaa.register.evidence_axis import evidence_axis
from mutabaa.register.judged_axes import implementation_axis, judgement_axis, lifecycle_axis
from mutabaa.register.state import Record, State
from mutabaa.register.timeliness_axis import timeliness_axis

# Records asked for together.
_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """A commitment and its five axes; never one field."""

    commitment: Record
    axes: Mapping[AxisName, Axis]

    @property
    def code(self) -> str:
        return self.commitment.code


def standing(code: str, state: State) -> Standing:
    """How one commitment stands at the moment of the state."""
    commitment = state.record(code)
    return Standing(
        commitment=commitment,
        axes={
            "lifecycle": lifecycle_axis(commitment),
            "implementation": implementation_axis(commitment),
            "timeliness": timeliness_axis(commitment, state),
            "evidence": evidence_axis(commitment, state),
            "judgement": judgement_axis(commitment),
        },
    )


def standings(state: State) -> tuple[Standing, ...]:
    """Every commitment of the state, in the order in which they were recorded."""
    return standings_of(state.codes("commitment"), state)


def standings_of(codes: Sequence[str], state: State) -> tuple[Standing, ...]:
    """These commitments; what they rest on is asked for together, some hundreds at a time."""
    found = list[Standing]()
    for start in range(0, len(codes), _AT_ONCE):
        batch = codes[start : start + _AT_ONCE]
        state.gather(batch)
        cited = sorted(_cited(batch, state))
        for place in range(0, len(cited), _AT_ONCE):
            state.gather(cited[place : place + _AT_ONCE])
        found += (standing(code, state) for code in batch)
    return tuple(found)


def _cited(codes: Sequence[str], state: State) -> set[str]:
    """The sources of the evidence, whose grades count, and the events that deadlines are bound to."""
    records = [state.record(code) for code in codes]
    sources = {entry.assertion.source for one in records for entry in one.all("evidence")}
    rules = (one.value("due") for one in records)
    events = {rule.get("event") for rule in rules if rule}
    return {code for code in sources | events if code}
