"""`mutabaa remind`: send what reminders are due on a day; for a timer that runs once a day."""

from datetime import UTC, datetime
from pathlib import Path

import click

from mutabaa.cli.deeds import told
from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say


@click.command(name="remind", help=say("help_remind"))
@click.option("--on", metavar="DATE", help=say("help_remind_on"))
@click.option("--list", "only_list", is_flag=True, help=say("help_remind_list"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(on: str | None, only_list: bool, folder: Path | None) -> None:
    """Says how many letters went out; with --list, what falls due, and sends nothing."""
    from mutabaa.cli.days import day_asked
    from mutabaa.desk.reminders import account_holders, by_mail, due_soon, remind
    from mutabaa.people.policy import at_the_terminal

    register = register_in(folder)
    day = day_asked(on) if on else datetime.now(UTC).date()
    if only_list:
        for one in due_soon(register, at_the_terminal("terminal"), day):
            click.echo(f"{one.day}  {one.days:+d}  {one.code}")
        return
    with told():
        sent = remind(register, day, account_holders(), by_mail)
    click.echo(say("reminders_elsewhere") if sent is None else say("reminders_sent", count=sent))
