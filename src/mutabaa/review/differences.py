"""Where the language versions of a document say different things: values are compared, not words."""

from collections.abc import Sequence

from mutabaa.reading import Passage, Reading
from mutabaa.review.aligned_text import AlignedPassage, Difference
from mutabaa.vocabulary import Language

# Passages whose absence or figures matter; title blocks, headings and closings differ between versions by
# custom.
_BODY = frozenset(("narrative", "preambular", "chapeau", "operative", "subparagraph", "annex"))


def differences(
    symbol: str, readings: dict[Language, Reading], passages: Sequence[AlignedPassage]
) -> tuple[Difference, ...]:
    """Every difference between the versions, in the order of the text."""
    found: list[Difference] = []
    for passage in passages:
        if passage.kind in _BODY and len(passage.versions) < len(readings):
            found.append(_missing(passage, list(readings)))
    return tuple(found)


def _missing(passage: AlignedPassage, languages: list[Language]) -> Difference:
    return Difference(
        kind="paragraph_missing",
        code=passage.code,
        values={language: _present(passage.versions.get(language)) for language in languages},
        quotes={
            language: (one.quote(0, len(one.text)),) for language, one in passage.versions.items() if one.text
        },
        severity="high",
    )


def _present(passage: Passage | None) -> tuple[str, ...]:
    return (passage.path,) if passage else ()
