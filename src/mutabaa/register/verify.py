"""Whether a ledger is what it says it is: every leaf and root computed anew, and held against kept checkpoints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mutabaa.register.checkpoint import Checkpoint
from mutabaa.register.ledger import Kept
from mutabaa.register.merkle import EMPTY_ROOT, Frontier, leaf_hash

Fault = Literal["number", "leaf", "root", "checkpoint", "too_short"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """`size` entries hold, with this root. `fault`: what is wrong with entry `number`, the first false one.

    A root that differs from a `checkpoint` says that something at or before `number` was changed together with all
    that follows; it lies after the last checkpoint that held, `holds_to` entries long.
    """

    size: int
    root: bytes
    fault: Fault | None = None
    number: int | None = None
    holds_to: int = 0

    @property
    def holds(self) -> bool:
        return self.fault is None


def verify(kept: Iterable[Kept], checkpoints: Sequence[Checkpoint] = ()) -> Verdict:
    """Compute the tree anew and stop at the first entry that is false."""
    frontier, root, holds_to = Frontier(), EMPTY_ROOT, 0
    expected = {checkpoint.size: checkpoint.root for checkpoint in checkpoints}
    if expected.get(0, EMPTY_ROOT) != EMPTY_ROOT:
        return Verdict(size=0, root=root, fault="checkpoint", number=0)
    for number, one in enumerate(kept):
        fault: Fault | None = None
        if one.number != number:
            fault = "number"
        elif one.leaf != leaf_hash(one.content):
            fault = "leaf"
        else:
            frontier.add(one.leaf)
            if one.root != frontier.root():
                fault = "root"
            elif expected.get(number + 1, one.root) != one.root:
                fault = "checkpoint"
        if fault:
            return Verdict(size=number, root=root, fault=fault, number=number, holds_to=holds_to)
        root = one.root
        holds_to = number + 1 if number + 1 in expected else holds_to
    if any(size > frontier.size for size in expected):
        return Verdict(
            size=frontier.size, root=root, fault="too_short", number=frontier.size, holds_to=holds_to
        )
    return Verdict(size=frontier.size, root=root, holds_to=holds_to)
