"""The languages a person asks for on the command line."""

from mutabaa.cli.exits import misused
from mutabaa.cli.words import say
from mutabaa.vocabulary import LANGUAGES, Language


def languages_asked(asked: str | None) -> tuple[Language, ...]:
    """The languages of "ar,en", in their order, each once; none when nothing was asked. Refuses any other."""
    found: list[Language] = []
    for name in (asked or "").replace(" ", "").split(","):
        language = next((known for known in LANGUAGES if known == name.lower()), None)
        if language is None and name:
            misused(say("unknown_language", asked=name))
        if language is not None and language not in found:
            found.append(language)
    return tuple(found)


def language_asked(asked: str | None) -> Language | None:
    """The one language asked for, or None."""
    found = languages_asked(asked)
    if len(found) > 1:
        misused(say("unknown_language", asked=asked))
    return found[0] if found else None
