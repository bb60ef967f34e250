"""A pool of our own: processes that read files in batches, watched by one that reads nothing.

A ready-made pool either fails the whole job when one process is killed or waits for it for ever. Here the killed
process costs the one file it was reading, which is reported; the rest of its batch goes to a new process.
"""

import gc
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from time import monotonic

from mutabaa.corpus.folder import Assignment
from mutabaa.corpus.outcome import Outcome
from mutabaa.corpus.read_one import Writing, read_one
from mutabaa.texts import Problem

_BATCH_FILES, _BATCH_BYTES = 32, 1_000_000
# Longer than the longest scan may take (texts.Limits); a process silent beyond it is ended.
PATIENCE_SECONDS = 1200.0


class _Worker:
    """A process and the batch it holds. It answers in the order of the batch: the first unanswered file is at work."""

    def __init__(self, context: BaseContext, write: Writing, others: Sequence["_Worker"]) -> None:
        self.here, there = context.Pipe()
        # A forked child holds copies of every open pipe; it must close them, or no end of a pipe is ever noticed.
        inherited = [self.here, *(other.here for other in others)]
        forked = context.get_start_method() == "fork"
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(there, write, inherited if forked else [])
        )
        self.process.start()
        there.close()
        self.batch: deque[Assignment] = deque()
        self.heard = monotonic()
        self.gone = False

    def give(self, batch: Sequence[Assignment]) -> None:
        self.batch.extend(batch)
        self.heard = monotonic()
        try:
            self.here.send(list(batch))
        except OSError:
            # It died before it was given anything; the watch over it says so next.
            return

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.here.close()


def read_many(
    assignments: Sequence[Assignment], write: Writing, jobs: int, patience: float = PATIENCE_SECONDS
) -> Iterator[Outcome]:
    """The outcome of every file, as they come. `write` must be a function a new process can be given by name.

    A file that kills its process is reported `worker_lost`, one that keeps it silent for `patience` seconds
    `worker_silent`. Leaving the iterator early ends the processes.
    """
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    left = deque(sorted(assignments, key=lambda one: (-_size(one), one.source)))
    workers: list[_Worker] = []
    gc.freeze()
    try:
        while left or any(worker.batch for worker in workers):
            while left and len(workers) < jobs:
                workers.append(_Worker(context, write, workers))
            for worker in workers:
                if not worker.batch and left:
                    worker.give(_batch(left, jobs))
            wait([worker.here for worker in workers], timeout=1.0)
            for worker in list(workers):
                yield from _answers(worker)
                lost = _lost(worker, patience)
                if lost:
                    workers.remove(worker)
                    worker.end()
                    if worker.batch:
                        one = worker.batch.popleft()
                        yield Outcome(source=one.source, target=one.target, problem=lost)
                    left.extendleft(reversed(worker.batch))
    finally:
        for worker in workers:
            worker.end()
        gc.unfreeze()


def _answers(worker: _Worker) -> Iterator[Outcome]:
    """What a process has answered since it was last asked."""
    try:
        while worker.here.poll():
            problem = worker.here.recv()
            one = worker.batch.popleft()
            worker.heard = monotonic()
            yield Outcome(source=one.source, target=one.target, problem=problem)
    except (EOFError, OSError):
        # What it had answered has been heard; `_lost` says the rest.
        worker.gone = True
        worker.process.join(timeout=1.0)


def _lost(worker: _Worker, patience: float) -> Problem | None:
    """Why a process can't go on, or None. Called when its answers have been heard."""
    if worker.gone:
        return Problem(kind="worker_lost", facts={"code": str(worker.process.exitcode)})
    if worker.batch and monotonic() - worker.heard > patience:
        return Problem(kind="worker_silent", facts={"seconds": str(round(patience))})
    return None


def _batch(left: deque[Assignment], jobs: int) -> list[Assignment]:
    """The next files for a process: enough to spare the asking, few enough that all finish together."""
    share = max(1, min(_BATCH_FILES, len(left) // (jobs * 2)))
    batch = [left.popleft()]
    size = _size(batch[0])
    while left and len(batch) < share and size + _size(left[0]) <= _BATCH_BYTES:
        batch.append(left.popleft())
        size += _size(batch[-1])
    return batch


def _size(one: Assignment) -> int:
    return one.source.stat().st_size if one.source.is_file() else 0


def _serve(there: Connection, write: Writing, inherited: Sequence[Connection]) -> None:
    """What a process does: read each file of a batch, answer its problem or None; end when nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A reading is a tree that goes when it is written; looking for circles in it every 700 objects costs a tenth.
    gc.set_threshold(100_000, 50, 100)
    for connection in inherited:
        connection.close()
    try:
        while True:
            for one in there.recv():
                there.send(read_one(one, write).problem)
    except (EOFError, OSError):
        return
