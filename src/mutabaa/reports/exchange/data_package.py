"""The tables with their description as a Data Package (datapackage.json, Table Schema; specs of Frictionless Data)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from mutabaa.register import State
from mutabaa.register.actors import Actor
from mutabaa.reports.exchange.tables import SHEETS, Field, Sheet, csv_of

DESCRIPTION = (
    "What a body of States agreed and what came of it, as far as its maker sees it. Text that begins with =, +, - or"
    " @ bears an apostrophe before it, so that no spreadsheet takes it for a formula. Several values in one cell stand"
    " one a line. Dates may be partial (2018, 2018-03). An empty cell is not stated; it is not zero."
)


def data_package(state: State, actors: Iterable[Actor], *, name: str) -> Iterator[tuple[str, bytes]]:
    """The files of the package, its description last. `name`: lower-case letters, digits and hyphens."""
    known = tuple(actors)
    resources = []
    for sheet in SHEETS:
        content = csv_of(sheet, state, known)
        path = f"{sheet.name}.csv"
        yield path, content
        resources.append(_resource(sheet, path, content))
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": name,
        "description": DESCRIPTION,
        "created": state.moment.known_by.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "resources": resources,
    }
    yield "datapackage.json", (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()


def _resource(sheet: Sheet, path: str, content: bytes) -> Mapping[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(field, sheet) for field in sheet.fields],
        "missingValues": [""],
        "foreignKeys": [
            {"fields": field.name, "reference": {"resource": field.refers_to, "fields": "code"}}
            for field in sheet.fields
            if field.refers_to
        ],
    }
    if sheet.key:
        schema["primaryKey"] = sheet.key
    return {
        "profile": "tabular-data-resource",
        "name": sheet.name,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"lineTerminator": "\r\n", "delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }


def _field(field: Field, sheet: Sheet) -> Mapping[str, Any]:
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.name == sheet.key:
        constraints["unique"] = True
    told: dict[str, Any] = {"name": field.name, "type": field.type}
    return told | ({"constraints": constraints} if constraints else {})
