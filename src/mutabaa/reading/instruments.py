"""The instruments a passage cites: resolutions by number, documents by symbol, agreements by title."""

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
from mutabaa.reading.folded import folded
from mutabaa.reading.lexicon import words_in
from mutabaa.reading.passages import Passage
from mutabaa.reading.symbols import printed_symbols
from mutabaa.vocabulary import Language

_TITLES = {"ar": arabic_titles, "en": english_titles, "fr": french_titles}


def find_instruments(passage: Passage, language: Language, body: str | None) -> tuple[Instrument, ...]:
    """Every instrument cited, at its first mention, in textual order (codebook: Fields of a paragraph, ruling 24).

    `body`: key of the body that adopted the text ("un/sc", "un/ga", "oic" …), so that "its resolution 74/3" has a
    symbol; None when not known.
    """
    copy = folded(passage.text)
    text = copy.text
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    found = words_in(text, language)
    taken_up = list(reports(text, lowered, found["reports"], language))
    # The surest first: of citations that overlap the first is kept.
    citations = [
        *(report for report in taken_up if report.symbol),
        *(
            Citation(
                start=printed.start, end=printed.end, symbol=printed.symbol, rule="symbol", key=printed.symbol
            )
            for printed in printed_symbols(text)
        ),
        *numbered(text, found["citing"], language, body),
        *known_titles(found["titles"], language),
        *decisions_of_sessions(lowered, language),
        *_TITLES[language](text, found["heads"]),
        *(report for report in taken_up if not report.symbol),
    ]
    return tuple(
        Instrument(
            quote=passage.quote(*copy.back(citation.start, citation.end)),
            symbol=citation.symbol,
            rule=citation.rule,
        )
        for citation in first_mentions(citations, text)
    )
