"""Align the language versions of a document, say where they differ, and propose what a person may record of it."""

from mutabaa.review.accept import AgainstRecord, against, assertions
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
from mutabaa.review.proposal import Proposal, Proposed
from mutabaa.review.propose import propose

__all__ = [
    "AgainstRecord",
    "AlignedAct",
    "AlignedPassage",
    "AlignedText",
    "Difference",
    "DifferenceKind",
    "NotOneDocument",
    "Proposal",
    "Proposed",
    "Severity",
    "against",
    "align",
    "assertions",
    "propose",
]
