"""`mutabaa event`: activities planned, held and replaced; events as they are told; deadlines bound to either."""

from typing import TYPE_CHECKING, Unpack

import click

from mutabaa.cli.deeds import DAY, deed, from_a_source, unmarked_deed
from mutabaa.cli.words import say
from mutabaa.vocabulary import LANGUAGES, Language

if TYPE_CHECKING:
    from mutabaa.desk.stating import Basis
    from mutabaa.people.policy import Viewer
    from mutabaa.register import Entry, Marking
    from mutabaa.vocabulary.dates import PartialDate
    from mutabaa.wiring import Register

_LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", help=say("help_name_language")
)


@click.group(name="event", help=say("help_event"))
@click.help_option("--help", "-h", help=say("help_help"))
def command() -> None:
    """Each says what was recorded; a new record's code is printed."""


@command.command(name="plan", help=say("help_event_plan"))
@click.argument("name", metavar="NAME")
@click.option("--on", "planned", type=DAY, metavar="DATE", help=say("help_planned_on"))
@click.option("--code", default="", metavar="CODE", help=say("help_event_code"))
@_LANGUAGE
@deed
def plan(
    register: "Register",
    viewer: "Viewer",
    *,
    name: str,
    planned: "PartialDate | None",
    code: str,
    language: Language,
    marking: "Marking",
) -> str:
    """Prints the activity's code."""
    from mutabaa.desk.events import plan_activity

    names = {language: name}
    return plan_activity(register, viewer, names=names, planned=planned, code=code, marking=marking)


@command.command(name="held", help=say("help_event_held"))
@click.argument("activity", metavar="CODE")
@from_a_source
@deed
def held(register: "Register", viewer: "Viewer", activity: str, **basis: Unpack["Basis"]) -> "Entry":
    """What was due at it has its day by this."""
    from mutabaa.desk import events

    return events.held(register, viewer, activity, **basis)


@command.command(name="replaced", help=say("help_event_replaced"))
@click.argument("activity", metavar="CODE")
@click.argument("other", metavar="OTHER")
@from_a_source
@deed
def replaced(
    register: "Register", viewer: "Viewer", activity: str, other: str, **basis: Unpack["Basis"]
) -> "Entry":
    """What was due at the one is due at the other."""
    from mutabaa.desk.events import replaced_by

    return replaced_by(register, viewer, activity, other, **basis)


@command.command(name="record", help=say("help_event_record"))
@click.argument("name", metavar="NAME")
@click.option("--to", "last", type=DAY, metavar="DATE", help=say("help_event_to"))
@click.option("--by", "reported_by", default="", metavar="WORDS", help=say("help_reported_by"))
@click.option("--place", default="", metavar="CODE", help=say("help_event_place"))
@_LANGUAGE
@from_a_source
@deed
def record(
    register: "Register",
    viewer: "Viewer",
    *,
    name: str,
    last: "PartialDate | None",
    reported_by: str,
    place: str,
    language: Language,
    source: str,
    passage: str,
    effective_on: "PartialDate",
    marking: "Marking",
) -> str:
    """Alleged until it is verified. Prints the event's code."""
    from mutabaa.desk.events import record_event

    return record_event(
        register,
        viewer,
        names={language: name},
        first=effective_on,
        last=last,
        source=source,
        passage=passage,
        reported_by=reported_by,
        place=place,
        marking=marking,
    )


@command.command(name="verified", help=say("help_event_verified"))
@click.argument("event", metavar="CODE")
@from_a_source
@deed
def verified(register: "Register", viewer: "Viewer", event: str, **basis: Unpack["Basis"]) -> "Entry":
    """It was alleged before, and the register goes on saying so."""
    from mutabaa.desk.events import verify_event

    return verify_event(register, viewer, event, **basis)


@command.command(name="due", help=say("help_event_due"))
@click.argument("commitment", metavar="COMMITMENT")
@click.argument("event", metavar="CODE")
@unmarked_deed
def due(register: "Register", viewer: "Viewer", commitment: str, event: str) -> "Entry":
    """The words of the deadline stay as they are."""
    from mutabaa.desk.lifecycle import due_at_event

    return due_at_event(register, viewer, commitment, event)
