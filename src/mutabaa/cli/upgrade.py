"""`mutabaa upgrade`: bring the tables of an older version to the form of this one."""

from pathlib import Path

import click

from mutabaa.cli.which_register import folder_of, no_register, on_a_register
from mutabaa.cli.words import say


@click.command(name="upgrade", help=say("help_upgrade"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(folder: Path | None) -> None:
    """Changes tables only when asked; what the ledger holds stays to the byte."""
    from mutabaa.wiring import NoRegister
    from mutabaa.wiring.register import upgrade_register

    try:
        register = upgrade_register(folder_of(folder))
    except NoRegister as refusal:
        no_register(refusal)
    click.echo(say("upgraded", path=register.folder.path))
