"""`mutabaa add`: the language versions of one text into the register, as proposals."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.desk.take_in import TakenIn
    from mutabaa.register import Marking

_MARKINGS = ("public", "internal", "restricted", "confidential")


@click.command(name="add", help=say("help_add"))
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="FILE..."
)
@click.option("--accept-as", metavar="NAME", help=say("help_accept_as"))
@click.option("--marking", type=click.Choice(_MARKINGS), default="internal", help=say("help_marking"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(files: tuple[Path, ...], accept_as: str | None, marking: "Marking", folder: Path | None) -> None:
    """Nothing is recorded unless a person's name is given, and nothing recorded is changed."""
    from mutabaa.cli.exits import NOT_READ, complain, misused, problem_words
    from mutabaa.cli.read_files import read_one_file
    from mutabaa.cli.words import terminal_language
    from mutabaa.desk.errors import NotDone
    from mutabaa.desk.take_in import take_in
    from mutabaa.desk.words import refusal_said
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.review import NotOneDocument, align

    if accept_as is not None and not accept_as.strip():
        misused(say("accept_as_nobody"))
    register = register_in(folder)
    readings = list(filter(None, map(read_one_file, files)))
    if len(readings) < len(files):
        raise SystemExit(NOT_READ)
    try:
        taken = take_in(
            register,
            at_the_terminal(accept_as or ""),
            align(readings),
            marking=marking,
            accept=accept_as is not None,
        )
    except NotOneDocument as refusal:
        complain(problem_words(refusal.problem))
        raise SystemExit(NOT_READ) from refusal
    except NotDone as refusal:
        reason = refusal_said(refusal, terminal_language())
        complain(say("not_taken_in", None, reason=reason))
        raise SystemExit(NOT_READ) from refusal
    _tell(taken, accept_as)


def _tell(taken: "TakenIn", accept_as: str | None) -> None:
    """What came of it: counts first, then what a person must look at."""
    click.echo(say("taken_in", symbol=taken.instrument, proposals=taken.proposals, new=taken.new))
    if taken.new < taken.proposals:
        counts = {name: getattr(taken, name) for name in ("unchanged", "moved", "changed", "gone", "stale")}
        click.echo(say("taken_in_again", **counts))
    for now, before in taken.renumbered.items():
        click.echo(say("renumbered", now=now, before=before))
    if accept_as is not None:
        click.echo(say("recorded_as", count=taken.recorded, person=accept_as))
    if taken.differing:
        click.echo(say("differ_from_record", count=len(taken.differing), codes=" ".join(taken.differing)))
