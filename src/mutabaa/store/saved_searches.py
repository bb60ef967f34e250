"""Searches that people keep for themselves, by the name under which they state things; no part of the ledger."""

import json
from collections.abc import Mapping
from datetime import datetime

from django.db import connection, transaction


def save_search(owner: str, name: str, asked: Mapping[str, str], at: datetime) -> None:
    """Keep a search under a name; one of that name is replaced."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM saved_search WHERE owner = %s AND name = %s", [owner, name])
        cursor.execute(
            "INSERT INTO saved_search (owner, name, content, saved_at) VALUES (%s, %s, %s, %s)",
            [owner, name, json.dumps(dict(asked), ensure_ascii=False, sort_keys=True), at.isoformat()],
        )


def saved_searches(owner: str) -> dict[str, dict[str, str]]:
    """What somebody kept, by name."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, content FROM saved_search WHERE owner = %s ORDER BY name", [owner])
        return {name: json.loads(content) for name, content in cursor.fetchall()}


def remove_search(owner: str, name: str) -> bool:
    """Forget one; whether there was one."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM saved_search WHERE owner = %s AND name = %s", [owner, name])
        return bool(cursor.rowcount)
