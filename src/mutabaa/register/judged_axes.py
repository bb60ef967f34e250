"""The axes that people set: lifecycle, implementation, and how far the judgement on it has come."""

from collections.abc import Sequence

from mutabaa.register.axes import Axis, resting_on
from mutabaa.register.ledger import Entry
from mutabaa.register.state import Record


def lifecycle_axis(commitment: Record) -> Axis:
    """What a person said last, citing a source; active until then."""
    said = commitment.newest("lifecycle")
    if said is None:
        made = commitment.newest("kind")
        return Axis(value="active", rule="lifecycle.nothing_said", rests_on=resting_on(made))
    facts = {"by": said.assertion.stated_by, "since": str(said.assertion.effective_on)}
    return Axis(
        value=str(said.assertion.value), rule="lifecycle.said", rests_on=resting_on(said), facts=facts
    )


def implementation_axis(commitment: Record) -> Axis:
    """The level of the assessment that counts; None where nobody has assessed it, which is not zero.

    An adopted assessment counts before one that is not, whatever came after it: what was adopted stands until
    another is adopted. Where none was adopted the newest proposed one counts, and the judgement axis says beside it
    that it is only proposed. Competing ones are named in `facts`.
    """
    assessments = commitment.all("assessment")
    counts = assessment_that_counts(commitment)
    if counts is None:
        return Axis(value=None, rule="implementation.not_assessed")
    facts = {
        "by": counts.assertion.stated_by,
        "since": str(counts.assertion.effective_on),
        "reasons": field(counts, "reasons"),
        "others": str(len(_others(assessments, counts))),
    }
    return Axis(
        value=field(counts, "level"),
        rule="implementation.assessed",
        rests_on=resting_on(*assessments),
        facts=facts,
    )


def judgement_axis(commitment: Record) -> Axis:
    """How far the assessment that counts has come: proposed, reviewed, adopted; contested when the addressee replied.

    The reply stands beside the judgement until a new step is taken after it; it doesn't undo an adoption. Nor does a
    review that comes after the adoption.
    """
    counts = assessment_that_counts(commitment)
    if counts is None:
        return Axis(value=None, rule="judgement.none")
    steps = steps_on(commitment, counts)
    if not steps:
        facts = {"by": counts.assertion.stated_by}
        return Axis(value="proposed", rule="judgement.proposed", rests_on=resting_on(counts), facts=facts)
    decisive = _decisive(steps)
    facts = {"by": decisive.assertion.stated_by}
    rests_on = resting_on(counts, *steps)
    step = field(decisive, "step")
    return Axis(value=step, rule=f"judgement.{step}", rests_on=rests_on, facts=facts)


def assessment_that_counts(commitment: Record) -> Entry | None:
    """The newest adopted assessment, else the newest."""
    assessments = commitment.all("assessment")
    adopted = {
        field(entry, "assessment")
        for entry in commitment.all("judgement")
        if field(entry, "step") == "adopted"
    }
    return next(
        (e for e in reversed(assessments) if e.name in adopted), assessments[-1] if assessments else None
    )


def steps_on(commitment: Record, assessment: Entry) -> tuple[Entry, ...]:
    """The steps others took on an assessment, replies among them, in the order in which they were recorded."""
    found = (e for e in commitment.all("judgement") if field(e, "assessment") == assessment.name)
    return tuple(sorted(found, key=lambda entry: entry.number))


def field(entry: Entry, name: str) -> str:
    """A field of an assessment or of a step on it, as text; empty when it isn't given."""
    assert isinstance(entry.assertion.value, dict)
    value = entry.assertion.value.get(name)
    return "" if value is None else str(value)


def _decisive(steps: Sequence[Entry]) -> Entry:
    """A reply that came last; else the adoption that came last; else the last review."""
    if field(steps[-1], "step") == "contested":
        return steps[-1]
    adoptions = [entry for entry in steps if field(entry, "step") == "adopted"]
    return (adoptions or steps)[-1]


def _others(assessments: Sequence[Entry], counts: Entry) -> list[Entry]:
    """Assessments by other assessors that say another level; an assessor's own earlier ones are history."""
    newest = {entry.assertion.stated_by: entry for entry in assessments}
    return [
        entry
        for entry in newest.values()
        if entry.assertion.stated_by != counts.assertion.stated_by
        and field(entry, "level") != field(counts, "level")
    ]
