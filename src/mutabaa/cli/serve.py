"""`mutabaa serve`: the register in the browser."""

import os
from pathlib import Path

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say

_EVERYWHERE = ("0.0.0.0", "::", "")
_HERE = ("127.0.0.1", "localhost", "::1")


@click.command(name="serve", help=say("help_serve"))
@click.option("--host", default="127.0.0.1", metavar="HOST", help=say("help_serve_host"))
@click.option(
    "--port", default=8000, type=click.IntRange(1, 65535), metavar="PORT", help=say("help_serve_port")
)
@click.option("--workers", default=2, type=click.IntRange(1, 64), metavar="N", help=say("help_serve_workers"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(host: str, port: int, workers: int, folder: Path | None) -> None:
    """Says where it is reached, and how the first account is made while there is none. Ends with Ctrl-C or SIGTERM."""
    _address_of(host, port, folder)
    register = register_in(folder)
    from django.db import connections

    from mutabaa.cli.invited import set_up_link
    from mutabaa.wiring.options import options

    address = options(register.folder)
    click.echo(say("serve_at", address=address.address))
    if not address.is_https and address.parts.hostname not in _HERE:
        click.echo(say("serve_plain"), err=True)
    if link := set_up_link(register):
        click.echo(say("set_up_link", link=link))
    connections.close_all()
    _serve(host, port, workers)


def _address_of(host: str, port: int, folder: Path | None) -> None:
    """Where nobody said by what address it is reached, it is the one listened at."""
    from mutabaa.cli.exits import misused
    from mutabaa.cli.which_register import folder_of
    from mutabaa.wiring import Folder
    from mutabaa.wiring.options import NotAnOption, is_said

    try:
        if is_said(Folder(folder_of(folder))):
            return
    except NotAnOption:
        # Told in its place, when the register is opened.
        return
    if host in _EVERYWHERE:
        misused(say("serve_needs_address", host=host))
    os.environ["MUTABAA_ADDRESS"] = f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _serve(host: str, port: int, workers: int) -> None:
    from granian.constants import Interfaces
    from granian.errors import ConfigurationError
    from granian.log import LogLevels
    from granian.server import Server

    from mutabaa.cli.exits import NOT_READ, complain

    server = Server(
        "mutabaa.wiring.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=workers,
        # One thread a worker waits for the tables at a time; more only wait for one another.
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
        respawn_failed_workers=True,
        workers_kill_timeout=30,
    )
    try:
        server.serve()
    except (ConfigurationError, OSError, RuntimeError) as refused:
        complain(say("serve_refused", host=host, port=port, reason=refused))
        raise SystemExit(NOT_READ) from refused
