"""Where the language versions of a document say different things: values are compared, not words."""

from collections.abc import Sequence

from mutabaa.reading import Reading
from mutabaa.review.aligned_text import AlignedPassage, Difference
from mutabaa.review.compare_acts import act_differences
from mutabaa.review.compare_values import value_differences, whole_passage
from mutabaa.review.evidence import BODY
from mutabaa.vocabulary import Language


def differences(
    symbol: str, readings: dict[Language, Reading], passages: Sequence[AlignedPassage]
) -> tuple[Difference, ...]:
    """Every difference between the versions: the document's own first, then in the order of the text."""
    if len(readings) < 2:
        return ()
    found = _document_date(symbol, readings)
    for passage in passages:
        if passage.kind not in BODY:
            continue
        if len(passage.versions) < len(readings) and any(one.text for one in passage.versions.values()):
            found.append(_missing(passage, list(readings)))
        if len(passage.versions) > 1:
            found += [*value_differences(passage), *act_differences(passage)]
    return tuple(found)


def _document_date(symbol: str, readings: dict[Language, Reading]) -> list[Difference]:
    """The date of the document, where two versions state it and neither is a part of the other."""
    dates = {language: reading.date for language, reading in readings.items() if reading.date}
    values = sorted((date.value for date in dates.values()), key=len)
    if not values or all(values[-1].startswith(value) for value in values):
        return []
    return [
        Difference(
            kind="document_date",
            code=symbol,
            values={language: (date.value,) for language, date in dates.items()},
            quotes={language: (date.quote,) for language, date in dates.items() if date.quote},
            severity="high",
        )
    ]


def _missing(passage: AlignedPassage, languages: Sequence[Language]) -> Difference:
    present = passage.versions
    return Difference(
        kind="paragraph_missing",
        code=passage.code,
        values={one: (present[one].path,) if one in present else () for one in languages},
        quotes={language: whole_passage(version) for language, version in present.items()},
        severity="high",
    )
