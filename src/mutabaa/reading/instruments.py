"""The instruments a passage cites: resolutions by number, documents by symbol, agreements by title."""

from mutabaa.reading.citations.citation import Citation
from mutabaa.reading.citations.numbered import numbered
from mutabaa.reading.findings import Instrument
from mutabaa.reading.folded import folded
from mutabaa.reading.passages import Passage
from mutabaa.reading.symbols import printed_symbols
from mutabaa.vocabulary import Language


def find_instruments(passage: Passage, language: Language, body: str | None) -> tuple[Instrument, ...]:
    """Every instrument cited, at its first mention, in textual order (codebook: Fields of a paragraph, ruling 24).

    `body`: key of the body that adopted the text ("un/sc", "un/ga", "oic" …), so that "its resolution 74/3" has a
    symbol; None when not known.
    """
    copy = folded(passage.text)
    citations = [
        *(
            Citation(
                start=printed.start, end=printed.end, symbol=printed.symbol, rule="symbol", key=printed.symbol
            )
            for printed in printed_symbols(copy.text)
        ),
        *numbered(copy.text, language, body),
    ]
    citations.sort(key=lambda citation: (citation.start, -citation.end))
    first: dict[str, Citation] = {}
    reached = 0
    for citation in citations:
        if citation.start >= reached:
            first.setdefault(citation.key, citation)
            reached = citation.end
    return tuple(
        Instrument(
            quote=passage.quote(*copy.back(citation.start, citation.end)),
            symbol=citation.symbol,
            rule=citation.rule,
        )
        for citation in first.values()
    )
