"""`mutabaa person`: who may sign in. Accounts are made by invitation, and closed when somebody leaves."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.people.accounts import NotAnAccount

_ROLES = ("reader", "contributor", "analyst", "reviewer", "secretariat", "auditor")


@click.group(name="person", help=say("help_person"))
@click.help_option("--help", "-h", help=say("help_help"))
def command() -> None:
    """Every deed hangs from here."""


@command.command(name="add", help=say("help_person_add"))
@click.argument("name")
@click.option("--role", type=click.Choice(_ROLES), required=True, help=say("help_person_role"))
@click.option("--entity", default="", metavar="CODE", help=say("help_person_entity"))
@click.option("--email", default="", metavar="ADDRESS", help=say("help_person_email"))
@click.option("--called", default="", metavar="NAME", help=say("help_person_called"))
@click.option("--lang", default=None, metavar="LANG", help=say("help_person_lang"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def add(
    name: str, role: str, entity: str, email: str, called: str, lang: str | None, folder: Path | None
) -> None:
    """Prints the link by which the person sets a password; it is shown once and kept by nobody."""
    from mutabaa.cli.invited import invitation_link
    from mutabaa.cli.languages import language_asked
    from mutabaa.cli.words import terminal_language

    language = language_asked(lang) or terminal_language()
    register = register_in(folder)
    from mutabaa.people.accounts import NotAnAccount, invite
    from mutabaa.people.policy import ROLES

    try:
        secret = invite(
            name,
            next(one for one in ROLES if one == role),
            register.now(),
            email=email,
            display_name=called,
            entity=entity,
            language=language,
        )
    except NotAnAccount as refused:
        _refuse(refused)
    click.echo(say("person_invited", name=name.strip().lower(), link=invitation_link(register, secret)))


@command.command(name="again", help=say("help_person_again"))
@click.argument("name")
@click.option("--second-step-lost", is_flag=True, help=say("help_person_lost"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def again(name: str, second_step_lost: bool, folder: Path | None) -> None:
    """Prints a new link; those before it end."""
    from mutabaa.cli.invited import invitation_link

    register = register_in(folder)
    from mutabaa.people.accounts import NotAnAccount, invite_again

    try:
        secret = invite_again(name, register.now(), second_step_lost=second_step_lost)
    except NotAnAccount as refused:
        _refuse(refused)
    click.echo(say("person_invited", name=name.strip().lower(), link=invitation_link(register, secret)))


@command.command(name="list", help=say("help_person_list"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def show(folder: Path | None) -> None:
    """One line an account: name, role, for whom they speak, address, whether it is open."""
    register_in(folder)
    from mutabaa.people.models import Account
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.vocabulary import on_one_line

    for account in Account.objects.visible_to(at_the_terminal("terminal")).order_by("name"):
        stands = "person_closed" if not account.is_active else "person_open"
        if account.is_active and not account.has_usable_password():
            stands = "person_waits"
        facts = (account.name, account.role, account.entity or "-", account.email or "-", say(stands))
        click.echo("\t".join(on_one_line(fact) for fact in facts))


@command.command(name="close", help=say("help_person_close"))
@click.argument("name")
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def close_account(name: str, folder: Path | None) -> None:
    """Ends every session of theirs with the next request."""
    register = register_in(folder)
    from mutabaa.people.accounts import NotAnAccount, close

    try:
        close(name, register.now())
    except NotAnAccount as refused:
        _refuse(refused)
    click.echo(say("person_left", name=name.strip().lower()))


@command.command(name="key", help=say("help_person_key"))
@click.argument("name")
@click.option("--end", is_flag=True, help=say("help_person_key_end"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def key(name: str, end: bool, folder: Path | None) -> None:
    """Prints a key for programs; it is shown once, and the one before ends."""
    register_in(folder)
    from mutabaa.people.accounts import NotAnAccount
    from mutabaa.people.keys import end_key, program_key

    try:
        if end:
            end_key(name)
            click.echo(say("person_key_ended", name=name.strip().lower()))
        else:
            click.echo(program_key(name))
    except NotAnAccount as refused:
        _refuse(refused)


def _refuse(refused: "NotAnAccount") -> NoReturn:
    """Say why, and end with 1."""
    from mutabaa.cli.exits import NOT_READ, complain

    complain(say(refused.kind, None, **refused.facts))
    raise SystemExit(NOT_READ) from refused
