"""`mutabaa rebuild`: make everything that is computed from the ledger anew."""

from pathlib import Path

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say


@click.command(name="rebuild", help=say("help_rebuild"))
@click.option("--meaning", is_flag=True, help=say("help_rebuild_meaning"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(meaning: bool, folder: Path | None) -> None:
    """Says how many entries were read, and whether the tables were what they are now."""
    from mutabaa.cli.exits import NOT_READ, complain
    from mutabaa.register import NotAnAssertion

    register = register_in(folder)
    before = register.computed()
    try:
        size = register.rebuild()
    except NotAnAssertion as broken:
        complain(say("entry_unreadable", reason=broken))
        raise SystemExit(NOT_READ) from broken
    same = before == register.computed()
    click.echo(say("rebuilt_same" if same else "rebuilt_other", size=size))
    if meaning:
        from mutabaa.desk.search import make_ready

        click.echo(say("made_ready", count=make_ready(register)))
