"""Official texts in three languages: few alarms where nothing was touched, and what was touched is found."""

import json
import lzma
from collections import defaultdict
from pathlib import Path

import pytest

from mutabaa.reading import Reading, read
from mutabaa.review import align
from mutabaa.texts import open_text

_DOCUMENTS = 6


@pytest.fixture(scope="module")
def triples(shared: Path) -> list[dict[str, str]]:
    """The text of some resolutions of one council, by language, a unit a line."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with lzma.open(shared / "corpora" / "un" / "SC.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            # Files of the set lose the words of some sub-points; those are no fair test.
            complete = all(unit["text"] for unit in document["units"])
            if complete and document["type"] == "resolution" and (document["adopted"] or "")[:4] == "2022":
                # Arabic texts print a number as "1 -".
                units = [
                    f"{unit.get('num') or ''}{' -' if unit.get('num_in_text') else ''} {unit['text']}".strip()
                    for unit in document["units"]
                ]
                found[document["key"]][document["lang"]] = "\n".join([*document["titles"], *units])
            whole = [texts for texts in found.values() if len(texts) == 3]
            if len(whole) == _DOCUMENTS:
                break
    return whole


def read_text(text: str, language: str) -> Reading:
    return read(open_text(text.encode(), name=f"document-{language}.txt"))


def test_untouched_versions_raise_fewer_than_two_alarms_a_document(triples: list[dict[str, str]]) -> None:
    alarms = 0
    for texts in triples:
        found = align([read_text(text, language) for language, text in texts.items()]).differences
        alarms += sum(one.severity != "low" for one in found)
    assert alarms < 2 * len(triples)


def test_a_paragraph_taken_out_of_one_version_is_the_one_reported(triples: list[dict[str, str]]) -> None:
    for texts in triples:
        readings = {language: read_text(text, language) for language, text in texts.items()}
        numbered = [one for one in readings["fr"].passages if one.kind == "operative" and one.number == "2"]
        following = [one for one in readings["fr"].passages if one.kind == "operative" and one.number == "3"]
        if not (numbered and following):
            continue
        short = texts["fr"][: numbered[0].start] + texts["fr"][following[0].start :]
        missing = [
            one.code.rpartition("/")[2]
            for one in align(
                [*(readings[language] for language in ("en", "ar")), read_text(short, "fr")]
            ).differences
            if one.kind == "paragraph_missing" and one.values["fr"] == ()
        ]
        assert "2" in missing
