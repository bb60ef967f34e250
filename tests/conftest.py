"""Fixtures shared by every test: where the development corpora are, when they are there, and registers to try
things on: in SQLite always, in PostgreSQL where MUTABAA_TEST_POSTGRES names a server."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from mutabaa.wiring import Register, make_register

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
    request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Register]:
    """A new register, empty."""
    for variable in ("DATABASE_URL", "MUTABAA_REGISTER"):
        # Set, so that it is put back after the test, whatever the register sets.
        monkeypatch.setenv(variable, "")
    if request.param == "sqlite":
        yield made(folder)
        return
    server = os.environ.get(SERVER)
    if not server:
        pytest.skip(f"no PostgreSQL to test on (set {SERVER} to postgres://user@host:port/postgres)")
    psycopg = pytest.importorskip("psycopg")
    name = f"mutabaa_test_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    monkeypatch.setenv("DATABASE_URL", server.rpartition("/")[0] + "/" + name)
    try:
        yield made(folder)
    finally:
        from django.db import connections

        connections.close_all()
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def made(folder: Path) -> Register:
    register = make_register(folder)
    assert register.ledger.size == 0
    return register
