"""`mutabaa read`: official texts in, what they say out."""

from pathlib import Path

import click

from mutabaa.cli.words import say
from mutabaa.reading.formats import FORMATS, Format, format_of
from mutabaa.reading.formats.written import ENDINGS

_PATH = click.Path(path_type=Path, readable=False)


@click.command(name="read", help=say("help_read"))
@click.argument("files", nargs=-1, required=True, type=_PATH, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(FORMATS), help=say("help_format"))
@click.option("-o", "output", type=_PATH, metavar="FILE", help=say("help_output"))
@click.option("--out", "folder", type=_PATH, metavar="FOLDER", help=say("help_out"))
@click.option("--lang", metavar="LANG", help=say("help_lang_read"))
@click.option("--rows", is_flag=True, help=say("help_rows"))
@click.option("--jobs", type=click.IntRange(1), metavar="N", help=say("help_jobs"))
@click.help_option("--help", "-h", help=say("help_help"))
def command(
    files: tuple[Path, ...],
    form: Format | None,
    output: Path | None,
    folder: Path | None,
    lang: str | None,
    rows: bool,
    jobs: int | None,
) -> None:
    """Reads one file, several, bare paragraphs, or whole folders."""
    from mutabaa.cli.exits import misused
    from mutabaa.cli.languages import language_asked

    language = language_asked(lang)
    if output and folder:
        misused(say("out_and_output"))
    if jobs and not folder:
        misused(say("jobs_only_with_out"))
    if rows:
        from mutabaa.cli.read_rows import read_rows

        read_rows(files, output)
    elif folder:
        from mutabaa.cli.read_folder import read_folder

        read_folder(files, folder, form or "json", language, jobs)
    else:
        from mutabaa.cli.read_files import read_files

        chosen = form or (format_of(output) if output else "table")
        if chosen is None:
            misused(say("unknown_suffix", path=output, known=" ".join(ENDINGS)))
        read_files(files, output, chosen, language)
