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
    another is adopted. Of equals the newest counts. Competing ones are named in `facts`.
    """
    assessments = commitment.all("assessment")
    counts = assessment_that_counts(commitment)
    if counts is None or not isinstance(counts.assertion.value, dict):
        return Axis(value=None, rule="implementation.not_assessed")
    level = counts.assertion.value["level"]
    facts = {
        "by": counts.assertion.stated_by,
        "since": str(counts.assertion.effective_on),
        "reasons": str(counts.assertion.value["reasons"]),
        "others": str(len(_others(assessments, counts))),
    }
    return Axis(
        value=str(level), rule="implementation.assessed", rests_on=resting_on(*assessments), facts=facts
    )


def judgement_axis(commitment: Record) -> Axis:
    """How far the assessment that counts has come: proposed, reviewed, adopted; contested when the addressee replied.

    The reply stands beside the judgement until a new step is taken after it; it doesn't undo an adoption.
    """
    counts = assessment_that_counts(commitment)
    if counts is None:
        return Axis(value=None, rule="judgement.none")
    steps = _steps(commitment, counts)
    if not steps:
        facts = {"by": counts.assertion.stated_by}
        return Axis(value="proposed", rule="judgement.proposed", rests_on=resting_on(counts), facts=facts)
    newest = max(steps, key=lambda entry: entry.number)
    facts = {"by": newest.assertion.stated_by}
    rests_on = resting_on(counts, *steps)
    return Axis(value=_step(newest), rule=f"judgement.{_step(newest)}", rests_on=rests_on, facts=facts)


def assessment_that_counts(commitment: Record) -> Entry | None:
    """The newest adopted assessment, else the newest."""
    assessments = commitment.all("assessment")
    adopted = {
        entry.assertion.value["assessment"]
        for entry in commitment.all("judgement")
        if isinstance(entry.assertion.value, dict) and entry.assertion.value["step"] == "adopted"
    }
    return next(
        (e for e in reversed(assessments) if e.name in adopted), assessments[-1] if assessments else None
    )


def _others(assessments: Sequence[Entry], counts: Entry) -> list[Entry]:
    """Assessments by other assessors that say another level; an assessor's own earlier ones are history."""
    newest = {entry.assertion.stated_by: entry for entry in assessments}
    return [
        entry
        for entry in newest.values()
        if entry.assertion.stated_by != counts.assertion.stated_by
        and isinstance(entry.assertion.value, dict)
        and isinstance(counts.assertion.value, dict)
        and entry.assertion.value["level"] != counts.assertion.value["level"]
    ]


def _steps(commitment: Record, assessment: Entry) -> list[Entry]:
    return [
        entry
        for entry in commitment.all("judgement")
        if isinstance(entry.assertion.value, dict) and entry.assertion.value["assessment"] == assessment.name
    ]


def _step(entry: Entry) -> str:
    assert isinstance(entry.assertion.value, dict)
    return str(entry.assertion.value["step"])
