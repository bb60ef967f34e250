"""`mutabaa why`: why a commitment stands where it does: the rule and the records, computed a second time."""

from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.deeds import told
from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.desk.explain import Why
    from mutabaa.register import Entry
    from mutabaa.vocabulary import Language


@click.command(name="why", help=say("help_why_status"))
@click.argument("commitment", metavar="CODE")
@click.option("--as-at", metavar="DATE", help=say("help_as_at"))
@click.option("--known-by", metavar="DATE", help=say("help_known_by"))
@click.option("--lang", metavar="LANG", help=say("help_lang_doctor"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(
    commitment: str, as_at: str | None, known_by: str | None, lang: str | None, folder: Path | None
) -> None:
    """Ends with 70 where the tables say otherwise than the ledger."""
    from mutabaa.cli.days import day_asked
    from mutabaa.cli.exits import DEFECT, complain
    from mutabaa.cli.languages import language_asked
    from mutabaa.cli.words import terminal_language
    from mutabaa.desk.explain import explain
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.vocabulary.dates import Moment

    language = language_asked(lang) or terminal_language()
    now = datetime.now(UTC)
    moment = Moment(
        as_at=day_asked(as_at) if as_at else now.date(),
        known_by=datetime.combine(day_asked(known_by), time.max, UTC) if known_by else now,
    )
    register = register_in(folder)
    with told():
        _, reasons = explain(register, at_the_terminal("terminal"), commitment, moment)
    for one in reasons:
        _tell(one, language)
    apart = [one.name for one in reasons if not one.same]
    if apart:
        complain(say("stands_otherwise", language, code=commitment, axes=", ".join(apart)))
        raise SystemExit(DEFECT)
    click.echo(say("computed_twice", language))


def _tell(one: "Why", language: "Language") -> None:
    from mutabaa.register.words import axis_name, axis_value, why

    value = axis_value(one.name, one.axis.value, language)
    click.echo(f"{axis_name(one.name, language)}: {value}. {why(one.axis, language)}")
    for entry in one.entries:
        click.echo(f"    {_line(entry, language)}")


def _line(entry: "Entry", language: "Language") -> str:
    said = entry.assertion
    return say(
        "rests_on",
        language,
        number=entry.number,
        says=said.says,
        person=said.stated_by,
        day=f"{said.recorded_at:%Y-%m-%d}",
        source=said.source or "—",
    )
