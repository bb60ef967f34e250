"""Align the language versions of a document, say where they differ, and propose what a person may record of it."""

from mutabaa.review.accept import AgainstRecord, Compared, against, assertions, compare
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
from mutabaa.review.decision import Decision, Differing, Intake, Verdict
from mutabaa.review.kept_text import KeptText
from mutabaa.review.places import Lit
from mutabaa.review.proposal import Proposal, Proposed
from mutabaa.review.propose import propose

__all__ = [
    "AgainstRecord",
    "AlignedAct",
    "AlignedPassage",
    "AlignedText",
    "Compared",
    "Decision",
    "Difference",
    "DifferenceKind",
    "Differing",
    "Intake",
    "KeptText",
    "Lit",
    "NotOneDocument",
    "Proposal",
    "Proposed",
    "Severity",
    "Verdict",
    "against",
    "align",
    "assertions",
    "compare",
    "propose",
]
