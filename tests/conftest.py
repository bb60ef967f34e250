"""Fixtures shared by every test: where the development corpora are, when they are there, and registers to try
things on: in SQLite always, in PostgreSQL where MUTABAA_TEST_POSTGRES names a server."""

import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mutabaa.wiring import Folder, Register, make_register, open_register

SERVER = "MUTABAA_TEST_POSTGRES"
_BESIDE = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development corpora; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("MUTABAA_SHARED", _BESIDE))
    if not (folder / "corpora").is_dir():
        pytest.skip("the development corpora are not on this machine (set MUTABAA_SHARED)")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "register"


@pytest.fixture(params=["sqlite", "postgresql"])
def register(
    request: pytest.FixtureRequest,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Register]:
    """A new register, empty. Its tables are a copy of such as were made once; its secrets and keys are its own."""
    for variable in ("DATABASE_URL", "MUTABAA_REGISTER"):
        # Set, so that it is put back after the test, whatever the register sets.
        monkeypatch.setenv(variable, "")
    if request.param == "sqlite":
        yield copied(request.getfixturevalue("sqlite_tables"), folder)
        _leave_tables()
        return
    server = os.environ.get(SERVER)
    if not server:
        pytest.skip(f"no PostgreSQL to test on (set {SERVER} to postgres://user@host:port/postgres)")
    pytest.importorskip("psycopg")
    like = request.getfixturevalue("postgresql_tables")
    name = f"mutabaa_test_{secrets.token_hex(6)}"
    _ask(server, f"CREATE DATABASE {name} TEMPLATE {like}")
    monkeypatch.setenv("DATABASE_URL", _database(server, name))
    try:
        yield copied(None, folder)
    finally:
        _leave_tables()
        _ask(server, f"DROP DATABASE {name} WITH (FORCE)")


def copied(tables: Path | None, folder: Path) -> Register:
    """A register as `make_register` makes one, its tables taken from a file, or there already."""
    made = Folder(folder)
    made.make()
    if tables:
        shutil.copyfile(tables, made.database)
    made.describe("sqlite" if tables else "postgresql")
    register = open_register(folder)
    assert register.ledger.size == 0
    return register


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables in a file, made once for all tests of a process."""
    path = tmp_path_factory.mktemp("like") / "register"
    make_register(path)
    # Closed, so that all of it stands in the one file.
    _leave_tables()
    return Folder(path).database


@pytest.fixture(scope="session")
def postgresql_tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a database with tables, made once for all tests of a process, and dropped after the last."""
    server = os.environ[SERVER]
    name = f"mutabaa_like_{secrets.token_hex(6)}"
    _ask(server, f"CREATE DATABASE {name}")
    os.environ["DATABASE_URL"] = _database(server, name)
    make_register(tmp_path_factory.mktemp("like") / "register")
    _leave_tables()
    yield name
    _ask(server, f"DROP DATABASE {name} WITH (FORCE)")


def _database(server: str, name: str) -> str:
    return server.rpartition("/")[0] + "/" + name


def _ask(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(statement)


def _leave_tables() -> None:
    from django.db import connections

    connections.close_all()
