"""`mutabaa doctor`: what this machine has for reading files, what it lacks, and how that is installed."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from mutabaa.cli.words import messages, say, terminal_language
from mutabaa.vocabulary import Language

if TYPE_CHECKING:
    from mutabaa.texts import Part


@click.command(name="doctor", help=say("help_doctor"))
@click.option("--lang", metavar="LANG", help=say("help_lang_doctor"))
@click.help_option("--help", "-h", help=say("help_help"))
def command(lang: str | None) -> None:
    """Lists every part; the exit code is 0 whatever is missing, since reading works without."""
    from mutabaa.cli.languages import language_asked
    from mutabaa.texts import Part, doctor
    from mutabaa.wiring import sandbox

    enclosing = Part("sandbox", sandbox.is_there(), "", "")
    for line in report_lines([*doctor(), enclosing], language_asked(lang) or terminal_language()):
        click.echo(line)


def report_lines(parts: list["Part"], language: Language) -> Iterator[str]:
    """A line a part, with how to install it under the ones that are missing."""
    from mutabaa.reading.formats.display_width import cell, display_width, isolated

    yield isolated(say("doctor_title", language))
    yield ""
    states = {
        part.name: say("doctor_present" if part.present else "doctor_absent", language) for part in parts
    }
    state_width = max(map(display_width, states.values()), default=0)
    name_width = max((display_width(part.name) for part in parts), default=0)
    for part in parts:
        purpose = isolated(_purpose(part, language))
        yield f"{cell(states[part.name], state_width)}  {cell(part.name, name_width)}  {purpose}"
        if not part.present:
            how = say("doctor_install", language, command=_how(part, language))
            yield " " * (state_width + 2) + isolated(how)
    if all(part.present for part in parts):
        yield ""
        yield isolated(say("doctor_all_present", language))


def _key(part: "Part") -> str:
    return re.sub(r"\W+", "_", part.name)


def _purpose(part: "Part", language: Language) -> str:
    """What a part is for; in its own words where the language has none for it yet."""
    return messages(language).get(f"part_{_key(part)}", part.purpose)


def _how(part: "Part", language: Language) -> str:
    key = _key(part)
    if model := re.match(r"tesseract_model_(\w{3})", key):
        return say("how_model", language, model=model[1])
    if f"how_{key}" in messages(language):
        return say(f"how_{key}", language)
    return say("how_library", language) if key in _LIBRARIES else part.how


# Parts that come with mutabaa itself.
_LIBRARIES = ("qalam", "pypdfium2", "lxml", "markdown_it")
