"""Files that somebody sends to be taken in: kept until they are read, read in the sandbox one after another, and what
came of it told. Nothing of them is recorded without a person."""

import json
import os
import re
import secrets
import shutil
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.take_in import TakenIn, take_in
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.reading import Reading
from mutabaa.register import Marking
from mutabaa.review import NotOneDocument, align
from mutabaa.store.jobs import Lease, at_work, put
from mutabaa.texts import Limits, Problem, Refusal
from mutabaa.wiring import sandbox
from mutabaa.wiring.read_upload import read_upload
from mutabaa.wiring.register import Register

# Of one text, with room for a file sent in the stead of another.
MOST_FILES = 9
# Of a file; of one that is longer no more is read than shows it.
MOST_BYTES = Limits().megabytes * 1_000_000
# How long what was sent is kept after somebody last did something with it.
KEPT_FOR = timedelta(days=7)
# As long as the reader may take over one file (wiring/read_upload.py), and somewhat longer.
_LEASE = timedelta(minutes=15)
_ATTEMPTS = 3
_NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, kw_only=True, slots=True)
class SentFile:
    """A file as it was sent. `read`: None while it waits. `problem`: why it wasn't read."""

    name: str
    bytes: int
    kept_as: str
    read: bool | None = None
    problem: Problem | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """What was sent together. `taken_in`: what came of it. `problem`: why the files aren't one text; `not_done`: why
    what was read can't be taken in; `stopped`: the reading was begun several times and never ended."""

    name: str
    by: str
    at: datetime
    marking: Marking
    files: tuple[SentFile, ...]
    attempts: int = 0
    taken_in: TakenIn | None = None
    problem: Problem | None = None
    not_done: str | None = None
    stopped: bool = False

    @property
    def refused(self) -> tuple[SentFile, ...]:
        return tuple(one for one in self.files if one.problem)

    @property
    def ended(self) -> bool:
        """Whether there is an answer: nothing more happens until somebody does something."""
        refused = bool(self.refused) and all(one.read is not None for one in self.files)
        return bool(self.taken_in or self.problem or self.not_done or self.stopped or refused)


def send(
    register: Register, viewer: Viewer, files: Sequence[tuple[str, bytes]], marking: Marking = "internal"
) -> Upload:
    """Keep what somebody sends until it is read. `files`: name and content of each.

    Raises NotAllowed, NotDone when there is nothing, too much, or more files than a text has versions.
    """
    viewer.must("add_text")
    if not viewer.may_mark(marking):
        raise NotAllowed("mark")
    _sweep(register)
    name = secrets.token_hex(16)
    upload = Upload(name=name, by=viewer.name, at=register.now(), marking=marking, files=())
    return _keep(register, upload, files)


def send_more(
    register: Register,
    viewer: Viewer,
    name: str,
    files: Sequence[tuple[str, bytes]] = (),
    leave_out: Collection[str] = (),
) -> Upload:
    """Go on with what was read, without what was refused, and with these files beside. `leave_out`: what was read and
    doesn't belong to it, by `kept_as`. Raises NotAllowed, NotThere, NotDone."""
    earlier = look(register, viewer, name)
    if earlier.taken_in or not earlier.ended:
        raise NotDone("upload_goes_on")
    kept = tuple(
        replace(one, read=None) for one in earlier.files if not (one.problem or one.kept_as in leave_out)
    )
    again = Upload(name=name, by=earlier.by, at=earlier.at, marking=earlier.marking, files=kept)
    return _keep(register, again, files)


def can_be_read() -> bool:
    """Whether files from elsewhere can be read here: there is a sandbox to read them in."""
    return sandbox.is_there()


def look(register: Register, viewer: Viewer, name: str) -> Upload:
    """How it stands with what this viewer sent. Raises NotAllowed, NotThere."""
    viewer.must("add_text")
    if not _NAME.fullmatch(name):
        raise NotThere(name)
    try:
        upload = _read(_folder(register, name))
    except FileNotFoundError as absent:
        raise NotThere(name) from absent
    if upload.by != viewer.name:
        raise NotThere(name)
    return upload


def begin(register: Register, viewer: Viewer, name: str) -> Thread:
    """Read it beside, while the page that shows how far it is comes back. Where the one who read died, this begins
    anew; where somebody is at it, it does nothing."""

    def working() -> None:
        from django.db import connections

        try:
            work(register, viewer, name)
        finally:
            connections.close_all()

    thread = Thread(target=working, name=f"upload-{name[:8]}", daemon=True)
    thread.start()
    return thread


