"""What travels beside the ledger from one register to another: every row that is kept for good, column by column.

Which tables those are, and what stands in them, is told by the guards and the models: a table that is added there
travels, too.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.core.validators import MaxLengthValidator
from django.db import connection, models

from mutabaa.register.assertion import instant_text
from mutabaa.store.guards import KEPT

# Rows read or written at a time.
_AT_ONCE = 1_000
# The ledger travels as entries, and a file's row is written when its bytes are there.
_ELSEWHERE = ("assertion", "source_file")
TABLES = tuple(table for table in KEPT if table not in _ELSEWHERE)
Row = dict[str, str | int | None]


class NotARow(ValueError):
    """A row that the table has no place for."""


def file_rows() -> Iterator[Row]:
    """Name, size and day of every kept file, in the order of their names."""
    return rows("source_file")


def rows(table: str) -> Iterator[Row]:
    """Every row of a kept table in the order of its key; instants as the ledger writes them."""
    columns = _columns(table)
    names, key = ", ".join(columns), next(name for name, one in columns.items() if one.primary_key)
    last: Any = None
    while True:
        after = "" if last is None else f" WHERE {key} > %s"
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {names} FROM {table}{after} ORDER BY {key} LIMIT {_AT_ONCE}",
                [] if last is None else [last],
            )
            found = cursor.fetchall()
        for cells in found:
            yield {
                name: _told(cell, column) for (name, column), cell in zip(columns.items(), cells, strict=True)
            }
        if len(found) < _AT_ONCE:
            return
        last = found[-1][list(columns).index(key)]


def bring(table: str, given: Iterator[Mapping[str, Any]]) -> int:
    """Write rows as they were told, keys and all; how many. Raises NotARow, and what the database raises."""
    columns = _columns(table)
    insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('%s' for _ in columns)})"
    count = 0
    while batch := list(islice(given, _AT_ONCE)):
        with connection.cursor() as cursor:
            cursor.executemany(insert, [_cells(row, columns) for row in batch])
        count += len(batch)
    if count:
        with connection.cursor() as cursor:
            # PostgreSQL counts on from where it was told to; SQLite from the highest key.
            for statement in connection.ops.sequence_reset_sql(no_style(), [_model(table)]):
                cursor.execute(statement)
    return count


def is_empty() -> bool:
    """Whether nothing was ever kept here."""
    with connection.cursor() as cursor:
        for table in KEPT:
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")
            if cursor.fetchone():
                return False
    return True


def _model(table: str) -> type[models.Model]:
    return next(model for model in apps.get_models() if model._meta.db_table == table)


def _columns(table: str) -> dict[str, "models.Field[Any, Any]"]:
    return {field.column: field for field in _model(table)._meta.local_concrete_fields}


def _told(cell: Any, column: "models.Field[Any, Any]") -> str | int | None:
    if cell is None or isinstance(cell, int) or not isinstance(column, models.DateTimeField):
        return cell if cell is None or isinstance(cell, int) else str(cell)
    # SQLite gives text, in UTC; PostgreSQL an instant.
    read = datetime.fromisoformat(cell) if isinstance(cell, str) else cell
    return instant_text(read if read.tzinfo else read.replace(tzinfo=UTC))


def _cells(row: Mapping[str, Any], columns: Mapping[str, "models.Field[Any, Any]"]) -> list[Any]:
    if set(row) != set(columns):
        raise NotARow(", ".join(sorted(set(row) ^ set(columns))))
    return [_cell(row[name], name, column) for name, column in columns.items()]


def _cell(value: Any, name: str, column: "models.Field[Any, Any]") -> Any:
    """A value as the database takes it. SQLite takes anything: what it is must be seen to here. Raises NotARow."""
    if value is None and column.null:
        return None
    if isinstance(column, models.DateTimeField):
        try:
            instant = datetime.fromisoformat(value)
        except (TypeError, ValueError) as wrong:
            raise NotARow(name) from wrong
        if instant.tzinfo is None:
            raise NotARow(name)
        return connection.ops.adapt_datetimefield_value(instant)
    kept = column.target_field if isinstance(column, models.ForeignKey) else column
    wanted = int if isinstance(kept, models.IntegerField) else str
    longest = [one.limit_value for one in kept.validators if isinstance(one, MaxLengthValidator)]
    if type(value) is not wanted or (longest and len(str(value)) > longest[0]):
        raise NotARow(name)
    return value
