"""The deadlines as a calendar (iCalendar, RFC 5545), for whatever program a person keeps theirs in.

Such programs can't sign in: an address for them holds a secret of one person's (32 random bytes, kept as SHA-256 with
the account, shown once, taken back at will), and gives what `feed` gives that person, or the usual 404.
"""

from datetime import UTC, timedelta

from icalendar import Calendar, Event

from mutabaa.desk.deadlines import Deadline, deadlines, words_that_travel
from mutabaa.desk.letters import say
from mutabaa.people.policy import Viewer
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register


def feed(register: Register, viewer: Viewer, language: Language, moment: Moment) -> bytes:
    """Every open deadline that the viewer sees, as whole days; the same bytes for the same register.

    A deadline of a month or a year ("in 2026") is the whole of it, from the first day to the last, and says so: no day
    is invented. An event keeps its identity by the commitment's code, whatever its day becomes.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Mutabaa//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", say("calendar_name", language))
    calendar.add("x-wr-calname", say("calendar_name", language))
    for one in deadlines(register, viewer, moment):
        if one.is_open:
            calendar.add_component(_event(one, language, register.folder.signing_key().name))
    written: bytes = calendar.to_ical()
    return written


def _event(one: Deadline, language: Language, origin: str) -> Event:
    event = Event()
    event.add("uid", f"{one.code}@{origin.replace('/', '.')}")
    # When the rule was recorded, not when somebody asked: the same register gives the same bytes.
    event.add("dtstamp", one.rule.assertion.recorded_at.astimezone(UTC).replace(microsecond=0))
    first = one.written.first_day if one.written and one.is_partial else one.day
    event.add("dtstart", first)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", say("calendar_due", language, code=one.code))
    event.add("transp", "TRANSPARENT")
    if description := "\n".join(_description(one, language)):
        event.add("description", description)
    return event


def _description(one: Deadline, language: Language) -> list[str]:
    told = []
    if one.is_partial:
        told.append(say("calendar_partial", language, written=one.written))
    if words := words_that_travel(one, language):
        told.append(say("action", language, words=words))
    return told
