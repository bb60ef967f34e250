"""The engine: from an official text to its passages, acts, addressees, deadlines and instruments."""

from typing import TYPE_CHECKING, Any

from mutabaa.reading.findings import Act, Concern, Deadline, Fact, Instrument, Mention, Quote
from mutabaa.reading.passages import Passage
from mutabaa.reading.reading import Reading

if TYPE_CHECKING:
    from mutabaa.reading.read_official_text import read, read_passage

__all__ = [
    "Act",
    "Concern",
    "Deadline",
    "Fact",
    "Instrument",
    "Mention",
    "Passage",
    "Quote",
    "Reading",
    "read",
    "read_passage",
]


def __getattr__(name: str) -> Any:
    """Whoever only handles readings needn't wait for the engine: it comes with the first use of `read`."""
    if name not in ("read", "read_passage"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from mutabaa.reading import read_official_text

    return getattr(read_official_text, name)
