"""Assessment: a level with its reasons and sources; a second person reviews and adopts; the addressee replies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from mutabaa.desk.assign import assignments_of
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.sources import Source, source_of
from mutabaa.desk.stating import OURS, Turn, named, stated, written
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import Assertion, Entry, Marking, Record, State
from mutabaa.register.canonical import Value
from mutabaa.register.judged_axes import assessment_that_counts, field, steps_on
from mutabaa.register.statements import LEVELS
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.vocabulary.names.actors import actor_code
from mutabaa.wiring.register import Register

Step = Literal["reviewed", "adopted"]
Stage = Literal["proposed", "reviewed", "adopted"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """An assessment beside others. `stage`: how far it came; `steps`: who reviewed and adopted it; `replies`: what the
    addressee said to it, which stands beside it. `sources`: those that the viewer sees. `counts`: the implementation
    axis is its level. `name`: by which steps are taken on it."""

    entry: Entry
    sources: tuple[Source, ...]
    stage: Stage
    steps: tuple[Entry, ...]
    replies: tuple[Entry, ...]
    counts: bool

    @property
    def name(self) -> str:
        return self.entry.name

    @property
    def by(self) -> str:
        return self.entry.assertion.stated_by

    @property
    def level(self) -> str:
        return field(self.entry, "level")

    @property
    def reasons(self) -> str:
        return field(self.entry, "reasons")


def assess(
    register: Register,
    viewer: Viewer,
    commitment: str,
    *,
    level: int | str,
    reasons: str,
    sources: Sequence[str],
    effective_on: PartialDate | None = None,
    marking: Marking = OURS,
) -> Entry:
    """Judge how far a commitment is carried out; the entry. `level`: 0 to 3, `no_evidence` or `reversed`.

    `effective_on`: the day of which it speaks, that of the recording where none is given. Marked as strictly as the
    commitment and every source. Assessments of others stay beside it. Raises NotAllowed, NotThere, and NotDone:
    `no_such_level`, `reasons_missing`, `sources_missing`, `assessed_so_already`, `marking_beyond_sight`.
    """
    viewer.must("assess")
    (entry,) = stated(
        register,
        viewer,
        lambda turn: [
            assessed(
                turn,
                commitment,
                level=level,
                reasons=reasons,
                sources=sources,
                effective_on=effective_on,
                marking=marking,
            )
        ],
    )
    return entry


def assessed(
    turn: Turn,
    commitment: str,
    *,
    level: int | str,
    reasons: str,
    sources: Sequence[str],
    effective_on: PartialDate | None = None,
    marking: Marking = OURS,
) -> Assertion:
    """What `assess` says, in somebody's turn. Raises as it does, but for NotAllowed."""
    levels = {str(one): one for one in LEVELS}
    if str(level) not in levels:
        raise NotDone("no_such_level", level=str(level)[:80], allowed=", ".join(levels))
    if not reasons.strip():
        raise NotDone("reasons_missing")
    if not sources:
        raise NotDone("sources_missing")
    on = turn.the("commitment", commitment)
    cited = [turn.the("source", code) for code in dict.fromkeys(sources)]
    value: dict[str, Value] = {
        "level": levels[str(level)],
        "reasons": written(reasons),
        "sources": [record.code for record in cited],
    }
    day = effective_on or turn.today
    told = (value, day, turn.viewer.name)
    before = [entry.assertion for entry in on.all("assessment")]
    if any((one.value, one.effective_on, one.stated_by) == told for one in before):
        raise NotDone("assessed_so_already", commitment=on.code)
    return turn.said(on.code, "assessment", value, marking=turn.marked(marking, on, *cited), effective_on=day)


def take_step(
    register: Register, viewer: Viewer, commitment: str, assessment: str, step: Step, words: str = ""
) -> Entry:
    """Review or adopt an assessment, by another person than its author; the entry. What is adopted stays as it is.

    `assessment`: the name of its entry, or the beginning of it. Raises NotAllowed, NotThere, and NotDone:
    `own_assessment`, `adopted_already`, `reviewed_already`.
    """
    viewer.must("adopt" if step == "adopted" else "take_step")

    def said(turn: Turn) -> list[Assertion]:
        on = turn.the("commitment", commitment)
        judged = named(turn.state, on.code, "assessment", assessment)
        if judged.assertion.stated_by == viewer.name:
            raise NotDone("own_assessment", person=viewer.name)
        taken = steps_on(on, judged)
        if any(field(entry, "step") == "adopted" for entry in taken):
            raise NotDone("adopted_already", commitment=on.code)
        reviewed = [
            e for e in taken if field(e, "step") == "reviewed" and e.assertion.stated_by == viewer.name
        ]
        if step == "reviewed" and reviewed:
            raise NotDone("reviewed_already", commitment=on.code)
        return [_judgement(turn, on, judged, step, words)]

    (entry,) = stated(register, viewer, said)
    return entry


