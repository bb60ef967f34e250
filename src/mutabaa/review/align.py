"""Lay the language versions of one document side by side, passage by passage and act by act."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mutabaa.reading import Act, Passage, Reading
from mutabaa.review.aligned_text import AlignedAct, AlignedPassage, AlignedText
from mutabaa.review.differences import differences
from mutabaa.review.evidence import Evidence, act_agreement, passage_agreement
from mutabaa.review.pairing import pair
from mutabaa.review.same_document import refuse_other_documents, refuse_strangers
from mutabaa.vocabulary import Language, act_code

# Cost of leaving a passage or an act without a partner.
_PASSAGE_GAP = 0.6
_ACT_GAP = 0.2


@dataclass
class _Row:
    """A passage under way: the versions found so far."""

    versions: dict[Language, Evidence] = field(default_factory=dict)


def align(readings: Sequence[Reading]) -> AlignedText:
    """One document from the readings of its language versions (or of its only version).

    The base is the version with most operative passages (of equals, the first given); its numbering gives the
    codes. A passage or act that the base lacks stands where the other version has it, its act coded after the
    base's own. Raises NotOneDocument when nothing was given, two readings share a language, their symbols
    differ, or their contents have next to nothing in common.
    """
    refuse_other_documents(readings)
    ordered = sorted(readings, key=_operative_passages, reverse=True)
    base = ordered[0]
    rows = [_Row({base.language: Evidence(language=base.language, passage=one)}) for one in base.passages]
    for other in ordered[1:]:
        rows = _join(rows, [Evidence(language=other.language, passage=one) for one in other.passages])
        refuse_strangers(base, other, [row.versions for row in rows])
    languages = [base.language, *(one.language for one in readings if one is not base)]
    by_language = {one.language: one for one in readings}
    passages = tuple(_aligned_passage(base, row, languages) for row in rows)
    aligned = {language: by_language[language] for language in languages}
    return AlignedText(
        symbol=base.address,
        symbol_stated=base.symbol is not None,
        base=base.language,
        readings=aligned,
        passages=passages,
        differences=differences(base.address, aligned, passages),
    )


def _operative_passages(reading: Reading) -> int:
    return sum(passage.kind in ("operative", "subparagraph") for passage in reading.passages)


def _join(rows: list[_Row], others: list[Evidence]) -> list[_Row]:
    """The rows with one more language laid beside them; what no row matches becomes a row of its own."""
    joined: list[_Row] = []
    for row, other in pair(rows, others, _row_agreement, gap=_PASSAGE_GAP):
        mine = rows[row] if row is not None else _Row()
        if other is not None:
            mine.versions[others[other].language] = others[other]
        joined.append(mine)
    return joined


def _row_agreement(row: _Row, other: Evidence) -> float:
    return sum(passage_agreement(one, other) for one in row.versions.values()) / len(row.versions)


def _aligned_passage(base: Reading, row: _Row, languages: Sequence[Language]) -> AlignedPassage:
    versions = {
        language: row.versions[language].passage for language in languages if language in row.versions
    }
    first = next(iter(versions.values()))
    return AlignedPassage(
        code=f"{base.address}/{first.path}",
        path=first.path,
        kind=first.kind,
        versions=versions,
        acts=_aligned_acts(base.address, first.path, versions),
    )


def _aligned_acts(symbol: str, path: str, versions: dict[Language, Passage]) -> tuple[AlignedAct, ...]:
    """The acts of one passage; the first version's keep their letters, what others add comes after."""
    (language, first), *others = versions.items()
    rows: list[dict[Language, Act]] = [{language: act} for act in first.acts]
    own = {id(row): number for number, row in enumerate(rows)}
    for language, passage in others:
        joined: list[dict[Language, Act]] = []
        for row, act in pair(rows, passage.acts, _act_row_agreement, gap=_ACT_GAP):
            mine = rows[row] if row is not None else {}
            if act is not None:
                mine[language] = passage.acts[act]
            joined.append(mine)
        rows = joined
    for row_ in rows:
        own.setdefault(id(row_), len(own))
    return tuple(AlignedAct(code=act_code(symbol, path, own[id(row)]), versions=row) for row in rows)


def _act_row_agreement(row: dict[Language, Act], other: Act) -> float:
    return sum(act_agreement(one, other) for one in row.values()) / len(row)
