"""`mutabaa search`: what the register says in these words, or of this meaning, in any of the three languages."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.desk.search import Found


@click.command(name="search", help=say("help_search"))
@click.argument("words", nargs=-1, required=True)
@click.option("--meaning", is_flag=True, help=say("help_meaning"))
@click.option("--as-at", metavar="DATE", help=say("help_as_at"))
@click.option("--known-by", metavar="DATE", help=say("help_known_by"))
@click.option("--lang", metavar="LANG", help=say("help_lang_search"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(
    words: tuple[str, ...],
    meaning: bool,
    as_at: str | None,
    known_by: str | None,
    lang: str | None,
    folder: Path | None,
) -> None:
    """Prints each entry found under the code of its record, with the words that were looked for in [ ]."""
    from mutabaa.cli.exits import write_out
    from mutabaa.cli.languages import language_asked
    from mutabaa.desk.search import make_ready, search, search_by_meaning
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.vocabulary.dates import Moment

    language = language_asked(lang)
    register, viewer, query = register_in(folder), at_the_terminal("terminal"), " ".join(words)
    # The one place where the day is read from the clock; below, it is given.
    now = datetime.now(UTC)
    known = datetime.combine(_day(known_by), time.max, UTC) if known_by else now
    moment = Moment(as_at=_day(as_at) if as_at else now.date(), known_by=known)
    if meaning:
        make_ready(register)
        found = search_by_meaning(register, viewer, moment, query)
    else:
        found = search(register, viewer, moment, query, {"language": language} if language else None)
    write_out("\n".join(_lines(found)).encode() + b"\n", None)


def _lines(found: "Found") -> list[str]:
    from mutabaa.reading.formats.display_width import isolated
    from mutabaa.vocabulary import on_one_line

    count = f"{found.total}+" if found.more else str(found.total)
    lines = [say("search_found", count=count)]
    if found.also:
        lines.append(say("search_also", names="; ".join(isolated(name) for name in found.also)))
    for hit in found.hits:
        score = "" if hit.score is None else f"  {hit.score:.2f}"
        lines += ["", f"{isolated(on_one_line(hit.code))}  {hit.says} {hit.language}{score}".rstrip()]
        lines.append("  " + isolated(on_one_line(_marked(hit.snippet, hit.lit))))
    return lines


def _marked(snippet: str, lit: tuple[tuple[int, int], ...]) -> str:
    pieces, last = list[str](), 0
    for start, end in lit:
        pieces += [snippet[last:start], "[", snippet[start:end], "]"]
        last = end
    return "".join([*pieces, snippet[last:]])


def _day(written: str) -> date:
    from mutabaa.cli.exits import misused

    try:
        return date.fromisoformat(written)
    except ValueError:
        misused(say("unknown_date", date=written))
