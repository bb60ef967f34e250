"""Whole documents, written as such bodies write them: their outline and what their header says."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from mutabaa.reading import Reading, read
from mutabaa.texts import open_text

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))
# Passages without a number of their own that tests would repeat: their kind says enough.
_COUNTED_BY_KIND = ("heading", "chapeau", "closing", "narrative")


def _expected(document: Path) -> dict[str, Any]:
    return tomllib.loads(document.with_suffix(".toml").read_text(encoding="utf8"))


def _outline(reading: Reading) -> list[str]:
    return [
        passage.kind if passage.kind in _COUNTED_BY_KIND else f"{passage.kind} {passage.path}"
        for passage in reading.passages
        if passage.kind != "preface"
    ]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_whole_document_has_the_outline_a_person_sees(document: Path) -> None:
    assert _outline(read(open_text(document))) == _expected(document)["passages"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_the_header_of_a_whole_document_says_what_it_is(document: Path) -> None:
    reading, expected = read(open_text(document)), _expected(document)
    facts = {name: getattr(reading, name) for name in expected if name not in ("passages", "language")}
    assert reading.language == expected["language"]
    assert {name: fact and fact.value for name, fact in facts.items()} == {
        name: expected[name] for name in facts
    }
