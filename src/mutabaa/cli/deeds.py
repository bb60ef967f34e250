"""What the commands that record something have in common: who says it, since when, from what; how a refusal ends.

A deed is a command that does one thing on a register: `deed` gives it the options of who answers for it, who may see it
and where the register is, opens that, says a refusal in the language of the terminal, and prints what was done.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, Union

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say
from mutabaa.vocabulary.dates import PartialDate

if TYPE_CHECKING:
    from mutabaa.register import Entry

# What a deed gives back: the entry that it recorded, or the line to print.
_Deed = Callable[..., Union["Entry", str]]

_Command = TypeVar("_Command", bound=Callable[..., object])
MARKINGS = ("public", "internal", "restricted", "confidential")


class Day(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """A day, a month or a year, as precisely as is known."""

    name = "date"

    def convert(
        self, value: str | PartialDate, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.from_iso(value)
        except ValueError:
            self.fail(say("no_date", date=value), param, ctx)


DAY = Day()


def stated(command: _Command) -> _Command:
    """The options of whatever is recorded: who answers for it, and who may see it."""
    marking = click.option(
        "--marking", type=click.Choice(MARKINGS), default="internal", help=say("help_marking")
    )
    return stated_by(marking(command))


def stated_by(command: _Command) -> _Command:
    """The option of who answers for what is recorded."""
    return click.option(
        "--as", "person", required=True, metavar="NAME", callback=_somebody, help=say("help_stated_as")
    )(command)


def deed(command: _Deed) -> Callable[..., None]:
    """A command that records: called with the register, the viewer and what was asked, `marking` among it."""
    return _ran(command, stated)


def unmarked_deed(command: _Deed) -> Callable[..., None]:
    """The same, where the marking follows from the records and isn't asked."""
    return _ran(command, stated_by)


def _ran(
    command: _Deed, options: Callable[[Callable[..., None]], Callable[..., None]]
) -> Callable[..., None]:
    @wraps(command)
    def run(*, folder: Path | None, person: str, **asked: object) -> None:
        register = register_in(folder)
        # Only now: it is read from tables, which are there when a register is open.
        from mutabaa.people.policy import at_the_terminal

        with told():
            done = command(register, at_the_terminal(person), **asked)
        click.echo(done if isinstance(done, str) else recorded(done))

    return options(on_a_register(click.help_option("--help", "-h", help=say("help_help"))(run)))


def recorded(entry: "Entry") -> str:
    """The line that says what was recorded, by whom."""
    said = entry.assertion
    return say("recorded_on", code=said.subject, number=entry.number, person=said.stated_by)


def from_a_source(command: _Command) -> _Command:
    """The options of what rests on a source: which, where in it, and since when it is so (desk.stating.Basis)."""
    command = click.option(
        "--on", "effective_on", type=DAY, required=True, metavar="DATE", help=say("help_since_when")
    )(command)
    command = click.option("--passage", default="", metavar="WORDS", help=say("help_passage"))(command)
    return click.option("--source", required=True, metavar="CODE", help=say("help_source_code"))(command)


@contextmanager
def told() -> Iterator[None]:
    """Say why a deed wasn't done, in the language of the terminal, and end with 1."""
    from mutabaa.cli.exits import NOT_READ, complain
    from mutabaa.cli.words import terminal_language
    from mutabaa.desk.errors import NotDone, NotThere
    from mutabaa.desk.words import refusal_said

    try:
        yield
    except (NotDone, NotThere) as refusal:
        complain(refusal_said(refusal, terminal_language()))
        raise SystemExit(NOT_READ) from refusal


def _somebody(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.UsageError(say("as_nobody"), context)
    return value.strip()
