"""`mutabaa step`: a second person reviews or adopts an assessment; its author withdraws what is only proposed."""

from typing import TYPE_CHECKING, Literal

import click

from mutabaa.cli.deeds import unmarked_deed
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.people.policy import Viewer
    from mutabaa.register import Entry
    from mutabaa.wiring import Register


@click.command(name="step", help=say("help_step"))
@click.argument("commitment", metavar="CODE")
@click.argument("step", type=click.Choice(["reviewed", "adopted", "withdrawn"]))
@click.option("--assessment", default="", metavar="NAME", help=say("help_which_assessment"))
@click.option("--words", default="", metavar="WORDS", help=say("help_step_words"))
@unmarked_deed
def command(
    register: "Register",
    viewer: "Viewer",
    *,
    commitment: str,
    step: Literal["reviewed", "adopted", "withdrawn"],
    assessment: str,
    words: str,
) -> "Entry":
    """Of the newest assessment, unless another is named."""
    from mutabaa.desk.assess import take_step, withdraw_assessment

    name = assessment or _newest(register, viewer, commitment)
    if step == "withdrawn":
        return withdraw_assessment(register, viewer, commitment, name, words)
    return take_step(register, viewer, commitment, name, step, words)


def _newest(register: "Register", viewer: "Viewer", commitment: str) -> str:
    """The name of the assessment recorded last. Raises NotThere where there is none."""
    from mutabaa.desk.actors import now
    from mutabaa.desk.assess import assessments
    from mutabaa.desk.errors import NotThere

    found = assessments(register, viewer, commitment, now(register))
    if not found:
        raise NotThere(commitment)
    return max(found, key=lambda one: one.entry.number).name
