"""The reference table of names in three languages: States, organizations, offices, mechanisms, places, instruments."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from mutabaa.vocabulary.languages import Language

NameKind = Literal["state", "actor", "mechanism", "place", "instrument"]
_FILES: dict[str, NameKind] = {
    "states.csv": "state",
    "organizations.csv": "actor",
    "roles.csv": "actor",
    "mechanisms.csv": "mechanism",
    "places.csv": "place",
    "instruments.csv": "instrument",
}
_HERE = Path(__file__).parent

__all__ = ["Name", "NameKind", "names", "official_name"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Name:
    """One name of one thing in one language. `since`, `until`: ISO dates between which it bore the name ("" open)."""

    key: str
    kind: NameKind
    language: Language
    text: str
    since: str = ""
    until: str = ""


@cache
def names(language: Language) -> tuple[Name, ...]:
    """All names of a language; the first given for a key is its official one. Rows starting with # are remarks."""
    return tuple(name for file, kind in _FILES.items() for name in _rows(file, kind, language))


def _rows(file: str, kind: NameKind, language: Language) -> Iterator[Name]:
    with (_HERE / file).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            if row["language"] == language:
                yield Name(
                    key=row["key"],
                    kind=kind,
                    language=language,
                    text=row["name"],
                    since=row["from"] or "",
                    until=row["until"] or "",
                )


def official_name(key: str, language: Language, on: str = "") -> str | None:
    """The official name of a key in a language: as it was called on an ISO date (partial allowed), else as it is
    called now; None when the table has none.

    >>> official_name("oic/icesco", "en"), official_name("state/mli", "ar")
    ('Islamic World Educational, Scientific and Cultural Organization', 'مالي')
    >>> official_name("oic/icesco", "en", on="2017-09-20")
    'Islamic Educational, Scientific and Cultural Organization'
    """
    return next((name.text for name in names(language) if name.key == key and _borne(name, on)), None)


def _borne(name: Name, on: str) -> bool:
    if not on:
        return not name.until
    return name.since <= on and (not name.until or on < name.until)
