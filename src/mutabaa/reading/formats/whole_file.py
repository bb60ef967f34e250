"""A file is found whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def put_whole(target: Path, content: bytes) -> None:
    """Write under a name of its own, then give the file its name; folders on the way are made. Raises OSError.

    It isn't forced to the disk: after a power cut the reading is made again.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
