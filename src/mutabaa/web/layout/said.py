"""Values as a page says them: in the reader's language, by the official words, each set in its own direction."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from mutabaa.register import Marking
from mutabaa.register.axes import Axis, AxisName
from mutabaa.register.words import axis_name as name_of_axis
from mutabaa.register.words import axis_value as value_of_axis
from mutabaa.register.words import why as why_axis
from mutabaa.reports.wording import wording
from mutabaa.vocabulary import LANGUAGES, Language, direction
from mutabaa.vocabulary.acts import RANKED, force

# First-strong isolate and its end: what lies between sets its own direction and disturbs no other.
_ISOLATE, _END = "\u2068", "\u2069"
_LANGUAGE_NAMES: Mapping[Language, str] = {"ar": "العربية", "en": "English", "fr": "Français"}
_CODE_START = Markup('<bdi dir="ltr" class="code">')
_OWN_END = Markup("</bdi>")
_BY_CODE: Mapping[str, Language] = {one: one for one in LANGUAGES}
# Facts of the sentences about axes that are dates.
_DATES = ("since", "last", "due", "done")


def language() -> Language:
    """The language of the page."""
    return _BY_CODE.get((get_language() or "en")[:2], "en")


def language_name(of: Language) -> str:
    """A language by its own name."""
    return _LANGUAGE_NAMES[of]


def page_direction() -> str:
    """Which way the page is written."""
    return direction(language())


def day(value: object) -> str:
    """A day, month or year as official documents write it; what is no date comes back as it is."""
    if isinstance(value, datetime):
        value = value.astimezone(UTC).date()
    return wording(language()).calendar.write(value.isoformat() if isinstance(value, date) else str(value))


def instant(value: datetime) -> str:
    """An instant to the minute, in Coordinated Universal Time."""
    there = value.astimezone(UTC)
    return f"{day(there)} {_ISOLATE}{there:%H:%M} UTC{_END}"


def period(value: str) -> str:
    """A length of time: "P90D" is "90 days"."""
    return wording(language()).calendar.period(value)


def count(noun: str, n: int) -> str:
    """A number with its noun in the form the number asks for (reports/words, counts)."""
    return wording(language()).count(noun, n)


def isolated(value: object) -> str:
    """Plain text that sets its own direction, for places that hold no markup: titles, attributes."""
    return f"{_ISOLATE}{value}{_END}"


def own(value: object, of: str | None = None) -> Markup:
    """Words in their own language and direction, whichever surrounds them."""
    return _own_start(of if of in LANGUAGES else None) + escape(value) + _OWN_END


@cache
def _own_start(of: Language | None) -> Markup:
    if of is None:
        return Markup('<bdi dir="auto">')
    return Markup('<bdi lang="{}" dir="{}">').format(of, direction(of))


def code(value: object) -> Markup:
    """A code, symbol or hash: always left to right, and broken after a stroke where a line ends."""
    return _CODE_START + Markup("/<wbr>").join(escape(str(value)).split("/")) + _OWN_END


def axis_name(axis: AxisName) -> str:
    """What an axis is called."""
    return name_of_axis(axis, language())


def axis_value(axis: AxisName, value: str | None) -> str:
    """A value of an axis; that nobody said is said."""
    return value_of_axis(axis, value, language())


def why(axis: Axis) -> str:
    """The sentence that says by which rule the value is what it is; its facts keep their own direction."""
    facts = {
        name: fact if name == "lifecycle" else isolated(day(fact) if name in _DATES else fact)
        for name, fact in axis.facts.items()
    }
    return why_axis(replace(axis, facts=facts), language())


def marking_name(marking: Marking) -> str:
    """What a marking is called."""
    return {
        "public": _("public"),
        "internal": _("internal"),
        "restricted": _("restricted"),
        "confidential": _("confidential"),
    }[marking]


def act_name(act: str) -> str:
    """What an act of this class is called."""
    return wording(language()).text(f"acts.{act}")


def act_force(act: str) -> str:
    """The class of an act with the rank of its wording among directives."""
    words, rank = wording(language()), force(act)
    if rank is None:
        return words.text("particulars.wording_unranked").format(act=act_name(act))
    return words.text("particulars.wording").format(act=act_name(act), rank=rank, ranks=len(RANKED))


def due(rule: Mapping[str, Any] | None) -> str:
    """When a commitment is due, by its rule; the words of the text stand in their own direction."""
    said = wording(language())
    if not rule or rule["kind"] == "none":
        return said.text("particulars.deadline_none")
    words = isolated(rule.get("words") or "")
    kind, value = rule["kind"], rule.get("on") or rule.get("length") or rule.get("every")
    if kind in ("event", "open") or not value:
        key = kind if kind in ("event", "open") else "yearless" if kind == "date" else None
        return said.text(f"particulars.deadline_{key}").format(words=words) if key else words
    written = day(value) if kind == "date" else period(value)
    if not rule.get("words") or written in rule["words"]:
        return words if rule.get("words") else written
    return said.text(f"particulars.deadline_{kind}").format(words=words, date=written, duration=written)
