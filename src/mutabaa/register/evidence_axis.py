"""Evidence: none, a single source, corroborated, contradicted; computed from sources as they were graded."""

from collections.abc import Sequence

from mutabaa.register.axes import Axis, resting_on
from mutabaa.register.ledger import Entry
from mutabaa.register.state import Record, State

# An unreliable source, an improbable report: kept and shown, but nothing rests on it.
_NOT_COUNTED = {("reliability", "E"), ("credibility", 5)}
# What can't be judged is one voice; it doesn't make two.
_NOT_CORROBORATING = {("reliability", "F"), ("credibility", 6)}


def evidence_axis(commitment: Record, state: State) -> Axis:
    """What the graded sources amount to.

    A source counts unless it was graded unreliable (E) or what it says improbable (5). Two corroborate each other when
    both were graded, neither F nor 6, and come from different origins: the same communiqué in two papers is one
    source. One that contradicts makes it contradicted, however many support: a denial does not erase the report it
    denies, both stand. `context` is no evidence.
    """
    borne = [e for e in commitment.all("evidence") if _bearing(e) != "context"]
    counted = [entry for entry in borne if not _grades(_source(entry, state)) & _NOT_COUNTED]
    if not counted:
        return _none(commitment, borne)
    last = max(counted, key=lambda entry: entry.assertion.since or entry.assertion.recorded_at.date())
    facts = {
        "sources": str(len({_source(entry, state).code for entry in counted})),
        "last": str(last.assertion.effective_on),
    }
    rests_on = resting_on(*counted)
    if any(_bearing(entry) == "contradicts" for entry in counted):
        return Axis(value="contradicted", rule="evidence.contradicted", rests_on=rests_on, facts=facts)
    if len(_corroborating_origins(counted, state)) > 1:
        return Axis(value="corroborated", rule="evidence.corroborated", rests_on=rests_on, facts=facts)
    return Axis(value="single", rule="evidence.single", rests_on=rests_on, facts=facts)


def _none(commitment: Record, set_aside: Sequence[Entry]) -> Axis:
    """No evidence, since when: the day on which the commitment was made."""
    made = commitment.newest("kind")
    since = str(made.assertion.effective_on) if made and made.assertion.effective_on else ""
    if set_aside:
        facts = {"set_aside": str(len(set_aside)), "since": since}
        return Axis(
            value="none", rule="evidence.none_counted", rests_on=resting_on(made, *set_aside), facts=facts
        )
    rule = "evidence.none_since" if since else "evidence.none"
    return Axis(value="none", rule=rule, rests_on=resting_on(made), facts={"since": since})


def _corroborating_origins(counted: Sequence[Entry], state: State) -> set[str]:
    """The origins of sources that were graded well enough; sources of unstated origin are one voice."""
    origins = set()
    for source in (_source(entry, state) for entry in counted):
        grades = _grades(source)
        graded = source.newest("reliability") and source.newest("credibility")
        if graded and not grades & _NOT_CORROBORATING:
            origins.add(str(source.value("origin") or ""))
    return origins


def _source(entry: Entry, state: State) -> Record:
    assert entry.assertion.source
    return state.record(entry.assertion.source)


def _grades(source: Record) -> set[tuple[str, object]]:
    return {(says, source.value(says)) for says in ("reliability", "credibility")}


def _bearing(entry: Entry) -> str:
    assert isinstance(entry.assertion.value, dict)
    return str(entry.assertion.value["bearing"])
