"""`mutabaa verify`: whether the register is what it was, entry by entry, file by file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.register import Checkpoint
    from mutabaa.wiring import Register

_PATH = click.Path(path_type=Path, readable=False)


@click.command(name="verify", help=say("help_verify"))
@click.option("--checkpoint", "kept", multiple=True, type=_PATH, metavar="FILE", help=say("help_checkpoint"))
@click.option("--checkpoint-to", type=_PATH, metavar="FILE", help=say("help_checkpoint_to"))
@click.option("--entries-to", type=_PATH, metavar="FILE", help=say("help_entries_to"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(
    kept: tuple[Path, ...], checkpoint_to: Path | None, entries_to: Path | None, folder: Path | None
) -> None:
    """Ends with 1 at the first false entry, or when a kept file is damaged."""
    from mutabaa.cli.exits import NOT_READ, complain, write_out
    from mutabaa.register import verify

    register = register_in(folder)
    verdict = verify(register.ledger.kept(), _opened(kept, register))
    if not verdict.holds:
        complain(say(f"false_{verdict.fault}", number=verdict.number, holds_to=verdict.holds_to))
        raise SystemExit(NOT_READ)
    if damaged := register.files.damaged():
        complain(say("files_damaged", count=len(damaged), names=" ".join(damaged)))
        raise SystemExit(NOT_READ)
    click.echo(say("verified", size=verdict.size, root=verdict.root.hex()))
    if entries_to:
        _write_entries(register, entries_to)
        complain(say("written_to", path=entries_to))
    if checkpoint_to:
        write_out(register.checkpoint().encode(), checkpoint_to)
        complain(say("written_to", path=checkpoint_to))


def _write_entries(register: "Register", target: Path) -> None:
    """The entries one a line, as they are read: a ledger of a million isn't held in memory. Ends with 3."""
    from mutabaa.cli.exits import NOT_WRITTEN, complain, disk_reason

    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(one.content + b"\n" for one in register.ledger.kept())
        part.replace(target)
    except OSError as error:
        complain(say("cannot_write", path=target, reason=disk_reason(error)))
        raise SystemExit(NOT_WRITTEN) from error


def _opened(paths: Sequence[Path], register: "Register") -> list["Checkpoint"]:
    """The checkpoints, once each was found to be signed by this register. Ends with 1 at one that isn't."""
    from mutabaa.cli.exits import NOT_READ, complain
    from mutabaa.register import NotACheckpoint
    from mutabaa.register.checkpoint import opened

    verifier = register.folder.verifier.read_text(encoding="utf-8")
    found: list[Checkpoint] = []
    for path in paths:
        try:
            found.append(opened(path.read_text(encoding="utf-8"), verifier))
        except (OSError, UnicodeDecodeError, NotACheckpoint) as refusal:
            complain(say("not_our_checkpoint", path=path))
            raise SystemExit(NOT_READ) from refusal
    return found
