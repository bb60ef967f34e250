"""`mutabaa cite`: a source supports or contradicts that a commitment was carried out, or is context."""

from typing import TYPE_CHECKING, Unpack

import click

from mutabaa.cli.deeds import deed, from_a_source
from mutabaa.cli.words import say
from mutabaa.register.statements import BEARINGS

if TYPE_CHECKING:
    from mutabaa.desk.stating import Basis
    from mutabaa.people.policy import Viewer
    from mutabaa.register import Entry
    from mutabaa.wiring import Register


@click.command(name="cite", help=say("help_cite"))
@click.argument("commitment", metavar="CODE")
@click.argument("bearing", type=click.Choice(BEARINGS))
@click.option("--words", default="", metavar="WORDS", help=say("help_evidence_words"))
@from_a_source
@deed
def command(
    register: "Register",
    viewer: "Viewer",
    *,
    commitment: str,
    bearing: str,
    words: str,
    **basis: Unpack["Basis"],
) -> "Entry":
    """Says what was recorded."""
    from mutabaa.desk.evidence import cite

    return cite(register, viewer, commitment=commitment, bearing=bearing, words=words, **basis)
