"""Needs, and what was given for them: exact amounts in their own currency, stage by stage; stages are never added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, localcontext
from hashlib import sha256
from typing import Any

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.stating import OURS, Turn, stated, written
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Marking, Record, State
from mutabaa.register.assertion import instant_text
from mutabaa.register.canonical import Value
from mutabaa.register.statements import STAGES
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.vocabulary.names.actors import reference_actors
from mutabaa.wiring.register import Register

# Of a sum: as many as any amount of the register has, with room for as many amounts as it can hold.
_DIGITS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Money:
    """An exact amount in its own currency (ISO 4217). Raises ValueError for what is no amount of money."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or self.amount < 0:
            raise ValueError(f"not an amount: {self.amount}")

    @property
    def said(self) -> Value:
        """As the register writes it: digits, no exponent."""
        return {"amount": f"{self.amount:f}", "currency": self.currency.strip().upper()}


@dataclass(frozen=True, kw_only=True, slots=True)
class Total:
    """What was given in one stage and one currency, of `n` contributions."""

    stage: str
    currency: str
    amount: Decimal
    n: int


def record_need(
    register: Register,
    viewer: Viewer,
    *,
    field: str,
    names: Mapping[Language, str] | None = None,
    place: str = "",
    population: tuple[int, int] | None = None,
    severity: int | None = None,
    help: str = "",
    cost: Money | None = None,
    part_of: str = "",
    source: str = "",
    code: str = "",
    marking: Marking = OURS,
) -> str:
    """Record what is needed, where and for how many (least, most); its code, `need/…` where none is given.

    Raises NotAllowed, NotThere, and NotDone: `without_field`, `code_taken`, `misstated`, `marking_beyond_sight`.
    """
    if not field.strip():
        raise NotDone("without_field")
    values: list[tuple[str, Value]] = [("field", written(field))]
    values += [
        ("name", {"language": one, "text": written(text)})
        for one, text in (names or {}).items()
        if text.strip()
    ]
    values += [("located_at", place.strip())] if place.strip() else []
    values += [("population", {"least": population[0], "most": population[1]})] if population else []
    values += [("severity", severity)] if severity is not None else []
    values += [("help", written(help))] if help.strip() else []
    values += [("amount", cost.said)] if cost else []
    values += [("part_of", part_of.strip())] if part_of.strip() else []
    return _recorded(register, viewer, "need", values, source, code, None, marking)


def record_contribution(
    register: Register,
    viewer: Viewer,
    *,
    donor: str,
    recipient: str,
    money: Money | None = None,
    in_kind: str = "",
    stage: str,
    effective_on: PartialDate,
    part_of: str = "",
    source: str = "",
    code: str = "",
    marking: Marking = OURS,
) -> str:
    """Record what an actor pledged, committed, paid or gave in kind, on a day; its code, `contribution/…`.

    `recipient`: an actor, a fund or a need. `part_of`: the pledge that a payment is part of. Each stage is a record of
    its own, so that a pledge and its payment are never one sum. Raises NotAllowed, NotThere, and NotDone:
    `no_such_stage`, `without_amount`, `code_taken`, `misstated`, `marking_beyond_sight`.
    """
    if stage not in STAGES:
        raise NotDone("no_such_stage", stage=stage[:80], allowed=", ".join(STAGES))
    if money is None and not (stage == "in_kind" and in_kind.strip()):
        raise NotDone("without_amount")
    values: list[tuple[str, Value]] = [("donor", donor.strip()), ("recipient", recipient.strip())]
    values += [("amount", money.said)] if money else []
    values += [("help", written(in_kind))] if in_kind.strip() else []
    values += [("part_of", part_of.strip())] if part_of.strip() else []
    values.append(("stage", stage))
    return _recorded(register, viewer, "contribution", values, source, code, effective_on, marking)


def totals(
    register: Register, viewer: Viewer, moment: Moment, recipient: str | None = None
) -> tuple[Total, ...]:
    """What was given, to one recipient or to all, in each stage and each currency; never added across either."""
    state = register.state(moment, viewer.sight)
    codes = state.codes("contribution")
    state.gather(codes)
    sums: dict[tuple[str, str], list[Decimal]] = {}
    for record in map(state.record, codes):
        amount: Any = record.value("amount")
        if amount is None or (recipient is not None and record.value("recipient") != recipient):
            continue
        sums.setdefault((record.value("stage"), amount["currency"]), []).append(Decimal(amount["amount"]))
    with localcontext() as exact:
        exact.prec = _DIGITS
        return tuple(
            Total(stage=stage, currency=currency, amount=sum(found, Decimal(0)), n=len(found))
            for (stage, currency), found in sorted(sums.items(), key=lambda one: _order(*one[0]))
        )


def _order(stage: str, currency: str) -> tuple[int, str]:
    return STAGES.index(stage), currency


def _recorded(
    register: Register,
    viewer: Viewer,
    kind: str,
    values: list[tuple[str, Value]],
    source: str,
    code: str,
    effective_on: PartialDate | None,
    marking: Marking,
) -> str:
    viewer.must("record")
    address = list[str]()

    def said(turn: Turn) -> Iterator[Assertion]:
        cited = [turn.the("source", source)] if source else []
        named = [
            _there(turn.state, str(v)) for says, v in values if says in ("donor", "recipient", "part_of")
        ]
        # Two payments of one sum on one day are two payments: the instant tells them apart.
        subject = code.strip() or _code(kind, values, turn.instant)
        if turn.state.record(subject).entries:
            raise NotDone("code_taken", code=subject)
        address.append(subject)
        marking_ = turn.marked(marking, *cited, *(record for record in named if record.entries))
        for says, value in [("kind", kind), *values]:
            yield turn.said(
                subject,
                says,
                value,
                marking=marking_,
                source=source or None,
                effective_on=effective_on if says in ("stage", "amount") else None,
            )

    stated(register, viewer, lambda turn: list(said(turn)))
    return address[0]


def _there(state: State, code: str) -> Record:
    """A record that is named: of the register, or of the reference table of actors. Raises NotThere."""
    record = state.record(code)
    if not record.entries and code not in reference_actors():
        raise NotThere(code)
    return record


def _code(kind: str, values: list[tuple[str, Value]], at: datetime) -> str:
    return f"{kind}/{sha256(f'{values}{instant_text(at)}'.encode()).hexdigest()[:16]}"
