"""Deadlines as iCalendar: whole days, stable, and no day that the text doesn't give."""

from datetime import UTC, date, datetime

from icalendar import Calendar, Event
from tests.desk.matters import COMMITMENT, SECRETARIAT, commitment, record, report

from mutabaa.desk.actors import now
from mutabaa.desk.calendar import feed
from mutabaa.people.policy import ANONYMOUS
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring import Register


def events(register: Register, language: Language = "en") -> dict[str, Event]:
    calendar = Calendar.from_ical(feed(register, SECRETARIAT, language, now(register)))
    return {str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


def test_a_deadline_is_a_whole_day(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "date", "on": "2030-06-30"})
    event = events(register)[COMMITMENT]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2030, 6, 30), date(2030, 7, 1))
    assert COMMITMENT in event["summary"] and "joint mission" in event["description"]
    assert "الأجل" in events(register, "ar")[COMMITMENT]["summary"]


def test_a_deadline_of_a_year_is_that_year_and_says_so(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "date", "on": "2030"})
    event = events(register)[COMMITMENT]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2030, 1, 1), date(2031, 1, 1))
    assert "names no day" in event["description"]


def test_the_same_register_gives_the_same_bytes_whenever_it_is_asked(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "date", "on": "2030-06-30"})
    first = now(register)
    later = Moment(as_at=first.as_at, known_by=datetime(2099, 1, 1, tzinfo=UTC))
    assert feed(register, SECRETARIAT, "fr", first) == feed(register, SECRETARIAT, "fr", later)


def test_an_event_keeps_its_identity_when_its_day_changes(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "date", "on": "2030-06-30"})
    before = events(register)[COMMITMENT]
    record(register, (COMMITMENT, "due", {"kind": "date", "on": "2031-01-15"}))
    after = events(register)[COMMITMENT]
    assert (before["uid"], after["dtstart"].dt) == (after["uid"], date(2031, 1, 15))


def test_nobody_gets_what_they_do_not_see_and_what_has_no_day_is_left_out(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "date", "on": "2030-06-30"})
    commitment(register, {"kind": "open"}, "OIC/X/14.b")
    assert set(events(register)) == {COMMITMENT}
    assert b"VEVENT" not in feed(register, ANONYMOUS, "en", now(register))


def test_what_was_done_leaves_the_calendar(register: Register) -> None:
    report(register)
    commitment(register, {"kind": "date", "on": "2030-06-30"})
    from mutabaa.register import Assertion
    from mutabaa.vocabulary.dates import PartialDate

    register.record(
        lambda at: [
            Assertion(
                subject=COMMITMENT,
                says="lifecycle",
                value="withdrawn",
                stated_by="amina",
                recorded_at=at,
                source="source/x",
                effective_on=PartialDate(year=2020),
            )
        ]
    )
    assert COMMITMENT not in events(register)
