"""Static files as they were installed: nothing is collected, and a changed file has a new address."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class Installed(StaticFilesStorage):
    """Addresses of static files; whitenoise serves them from where they lie."""

    def url(self, name: str | None, *args: Any, **kwargs: Any) -> str:
        """The address, with what the file's content comes to."""
        address: str = super().url(name)
        version = _version(name or "")
        return f"{address}?{version}" if version else address


@cache
def _version(name: str) -> str:
    found = finders.find(name)
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:12] if isinstance(found, str) else ""
