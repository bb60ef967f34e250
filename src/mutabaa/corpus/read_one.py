"""Read one file and write its reading whole or not at all."""

from collections.abc import Callable
from errno import errorcode
from pathlib import Path
from types import TracebackType

from mutabaa.corpus.folder import Assignment
from mutabaa.corpus.outcome import Outcome
from mutabaa.reading.formats.whole_file import put_whole
from mutabaa.reading.reading import Reading
from mutabaa.texts import Problem

Writing = Callable[[Reading], bytes]


def read_one(assignment: Assignment, write: Writing) -> Outcome:
    """What became of a file; whatever happens to it is told in the outcome, never raised."""
    from mutabaa.reading import read
    from mutabaa.texts import Refusal, open_text

    defect = _Defect()
    with defect:
        try:
            reading = read(open_text(assignment.source))
        except Refusal as refusal:
            return _outcome(assignment, refusal.problem)
        try:
            put_whole(assignment.target, write(reading))
        except OSError as error:
            facts = {
                "name": str(assignment.target),
                "reason": error.strerror or str(error),
                "errno": errorcode.get(error.errno or 0, ""),
            }
            return _outcome(assignment, Problem(kind="not_written", facts=facts))
        return _outcome(assignment, None)
    return _outcome(assignment, defect.problem)


def _outcome(assignment: Assignment, problem: Problem | None) -> Outcome:
    return Outcome(source=assignment.source, target=assignment.target, problem=problem)


class _Defect:
    """A failure of the reader itself on one file of many: kept as a problem that names it, so that the run goes on.

    Only here, where thousands of files depend on it, is every failure heard alike; on a single file it is shown as
    what it is.
    """

    problem: Problem | None = None

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
        facts = {"error": type(error).__name__, "reason": str(error)[:200], "where": where}
        self.problem = Problem(kind="reader_defect", facts=facts)
        return True
