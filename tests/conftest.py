"""Fixtures shared by every test: where the development corpora are, when they are there."""

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development corpora; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("MUTABAA_SHARED", _BESIDE))
    if not (folder / "corpora").is_dir():
        pytest.skip("the development corpora are not on this machine (set MUTABAA_SHARED)")
    return folder
