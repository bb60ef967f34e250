"""The instruments a passage cites: resolutions by number, documents by symbol, agreements by title."""

import re
from collections.abc import Iterator
from functools import cache

from mutabaa.reading.citations.arabic_titles import arabic_titles
from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.citations.english_titles import english_titles
from mutabaa.reading.citations.first_mentions import first_mentions
from mutabaa.reading.citations.french_titles import french_titles
from mutabaa.reading.citations.known_titles import known_titles
from mutabaa.reading.citations.numbered import numbered
from mutabaa.reading.citations.reports import reports
from mutabaa.reading.citations.sessions import decisions_of_sessions
from mutabaa.reading.findings import Instrument
from mutabaa.reading.folded import folded, lowered
from mutabaa.reading.lexicon import words_in
from mutabaa.reading.passages import Passage
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.symbols import PrintedSymbol, printed_symbols
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language

_TITLES = {"ar": arabic_titles, "en": english_titles, "fr": french_titles}


def find_instruments(passage: Passage, language: Language, body: str | None) -> tuple[Instrument, ...]:
    """Every instrument cited, at its first mention, in textual order (codebook: Fields of a paragraph, ruling 24).

    `body`: key of the body that adopted the text ("un/sc", "un/ga", "oic" …), so that "its resolution 74/3" has a
    symbol; None when not known.
    """
    copy = folded(passage.text)
    text = copy.text
    lower = lowered(passage.text)
    if len(lower) != len(text):
        lower = text
    found = words_in(text, language)
    titles: list[Citation] = []
    if heads := found["heads"]:
        titles = [title for title in _TITLES[language](text, heads) if not _own_text(text, title, language)]
    taken_up = list(reports(text, lower, found["reports"], language)) if found["reports"] else []
    # The surest first: of citations that overlap the first is kept.
    citations = [report for report in taken_up if report.symbol]
    citations += map(_printed, printed_symbols(text))
    citations += numbered(text, found["citing"], language, body)
    citations += known_titles(found["titles"], language)
    citations += _by_session(text, lower, titles, language)
    citations += titles
    citations += [report for report in taken_up if not report.symbol]
    if not citations:
        return ()
    return tuple(
        [
            Instrument(
                quote=passage.quote(*copy.back(citation.start, citation.end)),
                symbol=citation.symbol,
                rule=citation.rule,
            )
            for citation in _with_symbols(first_mentions(citations, text), text)
        ]
    )


def _printed(found: PrintedSymbol) -> Citation:
    return Citation(start=found.start, end=found.end, symbol=found.symbol, rule="symbol", key=found.symbol)


def _by_session(text: str, lower: str, titles: list[Citation], language: Language) -> Iterator[Citation]:
    """Instruments known by a session or a day; a named one keeps its name ("the Ndola Agreement of 3 May")."""
    for dated in decisions_of_sessions(lower, language):
        if not any(title.start < dated.start < title.end for title in titles):
            yield dated


def _own_text(text: str, title: Citation, language: Language) -> bool:
    """Whether a head is the text itself: "this Agreement" cites nothing."""
    return _before_own(language).search(text, max(0, title.start - 16), title.start) is not None


@cache
def _before_own(language: Language) -> re.Pattern[str]:
    words = load(language, "instruments")["titles"]["own_text"]
    return re.compile(f"(?:{'|'.join(re.escape(fold(word).text) for word in words)}) $", re.IGNORECASE)


def _with_symbols(citations: list[Citation], text: str) -> Iterator[Citation]:
    """A symbol in brackets right after a title is its own: "report of the Secretary-General (A/79/412)"."""
    held: Citation | None = None
    for citation in citations:
        if (
            held
            and held.symbol is None
            and citation.rule == "symbol"
            and text[held.end : citation.start] == " ("
        ):
            held = held._replace(symbol=citation.symbol)
            continue
        if held:
            yield held
        held = citation
    if held:
        yield held
