"""What narrows what was found, and how a hit is shown with its words lit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from mutabaa.desk.search import FACETS, Found, Hit
from mutabaa.vocabulary import LANGUAGES
from mutabaa.web.layout.said import language_name
from mutabaa.web.layout.statements import kind_name

# Values of a facet that are shown; the rest are rarer.
_SHOWN = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """A value of a facet. `is_code`: set left to right, whatever surrounds it."""

    value: str
    label: str
    count: int
    chosen: bool
    is_code: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Facet:
    """A facet with its values, the most frequent first."""

    name: str
    label: str
    values: tuple[Value, ...]

    @property
    def chosen(self) -> bool:
        return any(one.chosen for one in self.values)


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A search somebody kept. `href`: where it is asked again."""

    name: str
    query: str
    href: str


def facets(found: Found, filters: Mapping[str, str]) -> tuple[Facet, ...]:
    """Every facet that divides what was found, or narrows it."""
    made = (_facet(name, found.facets.get(name, {}), filters.get(name, "")) for name in FACETS)
    return tuple(one for one in made if len(one.values) > 1 or one.chosen)


def kept(saved: Mapping[str, Mapping[str, str]]) -> tuple[Kept, ...]:
    """Somebody's own searches by name."""
    return tuple(
        Kept(
            name=name,
            query=asked.get("query", ""),
            href=reverse("search")
            + "?"
            + urlencode({"q" if one == "query" else one: value for one, value in asked.items() if value}),
        )
        for name, asked in saved.items()
    )


def lit_parts(hit: Hit) -> Iterator[tuple[bool, str]]:
    """The snippet in order, each part lit or not."""
    at = 0
    for start, end in hit.lit:
        yield False, hit.snippet[at:start]
        yield True, hit.snippet[start:end]
        at = end
    yield False, hit.snippet[at:]


def _facet(name: str, counts: Mapping[str, int], chosen: str) -> Facet:
    values = list(counts)[:_SHOWN]
    if chosen and chosen not in values:
        values.append(chosen)
    return Facet(
        name=name,
        label={
            "kind": _("Kind of record"),
            "language": _("Language"),
            "instrument": _("Instrument"),
            "year": _("Year"),
        }[name],
        values=tuple(
            Value(
                value=one,
                label=_label(name, one),
                count=counts.get(one, 0),
                chosen=one == chosen,
                is_code=name == "instrument",
            )
            for one in values
        ),
    )


def _facet_name(name: str) -> str:
    return {
        "kind": _("Kind of record"),
        "language": _("Language"),
        "instrument": _("Instrument"),
        "year": _("Year"),
    }[name]


def _label(name: str, value: str) -> str:
    if name == "kind":
        return kind_name(value)
    if name == "language":
        return next((language_name(one) for one in LANGUAGES if one == value), value)
    return value
