"""`mutabaa export`: the whole register for another one, or what it says in the forms of other programs."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mutabaa.cli.which_register import on_a_register, register_in
from mutabaa.cli.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutabaa.wiring import Register

_FORMS = ("jsonld", "csv", "datapackage", "akn", "ftm", "xlsx")


@click.command(name="export", help=say("help_export"))
@click.argument("target", type=click.Path(path_type=Path, readable=False), metavar="FILE|FOLDER")
@click.option("--form", type=click.Choice(_FORMS), default="jsonld", help=say("help_export_form"))
@click.option("--instrument", metavar="CODE", help=say("help_export_instrument"))
@click.option("--excel", is_flag=True, help=say("help_export_excel"))
@click.option("--lang", metavar="LANG", help=say("help_lang_doctor"))
@on_a_register
@click.help_option("--help", "-h", help=say("help_help"))
def command(
    target: Path, form: str, instrument: str | None, excel: bool, lang: str | None, folder: Path | None
) -> None:
    """Writes one file (jsonld, ftm, xlsx) or a folder of files (csv, datapackage, akn)."""
    from mutabaa.cli.exits import NOT_READ, complain, write_out
    from mutabaa.cli.languages import language_asked
    from mutabaa.cli.words import terminal_language
    from mutabaa.desk import export_forms as forms
    from mutabaa.desk.errors import NotThere
    from mutabaa.desk.spreadsheet import matrix_out
    from mutabaa.people.policy import at_the_terminal
    from mutabaa.vocabulary.dates import Moment

    language = language_asked(lang) or terminal_language()
    register, viewer = register_in(folder), at_the_terminal("-")
    moment = Moment(as_at=date.today(), known_by=datetime.now(UTC))
    try:
        if form == "jsonld":
            _whole(register, target)
        elif form == "ftm":
            write_out(forms.export_entities(register, viewer, moment), target)
        elif form == "xlsx":
            write_out(matrix_out(register, viewer, language, instrument=instrument), target)
        elif form == "csv":
            _into(target, forms.export_csv(register, viewer, moment, for_excel=excel))
        elif form == "datapackage":
            _into(target, forms.export_data_package(register, viewer, moment))
        else:
            _into(target, forms.export_legal_texts(register, viewer, moment, instrument=instrument))
    except NotThere as absent:
        complain(say("no_such_record", code=absent.code or instrument or "-"))
        raise SystemExit(NOT_READ) from absent
    click.echo(say("written_to", path=target))


def _whole(register: "Register", target: Path) -> None:
    """The archive under a name of its own, then its name: it is found whole or not at all."""
    from mutabaa.cli.exits import NOT_WRITTEN, complain, disk_reason
    from mutabaa.desk.export import export_register
    from mutabaa.people.policy import at_the_terminal

    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        exported = export_register(register, at_the_terminal("-"), part)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        complain(say("cannot_write", path=target, reason=disk_reason(error)))
        raise SystemExit(NOT_WRITTEN) from error
    if exported.root is None:
        click.echo(say("exported_part", entries=exported.entries, files=exported.files))
    else:
        click.echo(
            say("exported_whole", entries=exported.entries, files=exported.files, root=exported.root.hex())
        )


def _into(target: Path, files: "Iterable[tuple[str, bytes]]") -> None:
    from mutabaa.cli.exits import write_out

    for name, content in files:
        write_out(content, target / name)
