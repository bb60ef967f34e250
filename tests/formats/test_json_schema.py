"""The JSON of a reading keeps its schema, and the schema keeps up with what a reading holds."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from mutabaa.reading import Act, Concern, Deadline, Fact, Instrument, Mention, Passage, Quote, Reading
from mutabaa.reading.findings import Basis, DeadlineKind
from mutabaa.reading.formats import written
from mutabaa.reading.formats.json_text import jsonl_of, reading_schema
from mutabaa.reading.formats.records import FACTS, act_record, reading_record
from mutabaa.reading.formats.words import words
from mutabaa.reading.passages import PassageKind
from mutabaa.texts import FileFormat, OfficialText, Problem
from mutabaa.vocabulary import ACT_CLASSES, LANGUAGES, Kind

# How a field of a class is called in the JSON, where it is called otherwise; None: told in another way.
RENAMED: dict[type, dict[str, str | None]] = {
    Act: {"basis": "addressee_basis", "deadlines": "deadline"},
    Passage: {"segments": None},
    Reading: {"official_text": "source"},
    Deadline: {"quote": "text"},
    Instrument: {"quote": "text"},
    Mention: {"quote": "text"},
}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return reading_schema()


def test_the_schema_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_reading_keeps_the_schema(schema: dict[str, Any], english: Reading, arabic: Reading) -> None:
    check = jsonschema.Draft202012Validator(schema)
    for reading in (english, arabic):
        check.validate(reading_record(reading))


def test_a_field_that_a_reading_gains_is_missed_in_the_schema(schema: dict[str, Any]) -> None:
    places = {Reading: schema, Quote: "quote", Fact: "fact", Passage: "passage", Act: "act", Deadline: "deadline",
              Instrument: "instrument", Mention: "mention", Concern: "concern", Problem: "problem"}  # fmt: skip
    for held, place in places.items():
        properties = (schema["$defs"][place] if isinstance(place, str) else place)["properties"]
        for field in fields(held):
            name = RENAMED.get(held, {}).get(field.name, field.name)
            assert name is None or name in properties, f"{held.__name__}.{field.name}"


def test_the_schema_names_the_same_kinds_as_the_code(schema: dict[str, Any]) -> None:
    defs = schema["$defs"]
    assert defs["act"]["properties"]["act"]["enum"] == list(ACT_CLASSES)
    assert defs["act"]["properties"]["kind"]["enum"] == list(get_args(Kind))
    assert defs["act"]["properties"]["addressee_basis"]["enum"] == [*get_args(Basis), None]
    assert defs["deadline"]["properties"]["kind"]["enum"] == list(get_args(DeadlineKind))
    assert defs["passage"]["properties"]["kind"]["enum"] == list(get_args(PassageKind))
    assert defs["source"]["properties"]["format"]["enum"] == list(get_args(FileFormat))
    assert defs["language"]["enum"] == list(LANGUAGES)
    mention_kind = next(field for field in fields(Mention) if field.name == "kind").type
    assert defs["mention"]["properties"]["kind"]["enum"] == list(get_args(mention_kind))


def test_a_word_misspelt_is_refused_by_the_schema(schema: dict[str, Any], english: Reading) -> None:
    record = reading_record(english)
    record["passages"][3]["acts"][0]["act"] = "recalls"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(record)


def test_facts_stand_at_the_top_as_plain_words(english: Reading) -> None:
    record = json.loads(written([english], "json"))
    assert (record["symbol"], record["language"], record["date"]) == ("XC/RES/12 (2019)", "en", "2019-05-14")
    assert record["place"] is None
    assert set(FACTS) <= set(record)


def test_offsets_of_every_quotation_give_its_words(arabic: Reading) -> None:
    text = arabic.official_text.text
    for passage in reading_record(arabic)["passages"]:
        for act in passage["acts"]:
            start, end = act["spans"]["verb"]
            assert text[start:end] == act["verb"]


def test_an_act_of_a_bare_paragraph_has_no_code(english: Reading) -> None:
    acts = [act for passage in english.passages for act in passage.acts]
    assert "code" not in act_record(acts[0])
    assert act_record(acts[2], "X/1.b")["deadline"] == {
        "text": "by 31 December 2019", "start": 224, "end": 243, "kind": "date", "value": "2019-12-31",
        "rule": "date.full",
    }  # fmt: skip


def test_jsonl_holds_one_reading_a_line(english: Reading, arabic: Reading) -> None:
    lines = jsonl_of([english, arabic]).splitlines()
    assert [json.loads(line)["code"] for line in lines] == ["XC/RES/12 (2019)", "البحيرة"]


def test_every_act_class_and_kind_has_a_word_in_three_languages() -> None:
    wanted = {
        "acts": ACT_CLASSES,
        "act_kinds": get_args(Kind),
        "basis": get_args(Basis),
        "deadline_kinds": get_args(DeadlineKind),
        "passage_kinds": get_args(PassageKind),
        "languages": LANGUAGES,
    }
    for language in LANGUAGES:
        for table, keys in wanted.items():
            assert set(keys) == set(words(language)[table]), f"{language} {table}"


def test_every_kind_of_document_the_reader_knows_has_a_word_in_three_languages() -> None:
    from mutabaa.reading.phrasebooks import load

    for language in LANGUAGES:
        for kind in load(language, "header")["kinds"]:
            assert all(kind in words(says)["document_kinds"] for says in LANGUAGES), kind


def test_the_three_languages_say_the_same_things() -> None:
    english = words("en")
    for language in LANGUAGES:
        assert {table: set(keys) for table, keys in words(language).items()} == {
            table: set(keys) for table, keys in english.items()
        }


def test_every_concern_the_reader_can_raise_has_a_sentence() -> None:
    import re

    import mutabaa.reading

    room = Path(mutabaa.reading.__file__).parent
    raised = {
        kind
        for file in room.rglob("*.py")
        for kind in re.findall(r'[Cc]oncern\(\s*(?:kind=)?"(\w+)"', file.read_text(encoding="utf-8"))
    }
    assert raised, "the reader raises no concern at all: has the way they are made changed?"
    for language in LANGUAGES:
        assert raised <= set(words(language)["concerns"]), language


def test_the_text_of_a_document_is_not_repeated(english: Reading) -> None:
    # Passages hold the words; the whole text beside them would double every corpus.
    assert OfficialText.__slots__ and "official_text" not in reading_record(english)
