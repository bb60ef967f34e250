"""What may be said of a record: every statement, the shape of its value, and what it must rest on.

A statement unknown here is refused, so that the ledger never holds what nobody can read. Adding one is a line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from mutabaa.register.assertion import Assertion
from mutabaa.register.due import due_rule
from mutabaa.register.shapes import (
    Shape,
    between,
    choice,
    code,
    currency,
    decimal,
    fields,
    flag,
    many,
    nothing,
    partial_date,
    per_language,
    place,
    sha256,
    stretch,
    text,
    whole,
)
from mutabaa.vocabulary import ACT_CLASSES, LANGUAGES
from mutabaa.vocabulary.names.actors import ACTOR_KINDS

RecordKind = Literal[
    "instrument",
    "provision",
    "commitment",
    "actor",
    "activity",
    "place",
    "event",
    "source",
    "assessment",
    "need",
    "contribution",
]
RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)
Lifecycle = Literal["active", "elapsed", "superseded", "overtaken", "renewed", "withdrawn", "completed"]
LIFECYCLES: tuple[Lifecycle, ...] = get_args(Lifecycle)
# The Kroc Institute's scale (0 not initiated, 1 minimum, 2 intermediate, 3 full) and what no number says.
LEVELS: tuple[int | str, ...] = (0, 1, 2, 3, "no_evidence", "reversed")
BEARINGS = ("supports", "contradicts", "context")
# Steps that others take on an assessment; `contested` is the addressee's reply.
STEPS = ("reviewed", "adopted", "contested")
# Grades of a source (A reliable … E not, F can't be judged) and of what it says (1 confirmed … 5 improbable, 6).
RELIABILITY, CREDIBILITY = ("A", "B", "C", "D", "E", "F"), (1, 2, 3, 4, 5, 6)
VERIFICATIONS = ("alleged", "verified")
# As what an actor belongs to another, or to an instrument.
MEMBER_ROLES = (
    "member",
    "observer",
    "guarantor",
    "signatory",
    "donor",
    "host",
    "organ",
    "standing_committee",
    "subsidiary_organ",
    "specialized_institution",
    "affiliated_institution",
)
# How an entity answers when it is made focal point.
ANSWERS = ("confirmed", "refused")
# Stages of money; what was pledged and what was paid are never added.
STAGES = ("pledge", "commitment", "payment", "in_kind")
# How severe a need is: 1 minimal, 2 stress, 3 severe, 4 extreme, 5 catastrophic (JIAF, the scale of OCHA's overviews).
SEVERITIES = (1, 2, 3, 4, 5)

RETRACTION = "retraction"
# A record shown to an entity (an actor's code) beyond what is public.
SHARED_WITH = "shared_with"
# Who spoke to us in confidence: always confidential, and in no export.
INFORMANT = "informant"


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """A statement. `dated`: it must say since when. `sourced`: it must cite a source. `confidential`: always so."""

    shape: Shape
    dated: bool = False
    sourced: bool = False
    confidential: bool = False


class Misstated(ValueError):
    """An assertion that says what no statement allows, or without what the statement must rest on."""


_WORDS = fields({"language": choice(*LANGUAGES), "text": text}, start=whole, end=whole, page=whole)
# Between which days a name was borne, where it was not always.
_NAME = fields(
    {"language": choice(*LANGUAGES), "text": text},
    since=partial_date,
    until=partial_date,
    start=whole,
    end=whole,
    page=whole,
)
_MEMBERSHIP = fields({"of": code, "role": choice(*MEMBER_ROLES)}, since=partial_date, until=partial_date)
_ADDRESSEE = fields(
    {"basis": choice("stated", "carried_over", "not_stated", "self")},
    names=per_language(text),
    actor=code,
    places=per_language(place),
)
_ACT = fields(
    {"act": choice(*ACT_CLASSES), "reiterated": flag},
    code=code,
    words=per_language(text),
    places=per_language(place),
)

STATEMENTS: Mapping[str, Statement] = {
    # Any record.
    "kind": Statement(shape=choice(*RECORD_KINDS)),
    "same_as": Statement(shape=code),
    RETRACTION: Statement(shape=text),
    "note": Statement(shape=text),
    "name": Statement(shape=_NAME),
    "part_of": Statement(shape=code),
    SHARED_WITH: Statement(shape=code),
    # Actors.
    "actor_kind": Statement(shape=choice(*ACTOR_KINDS)),
    "variant": Statement(shape=_NAME),
    "member_of": Statement(shape=_MEMBERSHIP),
    "succeeded_by": Statement(shape=code, dated=True),
    "founded_by": Statement(shape=code),
    # Instruments and provisions.
    "symbol": Statement(shape=text),
    "title": Statement(shape=_WORDS),
    "body": Statement(shape=text),
    "document_kind": Statement(shape=text),
    "adopted": Statement(shape=partial_date),
    "adopted_at": Statement(shape=text),
    "meeting": Statement(shape=text),
    "version": Statement(shape=fields({"language": choice(*LANGUAGES), "source": code})),
    "wording": Statement(shape=_WORDS),
    "act": Statement(shape=_ACT),
    # Commitments.
    "requester": Statement(shape=text),
    "addressee": Statement(shape=_ADDRESSEE),
    "beneficiary": Statement(shape=_ADDRESSEE),
    "theme": Statement(shape=text),
    "action": Statement(shape=_WORDS),
    "due": Statement(shape=due_rule),
    "focal_point": Statement(shape=fields({"entity": code}, person=text)),
    "focal_point_answer": Statement(
        shape=fields({"assignment": sha256, "answer": choice(*ANSWERS)}, reason=text)
    ),
    "reiterates": Statement(shape=code),
    "strengthens": Statement(shape=code),
    "weakens": Statement(shape=code),
    "drops": Statement(shape=code),
    "fulfilled": Statement(shape=nothing, dated=True, sourced=True),
    # The axes that people set.
    "lifecycle": Statement(shape=choice(*LIFECYCLES), dated=True, sourced=True),
    "evidence": Statement(shape=fields({"bearing": choice(*BEARINGS)}, words=text), dated=True, sourced=True),
    "assessment": Statement(
        shape=fields({"level": choice(*LEVELS), "reasons": text, "sources": many(code)}), dated=True
    ),
    "judgement": Statement(
        shape=fields({"assessment": sha256, "step": choice(*STEPS)}, words=text, entity=code)
    ),
    # Activities and events.
    "planned": Statement(shape=partial_date),
    "held": Statement(shape=nothing, dated=True, sourced=True),
    "replaced_by": Statement(shape=code, dated=True, sourced=True),
    "occurred": Statement(shape=stretch, sourced=True),
    "reported_by": Statement(shape=text, sourced=True),
    "figure": Statement(shape=between(whole, what=text, words=text), sourced=True),
    "verification": Statement(shape=choice(*VERIFICATIONS), dated=True, sourced=True),
    "located_at": Statement(shape=code),
    # Needs and contributions.
    "field": Statement(shape=text),
    "population": Statement(shape=between(whole, words=text)),
    "severity": Statement(shape=choice(*SEVERITIES)),
    "help": Statement(shape=text),
    "amount": Statement(shape=fields({"amount": decimal, "currency": currency})),
    "donor": Statement(shape=code),
    "recipient": Statement(shape=code),
    "stage": Statement(shape=choice(*STAGES), dated=True),
    # Sources.
    "file": Statement(shape=fields({"sha256": sha256, "name": text}, bytes=whole, format=text)),
    "url": Statement(shape=text),
    "language": Statement(shape=choice(*LANGUAGES)),
    "published": Statement(shape=partial_date),
    "origin": Statement(shape=text),
    "reliability": Statement(shape=choice(*RELIABILITY)),
    "credibility": Statement(shape=choice(*CREDIBILITY)),
    INFORMANT: Statement(shape=text, confidential=True),
}


def check(assertion: Assertion) -> None:
    """Raises Misstated when the assertion isn't one of the statements, or lacks what that one must have."""
    statement = STATEMENTS.get(assertion.says)
    if statement is None:
        raise Misstated(f"no such statement: {assertion.says}")
    if wrong := statement.shape(assertion.value):
        raise Misstated(f"{assertion.says}: {wrong}")
    if statement.dated and assertion.effective_on is None:
        raise Misstated(f"{assertion.says}: since when?")
    if statement.sourced and assertion.source is None:
        raise Misstated(f"{assertion.says}: from which source?")
    if statement.confidential and assertion.marking != "confidential":
        raise Misstated(f"{assertion.says}: always confidential")
    if assertion.says == RETRACTION and assertion.corrects is None:
        raise Misstated("a retraction names the entry it takes back")
