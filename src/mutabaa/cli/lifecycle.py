"""`mutabaa lifecycle`: what became of a commitment since a day, as a source tells."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.deeds import from_a_source, stated, told
from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say
from mutabaa.register.statements import LIFECYCLES

if TYPE_CHECKING:
    from mutabaa.register import Marking
    from mutabaa.vocabulary.dates import PartialDate

# Not a stage of its life, but what happened on a day: a recurring one is fulfilled again and again.
_FULFILLED = "fulfilled"


@click.command(name="lifecycle", help=say("help_lifecycle"))
@click.argument("commitment", metavar="CODE")
@click.argument("value", type=click.Choice([*LIFECYCLES, _FULFILLED]))
@from_a_source
@stated
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(
    commitment: str,
    value: str,
    source: str,
    passage: str,
    day: "PartialDate",
    person: str,
    marking: "Marking",
    folder: Path | None,
) -> None:
    """Says what was recorded."""
    from mutabaa.desk.lifecycle import fulfilled, set_lifecycle
    from mutabaa.people.policy import at_the_terminal

    register, viewer = register_in(folder), at_the_terminal(person)
    with told():
        if value == _FULFILLED:
            entry = fulfilled(
                register,
                viewer,
                commitment,
                source=source,
                passage=passage,
                effective_on=day,
                marking=marking,
            )
        else:
            entry = set_lifecycle(
                register,
                viewer,
                commitment,
                value,
                source=source,
                passage=passage,
                effective_on=day,
                marking=marking,
            )
    click.echo(say("recorded_on", code=entry.assertion.subject, number=entry.number, person=person))
