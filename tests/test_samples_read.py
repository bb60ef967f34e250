"""The sample documents are read as their labels say, in three languages and in every form."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mutabaa.reading import Act, Passage, Reading, read
from mutabaa.texts import open_text

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
DOCUMENTS = [
    f"{name}.{lang}" for name in ("lake-chad-report", "lake-chad-resolution") for lang in ("ar", "en", "fr")
]
Row = dict[str, Any]


@cache
def reading(name: str) -> Reading:
    return read(open_text(next(SAMPLES.glob(f"{name}.[mt]*"))))


def operative(of: Reading) -> list[Passage]:
    return [passage for passage in of.passages if passage.kind == "operative"]


def gold(name: str) -> list[Row]:
    stem, lang = name.rsplit(".", 1)
    lines = (SAMPLES / "labels" / f"{stem}.gold.jsonl").read_text(encoding="utf8").splitlines()
    return [row for row in map(json.loads, lines) if row["lang"] == lang]


def labelled(row: Row) -> list[Any]:
    """What the label says of each act, without its spans."""
    return [
        (
            act["act"],
            act["addressee_basis"],
            len(act["addressees"]),
            [(d["kind"], d["value"]) for d in (act["deadline"], *act.get("more_deadlines", [])) if d],
            act["reiterated"],
        )
        for act in row["acts"]
    ]


def bare(addressee: str) -> str:
    """An addressee without its article: "à l'Organisation" names the same one either way."""
    return re.sub(r"^(?:[Tt]he |[Ll]es? |[Ll]a |[Ll]’)", "", addressee)


def found(act: Act) -> Any:
    return act.act, act.basis, len(act.addressees), [(d.kind, d.value) for d in act.deadlines], act.reiterated


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_operative_paragraphs_are_found_with_their_numbers(name: str) -> None:
    expected = [(str(n), row["text"]) for n, row in enumerate(gold(name), start=1)]
    assert [(passage.number, passage.text) for passage in operative(reading(name))] == expected


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_act_is_found_with_its_class_addressees_and_deadlines(name: str) -> None:
    wrong = [
        (row["id"], labelled(row), [found(act) for act in passage.acts])
        for row, passage in zip(gold(name), operative(reading(name)), strict=True)
        if labelled(row) != [found(act) for act in passage.acts]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_words_of_verbs_addressees_and_actions_are_the_labelled_ones(name: str) -> None:
    for row, passage in zip(gold(name), operative(reading(name)), strict=True):
        for act, label in zip(passage.acts, row["acts"], strict=True):
            # Where the fixed complement of a verb ends is a matter of taste: one may go on where the other stops.
            shorter, longer = sorted((act.verb.text, label["verb"]), key=len)
            assert longer.startswith(shorter), row["id"]
            addressees = [bare(quote.text) for quote in act.addressees]
            assert addressees == [bare(text) for text in label["addressees"]], row["id"]
            assert (act.action.text if act.action else None) == label["action"], row["id"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_instruments_are_found_with_their_symbols(name: str) -> None:
    for row, passage in zip(gold(name), operative(reading(name)), strict=True):
        expected = {instrument["symbol"] for instrument in row["instruments"] if instrument["symbol"]}
        assert {i.symbol for i in passage.instruments if i.symbol} == expected, row["id"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_document_says_who_it_is(name: str) -> None:
    of, report = reading(name), "report" in name
    assert of.language == name[-2:]
    assert of.symbol is not None and of.symbol.value == (
        "SAMPLE/ACM-2022/LCB-REP" if report else "SAMPLE/RES/2022/1"
    )
    assert of.date is not None and of.date.value == ("2022-09-22" if report else "2022-12-14")


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_word_and_pdf_forms_give_the_same_codes(form: str) -> None:
    def codes(of: Reading) -> list[tuple[str, str]]:
        return [(of.code(p, n), act.act) for p in operative(of) for n, act in enumerate(p.acts)]

    other = read(open_text(SAMPLES / f"lake-chad-report.ar.{form}"))
    assert codes(other) == codes(reading("lake-chad-report.ar")) != []
