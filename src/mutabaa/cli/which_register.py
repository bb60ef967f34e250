"""Which register a command works on, and what is said when there is none."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from mutabaa.cli.exits import NOT_READ, complain
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.wiring import NoRegister, Register

_Command = TypeVar("_Command", bound=Callable[..., object])
# Where a register is made, and looked for, when nobody says where.
USUAL = Path("register")


def on_a_register(command: _Command) -> _Command:
    """The option that names the folder."""
    option = click.option(
        "--register",
        "folder",
        type=click.Path(path_type=Path, readable=False),
        metavar="FOLDER",
        help=say("help_register"),
    )
    return option(command)


def folder_of(named: Path | None) -> Path:
    """The folder named, or of MUTABAA_REGISTER, or ./register."""
    return named or Path(os.environ.get("MUTABAA_REGISTER") or USUAL)


def register_in(folder: Path | None) -> "Register":
    """The register named, or of MUTABAA_REGISTER, or in ./register. Ends with 1 where there is none."""
    from mutabaa.wiring import NoRegister, open_register

    try:
        return open_register(folder_of(folder))
    except NoRegister as refusal:
        no_register(refusal)


def no_register(refusal: "NoRegister") -> NoReturn:
    """Say why there is none, and end with 1."""
    complain(say(refusal.kind, None, **refusal.facts))
    raise SystemExit(NOT_READ) from refusal
