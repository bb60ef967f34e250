"""The ledger: assertions in the order in which they were recorded, each a leaf of one growing tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from mutabaa.register.assertion import Assertion
from mutabaa.register.merkle import leaf_hash


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An assertion in its place.

    `number`: 0 for the first ever. `name`: its leaf hash in hex, by which others cite it.
    """

    number: int
    name: str
    assertion: Assertion


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """An entry as it is kept: its canonical bytes, their leaf hash, and the root of the tree that it completes."""

    number: int
    content: bytes
    leaf: bytes
    root: bytes

    def entry(self) -> Entry:
        """The entry that is kept here. Raises NotAnAssertion when the bytes are none."""
        return Entry(number=self.number, name=self.leaf.hex(), assertion=Assertion.from_bytes(self.content))


class NotAdmitted(Exception):
    """Assertions that the ledger doesn't take. `kind` names a message, `facts` fill it in; str() says it in English."""

    def __init__(self, kind: str, **facts: str) -> None:
        super().__init__(f"{kind}: {', '.join(f'{name} {fact}' for name, fact in facts.items())}")
        self.kind = kind
        self.facts = facts


class Ledger(Protocol):
    """What every ledger can do, wherever it is kept. Nothing in it is ever changed or taken out."""

    @property
    def size(self) -> int:
        """How many entries there are."""
        ...

    def root(self) -> bytes:
        """The root over all entries."""
        ...

    def append(self, assertions: Sequence[Assertion]) -> tuple[Entry, ...]:
        """Admit assertions recorded at one instant, all of them or none. Raises NotAdmitted, Misstated."""
        ...

    def kept(self, start: int = 0) -> Iterator[Kept]:
        """What is kept, in order, from an entry on."""
        ...

    def find(self, name: str) -> Entry | None:
        """The entry of this name."""
        ...


def named(assertion: Assertion) -> str:
    """The name an assertion bears as an entry."""
    return leaf_hash(assertion.to_bytes()).hex()
