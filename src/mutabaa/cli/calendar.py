"""`mutabaa calendar`: the open deadlines as iCalendar."""

from datetime import UTC, datetime
from pathlib import Path

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say


@click.command(name="calendar", help=say("help_calendar"))
@click.option("--lang", metavar="LANG", help=say("help_lang_doctor"))
@click.option("-o", "output", type=click.Path(path_type=Path), metavar="FILE", help=say("help_output"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(lang: str | None, output: Path | None, folder: Path | None) -> None:
    """Everything is in it that the one who holds the folder sees: mind where the file goes."""
    from mutabaa.cli.exits import write_out
    from mutabaa.cli.languages import language_asked
    from mutabaa.cli.words import terminal_language
    from mutabaa.desk.calendar import feed
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.vocabulary.dates import Moment

    language = language_asked(lang) or terminal_language()
    now = datetime.now(UTC)
    moment = Moment(as_at=now.date(), known_by=now)
    write_out(feed(register_in(folder), at_the_terminal("terminal"), language, moment), output)
