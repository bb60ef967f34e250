"""By what a commitment is found in a list: its instrument and provision, its act, whom it addresses, its themes."""

from collections.abc import Mapping
from dataclasses import dataclass

from mutabaa.register.assertion import Marking
from mutabaa.register.state import Record, State


@dataclass(frozen=True, kw_only=True, slots=True)
class Particulars:
    """What a list is narrowed by, beside the axes. None and () where nothing is said.

    `instrument`: where the chain of "part of" ends; `provision`: its first link. `addressees`: the code of each actor
    where it has one, else its name as written, else the basis on which nobody is named. `marking`: how strictly the
    commitment itself is kept.
    """

    instrument: str | None
    provision: str | None
    act: str | None
    addressees: tuple[str, ...]
    themes: tuple[str, ...]
    marking: Marking


def particulars(commitment: Record, state: State) -> Particulars:
    """What a list is narrowed by, as it stood at the moment of the state."""
    provision = commitment.value("part_of")
    act, kind = commitment.value("act"), commitment.newest("kind")
    addressees = (_addressee(entry.assertion.value) for entry in commitment.all("addressee"))
    return Particulars(
        instrument=_whole(commitment.code, provision, state),
        provision=provision,
        act=act["act"] if act else None,
        addressees=tuple(dict.fromkeys(addressees)),
        themes=tuple(dict.fromkeys(str(entry.assertion.value) for entry in commitment.all("theme"))),
        marking=kind.assertion.marking if kind else "internal",
    )


def _whole(code: str, part_of: str | None, state: State) -> str | None:
    """The record in which a chain of parts ends; a chain that bites its tail ends where it began to."""
    passed, whole = {code}, None
    while part_of and part_of not in passed:
        passed.add(part_of)
        whole = state.record(part_of)
        part_of = whole.value("part_of")
    return whole.code if whole else None


def _addressee(value: object) -> str:
    assert isinstance(value, Mapping)
    names = value.get("names") or {}
    named = (names[language] for language in ("en", "fr", "ar") if names.get(language))
    return str(value.get("actor") or next(named, value["basis"]))
