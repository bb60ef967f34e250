"""`mutabaa init`: a register in a folder, with secrets and keys of its own."""

from pathlib import Path

import click

from mutabaa.cli.which_register import USUAL, no_register
from mutabaa.cli.words import say


@click.command(name="init", help=say("help_init"))
@click.argument("folder", type=click.Path(path_type=Path, readable=False), default=USUAL, metavar="[FOLDER]")
@click.help_option("--help", "-h", help=say("help_help"))
def command(folder: Path) -> None:
    """Says what was made, and where the public key is with which others check."""
    from mutabaa.cli.exits import NOT_WRITTEN, complain, disk_reason
    from mutabaa.wiring import NoRegister, make_register

    try:
        register = make_register(folder)
    except FileExistsError as there:
        complain(say("register_there", path=folder))
        raise SystemExit(NOT_WRITTEN) from there
    except NoRegister as refusal:
        no_register(refusal)
    except OSError as error:
        complain(say("cannot_write", path=folder, reason=disk_reason(error)))
        raise SystemExit(NOT_WRITTEN) from error
    click.echo(say("register_made", path=folder, tables=register.folder.engine()))
    click.echo(say("register_key", path=register.folder.verifier))
    from mutabaa.cli.invited import set_up_link

    if link := set_up_link(register):
        click.echo(say("set_up_link", link=link))
