"""The ledger of assertions: who said what of which record, when it was so and when we knew; and how things stand."""

from mutabaa.register.assertion import MARKINGS, Assertion, Marking, NotAnAssertion
from mutabaa.register.axes import AXES, Axis, AxisName
from mutabaa.register.checkpoint import Checkpoint, NotACheckpoint, SigningKey
from mutabaa.register.ledger import Entry, Kept, Ledger, NotAdmitted
from mutabaa.register.memory_ledger import MemoryLedger
from mutabaa.register.sight import EVERYTHING, PUBLIC, Sight, strictest
from mutabaa.register.standing import Standing, standing, standings, standings_of
from mutabaa.register.state import Record, State, state
from mutabaa.register.statements import Misstated
from mutabaa.register.verify import Verdict, verify

__all__ = [
    "AXES",
    "EVERYTHING",
    "MARKINGS",
    "PUBLIC",
    "Assertion",
    "Axis",
    "AxisName",
    "Checkpoint",
    "Entry",
    "Kept",
    "Ledger",
    "Marking",
    "MemoryLedger",
    "Misstated",
    "NotACheckpoint",
    "NotAdmitted",
    "NotAnAssertion",
    "Record",
    "Sight",
    "SigningKey",
    "Standing",
    "State",
    "Verdict",
    "standing",
    "standings",
    "standings_of",
    "state",
    "strictest",
    "verify",
]