def withdraw_assessment(
    register: Register, viewer: Viewer, commitment: str, assessment: str, reason: str
) -> Entry:
    """Take back one's own assessment while it is only proposed. Raises NotAllowed, NotThere, and NotDone:
    `others_assessment`, `adopted_already`, `reviewed_already`, `reason_missing`."""
    viewer.must("assess")

    def said(turn: Turn) -> list[Assertion]:
        on = turn.the("commitment", commitment)
        judged = named(turn.state, on.code, "assessment", assessment)
        if judged.assertion.stated_by != viewer.name:
            raise NotDone("others_assessment", person=judged.assertion.stated_by)
        stage = _stage(steps_on(on, judged))
        if stage != "proposed":
            raise NotDone(f"{stage}_already", commitment=on.code)
        return [turn.taken_back(judged, reason)]

    (entry,) = stated(register, viewer, said)
    return entry


def reply(register: Register, viewer: Viewer, commitment: str, words: str, assessment: str = "") -> Entry:
    """The addressee's reply to an assessment, by who speaks for it; the entry. It stands beside the assessment.

    `assessment`: its name; the one that counts where none is given. Who may reply: the entity to which the commitment
    is addressed, or that is its focal point. Raises NotAllowed, NotThere, and NotDone: `reply_without_words`,
    `nothing_assessed`, `reply_of_another`, `replied_so_already`.
    """
    viewer.must("reply")
    (entry,) = stated(register, viewer, lambda turn: [replied(turn, commitment, words, assessment)])
    return entry


def replied(turn: Turn, commitment: str, words: str, assessment: str = "") -> Assertion:
    """What `reply` says, in somebody's turn. Raises as it does."""
    entity = turn.viewer.entity
    if entity is None:
        raise NotAllowed("reply")
    if not words.strip():
        raise NotDone("reply_without_words")
    on = turn.the("commitment", commitment)
    if not concerns(on, actor_code(entity)):
        raise NotDone("reply_of_another", commitment=on.code)
    counts = named(turn.state, on.code, "assessment", assessment) if assessment else None
    counts = counts or assessment_that_counts(on)
    if counts is None:
        raise NotDone("nothing_assessed", commitment=on.code)
    told = _judgement(turn, on, counts, "contested", words, entity)
    if any(entry.assertion.value == told.value for entry in steps_on(on, counts)):
        raise NotDone("replied_so_already", commitment=on.code)
    return told


def assessments(
    register: Register, viewer: Viewer, commitment: str, moment: Moment
) -> tuple[Assessment, ...]:
    """Every assessment of a commitment that is seen, the newest first, competing ones side by side. Raises NotThere."""
    state = register.state(moment, viewer.sight)
    on = state.record(commitment)
    if on.kind != "commitment":
        raise NotThere(commitment)
    counts = assessment_that_counts(on)
    return tuple(_assessment(on, entry, counts, state) for entry in reversed(on.all("assessment")))


def _assessment(on: Record, entry: Entry, counts: Entry | None, state: State) -> Assessment:
    taken = steps_on(on, entry)
    value: Any = entry.assertion.value
    state.gather(value["sources"])
    cited = (state.record(code) for code in value["sources"])
    return Assessment(
        entry=entry,
        # One that isn't seen is not named: its address alone would tell that it is there.
        sources=tuple(source_of(record) for record in cited if record.kind == "source"),
        stage=_stage(taken),
        steps=tuple(e for e in taken if field(e, "step") != "contested"),
        replies=tuple(e for e in taken if field(e, "step") == "contested"),
        counts=entry == counts,
    )


def _stage(taken: Sequence[Entry]) -> Stage:
    steps = {field(entry, "step") for entry in taken}
    return "adopted" if "adopted" in steps else "reviewed" if "reviewed" in steps else "proposed"


def _judgement(
    turn: Turn, on: Record, judged: Entry, step: str, words: str, entity: str | None = None
) -> Assertion:
    """A step is seen by whoever sees the assessment, and by nobody else."""
    value: dict[str, Value] = {"assessment": judged.name, "step": step}
    if words.strip():
        value["words"] = written(words)
    if entity:
        value["entity"] = entity
    marking = turn.marked(judged.assertion.marking)
    return turn.said(judged.assertion.subject, "judgement", value, marking=marking)


def concerns(on: Record, entity: str) -> bool:
    """Whether a commitment is addressed to an entity, or it was asked to answer for it and didn't refuse."""
    addressed: list[Any] = [entry.assertion.value for entry in on.all("addressee")]
    if any(one.get("actor") and actor_code(one["actor"]) == entity for one in addressed):
        return True
    asked = assignments_of(on)
    return any(actor_code(one.entity) == entity and one.answer != "refused" for one in asked)
