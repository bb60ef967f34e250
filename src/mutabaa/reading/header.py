"""The facts of a text's header."""

from collections.abc import Sequence
from dataclasses import dataclass

from mutabaa.reading.findings import Concern, Fact
from mutabaa.reading.passages import Passage
from mutabaa.texts import OfficialText
from mutabaa.vocabulary import Language


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
    """The facts of the header, read from the titles, the first sentences and the running heads."""
    return Header()
