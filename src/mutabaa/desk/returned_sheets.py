"""A sheet that somebody brought back, kept from the preview until they record it: what is recorded is what they saw.

It is kept for whoever brought it and for nobody else, and is no part of the register.
"""

import os
import re
from collections.abc import Collection
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from mutabaa.desk.errors import NotThere
from mutabaa.desk.spreadsheet import Applied, Conflict, Preview, apply, preview
from mutabaa.people.policy import Viewer
from mutabaa.wiring.register import Register

# How long it waits for whoever brought it.
KEPT_FOR = timedelta(days=1)
_NAME = re.compile(r"[0-9a-f]{32}")


def bring(register: Register, viewer: Viewer, content: bytes) -> str:
    """Keep a sheet; the name by which its bringer finds it. Raises NotAllowed; NotDone when it isn't taken at all,
    and then nothing is kept."""
    preview(register, viewer, content)
    folder = _folder(register)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(register)
    name = sha256(content).hexdigest()[:32]
    kept = _kept(register, viewer, name)
    part = kept.with_name(f"{kept.name}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    part.replace(kept)
    return name


def look(register: Register, viewer: Viewer, name: str) -> Preview:
    """What the sheet would change now. Raises NotAllowed, NotDone, NotThere."""
    return preview(register, viewer, _content(register, viewer, name))


def conflict_mark(conflict: Conflict) -> str:
    """What stands for a conflict as it was seen: another once somebody else has spoken again."""
    change = conflict.change
    seen = (
        change.code,
        change.group,
        conflict.by,
        sorted(conflict.now.items()),
        sorted(change.edited.items()),
    )
    return sha256(repr(seen).encode()).hexdigest()[:32]


def record(register: Register, viewer: Viewer, name: str, settled: Collection[str]) -> Applied:
    """Record what the sheet changes. `settled`: the marks of the conflicts in which its words are to stand.

    A conflict that isn't any more as it was seen is left. When nothing is left the sheet is thrown away. Raises
    NotAllowed, NotDone, NotThere.
    """
    content = _content(register, viewer, name)
    with register.ledger.turn():
        conflicts = preview(register, viewer, content).conflicts
        chosen = {one.change.key for one in conflicts if conflict_mark(one) in settled}
        applied = apply(register, viewer, content, chosen)
    if not applied.left and not applied.refusals:
        _kept(register, viewer, name).unlink(missing_ok=True)
    return applied


def _content(register: Register, viewer: Viewer, name: str) -> bytes:
    if not _NAME.fullmatch(name):
        raise NotThere(name)
    try:
        return _kept(register, viewer, name).read_bytes()
    except FileNotFoundError as absent:
        raise NotThere(name) from absent


def _kept(register: Register, viewer: Viewer, name: str) -> Path:
    """Whose it is goes into where it is: nobody reaches another's by its name."""
    return _folder(register) / sha256(f"{viewer.name}/{name}".encode()).hexdigest()


def _folder(register: Register) -> Path:
    return register.folder.path / "uploads" / "sheets"


def _sweep(register: Register) -> None:
    before = register.clock().timestamp() - KEPT_FOR.total_seconds()
    for kept in _folder(register).iterdir():
        # Somebody else may have thrown it away, or recorded it, meanwhile.
        with suppress(FileNotFoundError):
            if kept.stat().st_mtime < before:
                kept.unlink()
