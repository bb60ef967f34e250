"""`mutabaa actor`: who a name means, in any of the three languages."""

from pathlib import Path

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say


@click.command(name="actor", help=say("help_actor"))
@click.argument("name", metavar="NAME")
@click.option("--on", metavar="DATE", help=say("help_on_date"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(name: str, on: str | None, folder: Path | None) -> None:
    """One line an actor: its code, its names in the three languages on the day, and what says so. None: ends with 1."""
    from mutabaa.cli.days import day_asked
    from mutabaa.cli.exits import NOT_READ, complain
    from mutabaa.desk.actors import find, names_on
    from mutabaa.people.policy import at_the_terminal

    day = day_asked(on) if on else None
    found = find(register_in(folder), at_the_terminal("terminal"), name)
    if not found:
        complain(say("actor_unknown", name=name))
        raise SystemExit(NOT_READ)
    for candidate in found:
        names = " | ".join(names_on(candidate.actor, day).values())
        click.echo(say("actor_line", code=candidate.code, names=names, because=candidate.matched.because))
