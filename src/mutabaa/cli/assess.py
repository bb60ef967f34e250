"""`mutabaa assess`: how far a commitment is carried out, with reasons and sources."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.deeds import DAY, stated, told
from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say
from mutabaa.register.statements import LEVELS

if TYPE_CHECKING:
    from mutabaa.register import Marking
    from mutabaa.vocabulary.dates import PartialDate

# As much of an assessment's name as people type.
SHORT = 10


@click.command(name="assess", help=say("help_assess"))
@click.argument("commitment", metavar="CODE")
@click.argument("level", type=click.Choice([str(level) for level in LEVELS]))
@click.option("--reasons", required=True, metavar="WORDS", help=say("help_reasons"))
@click.option(
    "--source", "sources", required=True, multiple=True, metavar="CODE", help=say("help_assessed_from")
)
@click.option("--on", "day", type=DAY, metavar="DATE", help=say("help_assessed_on"))
@stated
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(
    commitment: str,
    level: str,
    reasons: str,
    sources: tuple[str, ...],
    day: "PartialDate | None",
    person: str,
    marking: "Marking",
    folder: Path | None,
) -> None:
    """Says by which name a second person adopts it."""
    from mutabaa.desk.assess import assess
    from mutabaa.people.policy import at_the_terminal

    register = register_in(folder)
    with told():
        entry = assess(
            register,
            at_the_terminal(person),
            commitment,
            level=level,
            reasons=reasons,
            sources=sources,
            effective_on=day,
            marking=marking,
        )
    click.echo(say("assessed_as", code=entry.assertion.subject, name=entry.name[:SHORT], person=person))
