"""Take a whole register in, from an export into an empty one: every hash is checked, and all of it comes or nothing.

A part is not taken in: entries would lack what they correct, and the root that everybody else knows would be another.
It is data to work with, not a register.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from mutabaa.desk.errors import NotDone
from mutabaa.desk.export import ENTRIES, FILES, FORM, MANIFEST, table_part
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion, Misstated, NotAdmitted, NotAnAssertion
from mutabaa.register.canonical import NotCanonical
from mutabaa.register.statements import STATEMENTS
from mutabaa.reports.exchange.linked_data import NotLinkedData, entry_content, nodes
from mutabaa.wiring.register import Register

_LARGEST_MANIFEST = 64 * 1024 * 1024
_LARGEST_FILE = 512 * 1024 * 1024
_CHUNK = 1024 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What came in. `rows`: of proposals, decisions and what else is kept beside the ledger; `root`: of the ledger."""

    entries: int
    files: int
    rows: int
    root: bytes


def import_register(register: Register, viewer: Viewer, source: IO[bytes] | Path) -> Imported:
    """Take an export in. Raises NotAllowed; NotDone when the register isn't empty, the export is a part, was tampered
    with, or says what this version doesn't know. Nothing is recorded then; a file may stay behind, which harms nobody.
    """
    from django.db import Error

    from mutabaa.store.carried import is_empty

    viewer.must("import")
    try:
        with ZipFile(source) as archive, register.ledger.turn():
            if not is_empty():
                raise NotDone("register_not_empty")
            return _Import(register, archive).run()
    except Error as broken:
        raise NotDone("export_rows_do_not_fit") from broken
    except NotLinkedData as broken:
        raise NotDone("export_line_broken", line=str(broken.line)) from broken
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError) as broken:
        # RuntimeError: a part that asks for a password.
        raise NotDone("not_an_export") from broken


class _Import:
    """One archive on its way in."""

    def __init__(self, register: Register, archive: ZipFile) -> None:
        self._register, self._archive = register, archive
        self._manifest = self._read_manifest()

    def run(self) -> Imported:
        for name, told in self._manifest["parts"].items():
            if self._hash(name) != told:
                raise NotDone("export_tampered", part=name)
        entries = self._entries()
        if (entries, self._register.ledger.root().hex()) != (
            self._manifest["entries"],
            self._manifest["root"],
        ):
            raise NotDone("export_root_differs")
        files, rows = self._files(), self._tables()
        return Imported(entries=entries, files=files, rows=rows, root=self._register.ledger.root())

    def _read_manifest(self) -> Mapping[str, Any]:
        from mutabaa.store.carried import TABLES

        names = self._archive.namelist()
        if len(set(names)) < len(names) or MANIFEST not in names:
            raise NotDone("not_an_export")
        try:
            with self._archive.open(MANIFEST) as file:
                manifest = json.loads(file.read(_LARGEST_MANIFEST))
            form, parts = manifest["form"], manifest["parts"]
            scope = manifest["scope"]
        except (ValueError, KeyError, TypeError) as broken:
            raise NotDone("not_an_export") from broken
        if form != FORM:
            raise NotDone("export_of_another_form", form=str(form)[:20])
        if scope != "whole":
            raise NotDone("export_is_a_part")
        needed = {ENTRIES, FILES, *map(table_part, TABLES)}
        if not isinstance(parts, dict) or not needed <= set(parts):
            raise NotDone("not_an_export")
        if odd := sorted(set(parts) ^ (set(names) - {MANIFEST})):
            raise NotDone("export_tampered", part=odd[0][:200])
        return manifest  # type: ignore[no-any-return]

    def _hash(self, name: str) -> str:
        computed = sha256()
        with self._archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                computed.update(chunk)
        return computed.hexdigest()

    def _entries(self) -> int:
        """Record act by act, as it was: what has one instant was recorded together."""
        count = 0
        with self._archive.open(ENTRIES) as part:
            for _, act in groupby(_assertions(part), key=lambda one: one.recorded_at):
                said = list(act)
                try:
                    self._register.ledger.append(said)
                except (Misstated, NotAdmitted) as refusal:
                    raise _refused(refusal, said) from refusal
                count += len(said)
        return count

    def _files(self) -> int:
        count = 0
        with self._archive.open(FILES) as part:
            for line, node in self._nodes(part, {"sha256", "bytes", "added_at"}):
                name = f"files/{node['sha256']}"
                if name not in self._manifest["parts"]:
                    raise NotDone("export_line_broken", line=str(line))
                if self._archive.getinfo(name).file_size > _LARGEST_FILE:
                    raise NotDone("export_file_too_large", name=name)
                with self._archive.open(name) as file:
                    content = file.read(_LARGEST_FILE + 1)
                if sha256(content).hexdigest() != node["sha256"]:
                    raise NotDone("export_tampered", part=name)
                self._register.files.put(content, _instant(node["added_at"], line))
                count += 1
        return count

    def _tables(self) -> int:
        """The rows of every table that is kept beside the ledger; how many."""
        from mutabaa.store.carried import TABLES, NotARow, bring

        count = 0
        for table in TABLES:
            part = table_part(table)
            with self._archive.open(part) as file:
                try:
                    count += bring(table, (node for _, node in self._nodes(file)))
                except NotARow as wrong:
                    raise NotDone("export_row_odd", part=part, column=str(wrong)[:200]) from wrong
        return count

    def _nodes(self, part: IO[bytes], fields: set[str] | None = None) -> Iterator[tuple[int, Any]]:
        for number, line in nodes(part):
            try:
                node = json.loads(line)
            except ValueError as broken:
                raise NotDone("export_line_broken", line=str(number)) from broken
            if not isinstance(node, dict) or (fields and set(node) != fields):
                raise NotDone("export_line_broken", line=str(number))
            yield number, node


def _assertions(part: IO[bytes]) -> Iterator[Assertion]:
    for number, line in nodes(part):
        content = entry_content(line)
        if content is None:
            raise NotDone("export_entry_false", line=str(number))
        try:
            assertion = Assertion.from_bytes(content)
            same = assertion.to_bytes() == content
        except (NotAnAssertion, NotCanonical) as broken:
            raise NotDone("export_line_broken", line=str(number)) from broken
        if not same:
            raise NotDone("export_entry_false", line=str(number))
        yield assertion


def _refused(refusal: Misstated | NotAdmitted, said: Sequence[Assertion]) -> NotDone:
    unknown = next((one.says for one in said if one.says not in STATEMENTS), None)
    if unknown is not None:
        return NotDone("export_statement_unknown", says=unknown[:80])
    return NotDone("export_entry_not_admitted", reason=str(refusal)[:200], subject=said[0].subject)


def _instant(written: Any, line: int) -> datetime:
    try:
        instant = datetime.fromisoformat(written)
    except (TypeError, ValueError) as broken:
        raise NotDone("export_line_broken", line=str(line)) from broken
    if instant.tzinfo is None:
        raise NotDone("export_line_broken", line=str(line))
    return instant
