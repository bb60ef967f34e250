"""Export what the viewer sees in the forms of other programs: tables, a Data Package, legal texts, entities."""

import re
from collections.abc import Iterator

from mutabaa.desk.errors import NotThere
from mutabaa.people.policy import Viewer
from mutabaa.register.actors import Actor, actor_of
from mutabaa.register.state import State
from mutabaa.reports.exchange.data_package import data_package
from mutabaa.reports.exchange.follow_the_money import entities
from mutabaa.reports.exchange.legal_text import languages_of, legal_text
from mutabaa.reports.exchange.tables import SHEETS, csv_of
from mutabaa.vocabulary.dates import Moment
from mutabaa.vocabulary.names.actors import actor_code, reference_actors
from mutabaa.wiring.register import Register

# What can't stand in the name of a file everywhere.
_NOT_IN_A_NAME = re.compile(r"[^\w.()-]+")


def export_csv(
    register: Register, viewer: Viewer, moment: Moment, *, for_excel: bool = False
) -> Iterator[tuple[str, bytes]]:
    """The tables at a moment, a file each. Raises NotAllowed."""
    viewer.must("export")
    state = register.state(moment, viewer.sight)
    actors = known_actors(state)
    return ((f"{sheet.name}.csv", csv_of(sheet, state, actors, for_excel=for_excel)) for sheet in SHEETS)


def export_data_package(
    register: Register, viewer: Viewer, moment: Moment, *, name: str = "register"
) -> Iterator[tuple[str, bytes]]:
    """The tables at a moment with their description. Raises NotAllowed."""
    viewer.must("export")
    state = register.state(moment, viewer.sight)
    return data_package(state, known_actors(state), name=name)


def export_legal_texts(
    register: Register, viewer: Viewer, moment: Moment, *, instrument: str | None = None
) -> Iterator[tuple[str, bytes]]:
    """Each instrument (or one) in each of its languages as Akoma Ntoso. Raises NotAllowed, NotThere."""
    viewer.must("export")
    state = register.state(moment, viewer.sight)
    if instrument is not None and state.record(instrument).kind != "instrument":
        raise NotThere(instrument)
    chosen = [state.record(instrument).code] if instrument else state.codes("instrument")
    return (
        (
            f"{_NOT_IN_A_NAME.sub('-', code).strip('.-')}.{language}.akn.xml",
            legal_text(code, language, state).encode(),
        )
        for code in chosen
        for language in languages_of(code, state)
    )


def export_entities(register: Register, viewer: Viewer, moment: Moment) -> bytes:
    """The actors as FollowTheMoney entities, one a line. Raises NotAllowed."""
    viewer.must("export")
    lines = entities(known_actors(register.state(moment, viewer.sight)))
    return "".join(f"{line}\n" for line in lines).encode()


def known_actors(state: State) -> tuple[Actor, ...]:
    """The actors that are recorded, and those of the reference table that a commitment, a focal point or another
    actor names, in the order of their codes."""
    reference = reference_actors()
    named = set(state.codes("actor"))
    for code in state.codes("commitment"):
        for says, field in (("addressee", "actor"), ("beneficiary", "actor"), ("focal_point", "entity")):
            for entry in state.record(code).all(says):
                value = entry.assertion.value
                if isinstance(value, dict) and value.get(field):
                    named.add(actor_code(str(value[field])))
    found = {code: actor_of(state.record(code), reference.get(code)) for code in sorted(named)}
    for of in {one.of for actor in list(found.values()) if actor for one in actor.memberships}:
        if of not in found:
            found[of] = actor_of(state.record(of), reference.get(of))
    return tuple(actor for _, actor in sorted(found.items()) if actor is not None)
