"""The filters of the list: what may be chosen, how many commitments each choice has, and what was chosen."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from mutabaa.desk.listing import TOLD, Filters, Listing
from mutabaa.register import AXES, MARKINGS, State
from mutabaa.register.axes import AxisName
from mutabaa.vocabulary.acts import ACT_CLASSES
from mutabaa.vocabulary.names.actors import is_actor_code
from mutabaa.web.layout import said
from mutabaa.web.layout.records import actor_name, basis_name

# What stands in an address for what is not stated.
NOT_STATED = "-"
FACETS = ("instrument", "addressee", "theme", "act", *AXES)
# What narrows the list and is chosen elsewhere: on the overview, or on a text's page.
FROM_ELSEWHERE = ("provision", "marking", "due")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A value of a facet. `value`: as it stands in the address; `href`: this list with it, or without it if chosen."""

    value: str
    label: str
    count: int
    chosen: bool
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Facet:
    """A facet with its values, acts in the order of their force, others the most frequent first."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Chip:
    """A filter that is set, and the address of the list without it."""

    name: str
    label: str
    href: str


def filters_asked(query: QueryDict) -> Filters:
    """The filters of a query; a facet may be given several times."""
    asked = {name: frozenset(filter(None, query.getlist(name))) for name in (*FACETS, *FROM_ELSEWHERE)}
    return Filters(
        **{
            name: frozenset("" if one == NOT_STATED else one for one in values)
            for name, values in asked.items()
        }
    )


def query_of(filters: Filters) -> list[tuple[str, str]]:
    """The query that asks for these filters: what `filters_asked` reads."""
    return [
        (one.name, value or NOT_STATED)
        for one in fields(filters)
        if one.name != "among"
        for value in sorted(getattr(filters, one.name))
    ]


def told_asked(query: QueryDict) -> tuple[str, str] | None:
    """A month of the overview's timeline: `told=evidence:2018-03` is ("evidence", "2018-03"). Raises BadRequest."""
    written = query.get("told", "")
    if not written:
        return None
    told, _colon, month = written.partition(":")
    if told not in TOLD or not _MONTH.fullmatch(month):
        raise BadRequest("told: not a month of the timeline")
    return told, month


Names = Mapping[str, Mapping[str, str]]
# Choices of a facet that are offered, the most frequent; a search finds what has fewer.
_OFFERED = 60


def unnamed(values: Iterable[str]) -> list[str]:
    """The addressees among these values that are words of a text, and no code of an actor."""
    return [value for value in values if value and not is_actor_code(value) and basis_name(value) is None]


def choices(
    found: Listing, filters: Filters, state: State, request: HttpRequest, names: Names
) -> tuple[Facet, ...]:
    """Every facet that divides what is listed, or by which it is narrowed."""
    facets = (_facet(name, found, filters, state, request, names) for name in FACETS)
    return tuple(one for one in facets if len(one.choices) > 1 or any(c.chosen for c in one.choices))


def chips(filters: Filters, state: State, request: HttpRequest, names: Names) -> tuple[Chip, ...]:
    """Every filter that is set."""
    made = [
        Chip(
            name=facet_name(name),
            label=label_of(name, value, state, names),
            href=_changed(request, name, value or NOT_STATED, there=True),
        )
        for name in (*FACETS, *FROM_ELSEWHERE)
        for value in sorted(getattr(filters, name))
    ]
    if told := told_asked(request.GET):
        href = _changed(request, "told", f"{told[0]}:{told[1]}", there=True)
        made.append(Chip(name=told_name(told[0]), label=said.day(told[1]), href=href))
    return tuple(made)


def told_name(told: str) -> str:
    """What the timeline tells of a month."""
    return {
        "recorded": _("Recorded"),
        "due": _("Due"),
        "evidence": _("Evidence"),
        "assessment": _("Assessed"),
    }[told]


def facet_name(name: str) -> str:
    """What a facet is called."""
    if name in AXES:
        return said.axis_name(next(axis for axis in AXES if axis == name))
    return {
        "instrument": _("Instrument"),
        "provision": _("Paragraph"),
        "addressee": _("Addressee"),
        "theme": _("Theme"),
        "act": _("Force of wording"),
        "marking": _("Marking"),
        "due": _("Due"),
    }[name]


def label_of(name: str, value: str, state: State, names: Names) -> str:
    """A value of a facet as the reader calls it; "" is what is not stated, or not assessed. `names`: of
    addressees that no actor is known for. What no facet has comes back as it is."""
    axis: AxisName | None = next((axis for axis in AXES if axis == name), None)
    try:
        if axis is not None:
            return said.axis_value(axis, value or None)
        if name == "act" and value:
            return said.act_name(value)
    except KeyError:
        return value or _("not stated")
    if not value:
        return _("not stated")
    if name == "addressee":
        return basis_name(value) or names.get(value, {}).get(said.language()) or actor_name(value, state)
    if name == "due":
        return said.day(value)
    if name == "marking":
        return next((said.marking_name(one) for one in MARKINGS if one == value), value)
    return value


def offered(counts: Mapping[str, int]) -> list[str]:
    """The values of a facet that are offered, the most frequent first."""
    return sorted(counts, key=lambda value: (-counts[value], value))[:_OFFERED]


def _facet(
    name: str, found: Listing, filters: Filters, state: State, request: HttpRequest, names: Names
) -> Facet:
    counts, chosen = found.facets.get(name, {}), getattr(filters, name)
    values = [*offered(counts), *sorted(chosen - set(offered(counts)))]
    made = [
        Choice(
            value=value or NOT_STATED,
            label=label_of(name, value, state, names),
            count=counts.get(value, 0),
            chosen=value in chosen,
            href=_changed(request, name, value or NOT_STATED, there=value in chosen),
        )
        for value in values
    ]
    return Facet(name=name, label=facet_name(name), choices=tuple(_in_order(name, made)))


def _in_order(name: str, made: Iterable[Choice]) -> list[Choice]:
    if name == "act":
        return sorted(made, key=lambda one: ACT_CLASSES.index(one.value) if one.value in ACT_CLASSES else 99)
    return sorted(made, key=lambda one: (-one.count, one.label))


def _changed(request: HttpRequest, name: str, value: str, *, there: bool) -> str:
    """This list's query with one value taken out that is there, or added; the first page comes first."""
    pairs = [
        (key, one)
        for key, values in sorted(request.GET.lists())
        for one in values
        if one and key != "page" and (key, one) != (name, value)
    ]
    return f"?{urlencode(pairs if there else [*pairs, (name, value)])}"
