"""Many rows into a table at once, the quickest way of each database."""

from collections.abc import Iterable

from django.db import connection


def fill(table: str, columns: str, rows: Iterable[tuple[int | str | bytes, ...]]) -> None:
    """Add rows to a table; `columns`: their names as in SQL, in the order of the values. Triggers see each row."""
    rows = list(rows)
    if not rows:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        places = ", ".join(["%s"] * len(rows[0]))
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)
