"""Export the register: all that the viewer sees, as linked data that another register takes in.

What a secretariat, an auditor or the terminal exports is the whole: every entry to the letter, the files, the
proposals and the decisions. What anybody else exports is a part, says that it is one, and lets nobody compute what was
left out. Informants leave in neither.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Entry
from mutabaa.register.canonical import canonical
from mutabaa.register.merkle import Frontier, leaf_hash
from mutabaa.register.sight import EVERYTHING, Sight
from mutabaa.register.state import shared_with, spans
from mutabaa.register.statements import INFORMANT, RETRACTION, SHARED_WITH
from mutabaa.reports.exchange.linked_data import document, entry_line, nameless_line
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register

FORM = 1
ENTRIES, PROPOSALS, DECISIONS, FILES = (
    "entries.jsonld",
    "proposals.jsonld",
    "decisions.jsonld",
    "files.jsonld",
)
MANIFEST = "manifest.json"
# No clock in an archive: the same register gives the same bytes.
_NO_HOUR = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """What was written. `whole`: nothing was left out; `root` is that of the ledger then, else None."""

    entries: int
    files: int
    whole: bool
    root: bytes | None


def export_register(register: Register, viewer: Viewer, out: IO[bytes] | Path) -> Exported:
    """Write the register, as far as the viewer sees it, as a ZIP of linked data. Raises NotAllowed, Damaged.

    The same register seen alike gives the same bytes. The ledger is read entry by entry.
    """
    from mutabaa.store.carried import TABLES

    viewer.must("export")
    selection = _Selection(register, viewer.sight)
    with ZipFile(out, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        parts = _Parts(archive)
        parts.write(ENTRIES, document(selection.lines()))
        for table in TABLES:
            # What was proposed and decided is the work of those who see everything that it rests on.
            parts.write(table_part(table), document(_rows(table) if selection.whole_sight else ()))
        names = parts.files(register, selection)
        whole = selection.whole
        manifest: dict[str, Any] = {
            "form": FORM,
            "scope": "whole" if whole else "part",
            "entries": selection.count,
            "root": selection.frontier.root().hex() if whole else None,
            "parts": parts.hashes,
        }
        parts.write(MANIFEST, [json.dumps(manifest, sort_keys=True, indent=1).encode() + b"\n"])
    return Exported(
        entries=selection.count,
        files=names,
        whole=whole,
        root=selection.frontier.root() if whole else None,
    )


class _Selection:
    """What is seen of the ledger, counted and hashed as it passes."""

    def __init__(self, register: Register, sight: Sight) -> None:
        self._register, self._sight = register, sight
        self._size = register.ledger.size
        self.whole_sight = set(EVERYTHING.markings) == set(sight.markings)
        self.whole = self.whole_sight
        self.count = 0
        self.frontier = Frontier()
        self.cited = set[str]()
        self._shared = frozenset[str]()
        if self.whole_sight:
            # An informant is one entry among a million: who is left out must be known before the first line.
            self.whole = not self._says(INFORMANT)
        elif sight.entity is not None:
            told = [e for e in self._entries() if e.assertion.says in (SHARED_WITH, RETRACTION)]
            self._shared = shared_with(sight.entity, spans(told))

    def lines(self) -> Iterator[bytes]:
        passed = set[str]()
        for kept in islice(self._register.ledger.kept(), self._size):
            if self.whole:
                line: bytes | None = entry_line(kept.content)
                self.frontier.add(leaf_hash(kept.content))
            else:
                entry = kept.entry()
                line = self._seen(entry, passed)
                if line is not None:
                    passed.add(entry.name)
                    if entry.assertion.says == "file" and isinstance(entry.assertion.value, dict):
                        self.cited.add(str(entry.assertion.value["sha256"]))
            if line is not None:
                self.count += 1
                yield line

    def _seen(self, entry: Entry, passed: set[str]) -> bytes | None:
        """The line of an entry that is seen. What it says of one that isn't is left out: a hash can be guessed at."""
        said = entry.assertion
        if said.says == INFORMANT or not self._sight.sees(said, shared=said.subject in self._shared):
            return None
        if said.says == "judgement" and isinstance(said.value, dict):
            return entry_line(said.to_bytes()) if said.value["assessment"] in passed else None
        if said.corrects is None or said.corrects in passed:
            return entry_line(said.to_bytes())
        if said.says == RETRACTION:
            return None
        return nameless_line(replace(said, corrects=None).to_bytes())

    def _says(self, says: str) -> bool:
        """Whether anything of a kind was ever said, taken back or not."""
        wanted = f'"says":"{says}"'.encode()
        return any(
            wanted in kept.content and Assertion.from_bytes(kept.content).says == says
            for kept in islice(self._register.ledger.kept(), self._size)
        )

    def _entries(self) -> Iterator[Entry]:
        return (kept.entry() for kept in islice(self._register.ledger.kept(), self._size))


class _Parts:
    """Parts of the archive, each hashed while it is written."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.hashes: dict[str, str] = {}

    def write(self, name: str, chunks: Iterable[bytes], *, packed: bool = True) -> None:
        told = ZipInfo(name, _NO_HOUR)
        told.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
        told.external_attr = 0o644 << 16
        told.create_system = 3
        computed = sha256()
        with self._archive.open(told, "w", force_zip64=True) as part:
            for chunk in chunks:
                computed.update(chunk)
                part.write(chunk)
        self.hashes[name] = computed.hexdigest()

    def files(self, register: Register, selection: _Selection) -> int:
        """The kept files, all of them or those that a seen source names; how many."""
        from mutabaa.store.carried import file_rows

        def chosen() -> Iterator[Any]:
            return (row for row in file_rows() if selection.whole_sight or row["sha256"] in selection.cited)

        self.write(FILES, document(_file_line(row, whole=selection.whole_sight) for row in chosen()))
        count = 0
        for row in chosen():
            name = str(row["sha256"])
            # Most are packed already (PDF, DOCX).
            self.write(f"files/{name}", [register.files.get(name)], packed=False)
            count += 1
        return count


def _file_line(row: Any, *, whole: bool) -> bytes:
    fields = {"sha256": row["sha256"], "bytes": row["size"]}
    # When somebody added it may be known to those alone who see everything.
    return canonical(fields | ({"added_at": row["added_at"]} if whole else {}))


def table_part(table: str) -> str:
    """The part that holds the rows of a table."""
    return f"{table}.jsonld"


def _rows(table: str) -> Iterator[bytes]:
    from mutabaa.store.carried import rows

    return map(canonical, rows(table))


def present(register: Register) -> Moment:
    """Everything that is known now, whatever day it speaks of up to today."""
    now = register.now()
    return Moment(as_at=now.date(), known_by=now)
