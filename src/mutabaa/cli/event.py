"""`mutabaa event`: activities planned, held and replaced; events as they are told; deadlines bound to either."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.deeds import DAY, from_a_source, stated, stated_by, told
from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say
from mutabaa.vocabulary import LANGUAGES, Language

if TYPE_CHECKING:
    from mutabaa.register import Entry, Marking
    from mutabaa.vocabulary.dates import PartialDate

_LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", help=say("help_name_language")
)


@click.group(name="event", help=say("help_event"))
@click.help_option("--help", "-h", help=say("help_help"))
def command() -> None:
    """Each says what was recorded; a new record's code is printed."""


@command.command(name="plan", help=say("help_event_plan"))
@click.argument("name", metavar="NAME")
@click.option("--on", "day", type=DAY, metavar="DATE", help=say("help_planned_on"))
@click.option("--code", default="", metavar="CODE", help=say("help_event_code"))
@_LANGUAGE
@stated
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def plan(
    name: str,
    day: "PartialDate | None",
    code: str,
    language: Language,
    person: str,
    marking: "Marking",
    folder: Path | None,
) -> None:
    """Prints the activity's code."""
    from mutabaa.desk.events import plan_activity
    from mutabaa.people.policy import at_the_terminal

    register = register_in(folder)
    with told():
        click.echo(
            plan_activity(
                register,
                at_the_terminal(person),
                names={language: name},
                planned=day,
                code=code,
                marking=marking,
            )
        )


@command.command(name="held", help=say("help_event_held"))
@click.argument("activity", metavar="CODE")
@from_a_source
@stated
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def held(
    activity: str,
    source: str,
    passage: str,
    day: "PartialDate",
    person: str,
    marking: "Marking",
    folder: Path | None,
) -> None:
    """What was due at it has its day by this."""
    from mutabaa.desk import events
    from mutabaa.people.policy import at_the_terminal

    register = register_in(folder)
    with told():
        entry = events.held(
            register,
            at_the_terminal(person),
            activity,
            source=source,
            passage=passage,
            effective_on=day,
            marking=marking,
        )
    _tell(entry)


@command.command(name="replaced", help=say("help_event_replaced"))
@click.argument("activity", metavar="CODE")
@click.argument("other", metavar="OTHER")
@from_a_source
@stated
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def replaced(
    activity: str,
    other: str,
    source: str,
    passage: str,
    day: "PartialDate",
    person: str,
    marking: "Marking",
    folder: Path | None,
) -> None:
    """What was due at the one is due at the other."""
    from mutabaa.desk.events import replaced_by
    from mutabaa.people.policy import at_the_terminal

    register = register_in(folder)
    with told():
        entry = replaced_by(
            register,
            at_the_terminal(person),
            activity,
            other,
            source=source,
            passage=passage,
            effective_on=day,
            marking=marking,
        )
    _tell(entry)


@command.command(name="record", help=say("help_event_record"))
@click.argument("name", metavar="NAME")
@click.option("--to", "last", type=DAY, metavar="DATE", help=say("help_event_to"))
@click.option("--by", "reported_by", default="", metavar="WORDS", help=say("help_reported_by"))
@click.option("--place", default="", metavar="CODE", help=say("help_event_place"))
@_LANGUAGE
@from_a_source
@stated
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def record(
    name: str,
    last: "PartialDate | None",
    reported_by: str,
    place: str,
    language: Language,
    source: str,
    passage: str,
    day: "PartialDate",
    person: str,
    marking: "Marking",
    folder: Path | None,
) -> None:
    """Alleged until it is verified. Prints the event's code."""
    from mutabaa.desk.events import record_event
    from mutabaa.people.policy import at_the_terminal

    register = register_in(folder)
    with told():
        click.echo(
            record_event(
                register,
                at_the_terminal(person),
                names={language: name},
                first=day,
                last=last,
                source=source,
                passage=passage,
                reported_by=reported_by,
                place=place,
                marking=marking,
            )
        )


@command.command(name="verified", help=say("help_event_verified"))
@click.argument("event", metavar="CODE")
@from_a_source
@stated
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def verified(
    event: str,
    source: str,
    passage: str,
    day: "PartialDate",
    person: str,
    marking: "Marking",
    folder: Path | None,
) -> None:
    """It was alleged before, and the register goes on saying so."""
    from mutabaa.desk.events import verify_event
    from mutabaa.people.policy import at_the_terminal

    register = register_in(folder)
    with told():
        entry = verify_event(
            register,
            at_the_terminal(person),
            event,
            source=source,
            passage=passage,
            effective_on=day,
            marking=marking,
        )
    _tell(entry)


@command.command(name="due", help=say("help_event_due"))
@click.argument("commitment", metavar="COMMITMENT")
@click.argument("event", metavar="CODE")
@stated_by
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def due(commitment: str, event: str, person: str, folder: Path | None) -> None:
    """The words of the deadline stay as they are."""
    from mutabaa.desk.lifecycle import due_at_event
    from mutabaa.people.policy import at_the_terminal

    register = register_in(folder)
    with told():
        _tell(due_at_event(register, at_the_terminal(person), commitment, event))


def _tell(entry: "Entry") -> None:
    said = entry.assertion
    click.echo(say("recorded_on", code=said.subject, number=entry.number, person=said.stated_by))
