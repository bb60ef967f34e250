"""The review desk: what a text proposes beside what is recorded, and what a person decides about it."""

from mutabaa.desk.review_decide import Accepted, accept_all, decide
from mutabaa.desk.review_desk import (
    ProposalOnDesk,
    ReviewDesk,
    StatementOnDesk,
    VersionOnDesk,
    desk,
    desks,
)
from mutabaa.desk.review_merge import merge
from mutabaa.desk.review_text import text_of

__all__ = [
    "Accepted",
    "ProposalOnDesk",
    "ReviewDesk",
    "StatementOnDesk",
    "VersionOnDesk",
    "accept_all",
    "decide",
    "desk",
    "desks",
    "merge",
    "text_of",
]
