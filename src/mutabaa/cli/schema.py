"""`mutabaa schema`: the JSON Schema that every reading keeps."""

import click

from mutabaa.cli.words import say


@click.command(name="schema", help=say("help_schema"))
@click.help_option("--help", "-h", help=say("help_help"))
def command() -> None:
    """Prints reading.schema.json as it is shipped."""
    from importlib.resources import files

    from mutabaa.cli.exits import write_out

    write_out(files("mutabaa.reading.formats").joinpath("reading.schema.json").read_bytes(), None)
