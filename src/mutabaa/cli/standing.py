"""`mutabaa standing`: where every commitment stands on the five axes, as at a day, as far as was known by another."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import NoReturn

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say


@click.command(name="standing", help=say("help_standing"))
@click.option("--as-at", metavar="DATE", help=say("help_as_at"))
@click.option("--known-by", metavar="DATE", help=say("help_known_by"))
@click.option("--why", is_flag=True, help=say("help_why"))
@click.option("--lang", metavar="LANG", help=say("help_lang_doctor"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(
    as_at: str | None, known_by: str | None, why: bool, lang: str | None, folder: Path | None
) -> None:
    """Prints one row a commitment, under the instrument it stands in."""
    from mutabaa.cli.exits import write_out
    from mutabaa.cli.languages import language_asked
    from mutabaa.cli.standing_table import standing_table
    from mutabaa.cli.words import terminal_language
    from mutabaa.register.sight import EVERYTHING
    from mutabaa.vocabulary.dates import Moment

    language = language_asked(lang) or terminal_language()
    # The one place where the day is read from the clock; below, it is given.
    now = datetime.now(UTC)
    known = datetime.combine(_day(known_by), time.max, UTC) if known_by else now
    moment = Moment(as_at=_day(as_at) if as_at else now.date(), known_by=known)
    state = register_in(folder).state(moment, EVERYTHING)
    write_out(standing_table(state, language, with_reasons=why).encode(), None)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        _refuse(written)


def _refuse(written: str) -> NoReturn:
    from mutabaa.cli.exits import misused

    misused(say("unknown_date", date=written))
