"""What became of one file of many."""

from dataclasses import dataclass
from pathlib import Path

from mutabaa.texts import Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """`problem` is None when the reading was written to `target`.

    Beside the problems of a text: `worker_lost` (the process reading it died), `worker_silent` (it gave no answer in
    time and was ended), `reader_defect` (the reader failed on it: a defect of ours), `not_written` (no room, no right).
    """

    source: Path
    target: Path
    problem: Problem | None = None
