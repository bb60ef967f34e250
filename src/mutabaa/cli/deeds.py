"""What the commands that record something have in common: who says it, since when, from what; how a refusal ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from mutabaa.cli.words import say
from mutabaa.vocabulary.dates import PartialDate

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


def from_a_source(command: _Command) -> _Command:
    """The options of what rests on a source: which, where in it, and since when it is so."""
    command = click.option(
        "--on", "day", type=DAY, required=True, metavar="DATE", help=say("help_since_when")
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
