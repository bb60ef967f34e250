"""`mutabaa lifecycle`: what became of a commitment since a day, as a source tells."""

from typing import TYPE_CHECKING, Unpack

import click

from mutabaa.cli.deeds import deed, from_a_source
from mutabaa.cli.words import say
from mutabaa.register.statements import LIFECYCLES

if TYPE_CHECKING:
    from mutabaa.desk.stating import Basis
    from mutabaa.people.policy import Viewer
    from mutabaa.register import Entry
    from mutabaa.wiring import Register

# Not a stage of its life, but what happened on a day: a recurring one is fulfilled again and again.
_FULFILLED = "fulfilled"


@click.command(name="lifecycle", help=say("help_lifecycle"))
@click.argument("commitment", metavar="CODE")
@click.argument("value", type=click.Choice([*LIFECYCLES, _FULFILLED]))
@from_a_source
@deed
def command(
    register: "Register", viewer: "Viewer", commitment: str, value: str, **basis: Unpack["Basis"]
) -> "Entry":
    """Says what was recorded."""
    from mutabaa.desk.lifecycle import fulfilled, set_lifecycle

    if value == _FULFILLED:
        return fulfilled(register, viewer, commitment, **basis)
    return set_lifecycle(register, viewer, commitment, value, **basis)
