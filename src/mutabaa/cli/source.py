"""`mutabaa source`: a file, a web address or a note into the register, graded."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.deeds import DAY, deed
from mutabaa.cli.words import say
from mutabaa.vocabulary import LANGUAGES, Language

if TYPE_CHECKING:
    from mutabaa.people.policy import Viewer
    from mutabaa.register import Marking
    from mutabaa.vocabulary.dates import PartialDate
    from mutabaa.wiring import Register

_GRADES = tuple(f"{reliability}{credibility}" for reliability in "ABCDEF" for credibility in range(1, 7))


@click.command(name="source", help=say("help_source"))
@click.argument("file", required=False, type=click.Path(path_type=Path, readable=False))
@click.option("--url", default="", metavar="URL", help=say("help_url"))
@click.option("--note", default="", metavar="WORDS", help=say("help_note"))
@click.option("--title", default="", metavar="WORDS", help=say("help_title"))
@click.option("--language", type=click.Choice(LANGUAGES), help=say("help_source_language"))
@click.option("--published", type=DAY, metavar="DATE", help=say("help_published"))
@click.option("--origin", default="", metavar="WORDS", help=say("help_origin"))
@click.option("--grade", type=click.Choice(_GRADES), metavar="B2", help=say("help_grade"))
@click.option("--informant", default="", metavar="NAME", help=say("help_informant"))
@deed
def command(
    register: "Register",
    viewer: "Viewer",
    *,
    file: Path | None,
    url: str,
    note: str,
    title: str,
    language: Language | None,
    published: "PartialDate | None",
    origin: str,
    grade: str | None,
    informant: str,
    marking: "Marking",
) -> str:
    """Prints the code by which the source is cited. FILE is the source, or with --url the copy kept of the page."""
    from mutabaa.desk.sources import add_source

    return add_source(
        register,
        viewer,
        content=_read(file) if file else None,
        file_name=file.name if file else "",
        url=url,
        note=note,
        titles={language or "en": title} if title else {},
        language=language,
        published=published,
        origin=origin,
        reliability=grade[0] if grade else None,
        credibility=int(grade[1]) if grade else None,
        informant=informant,
        marking=marking,
    )


def _read(file: Path) -> bytes:
    """The bytes of a file. Ends with 1 where it can't be read."""
    from mutabaa.cli.exits import NOT_READ, complain, disk_reason

    try:
        return file.read_bytes()
    except OSError as error:
        complain(say("cannot_read", path=file, reason=disk_reason(error)))
        raise SystemExit(NOT_READ) from error
