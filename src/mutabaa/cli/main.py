"""The command line's first word: which command, loaded only when it is the one asked for."""

import os
import sys
from importlib import import_module

import click

import mutabaa
from mutabaa.cli.words import say

# Name of each command and the module that holds it as `command`, in the order of the help.
COMMANDS = {
    "read": "mutabaa.cli.read",
    "report": "mutabaa.cli.report",
    "init": "mutabaa.cli.init",
    "serve": "mutabaa.cli.serve",
    "person": "mutabaa.cli.person",
    "add": "mutabaa.cli.add",
    "review": "mutabaa.cli.review",
    "source": "mutabaa.cli.source",
    "cite": "mutabaa.cli.cite",
    "assess": "mutabaa.cli.assess",
    "step": "mutabaa.cli.step",
    "lifecycle": "mutabaa.cli.lifecycle",
    "merge": "mutabaa.cli.merge",
    "event": "mutabaa.cli.event",
    "standing": "mutabaa.cli.standing",
    "why": "mutabaa.cli.why",
    "actor": "mutabaa.cli.actor",
    "assign": "mutabaa.cli.assign",
    "remind": "mutabaa.cli.remind",
    "calendar": "mutabaa.cli.calendar",
    "search": "mutabaa.cli.search",
    "matrix": "mutabaa.cli.matrix",
    "export": "mutabaa.cli.export",
    "import": "mutabaa.cli.import_",
    "verify": "mutabaa.cli.verify",
    "rebuild": "mutabaa.cli.rebuild",
    "upgrade": "mutabaa.cli.upgrade",
    "mcp": "mutabaa.cli.mcp",
    "doctor": "mutabaa.cli.doctor",
    "schema": "mutabaa.cli.schema",
}


class _OnDemand(click.Group):
    """A group whose commands are imported when named: reading a page doesn't wait for the report's libraries."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = import_module(module).command
        return command


@click.group(cls=_OnDemand, name="mutabaa", help=say("help_main"))
@click.version_option(mutabaa.__version__, prog_name="mutabaa", help=say("help_version"))
@click.help_option("--help", "-h", help=say("help_help"))
def group() -> None:
    """Every command hangs from here."""


def main() -> None:
    """Run the command on the command line; the exit codes are those of the package's first page."""
    from mutabaa.cli.exits import STOPPED, complain, hook_for_defects

    sys.excepthook = hook_for_defects()
    try:
        code = group.main(prog_name="mutabaa", standalone_mode=False)
    except click.Abort:
        complain(say("interrupted"))
        code = STOPPED
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        help_wanted.show()
        code = help_wanted.exit_code
    except click.ClickException as misuse:
        from mutabaa.cli.misuse import misuse_words

        complain(misuse_words(misuse))
        code = misuse.exit_code
    except BrokenPipeError:
        # Whoever read our output (head, less) has had enough; that is no failure of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code or 0)
