"""`mutabaa report`: one document in, in its language versions; its status report out, in every form asked for."""

from pathlib import Path

import click

from mutabaa.cli.words import say

_PATH = click.Path(path_type=Path, readable=False)
FORMS = (".docx", ".pdf", ".xlsx", ".html")


@click.command(name="report", help=say("help_report"))
@click.argument("files", nargs=-1, required=True, type=_PATH, metavar="FILE...")
@click.option(
    "-o", "outputs", multiple=True, required=True, type=_PATH, metavar="FILE", help=say("help_report_output")
)
@click.option("--as-of", metavar="DATE", help=say("help_as_of"))
@click.option("--lang", metavar="LANG[,LANG]", help=say("help_lang_report"))
@click.help_option("--help", "-h", help=say("help_help"))
def command(files: tuple[Path, ...], outputs: tuple[Path, ...], as_of: str | None, lang: str | None) -> None:
    """Reads the versions, lays them side by side, and draws the report."""
    from datetime import date

    from mutabaa.cli.exits import misused
    from mutabaa.cli.languages import languages_asked
    from mutabaa.cli.write_report import write_report

    if unknown := next((path for path in outputs if path.suffix.lower() not in FORMS), None):
        misused(say("unknown_suffix", path=unknown, known=" ".join(FORMS)))
    languages = languages_asked(lang)
    try:
        # The one place where the day is read from the clock; below, it is given.
        day = date.fromisoformat(as_of) if as_of else date.today()
    except ValueError:
        misused(say("unknown_date", date=as_of))
    write_report(files, outputs, day, languages)
