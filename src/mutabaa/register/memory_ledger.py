"""A ledger in memory: what the law says, without a database. Other ledgers are tested against it."""

from collections.abc import Iterator, Sequence

from mutabaa.register.admission import admit, adopts
from mutabaa.register.assertion import Assertion
from mutabaa.register.ledger import Entry, Kept, NotAdmitted
from mutabaa.register.merkle import Frontier, leaf_hash


class MemoryLedger:
    """Holds its entries in a list."""

    def __init__(self) -> None:
        self._kept: list[Kept] = []
        self._by_name: dict[str, Entry] = {}
        self._corrected: set[str] = set()
        self._frontier = Frontier()

    @property
    def size(self) -> int:
        return len(self._kept)

    def root(self) -> bytes:
        return self._frontier.root()

    def append(self, assertions: Sequence[Assertion]) -> tuple[Entry, ...]:
        last = self._kept[-1].entry().assertion.recorded_at if self._kept else None
        admit(assertions, last, self.find, self._was_adopted)
        contents = [assertion.to_bytes() for assertion in assertions]
        leaves = [leaf_hash(content) for content in contents]
        self._refuse_twice([leaf.hex() for leaf in leaves], [a.corrects for a in assertions if a.corrects])
        added: list[Entry] = []
        for assertion, content, leaf in zip(assertions, contents, leaves, strict=True):
            self._frontier.add(leaf)
            entry = Entry(number=len(self._kept), name=leaf.hex(), assertion=assertion)
            self._kept.append(
                Kept(number=entry.number, content=content, leaf=leaf, root=self._frontier.root())
            )
            self._by_name[entry.name] = entry
            added.append(entry)
        self._corrected |= {a.corrects for a in assertions if a.corrects}
        return tuple(added)

    def kept(self, start: int = 0) -> Iterator[Kept]:
        return iter(self._kept[start:])

    def find(self, name: str) -> Entry | None:
        return self._by_name.get(name)

    def _was_adopted(self, assessment: Entry) -> bool:
        return any(adopts(entry.assertion) == assessment.name for entry in self._by_name.values())

    def _refuse_twice(self, names: Sequence[str], corrected: Sequence[str]) -> None:
        for name in names:
            if name in self._by_name or names.count(name) > 1:
                raise NotAdmitted("recorded_already", name=name)
        for name in corrected:
            if name in self._corrected or corrected.count(name) > 1:
                raise NotAdmitted("corrected_already", name=name)
