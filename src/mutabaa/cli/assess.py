"""`mutabaa assess`: how far a commitment is carried out, with reasons and sources."""

from typing import TYPE_CHECKING

import click

from mutabaa.cli.deeds import DAY, deed
from mutabaa.cli.words import say
from mutabaa.register.statements import LEVELS

if TYPE_CHECKING:
    from mutabaa.people.policy import Viewer
    from mutabaa.register import Marking
    from mutabaa.vocabulary.dates import PartialDate
    from mutabaa.wiring import Register

# As much of an assessment's name as people type.
SHORT = 10


@click.command(name="assess", help=say("help_assess"))
@click.argument("commitment", metavar="CODE")
@click.argument("level", type=click.Choice([str(level) for level in LEVELS]))
@click.option("--reasons", required=True, metavar="WORDS", help=say("help_reasons"))
@click.option(
    "--source", "sources", required=True, multiple=True, metavar="CODE", help=say("help_assessed_from")
)
@click.option("--on", "effective_on", type=DAY, metavar="DATE", help=say("help_assessed_on"))
@deed
def command(
    register: "Register",
    viewer: "Viewer",
    *,
    commitment: str,
    level: str,
    reasons: str,
    sources: tuple[str, ...],
    effective_on: "PartialDate | None",
    marking: "Marking",
) -> str:
    """Says by which name a second person adopts it."""
    from mutabaa.desk.assess import assess

    entry = assess(
        register,
        viewer,
        commitment,
        level=level,
        reasons=reasons,
        sources=sources,
        effective_on=effective_on,
        marking=marking,
    )
    said = entry.assertion
    return say("assessed_as", code=said.subject, name=entry.name[:SHORT], person=said.stated_by)
