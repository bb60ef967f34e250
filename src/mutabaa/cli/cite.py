"""`mutabaa cite`: a source supports or contradicts that a commitment was carried out, or is context."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.deeds import from_a_source, stated, told
from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say
from mutabaa.register.statements import BEARINGS

if TYPE_CHECKING:
    from mutabaa.register import Marking
    from mutabaa.vocabulary.dates import PartialDate


@click.command(name="cite", help=say("help_cite"))
@click.argument("commitment", metavar="CODE")
@click.argument("bearing", type=click.Choice(BEARINGS))
@click.option("--words", default="", metavar="WORDS", help=say("help_evidence_words"))
@from_a_source
@stated
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(
    commitment: str,
    bearing: str,
    words: str,
    source: str,
    passage: str,
    day: "PartialDate",
    person: str,
    marking: "Marking",
    folder: Path | None,
) -> None:
    """Says what was recorded."""
    from mutabaa.desk.evidence import cite
    from mutabaa.people.policy import at_the_terminal

    register = register_in(folder)
    with told():
        entry = cite(
            register,
            at_the_terminal(person),
            source=source,
            commitment=commitment,
            bearing=bearing,
            words=words,
            passage=passage,
            effective_on=day,
            marking=marking,
        )
    click.echo(say("recorded_on", code=entry.assertion.subject, number=entry.number, person=person))
