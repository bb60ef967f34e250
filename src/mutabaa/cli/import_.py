"""`mutabaa import`: a whole register, from its export into an empty one."""

from pathlib import Path

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say


@click.command(name="import", help=say("help_import"))
@click.argument("file", type=click.Path(path_type=Path, readable=False), metavar="FILE")
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(file: Path, folder: Path | None) -> None:
    """All of it or nothing; says the root, which is that of the register it came from."""
    from mutabaa.cli.exits import NOT_READ, complain, disk_reason
    from mutabaa.cli.words import terminal_language
    from mutabaa.desk.errors import NotDone
    from mutabaa.desk.import_ import import_register
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.reports.exchange.words import refusal_words

    register = register_in(folder)
    try:
        taken = import_register(register, at_the_terminal("-"), file)
    except NotDone as refusal:
        complain(refusal_words(refusal.kind, terminal_language(), **refusal.facts))
        raise SystemExit(NOT_READ) from refusal
    except OSError as error:
        complain(say("cannot_read", path=file, reason=disk_reason(error)))
        raise SystemExit(NOT_READ) from error
    click.echo(say("imported", entries=taken.entries, files=taken.files, root=taken.root.hex()))
