"""`mutabaa merge`: two records are one; what is said of the duplicate counts as said of the other."""

from pathlib import Path

import click

from mutabaa.cli.deeds import stated_by, told
from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say


@click.command(name="merge", help=say("help_merge"))
@click.argument("duplicate", metavar="DUPLICATE")
@click.argument("into", metavar="INTO")
@stated_by
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(duplicate: str, into: str, person: str, folder: Path | None) -> None:
    """Says what was recorded. Nothing is deleted: the duplicate's address leads to the other."""
    from mutabaa.desk import actors, review
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.vocabulary.names.actors import is_actor_code

    register, viewer = register_in(folder), at_the_terminal(person)
    with told():
        if is_actor_code(into):
            # One of them may be known by the reference table alone.
            (entry,) = actors.merge(register, viewer, duplicate, into)
        else:
            entry = review.merge(register, viewer, duplicate, into)
    click.echo(say("recorded_on", code=entry.assertion.subject, number=entry.number, person=person))
