"""What is said of a command that was not understood, in the language of the terminal."""

import click

from mutabaa.cli.words import say
from mutabaa.vocabulary import on_one_line


def misuse_words(error: click.ClickException) -> str:
    """The error as a sentence, and where help is; for an error nobody foresaw, the words it came with."""
    told = _told(error)
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{told}\n{say('see_help', command=context.command_path if context else 'mutabaa')}"


def _told(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return say("no_such_option", option=error.option_name)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return say("no_such_command", name=error.command_name)
    if isinstance(error, click.MissingParameter):
        return say("missing_parameter", name=_name(error))
    if isinstance(error, click.BadParameter):
        return say("bad_parameter", name=_name(error), allowed=_allowed(error))
    if isinstance(error, click.BadOptionUsage):
        return say("option_needs_value", option=error.option_name)
    return on_one_line(error.format_message())


def _name(error: click.BadParameter) -> str:
    """The parameter as it is typed: -o, --format, FILE."""
    if error.param is None:
        return error.param_hint if isinstance(error.param_hint, str) else ""
    if isinstance(error.param, click.Argument):
        return error.param.human_readable_name.removesuffix("...")
    return error.param.opts[0]


def _allowed(error: click.BadParameter) -> str:
    """What the parameter takes."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return ", ".join(map(str, kind.choices))
    if isinstance(kind, click.IntRange):
        return f"≥ {kind.min}"
    return error.message
