"""The engine: from an official text to its passages, acts, addressees, deadlines and instruments."""

from mutabaa.reading.findings import Act, Concern, Deadline, Fact, Instrument, Mention, Quote
from mutabaa.reading.passages import Passage
from mutabaa.reading.read import read, read_passage
from mutabaa.reading.reading import Reading

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
