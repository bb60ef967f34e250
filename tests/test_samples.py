"""The sample documents and their labels keep to the codebook, and the three languages say the same."""

import json
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from mutabaa.vocabulary import LANGUAGES, kind_of

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
LABELS = sorted((SAMPLES / "labels").glob("*.gold.jsonl"))
OF_DOCUMENTS = [labels for labels in LABELS if labels.name.startswith("lake-chad-")]
# Labels of whole documents; the blind paragraphs stand alone, written to test the reader on what it never saw.
DOCUMENTS = [labels for labels in LABELS if not labels.name.startswith("blind")]
Row = dict[str, Any]


def rows(labels: Path) -> list[Row]:
    return [json.loads(line) for line in labels.read_text(encoding="utf8").splitlines()]


def spans(row: Row) -> list[str]:
    """Every span that must stand in the paragraph itself: a carried-over addressee may stand in an earlier one."""
    found = [instrument["text"] for instrument in row["instruments"]]
    for act in row["acts"]:
        deadlines = [act["deadline"], *act.get("more_deadlines", [])]
        stated = act["addressees"] if act["addressee_basis"] == "stated" else []
        found += [act["verb"], act["action"], *stated, *(d["text"] for d in deadlines if d)]
    return [span for span in found if span is not None]


@pytest.mark.parametrize("labels", LABELS, ids=lambda p: p.name)
def test_every_labelled_span_stands_in_its_paragraph(labels: Path) -> None:
    assert [(r["id"], s) for r in rows(labels) for s in spans(r) if s not in r["text"]] == []


@pytest.mark.parametrize("labels", OF_DOCUMENTS, ids=lambda p: p.name)
def test_every_labelled_paragraph_stands_in_its_document(labels: Path) -> None:
    stem = labels.name.removesuffix(".gold.jsonl")
    texts = {
        lang: next(SAMPLES.glob(f"{stem}.{lang}.*[dt]")).read_text(encoding="utf8") for lang in LANGUAGES
    }
    assert [r["id"] for r in rows(labels) if r["text"] not in texts[r["lang"]]] == []


@pytest.mark.parametrize("labels", LABELS, ids=lambda p: p.name)
def test_kind_basis_and_action_agree_with_the_class(labels: Path) -> None:
    for act in chain.from_iterable(row["acts"] for row in rows(labels)):
        directive = kind_of(act["act"]) == "directive"
        assert act["kind"] == kind_of(act["act"])
        assert (act["addressee_basis"] is not None) == directive
        assert (act["action"] is not None) == directive
        assert bool(act["addressees"]) == (act["addressee_basis"] in ("stated", "carried_over"))


@pytest.mark.parametrize("labels", OF_DOCUMENTS, ids=lambda p: p.name)
def test_the_three_languages_hold_the_same_acts(labels: Path) -> None:
    by_language = [
        [
            (r["id"].split("@")[0], [(a["act"], a["addressee_basis"]) for a in r["acts"]])
            for r in rows(labels)
            if r["lang"] == lang
        ]
        for lang in LANGUAGES
    ]
    assert by_language[0] == by_language[1] == by_language[2] != []


def test_every_sample_says_that_it_is_not_an_official_text() -> None:
    says = {"ar": "ليست نصاً رسمياً", "en": "not an official text", "fr": "pas un texte officiel"}
    for sample in SAMPLES.glob("lake-chad-*.*.[mt]*"):
        assert says[sample.name.split(".")[1]] in sample.read_text(encoding="utf8"), sample.name
