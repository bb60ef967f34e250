"""`mutabaa matrix`: the matrix out as a workbook, and back in."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from mutabaa.desk.spreadsheet import Preview
    from mutabaa.vocabulary import Language


@click.group(name="matrix", help=say("help_matrix"))
@click.help_option("--help", "-h", help=say("help_help"))
def command() -> None:
    """Out and in."""


@command.command(name="out", help=say("help_matrix_out"))
@click.argument("file", type=click.Path(path_type=Path, readable=False), metavar="FILE")
@click.option("--instrument", metavar="CODE", help=say("help_export_instrument"))
@click.option("--for", "entity", metavar="CODE", help=say("help_matrix_for"))
@click.option("--lang", metavar="LANG", help=say("help_lang_doctor"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def out(
    file: Path, instrument: str | None, entity: str | None, lang: str | None, folder: Path | None
) -> None:
    """The matrix, or an entity's input sheet."""
    from mutabaa.cli.exits import NOT_READ, complain, write_out
    from mutabaa.cli.languages import language_asked
    from mutabaa.cli.words import terminal_language
    from mutabaa.desk.errors import NotDone, NotThere
    from mutabaa.desk.input_sheet import input_sheet
    from mutabaa.desk.spreadsheet import matrix_out
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.reports.exchange.words import refusal_words

    language = language_asked(lang) or terminal_language()
    register, viewer = register_in(folder), at_the_terminal("-")
    try:
        if entity is None:
            content = matrix_out(register, viewer, language, instrument=instrument)
        else:
            content = input_sheet(register, viewer, entity, language)
    except NotThere as absent:
        complain(say("no_such_record", code=entity or instrument or "-"))
        raise SystemExit(NOT_READ) from absent
    except NotDone as refusal:
        complain(refusal_words(refusal.kind, terminal_language(), **refusal.facts))
        raise SystemExit(NOT_READ) from refusal
    write_out(content, file)
    click.echo(say("written_to", path=file))


@command.command(name="in", help=say("help_matrix_in"))
@click.argument("file", type=click.Path(path_type=Path, readable=False), metavar="FILE")
@click.option("--as", "person", metavar="NAME", help=say("help_matrix_as"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def back_in(file: Path, person: str | None, folder: Path | None) -> None:
    """Shows what would change; with a name, that person says it. Ends with 1 where something was left."""
    from mutabaa.cli.exits import NOT_READ, complain, disk_reason, misused
    from mutabaa.cli.words import terminal_language
    from mutabaa.desk.errors import NotDone
    from mutabaa.desk.spreadsheet import apply, preview
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.reports.exchange.words import refusal_words

    if person is not None and not person.strip():
        misused(say("accept_as_nobody"))
    register, viewer = register_in(folder), at_the_terminal((person or "-").strip())
    try:
        content = file.read_bytes()
        found = preview(register, viewer, content)
        for line in _told(found, terminal_language()):
            click.echo(line)
        if person is not None:
            applied = apply(register, viewer, content)
            click.echo(say("recorded_as", count=applied.recorded, person=viewer.name))
    except NotDone as refusal:
        complain(refusal_words(refusal.kind, terminal_language(), **refusal.facts))
        raise SystemExit(NOT_READ) from refusal
    except OSError as error:
        complain(say("cannot_read", path=file, reason=disk_reason(error)))
        raise SystemExit(NOT_READ) from error
    if found.conflicts or found.refusals:
        raise SystemExit(NOT_READ)


def _told(found: "Preview", language: "Language") -> Iterator[str]:
    """A line for each change, conflict and refusal, and how many rows say what they said."""
    from mutabaa.reports.exchange.words import heading, refusal_words
    from mutabaa.vocabulary import on_one_line

    for change in found.changes:
        for column, now in change.edited.items():
            if now != change.base[column]:
                cells = f"{heading(column, language)}: {change.base[column] or '—'} → {now}"
                yield on_one_line(f"{change.code}  {cells}")
    for conflict in found.conflicts:
        for column, edited in conflict.change.edited.items():
            if edited != conflict.change.base[column]:
                told = {"now": conflict.now[column], "base": conflict.change.base[column], "edited": edited}
                words = refusal_words("conflict", language, by=conflict.by, **told)
                yield on_one_line(f"{conflict.change.code}  {heading(column, language)}: {words}")
    for refused in found.refusals:
        words = refusal_words(refused.kind, language, **refused.facts)
        place = f"{refused.code}  {heading(refused.column, language)}: " if refused.column else ""
        yield on_one_line(place + words)
    yield say(
        "matrix_previewed",
        language,
        changes=len(found.changes),
        conflicts=len(found.conflicts),
        refusals=len(found.refusals),
        unchanged=found.unchanged,
    )
