"""Align the language versions of a document and say where they differ; later the desk of review."""

from mutabaa.review.align import align
from mutabaa.review.aligned_text import (
    AlignedAct,
    AlignedPassage,
    AlignedText,
    Difference,
    DifferenceKind,
    NotOneDocument,
    Severity,
)

__all__ = [
    "AlignedAct",
    "AlignedPassage",
    "AlignedText",
    "Difference",
    "DifferenceKind",
    "NotOneDocument",
    "Severity",
    "align",
]
