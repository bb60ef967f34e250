"""The past never changes when the register grows."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.register.said import COMMITMENT, FIRST, later, moment, said

from mutabaa.register import MARKINGS, Assertion, MemoryLedger, NotAdmitted, Sight, state
from mutabaa.register.standing import standings
from mutabaa.vocabulary.dates import Moment, PartialDate

CODES = ["S/1.a", "S/1.b", "S/2.a", "source/x"]
DATES = st.dates(date(2022, 1, 1), date(2022, 12, 31)).map(
    lambda day: PartialDate(year=day.year, month=day.month, day=day.day if day.day % 3 else None)
)


@st.composite
def assertions(draw: st.DrawFn, at: datetime, names: list[str]) -> Assertion:
    """Anything that may be said of a few records, corrections and merges among it."""
    says, value = draw(
        st.sampled_from(
            [
                ("kind", "commitment"),
                ("note", "x"),
                ("lifecycle", "overtaken"),
                ("evidence", {"bearing": "supports"}),
                ("assessment", {"level": 2, "reasons": "x", "sources": []}),
                ("due", {"kind": "date", "on": "2022-06"}),
                ("retraction", "a mistake"),
                ("shared_with", "actor/x"),
            ]
        )
    )
    if draw(st.integers(0, 5)) == 0:
        says, value = "same_as", draw(st.sampled_from(CODES))
    corrects = draw(st.sampled_from(names)) if names and says == "retraction" else None
    return said(
        draw(st.sampled_from(CODES)),
        says,
        value,
        at=at,
        source="source/x",
        effective_on=draw(DATES),
        corrects=corrects,
        marking=draw(st.sampled_from(MARKINGS)),
        by=draw(st.sampled_from(["Amina", "Omar"])),
    )


@st.composite
def sights(draw: st.DrawFn) -> Sight:
    """What anybody may be allowed to see."""
    return Sight(
        upto=draw(st.sampled_from(MARKINGS)),
        entity=draw(st.sampled_from([None, "actor/x"])),
        own=draw(st.frozensets(st.just("Omar"))),
    )


@st.composite
def registers(draw: st.DrawFn) -> MemoryLedger:
    ledger, names = MemoryLedger(), list[str]()
    for number in range(draw(st.integers(2, 25))):
        at = FIRST + timedelta(days=number * 9)
        try:
            names += (entry.name for entry in ledger.append([draw(assertions(at, names))]))
        except (NotAdmitted, ValueError):
            continue
    return ledger


@given(registers(), st.integers(0, 250), st.dates(date(2022, 1, 1), date(2023, 6, 30)))
def test_what_was_known_at_a_moment_is_the_same_however_much_is_recorded_after_it(
    ledger: MemoryLedger, days: int, as_at: date
) -> None:
    entries = [kept.entry() for kept in ledger.kept()]
    then = Moment(as_at=as_at, known_by=FIRST + timedelta(days=days))
    before = [entry for entry in entries if entry.assertion.recorded_at <= then.known_by]
    assert state(entries, then) == state(before, then)
    assert standings(state(entries, then)) == standings(state(before, then))


@given(registers(), st.dates(date(2022, 1, 1), date(2023, 6, 30)))
def test_an_entry_counts_or_was_corrected_or_is_not_yet_so(ledger: MemoryLedger, as_at: date) -> None:
    now = Moment(as_at=as_at, known_by=datetime(2100, 1, 1, tzinfo=UTC))
    entries = [kept.entry() for kept in ledger.kept()]
    corrected = {entry.assertion.corrects for entry in entries}
    counted = {e.number for record in state(entries, now).records.values() for e in record.entries}
    for entry in entries:
        set_aside = entry.name in corrected or entry.assertion.says == "retraction"
        not_yet = entry.assertion.since is not None and entry.assertion.since > as_at
        assert (entry.number in counted) == (not set_aside and not not_yet)


def test_a_correction_is_seen_from_the_moment_it_was_recorded_and_not_before() -> None:
    ledger = MemoryLedger()
    (wrong,) = ledger.append([said(COMMITMENT, "addressee", {"basis": "not_stated"})])
    stated = {"basis": "stated", "names": {"en": "the Secretary-General"}}
    ledger.append([said(COMMITMENT, "addressee", stated, corrects=wrong.name, at=later(10))])
    entries = [kept.entry() for kept in ledger.kept()]
    before, after = (state(entries, moment("2022-12-31", day)) for day in ("2022-10-05", "2022-10-20"))
    assert before.record(COMMITMENT).value("addressee") == {"basis": "not_stated"}
    assert after.record(COMMITMENT).value("addressee") == stated
    assert len(after.record(COMMITMENT).entries) == 1


def test_a_merge_joins_what_was_said_of_both_until_it_is_taken_back() -> None:
    ledger = MemoryLedger()
    ledger.append([said("event/a", "kind", "event"), said("event/b", "kind", "event")])
    ledger.append([said("event/b", "note", "seen from the market", at=later(1))])
    (merge,) = ledger.append([said("event/b", "same_as", "event/a", at=later(2))])
    ledger.append([said("event/b", "retraction", "two events", corrects=merge.name, at=later(9))])
    entries = [kept.entry() for kept in ledger.kept()]
    joined, apart = (state(entries, moment("2022-12-31", day)) for day in ("2022-10-05", "2022-10-20"))
    assert joined.codes("event") == ("event/a",)
    assert joined.record("event/b").code == "event/a"
    assert joined.record("event/a").also == ("event/b",)
    assert joined.record("event/a").value("note") == "seen from the market"
    assert apart.codes("event") == ("event/a", "event/b")


def test_merges_in_a_circle_end_somewhere() -> None:
    ledger = MemoryLedger()
    ledger.append([said(a, "same_as", b) for a, b in (("S/1", "S/2"), ("S/2", "S/3"), ("S/3", "S/1"))])
    now = state([kept.entry() for kept in ledger.kept()], moment("2022-12-31"))
    assert {now.record(code).code for code in ("S/1", "S/2", "S/3")} == {"S/1"}


def test_what_is_so_in_a_month_is_certain_at_its_end_or_when_it_was_recorded() -> None:
    march = said("activity/mission", "held", on="2018-03", source="s", at=datetime(2018, 4, 5, tzinfo=UTC))
    assert march.since == date(2018, 3, 31)
    # Written down on the 18th, it had happened by the 18th.
    on_the_spot = said(
        "activity/mission", "held", on="2018-03", source="s", at=datetime(2018, 3, 18, tzinfo=UTC)
    )
    assert on_the_spot.since == date(2018, 3, 18)
    # "In 2027", said in 2018, is no earlier than the end of 2027 for certain.
    assert said("x", "planned", "2027", on="2027").since == date(2027, 12, 31)
