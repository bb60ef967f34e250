"""The actors that come with the product: States, organizations, organs, offices, mechanisms; who belongs to what."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from mutabaa.vocabulary.languages import LANGUAGES
from mutabaa.vocabulary.names import Name, names
from mutabaa.vocabulary.names.folding import folded

ActorKind = Literal["state", "organization", "organ", "movement", "coalition", "fund", "mechanism"]
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
# Which edition of the table this is; it is named wherever a name comes from it.
EDITION = "2026-11"
_PREFIX = "actor/"
_HERE = Path(__file__).parent
_KIND_OF_FILE: Mapping[str, ActorKind] = {"state": "state", "mechanism": "mechanism", "role": "organ"}


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceActor:
    """An actor of the table. `belongs`: to whom (a code) and as what; the first name of a language is official."""

    code: str
    kind: ActorKind
    names: tuple[Name, ...]
    belongs: tuple[tuple[str, str], ...] = ()


def actor_code(key: str) -> str:
    """The public address of the actor with a key of the reference table.

    >>> actor_code("oic/icesco"), actor_code("actor/oic/icesco")
    ('actor/oic/icesco', 'actor/oic/icesco')
    """
    return key if key.startswith(_PREFIX) else _PREFIX + key


def is_actor_code(code: str) -> bool:
    """Whether a code is an actor's address."""
    return code.startswith(_PREFIX) and len(code) > len(_PREFIX)


@cache
def reference_actors() -> Mapping[str, ReferenceActor]:
    """Every actor of the table by its code."""
    kinds = {row[0]: row[1] for row in _rows("kinds.csv")}
    belongs = defaultdict[str, list[tuple[str, str]]](list)
    for key, of, role in _rows("memberships.csv"):
        belongs[key].append((actor_code(of), role))
    by_key = defaultdict[str, list[Name]](list)
    for language in LANGUAGES:
        for name in names(language):
            if name.kind in ("state", "actor", "mechanism"):
                by_key[name.key].append(name)
    return {
        actor_code(key): ReferenceActor(
            code=actor_code(key),
            kind=_KIND_OF_FILE.get(key.partition("/")[0]) or kinds[key],  # type: ignore[arg-type]
            names=tuple(borne),
            belongs=tuple(belongs[key]),
        )
        for key, borne in by_key.items()
    }


@cache
def by_folded_name() -> Mapping[str, tuple[Name, ...]]:
    """The names of the table by their folded form: one look-up however long the table is."""
    found = defaultdict[str, list[Name]](list)
    for actor in reference_actors().values():
        for name in actor.names:
            found[folded(name.text)].append(name)
    return {form: tuple(alike) for form, alike in found.items()}


def members(of: str, role: str = "member") -> tuple[str, ...]:
    """The codes of those who belong to an actor in a role.

    >>> len(members("actor/un")), len(members("actor/oic"))
    (193, 57)
    """
    return tuple(code for code, actor in reference_actors().items() if (of, role) in actor.belongs)


def _rows(file: str) -> Iterator[tuple[str, ...]]:
    with (_HERE / file).open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(line for line in lines if not line.startswith("#"))
        next(rows)
        yield from map(tuple, rows)
