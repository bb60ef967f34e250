"""The overview, at the moment asked for and as far as the viewer sees."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mutabaa.desk.instrument import instruments
from mutabaa.desk.listing import addressee_names
from mutabaa.desk.overview import GROUPED, Change, Overview, grouped, overview
from mutabaa.people.policy import Viewer
from mutabaa.register import Record
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.web.door import shown_to
from mutabaa.web.overview.figures import COLUMNS, Links, bar, decimal, months, ordered, percent, scale
from mutabaa.web.standing.choices import chips, facet_name, filters_asked, label_of, told_name, unnamed
from mutabaa.wiring.register import Register

# Rows of a table before the rest is a click away.
FIRST = 10
# What may be asked for in full, by `show`.
SECTIONS = (*GROUPED, "meeting", "provision", "months", "new", "gone", "changed", "evidence")


@shown_to("read")
def overview_page(request: HttpRequest, viewer: Viewer, register: Register, moment: Moment) -> HttpResponse:
    """`since`: a day, to tell what changed from it; else the day of the last meeting. Any filter of the list narrows
    the whole. `show`: one of SECTIONS in full, alone; `provision` within an instrument that is asked for."""
    show, filters = request.GET.get("show", ""), filters_asked(request.GET)
    if (show and show not in SECTIONS) or (show == "provision" and not filters.instrument):
        raise BadRequest("show: no such section")
    texts = instruments(register, viewer, moment)
    since = _since(request, texts, moment)
    found = overview(register, viewer, moment, since, filters)
    state = register.state(moment, viewer.sight)
    tables = {**{str(by): groups for by, groups in found.groups.items()}, "meeting": found.meetings}
    if show == "provision":
        tables = {show: grouped(register, viewer, moment, "provision", filters)}
    addressees = {
        group.value for group in found.groups["addressee"][: None if show == "addressee" else FIRST]
    }
    names = addressee_names(register, viewer, moment, unnamed(addressees | filters.addressee))
    shown = {
        "found": found,
        "since": since,
        "show": show,
        "first": None if show else FIRST,
        "tables": {by: groups for by, groups in tables.items() if groups and show in ("", by)},
        "changes": _changes(found, show),
        "links": Links(request=request, filters=filters, instruments={text.code: text for text in texts}),
        "chips": chips(filters, state, request, names),
        "scale": scale(found.whole),
        "months": months(found.timeline, everything=show == "months"),
        "columns": COLUMNS,
        "ordered": ordered,
        "bar": bar,
        "percent": percent,
        "decimal": decimal,
        "told_name": told_name,
        "group_name": group_name,
        "heading": heading,
        "label_of": lambda by, value: label_of(by, value, state, names),
    }
    return render(request, "overview/overview.html", shown)


def group_name(by: str) -> str:
    """What a table groups by."""
    return _("Meeting") if by == "meeting" else facet_name(by)


def heading(by: str) -> str:
    """The heading of a table."""
    return {
        "addressee": _("By addressee"),
        "theme": _("By theme"),
        "instrument": _("By instrument"),
        "provision": _("By paragraph"),
        "meeting": _("By meeting"),
    }[by]


def _since(request: HttpRequest, texts: Iterable[Record], moment: Moment) -> Moment | None:
    """The end of the day asked for, else of the day of the last meeting before: as known then. None where there is
    neither. Raises BadRequest for what is no date."""
    written = request.GET.get("since", "").strip()
    try:
        days = [PartialDate.from_iso(written)] if written else [*_adopted(texts)]
    except ValueError as wrong:
        raise BadRequest("since: not a date") from wrong
    before = [one.last_day for one in days if written or one.last_day < moment.as_at]
    if not before:
        return None
    day = max(before)
    return Moment(as_at=day, known_by=datetime.combine(day, time.max, UTC))


def _adopted(texts: Iterable[Record]) -> Iterable[PartialDate]:
    return (PartialDate.from_iso(str(text.value("adopted"))) for text in texts if text.value("adopted"))


def _changes(found: Overview, show: str) -> dict[str, Sequence[str | Change]]:
    """What changed, by the name of its section."""
    if found.changes is None:
        return {}
    by: dict[str, Sequence[str | Change]] = {
        "changed": found.changes.changed,
        "evidence": found.changes.evidence,
        "new": found.changes.new,
        "gone": found.changes.gone,
    }
    return {name: told for name, told in by.items() if show in ("", name)}
