"""Files under their SHA-256."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from tests.register.said import FIRST

from mutabaa.store.files import Damaged
from mutabaa.store.models import SourceFile
from mutabaa.wiring import Register

LETTER = "مذكرة شفوية".encode()


def test_a_file_comes_back_as_it_was_and_is_kept_once(register: Register) -> None:
    names = {register.files.put(LETTER, FIRST) for _ in range(2)}
    assert names == {sha256(LETTER).hexdigest()}
    assert register.files.get(names.pop()) == LETTER
    assert SourceFile.objects.count() == 1


def test_the_bytes_are_on_the_disk_before_the_row_says_so(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        assert not SourceFile.objects.exists()
        synced.append(handle)
        real(handle)

    monkeypatch.setattr("mutabaa.store.files.os.fsync", fsync)
    register.files.put(LETTER, FIRST)
    # The file, its folder, and the folder above, whose new name it is.
    assert len(synced) == 3
    assert SourceFile.objects.count() == 1


def test_a_file_that_lost_bytes_is_named_and_mended_when_it_is_added_again(
    register: Register, folder: Path
) -> None:
    name = register.files.put(LETTER, FIRST)
    (folder / "files" / name[:2] / name).write_bytes(LETTER[:-3])
    assert register.files.damaged() == [name]
    with pytest.raises(Damaged):
        register.files.get(name)
    register.files.put(LETTER, FIRST)
    assert register.files.damaged() == []
