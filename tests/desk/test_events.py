"""Activities and events; needs and what was given for them."""

from decimal import Decimal

import pytest
from tests.desk.matters import ANALYST, ICESCO, SECRETARIAT

from mutabaa.desk.actors import now
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.events import (
    Figure,
    held,
    plan_activity,
    record_event,
    replaced_by,
    same_event,
    verify_event,
)
from mutabaa.desk.needs import Money, Total, record_contribution, record_need, totals
from mutabaa.desk.sources import add_source
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.register import Record
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring import Register

READER = Viewer(name="rim", role="reader")
MAY, MARCH = PartialDate(year=2022, month=5), PartialDate(year=2018, month=3, day=13)


@pytest.fixture
def source(register: Register) -> str:
    return add_source(register, ANALYST, note="What the mission heard.")


def seen(register: Register, code: str, viewer: Viewer = READER) -> Record:
    return register.state(now(register), viewer.sight).record(code)


def test_an_activity_is_planned_and_held_and_another_day_corrects_the_first(
    register: Register, source: str
) -> None:
    mission = plan_activity(
        register, ANALYST, names={"en": "Joint mission", "ar": "بعثة مشتركة"}, planned=PartialDate(year=2018)
    )
    assert mission.startswith("activity/") and seen(register, mission).kind == "activity"
    held(register, ANALYST, mission, source=source, effective_on=MARCH)
    held(register, ANALYST, mission, source=source, effective_on=PartialDate(year=2018, month=3, day=15))
    told = seen(register, mission).all("held")
    assert [str(entry.assertion.effective_on) for entry in told] == ["2018-03-15"]
    with pytest.raises(NotDone, match="replaced_by_itself"):
        replaced_by(register, ANALYST, mission, mission, source=source, effective_on=MARCH)
    with pytest.raises(NotDone, match="code_taken"):
        plan_activity(register, ANALYST, names={"en": "Another"}, code=mission)
    with pytest.raises(NotDone, match="without_name"):
        plan_activity(register, ANALYST, names={"en": " "})
    with pytest.raises(NotThere):
        held(register, ANALYST, source, source=source, effective_on=MARCH)
    with pytest.raises(NotAllowed):
        plan_activity(register, READER, names={"en": "x"})


def test_an_event_is_alleged_until_it_is_verified_and_keeps_what_was_told(
    register: Register, source: str
) -> None:
    event = record_event(
        register,
        ANALYST,
        names={"en": "Killing of civilians near Rann"},
        first=MAY,
        words="in May",
        source=source,
        passage="¶5",
        reported_by="local residents",
        figures=[Figure(what="civilians killed", least=20, most=50, words="dozens")],
    )
    record = seen(register, event)
    assert record.value("verification") == "alleged"
    assert record.value("occurred") == {"from": "2022-05", "words": "in May"}
    assert record.value("figure") == {"least": 20, "most": 50, "what": "civilians killed", "words": "dozens"}
    assert record.value("reported_by") == "local residents"
    verify_event(register, SECRETARIAT, event, source=source, effective_on=PartialDate(year=2022, month=8))
    assert seen(register, event).value("verification") == "verified"
    assert [e.assertion.value for e in seen(register, event).all("verification")] == ["alleged", "verified"]
    with pytest.raises(NotDone, match="misstated"):
        more = Figure(what="x", least=9, most=2)
        record_event(register, ANALYST, names={"en": "y"}, first=MAY, source=source, figures=[more])


def test_two_records_of_one_event_are_linked_and_neither_is_deleted(register: Register, source: str) -> None:
    one, other = (
        record_event(register, ANALYST, names={"en": name}, first=MAY, source=source)
        for name in ("Rann", "Near Rann")
    )
    same_event(register, ANALYST, other, one)
    assert seen(register, other).code == one
    assert seen(register, one).also == (other,)
    with pytest.raises(NotDone, match="merged_with_itself"):
        same_event(register, ANALYST, other, one)


def test_what_was_pledged_and_what_was_paid_are_never_one_sum(register: Register, source: str) -> None:
    need = record_need(
        register,
        ANALYST,
        field="health",
        population=(40_000, 60_000),
        severity=4,
        cost=Money(amount=Decimal("1500000.50"), currency="usd"),
        source=source,
    )
    assert seen(register, need).value("amount") == {"amount": "1500000.50", "currency": "USD"}

    def gave(amount: str, currency: str, stage: str, part_of: str = "") -> str:
        return record_contribution(
            register,
            ANALYST,
            donor=ICESCO,
            recipient=need,
            money=Money(amount=Decimal(amount), currency=currency),
            stage=stage,
            effective_on=MARCH,
            part_of=part_of,
            source=source,
        )

    pledge = gave("1000000", "USD", "pledge")
    gave("0.10", "USD", "payment", pledge)
    gave("0.20", "USD", "payment", pledge)
    gave("0.20", "USD", "payment", pledge)
    gave("300000", "SAR", "payment")
    assert totals(register, READER, now(register), need) == (
        Total(stage="pledge", currency="USD", amount=Decimal("1000000"), n=1),
        Total(stage="payment", currency="SAR", amount=Decimal("300000"), n=1),
        Total(stage="payment", currency="USD", amount=Decimal("0.50"), n=3),
    )
    assert totals(register, READER, now(register), "need/other") == ()


def test_money_is_exact_and_has_a_stage(register: Register, source: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        Money(amount=Decimal("NaN"), currency="USD")
    given = {"donor": ICESCO, "recipient": ICESCO, "effective_on": MARCH}
    with pytest.raises(NotDone, match="without_amount"):
        record_contribution(register, ANALYST, stage="pledge", **given)  # type: ignore[arg-type]
    with pytest.raises(NotDone, match="no_such_stage"):
        record_contribution(register, ANALYST, stage="promise", **given)  # type: ignore[arg-type]
    with pytest.raises(NotDone, match="misstated"):
        money = Money(amount=Decimal("1"), currency="dollars")
        record_contribution(register, ANALYST, stage="pledge", money=money, **given)  # type: ignore[arg-type]
    with pytest.raises(NotThere):
        record_contribution(
            register,
            ANALYST,
            stage="in_kind",
            in_kind="tents",
            **{**given, "recipient": "need/none"},  # type: ignore[arg-type]
        )
    assert record_contribution(register, ANALYST, stage="in_kind", in_kind="tents", **given)  # type: ignore[arg-type]
