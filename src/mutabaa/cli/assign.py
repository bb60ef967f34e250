"""`mutabaa assign`: make an entity focal point of a commitment."""

from pathlib import Path

import click

from mutabaa.cli.deeds import stated_by, told
from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say


@click.command(name="assign", help=say("help_assign"))
@click.argument("commitment", metavar="CODE")
@click.argument("entity", metavar="NAME")
@stated_by
@click.option("--to", "focal_person", default="", metavar="NAME", help=say("help_focal_person"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(commitment: str, entity: str, person: str, focal_person: str, folder: Path | None) -> None:
    """The entity is named by its code or by any of its names; several that bear it are listed, and none is chosen."""
    from mutabaa.cli.exits import NOT_READ, complain
    from mutabaa.desk.actors import find
    from mutabaa.desk.assign import assign
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.vocabulary.names.actors import is_actor_code

    register, viewer = register_in(folder), at_the_terminal(person)
    codes = [entity] if is_actor_code(entity) else [one.code for one in find(register, viewer, entity)]
    if len(codes) != 1:
        complain(say("actor_ambiguous" if codes else "actor_unknown", name=entity, codes=" ".join(codes)))
        raise SystemExit(NOT_READ)
    with told():
        entries = assign(register, viewer, commitment, codes[0], focal_person)
    click.echo(say("recorded_as", count=len(entries), person=viewer.name))
