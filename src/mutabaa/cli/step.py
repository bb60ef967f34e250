"""`mutabaa step`: a second person reviews or adopts an assessment; its author withdraws what is only proposed."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from mutabaa.cli.deeds import stated_by, told
from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.people.policy import Viewer
    from mutabaa.wiring import Register


@click.command(name="step", help=say("help_step"))
@click.argument("commitment", metavar="CODE")
@click.argument("step", type=click.Choice(["reviewed", "adopted", "withdrawn"]))
@click.option("--assessment", default="", metavar="NAME", help=say("help_which_assessment"))
@click.option("--words", default="", metavar="WORDS", help=say("help_step_words"))
@stated_by
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(
    commitment: str,
    step: Literal["reviewed", "adopted", "withdrawn"],
    assessment: str,
    words: str,
    person: str,
    folder: Path | None,
) -> None:
    """Of the newest assessment, unless another is named."""
    from mutabaa.desk.assess import take_step, withdraw_assessment
    from mutabaa.people.policy import at_the_terminal

    register, viewer = register_in(folder), at_the_terminal(person)
    with told():
        name = assessment or _newest(register, viewer, commitment)
        if step == "withdrawn":
            entry = withdraw_assessment(register, viewer, commitment, name, words)
        else:
            entry = take_step(register, viewer, commitment, name, step, words)
    click.echo(say("recorded_on", code=entry.assertion.subject, number=entry.number, person=person))


def _newest(register: "Register", viewer: "Viewer", commitment: str) -> str:
    """The name of the assessment recorded last. Raises NotThere where there is none."""
    from mutabaa.desk.actors import now
    from mutabaa.desk.assess import assessments
    from mutabaa.desk.errors import NotThere

    found = assessments(register, viewer, commitment, now(register))
    if not found:
        raise NotThere(commitment)
    return max(found, key=lambda one: one.entry.number).name
