"""`mutabaa review`: what waits for a person, and accepting it from the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say
from mutabaa.vocabulary import on_one_line

if TYPE_CHECKING:
    from mutabaa.desk.review import ProposalOnDesk, ReviewDesk
    from mutabaa.people.policy import Viewer
    from mutabaa.review import Decision
    from mutabaa.wiring import Register

# As much of a proposal's name as people type.
_SHORT = 10


@click.command(name="review", help=say("help_review"))
@click.argument("instrument", required=False)
@click.option("--accept", "names", multiple=True, metavar="NAME", help=say("help_accept"))
@click.option("--as", "person", metavar="PERSON", help=say("help_as"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(instrument: str | None, names: tuple[str, ...], person: str | None, folder: Path | None) -> None:
    """Without a text, the counts of each; with one, its proposals that wait."""
    from mutabaa.cli.exits import misused
    from mutabaa.desk.review import desk, desks
    from mutabaa.people.policy import at_the_terminal

    if names and not (person or "").strip():
        misused(say("accept_as_nobody"))
    register, viewer = register_in(folder), at_the_terminal(person or "")
    counts = desks(register, viewer)
    if instrument is not None and instrument not in counts:
        misused(say("no_such_text", code=instrument))
    if names:
        texts = [instrument] if instrument else list(counts)
        waiting = [one for text in texts for one in _waiting(desk(register, viewer, text))]
        chosen = [_named(name, waiting) for name in names]
        for one in chosen:
            decision = _accepted(register, viewer, one)
            click.echo(say("accepted_one", subject=one.subject, count=len(decision.entries)))
        return
    if instrument is None:
        for text, of in counts.items():
            click.echo(say("desk_counts", None, symbol=text, **of))
        return
    for one in _waiting(desk(register, viewer, instrument)):
        how = [statement.how for statement in one.statements]
        sums = {each: how.count(each) for each in ("new", "same", "differing")}
        line = say("waits", None, name=one.name[:_SHORT], kind=one.kind, subject=one.subject, **sums)
        click.echo(on_one_line(line))


def _waiting(desk: "ReviewDesk") -> list["ProposalOnDesk"]:
    return [one for one in desk.proposals if one.decision is None]


def _named(name: str, waiting: list["ProposalOnDesk"]) -> "ProposalOnDesk":
    """The proposal whose name, or beginning of it, this is. Ends with 2 where none or several are."""
    from mutabaa.cli.exits import misused

    found = [one for one in waiting if name and one.name.startswith(name)]
    if len(found) != 1:
        misused(say("no_such_proposal", name=name))
    return found[0]


def _accepted(register: "Register", viewer: "Viewer", one: "ProposalOnDesk") -> "Decision":
    """Accept one. Ends with 1 when it can't be."""
    from mutabaa.cli.exits import NOT_READ, complain
    from mutabaa.cli.words import terminal_language
    from mutabaa.desk.errors import NotDone
    from mutabaa.desk.review import decide
    from mutabaa.desk.words import refusal_said

    try:
        return decide(register, viewer, one.name, "accepted")
    except NotDone as refusal:
        reason = refusal_said(refusal, terminal_language())
        complain(say("not_accepted", subject=one.subject, reason=reason))
        raise SystemExit(NOT_READ) from refusal
