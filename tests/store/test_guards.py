"""What is kept for good can't be changed from any side: not from our code, not from a terminal of the database."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.register.said import COMMITMENT, FIRST, said

from mutabaa.store.guards import KEPT
from mutabaa.store.models import KeptAssertion, SourceFile
from mutabaa.wiring import Register


@pytest.fixture
def kept(register: Register) -> Register:
    """One row in each table that is kept."""
    register.ledger.append([said(COMMITMENT, "note", "first")])
    register.files.put(b"a letter", FIRST)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO official_text (name, file, content) VALUES ('x', 'y', '{}')")
        cursor.execute(
            "INSERT INTO intake (instrument, marking, taken_in_by, taken_in_at, content)"
            " VALUES ('S', 'public', 'A', '2022-10-01 09:00:00+00:00', '{}')"
        )
        cursor.execute(
            "INSERT INTO proposal (name, sense, instrument, subject, marking, content, proposed_at)"
            " VALUES ('x', 'y', 'S', 'S/1', 'public', '{}', '2022-10-01 09:00:00+00:00')"
        )
        cursor.execute(
            "INSERT INTO proposed_in (intake_id, proposal_id, place)"
            " SELECT intake.id, proposal.id, 0 FROM intake, proposal"
        )
        cursor.execute(
            "INSERT INTO decision (proposal_id, number, decided_by, decided_at, verdict, content)"
            " SELECT id, 1, 'A', '2022-10-01 09:00:00+00:00', 'rejected', '{}' FROM proposal"
        )
        cursor.execute(
            "INSERT INTO sent_reminder (commitment, due, kind, recipient, sent_at)"
            " VALUES ('S/1', '2022-10-01', 'before', 'A', '2022-09-01 09:00:00+00:00')"
        )
    return register


def refused(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize("table", KEPT)
def test_rows_are_neither_changed_nor_taken_out(kept: Register, table: str) -> None:
    column = KEPT[table][-1].split("+")[0]
    assert refused(f"UPDATE {table} SET {column} = {column}")
    assert refused(f"DELETE FROM {table}")
    if connection.vendor == "postgresql":
        assert refused(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("table", KEPT)
def test_rows_are_not_replaced(kept: Register, table: str) -> None:
    # INSERT OR REPLACE fires no DELETE trigger on SQLite; ON CONFLICT DO UPDATE is PostgreSQL's way.
    if connection.vendor == "sqlite":
        assert refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        key = KEPT[table][0]
        assert refused(
            f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ({key}) DO UPDATE SET {key} = excluded.{key}"
        )


def test_the_orm_is_refused_like_everybody_else(kept: Register) -> None:
    for change in (
        lambda: KeptAssertion.objects.update(content="{}"),
        lambda: KeptAssertion.objects.all().delete(),
        lambda: SourceFile.objects.filter(size__gt=0).update(size=0),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_entries_are_numbered_without_gaps(kept: Register) -> None:
    blob = "X'00'" if connection.vendor == "sqlite" else "'\\x00'"
    assert refused(f"INSERT INTO assertion (number, content, leaf, root) VALUES (7, '', {blob}, {blob})")
