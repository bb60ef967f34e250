"""Files under their SHA-256: on the disk, whole, before any row says that they are there."""

import os
import secrets
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.db import connection


class Damaged(Exception):
    """A kept file whose bytes are no longer those of its name, or that is gone."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the file {name} is damaged or gone")
        self.name = name


class KeptFiles:
    """A folder of files that are added and never changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes, at: datetime) -> str:
        """Keep the bytes; their SHA-256 in hex. When this returns they outlast a power cut, and so does the row."""
        name = sha256(content).hexdigest()
        self._write(name, content)
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO source_file (sha256, size, added_at) SELECT %s, %s, %s"
                " WHERE NOT EXISTS (SELECT 1 FROM source_file WHERE sha256 = %s)",
                [name, len(content), at, name],
            )
        return name

    def get(self, name: str) -> bytes:
        """The bytes of a name. Raises Damaged."""
        try:
            content = self._path(name).read_bytes()
        except OSError as gone:
            raise Damaged(name) from gone
        if sha256(content).hexdigest() != name:
            raise Damaged(name)
        return content

    def damaged(self) -> list[str]:
        """The names of all files that the rows speak of and that aren't there as they were put."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT sha256 FROM source_file ORDER BY sha256")
            names = [name for (name,) in cursor.fetchall()]
        return [name for name in names if not self._is_whole(name)]

    def _is_whole(self, name: str) -> bool:
        try:
            self.get(name)
        except Damaged:
            return False
        return True

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def _write(self, name: str, content: bytes) -> None:
        """A temporary file, synced; its name; the folder synced, and the one above it when the folder is new."""
        target = self._path(name)
        if self._is_whole(name):
            # It may be there from a run that was cut off between the name and the sync of the folder.
            _sync(target.parent)
            _sync(self._folder)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{name}.{secrets.token_hex(4)}.part")
        try:
            with part.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        _sync(target.parent)
        _sync(self._folder)


def _sync(folder: Path) -> None:
    """Put the names in a folder on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
