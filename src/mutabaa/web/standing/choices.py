"""The filters of the list: what may be chosen, how many commitments each choice has, and what was chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from mutabaa.desk.listing import Filters, Listing
from mutabaa.register import AXES, State
from mutabaa.register.axes import AxisName
from mutabaa.vocabulary.acts import ACT_CLASSES
from mutabaa.web.layout import said
from mutabaa.web.layout.records import actor_name, basis_name

# What stands in an address for what is not stated.
NOT_STATED = "-"
FACETS = ("instrument", "addressee", "theme", "act", *AXES)


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A value of a facet. `value`: as it stands in the address."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Facet:
    """A facet with its values, those of the scale in its order, others the most frequent first."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def filters_asked(query: QueryDict) -> Filters:
    """The filters of a query; a facet may be given several times."""
    names = (*FACETS, "provision", "marking", "due")
    asked = {name: frozenset(filter(None, query.getlist(name))) for name in names}
    return Filters(
        **{
            name: frozenset("" if one == NOT_STATED else one for one in values)
            for name, values in asked.items()
        }
    )


def choices(found: Listing, filters: Filters, state: State) -> tuple[Facet, ...]:
    """Every facet that divides what is listed, or by which it is narrowed."""
    facets = (_facet(name, found, filters, state) for name in FACETS)
    return tuple(one for one in facets if len(one.choices) > 1 or any(c.chosen for c in one.choices))


def _facet(name: str, found: Listing, filters: Filters, state: State) -> Facet:
    counts, chosen = dict(found.facets.get(name, {})), getattr(filters, name)
    values = [*counts, *sorted(chosen - counts.keys())]
    made = [
        Choice(
            value=value or NOT_STATED,
            label=_label(name, value, state),
            count=counts.get(value, 0),
            chosen=value in chosen,
        )
        for value in values
    ]
    return Facet(name=name, label=_facet_name(name), choices=tuple(_in_order(name, made)))


def _in_order(name: str, made: Iterable[Choice]) -> list[Choice]:
    if name == "act":
        return sorted(made, key=lambda one: ACT_CLASSES.index(one.value) if one.value in ACT_CLASSES else 99)
    return sorted(made, key=lambda one: (-one.count, one.label))


def _facet_name(name: str) -> str:
    if name in AXES:
        return said.axis_name(next(axis for axis in AXES if axis == name))
    return {
        "instrument": _("Instrument"),
        "addressee": _("Addressee"),
        "theme": _("Theme"),
        "act": _("Force of wording"),
    }[name]


def _label(name: str, value: str, state: State) -> str:
    axis: AxisName | None = next((axis for axis in AXES if axis == name), None)
    if axis is not None:
        return said.axis_value(axis, value or None)
    if not value:
        return _("not stated")
    if name == "act":
        return said.act_name(value)
    if name == "addressee":
        return basis_name(value) or actor_name(value, state)
    return value
