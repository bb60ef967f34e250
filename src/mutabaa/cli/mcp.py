"""`mutabaa mcp`: the register for an assistant, over standard input and output; read-only."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.people.policy import Role

_ROLES = ("public", "reader", "analyst", "reviewer", "secretariat", "auditor")


@click.command(name="mcp", help=say("help_mcp"))
@click.option("--as-role", type=click.Choice(_ROLES), default="public", help=say("help_mcp_role"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(as_role: str, folder: Path | None) -> None:
    """Serves until its input ends. What it shows is what the role sees; by default, what the public sees."""
    from importlib.util import find_spec

    from mutabaa.cli.exits import NOT_READ, complain

    if find_spec("mcp") is None:
        complain(say("mcp_not_installed"))
        raise SystemExit(NOT_READ)
    register = register_in(folder)
    from mutabaa.api.mcp import server
    from mutabaa.people.policy import Viewer

    role: Role | None = None if as_role == "public" else as_role  # type: ignore[assignment]
    server(register, Viewer(name="", role=role)).run("stdio")
