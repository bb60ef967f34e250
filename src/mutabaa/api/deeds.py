"""What programs may do: the desk's deeds, each by its policy, recorded under the caller's name."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.errors import HttpError
from pydantic import Field

from mutabaa.api.door import caller, route
from mutabaa.api.schemas import EntryOut, entry_out
from mutabaa.desk import assess as assessing
from mutabaa.desk.evidence import cite
from mutabaa.desk.lifecycle import set_lifecycle
from mutabaa.register import Marking
from mutabaa.vocabulary.dates import PartialDate

router = Router()


class Deed(Schema):
    """What every deed says: of which commitment."""

    commitment: str = Field(max_length=500)
    marking: Marking = "internal"


class Citing(Deed):
    """A source brought to bear. `effective_on`: since when what it says is so; may be a month or a year."""

    source: str
    bearing: Literal["supports", "contradicts", "context"]
    effective_on: str
    words: str = ""
    passage: str = ""


class Assessing(Deed):
    """A judgement with its reasons and the codes of its sources."""

    level: Literal[0, 1, 2, 3, "no_evidence", "reversed"]
    reasons: str = Field(min_length=1)
    sources: list[str] = Field(min_length=1)
    effective_on: str | None = None


class Stepping(Schema):
    """A step of a second person. `assessment`: name of its entry."""

    commitment: str
    assessment: str
    step: Literal["reviewed", "adopted"]
    words: str = ""


class Replying(Schema):
    """The addressee's reply; to the assessment that counts where none is named."""

    commitment: str
    words: str = Field(min_length=1)
    assessment: str = ""


class Living(Deed):
    """What became of a commitment since a day, as a source tells."""

    value: Literal["active", "elapsed", "superseded", "overtaken", "renewed", "withdrawn", "completed"]
    source: str
    effective_on: str
    passage: str = ""


@route(router, "POST", "/evidence", needs="cite", answers=EntryOut)
def cite_source(request: HttpRequest, said: Citing) -> Any:
    """Bring a source to bear on a commitment; its standing is another matter, and a person's."""
    who = caller(request)
    return entry_out(
        cite(
            who.register,
            who.viewer,
            source=said.source,
            commitment=said.commitment,
            bearing=said.bearing,
            words=said.words,
            passage=said.passage,
            effective_on=_date(said.effective_on),
            marking=said.marking,
        )
    )


@route(router, "POST", "/assessments", needs="assess", answers=EntryOut)
def assess(request: HttpRequest, said: Assessing) -> Any:
    """Judge how far a commitment is carried out. It is proposed until another person adopts it."""
    who = caller(request)
    return entry_out(
        assessing.assess(
            who.register,
            who.viewer,
            said.commitment,
            level=said.level,
            reasons=said.reasons,
            sources=said.sources,
            effective_on=_date(said.effective_on) if said.effective_on else None,
            marking=said.marking,
        )
    )


@route(router, "POST", "/steps", needs="take_step", answers=EntryOut)
def take_step(request: HttpRequest, said: Stepping) -> Any:
    """Review or adopt an assessment of somebody else's."""
    who = caller(request)
    return entry_out(
        assessing.take_step(who.register, who.viewer, said.commitment, said.assessment, said.step, said.words)
    )


@route(router, "POST", "/replies", needs="reply", answers=EntryOut)
def reply(request: HttpRequest, said: Replying) -> Any:
    """Reply to an assessment, for the addressee; the reply stands beside it."""
    who = caller(request)
    return entry_out(assessing.reply(who.register, who.viewer, said.commitment, said.words, said.assessment))


@route(router, "POST", "/lifecycle", needs="record", answers=EntryOut)
def lifecycle(request: HttpRequest, said: Living) -> Any:
    """Say what became of a commitment."""
    who = caller(request)
    return entry_out(
        set_lifecycle(
            who.register,
            who.viewer,
            said.commitment,
            said.value,
            source=said.source,
            passage=said.passage,
            effective_on=_date(said.effective_on),
            marking=said.marking,
        )
    )


def _date(written: str) -> PartialDate:
    """A day, month or year. Raises HttpError 422."""
    try:
        return PartialDate.from_iso(written)
    except ValueError as wrong:
        raise HttpError(422, "effective_on: not a date") from wrong