def work(register: Register, viewer: Viewer, name: str) -> None:
    """Read what was sent and take it in, once at a time. Raises NotAllowed, NotThere."""
    with at_work(_job(name), register.clock, _LEASE) as lease:
        if lease is not None:
            _work(register, viewer, name, lease)
    if not look(register, viewer, name).ended:
        # Somebody saw its end and went on with it before the work was put down as done.
        put(_job(name))


def _work(register: Register, viewer: Viewer, name: str, lease: Lease) -> None:
    upload = look(register, viewer, name)
    if upload.ended:
        return
    folder = _folder(register, name)
    upload = _write(folder, replace(upload, attempts=upload.attempts + 1))
    if upload.attempts > _ATTEMPTS:
        _write(folder, replace(upload, stopped=True))
        return
    readings = list[Reading]()
    for place, one in enumerate(upload.files):
        told, reading = _read_one(folder, one)
        readings += [reading] if reading else []
        files = (*upload.files[:place], told, *upload.files[place + 1 :])
        upload = _write(folder, replace(upload, files=files))
        lease.renew()
    if not upload.refused:
        _write(folder, _taken_in(register, viewer, upload, readings, lease))


def _read_one(folder: Path, one: SentFile) -> tuple[SentFile, Reading | None]:
    if one.problem:
        return one, None
    try:
        reading = read_upload((folder / one.kept_as).read_bytes(), one.name)
    except Refusal as refusal:
        return replace(one, read=False, problem=refusal.problem), None
    return replace(one, read=True), reading


def _taken_in(
    register: Register, viewer: Viewer, upload: Upload, readings: Sequence[Reading], lease: Lease
) -> Upload:
    try:
        taken = take_in(register, viewer, align(list(readings)), marking=upload.marking)
    except NotOneDocument as strangers:
        return replace(upload, problem=strangers.problem)
    except NotDone as refusal:
        return replace(upload, not_done=refusal.kind)
    lease.renew()
    # The register keeps the files now.
    for one in upload.files:
        (_folder(register, upload.name) / one.kept_as).unlink(missing_ok=True)
    return replace(upload, taken_in=taken)


def _keep(register: Register, upload: Upload, files: Sequence[tuple[str, bytes]]) -> Upload:
    if not files and not upload.files:
        raise NotDone("nothing_sent")
    if len(files) + len(upload.files) > MOST_FILES:
        raise NotDone("too_many_files", most=str(MOST_FILES))
    folder = _folder(register, upload.name)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sent = list(upload.files)
    for name, content in files:
        one = SentFile(name=name, bytes=len(content), kept_as=secrets.token_hex(8))
        if len(content) > MOST_BYTES:
            facts = {"name": name, "size": f"> {Limits().megabytes}", "limit": str(Limits().megabytes)}
            sent.append(replace(one, read=False, problem=Problem(kind="too_large", facts=facts)))
        else:
            _put(folder / one.kept_as, content)
            sent.append(one)
    kept = _write(folder, replace(upload, files=tuple(sent)))
    put(_job(upload.name))
    return kept


def _sweep(register: Register) -> None:
    """What nobody went on with is thrown away: it was never part of the register."""
    before = register.clock().timestamp() - KEPT_FOR.total_seconds()
    for folder in _uploads(register).glob("*/"):
        # Another worker may be throwing it away, too.
        with suppress(FileNotFoundError):
            if _NAME.fullmatch(folder.name) and folder.stat().st_mtime < before:
                shutil.rmtree(folder, ignore_errors=True)


def _write(folder: Path, upload: Upload) -> Upload:
    """Written whole or not at all: another process may be looking."""
    fields = asdict(upload) | {"at": upload.at.isoformat()}
    _put(folder / "upload.json", json.dumps(fields, ensure_ascii=False).encode())
    return upload


def _read(folder: Path) -> Upload:
    fields: dict[str, Any] = json.loads((folder / "upload.json").read_bytes())
    taken: Mapping[str, Any] | None = fields["taken_in"]
    return Upload(
        **{
            **fields,
            "at": datetime.fromisoformat(fields["at"]),
            "files": tuple(
                SentFile(**{**one, "problem": _problem(one["problem"])}) for one in fields["files"]
            ),
            "problem": _problem(fields["problem"]),
            "taken_in": TakenIn(**{**taken, "differing": tuple(taken["differing"])}) if taken else None,
        }
    )


def _problem(fields: Mapping[str, Any] | None) -> Problem | None:
    return Problem(**fields) if fields else None


def _put(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.part")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    beside.replace(path)


def _uploads(register: Register) -> Path:
    return register.folder.path / "uploads"


def _folder(register: Register, name: str) -> Path:
    return _uploads(register) / name


def _job(name: str) -> str:
    return f"upload/{name}"
