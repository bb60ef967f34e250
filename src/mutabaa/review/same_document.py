"""Refuse to lay side by side what isn't one document in several languages."""

import re
from collections import Counter
from collections.abc import Sequence

from mutabaa.reading import Reading
from mutabaa.review.aligned_text import NotOneDocument
from mutabaa.review.evidence import BODY, Evidence, passage_agreement
from mutabaa.texts import Problem
from mutabaa.vocabulary import Language

# Endings by which bodies tell the language versions of one symbol apart.
_ENDING = {"ar": r"(?:AR|ARA|A)", "en": r"(?:EN|ENG|E)", "fr": r"(?:FR|FRE|FRA|F)"}
# Two versions whose passages find a partner less often than this, symbol unknown, are strangers to each
# other.
_FEWEST_PARTNERS = 0.3


def refuse_other_documents(readings: Sequence[Reading]) -> None:
    """Raises NotOneDocument when there is nothing, a language comes twice, or the stated symbols differ."""
    if not readings:
        raise NotOneDocument(Problem(kind="no_document"))
    language, times = Counter(reading.language for reading in readings).most_common(1)[0]
    if times > 1:
        names = [reading.official_text.source.name for reading in readings if reading.language == language]
        raise NotOneDocument(
            Problem(kind="same_language_twice", facts={"language": language, "files": " + ".join(names)})
        )
    first, *others = [reading for reading in readings if reading.symbol] or [readings[0]]
    for other in others:
        if not _same_symbol(first, other):
            raise NotOneDocument(_different_symbols(first, other))


def refuse_strangers(base: Reading, other: Reading, rows: Sequence[dict[Language, Evidence]]) -> None:
    """Raises NotOneDocument when no common symbol vouches for two versions and their contents hardly meet."""
    if base.symbol and other.symbol:
        return
    body = [row for row in rows if any(one.passage.kind in BODY for one in row.values())]
    here = [row for row in body if base.language in row and other.language in row]
    met = sum(passage_agreement(row[base.language], row[other.language]) > 1.0 for row in here)
    fewest = min(sum(language in row for row in body) for language in (base.language, other.language))
    if fewest and met < _FEWEST_PARTNERS * fewest:
        facts = {"file": base.official_text.source.name, "other": other.official_text.source.name}
        raise NotOneDocument(
            Problem(kind="contents_differ", facts=facts | {"paragraphs": str(met), "of": str(fewest)})
        )


def _same_symbol(one: Reading, other: Reading) -> bool:
    assert one.symbol and other.symbol
    return _bare(one.symbol.value) == _bare(other.symbol.value) or _bare(
        one.symbol.value, one.language
    ) == _bare(other.symbol.value, other.language)


def _bare(symbol: str, language: Language | None = None) -> str:
    """Letters and digits alone; with a language, without the ending that names it."""
    if language:
        symbol = re.sub(rf"[\s/.\-_(]+{_ENDING[language]}\)?$", "", symbol, flags=re.IGNORECASE)
    return re.sub(r"\W+|_", "", symbol).casefold()


def _different_symbols(one: Reading, other: Reading) -> Problem:
    assert one.symbol and other.symbol
    return Problem(
        kind="symbols_differ",
        facts={
            "file": one.official_text.source.name,
            "symbol": one.symbol.value,
            "other": other.official_text.source.name,
            "other_symbol": other.symbol.value,
        },
    )
