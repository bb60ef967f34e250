"""`mutabaa merge`: two records are one; what is said of the duplicate counts as said of the other."""

from typing import TYPE_CHECKING

import click

from mutabaa.cli.deeds import unmarked_deed
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.people.policy import Viewer
    from mutabaa.register import Entry
    from mutabaa.wiring import Register


@click.command(name="merge", help=say("help_merge"))
@click.argument("duplicate", metavar="DUPLICATE")
@click.argument("into", metavar="INTO")
@unmarked_deed
def command(register: "Register", viewer: "Viewer", duplicate: str, into: str) -> "Entry":
    """Says what was recorded. Nothing is deleted: the duplicate's address leads to the other."""
    from mutabaa.desk import actors, review
    from mutabaa.vocabulary.names.actors import is_actor_code

    if not is_actor_code(into):
        return review.merge(register, viewer, duplicate, into)
    # One of them may be known by the reference table alone.
    (entry,) = actors.merge(register, viewer, duplicate, into)
    return entry
