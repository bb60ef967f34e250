"""Which database holds the tables: SQLite in the register's folder, or PostgreSQL by DATABASE_URL."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from mutabaa.wiring.folder import Folder

# FULL: with NORMAL, acknowledged writes are lost when the power goes. Larger than 2 MiB of cache helps rebuilding.
# trusted_schema stays as it is: with OFF SQLite refuses the JSON_VALID in the tables of the sign-in library.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;"
    " PRAGMA recursive_triggers=ON"
)
# A connection serves many requests: making one takes as long as most pages. One that broke is made anew.
_KEPT_OPEN: Mapping[str, Any] = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}


class NotADatabase(ValueError):
    """A DATABASE_URL that names neither PostgreSQL nor SQLite."""


def database(folder: Folder, url: str | None) -> dict[str, Any]:
    """Django's description of the database. Raises NotADatabase."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(folder.database),
            **_KEPT_OPEN,
            # IMMEDIATE: a writer waits for the one before it instead of failing half-way.
            "OPTIONS": {"init_command": _PRAGMAS, "transaction_mode": "IMMEDIATE", "timeout": 30},
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise NotADatabase(f"DATABASE_URL begins with {parts.scheme!r}, not with postgres://")
    try:
        port = str(parts.port or "")
    except ValueError as wrong:
        raise NotADatabase(f"DATABASE_URL: {wrong}") from wrong
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port,
        **_KEPT_OPEN,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
