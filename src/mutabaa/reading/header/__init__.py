"""The facts of a text's header: body, symbol, title, kind, place, date, meeting, each with its words and its rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from mutabaa.reading.findings import Concern, Fact
from mutabaa.reading.header.bodies import body_of
from mutabaa.reading.header.dates import date_of
from mutabaa.reading.header.lines import header_lines
from mutabaa.reading.header.meetings import meeting_of
from mutabaa.reading.header.places import place_of
from mutabaa.reading.header.symbols import FROM_FILE_NAME, symbol_in_file_name, symbol_of
from mutabaa.reading.header.titles import kind_of, title_of
from mutabaa.reading.passages import Passage
from mutabaa.texts import OfficialText
from mutabaa.vocabulary import Language

__all__ = ["Header", "header_of"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """What a text says about itself; None: not stated."""

    body: Fact | None = None
    symbol: Fact | None = None
    title: Fact | None = None
    kind: Fact | None = None
    place: Fact | None = None
    date: Fact | None = None
    meeting: Fact | None = None
    concerns: tuple[Concern, ...] = ()


def header_of(document: OfficialText, passages: Sequence[Passage], language: Language) -> Header:
    """The facts of the header, read from the titles, the running heads, the first sentences and the last lines."""
    lines = header_lines(document, passages)
    body = body_of(document, lines)
    date = date_of(document, lines, language)
    symbol = symbol_of(document, lines, body.value if body else None, date.value[:4] if date else None)
    return Header(
        body=body,
        symbol=symbol,
        title=title_of(document, lines),
        kind=kind_of(lines),
        place=place_of(lines, language),
        date=date,
        meeting=meeting_of(lines),
        concerns=_concerns(document, symbol),
    )


def _concerns(document: OfficialText, symbol: Fact | None) -> tuple[Concern, ...]:
    """A symbol that only the file's name gives, or that the file's name contradicts."""
    if symbol is None:
        return ()
    if symbol.rule == FROM_FILE_NAME:
        return (Concern(kind="symbol_from_file_name", facts={"symbol": symbol.value}),)
    named = symbol_in_file_name(document.source.name, None)
    if named is None or symbol.value.startswith(named.value):
        return ()
    facts = {"symbol": symbol.value, "name": named.value}
    return (Concern(kind="symbol_not_as_file_name", quote=symbol.quote, facts=facts),)
