"""Statements, grades, bearings and kinds as a reader calls them, and the values of entries in words."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from mutabaa.desk.lineage import Kin
from mutabaa.reading.formats.words import word
from mutabaa.register import Assertion, Record
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.web.layout import said
from mutabaa.web.layout.records import body_name, party

# Statements whose value is an address.
_CODES = (
    "part_of",
    "same_as",
    "reiterates",
    "strengthens",
    "weakens",
    "drops",
    "symbol",
    "replaced_by",
    "shared_with",
    "located_at",
    "succeeded_by",
)


def kind_name(kind: str) -> str:
    """What a kind of record is called."""
    return _kind_names(said.language()).get(kind, kind)


@cache
def _kind_names(language: Language) -> Mapping[str, str]:
    """The names in the language of the page, which `language` is."""
    return {
        "instrument": _("instrument"),
        "provision": _("provision"),
        "commitment": _("commitment"),
        "actor": _("actor"),
        "activity": _("activity"),
        "place": _("place"),
        "event": _("event"),
        "source": _("source"),
        "assessment": _("assessment"),
        "need": _("need"),
        "contribution": _("contribution"),
    }


def statement_name(says: str) -> str:
    """What a statement is called; one without a name here is shown by its own."""
    if says in ("lifecycle", "evidence", "judgement"):
        return said.axis_name(says)  # type: ignore[arg-type]
    return _statement_names(said.language()).get(says, says.replace("_", " "))


@cache
def _statement_names(language: Language) -> Mapping[str, str]:
    """The names in the language of the page, which `language` is."""
    return {
        "kind": _("Kind of record"),
        "same_as": _("Same record as"),
        "retraction": _("Taken back"),
        "note": _("Note"),
        "name": _("Name"),
        "part_of": _("Part of"),
        "shared_with": _("Shared with"),
        "symbol": _("Symbol"),
        "title": _("Title"),
        "body": _("Body"),
        "document_kind": _("Kind of document"),
        "adopted": _("Adopted on"),
        "adopted_at": _("Adopted at"),
        "meeting": _("Meeting"),
        "version": _("Language version"),
        "wording": _("Wording"),
        "act": _("Act"),
        "requester": _("Requester"),
        "addressee": _("Addressee"),
        "beneficiary": _("Beneficiary"),
        "action": _("What is asked"),
        "due": _("Deadline"),
        "reiterates": _("Reiterates"),
        "strengthens": _("Strengthens"),
        "weakens": _("Weakens"),
        "drops": _("Drops"),
        "fulfilled": _("Fulfilled"),
        "theme": _("Theme"),
        "assessment": _("Assessment"),
        "planned": _("Planned for"),
        "held": _("Held"),
        "replaced_by": _("Replaced by"),
        "file": _("File"),
        "url": _("Address"),
        "language": _("Language"),
        "published": _("Published"),
        "origin": _("Origin"),
        "reliability": _("Reliability"),
        "credibility": _("Credibility"),
        "informant": _("Informant"),
        "actor_kind": _("Kind of actor"),
        "variant": _("Other name"),
        "member_of": _("Member of"),
        "succeeded_by": _("Succeeded by"),
        "founded_by": _("Founded by"),
        "focal_point": _("Focal point"),
        "focal_point_answer": _("Answer of the entity"),
        "occurred": _("Occurred"),
        "reported_by": _("Reported by"),
        "figure": _("Figure"),
        "verification": _("Verification"),
        "located_at": _("Place"),
        "field": _("Field"),
        "population": _("Population"),
        "severity": _("Severity"),
        "help": _("Kind of help"),
        "amount": _("Amount"),
        "donor": _("Donor"),
        "recipient": _("Recipient"),
        "stage": _("Stage"),
    }


def relation_name(relation: str, later: bool) -> str:
    """How a commitment stands to an earlier one, or a later one to it."""
    if later:
        return {
            "reiterates": _("Reiterated by"),
            "strengthens": _("Strengthened by"),
            "weakens": _("Weakened by"),
            "drops": _("Dropped by"),
        }[relation]
    return statement_name(relation)


def kin_name(kin: Kin, record: Record) -> str:
    """A link of the line of a record, as it is told on the record's page: what it does to an earlier one, what a later
    one does to it; of two others, what the later does to the earlier."""
    return relation_name(kin.relation, kin.earlier.code == record.code)


def bearing_name(bearing: str) -> str:
    """How a source bears on a commitment."""
    return {"supports": _("supports"), "contradicts": _("contradicts"), "context": _("context")}[bearing]


def grade_name(scale: str, grade: object) -> str:
    """A grade of a source with what it means; one that wasn't given is said not to be."""
    meanings = {
        "reliability": {
            "A": _("completely reliable"),
            "B": _("usually reliable"),
            "C": _("fairly reliable"),
            "D": _("not usually reliable"),
            "E": _("unreliable"),
            "F": _("cannot be judged"),
        },
        "credibility": {
            "1": _("confirmed"),
            "2": _("probably true"),
            "3": _("possibly true"),
            "4": _("doubtful"),
            "5": _("improbable"),
            "6": _("cannot be judged"),
        },
    }[scale]
    if str(grade) not in meanings:
        return _("not graded")
    return said.isolated(grade) + _(": ") + meanings[str(grade)]


def source_name(source: Record) -> Markup:
    """A source by its title or name, else its file or address, else its code."""
    for says in ("title", "name"):
        if isinstance(value := source.value(says), Mapping) and value.get("text"):
            return said.own(value["text"], value.get("language"))
    if isinstance(file := source.value("file"), Mapping):
        return said.own(file["name"])
    return said.code(source.value("url") or source.code)


def value_text(assertion: Assertion) -> Markup:
    """The value of an entry in words, each part in its own direction."""
    value, says = assertion.value, assertion.says
    if value is None:
        return Markup("")
    if says == "kind":
        return Markup("{}").format(kind_name(str(value)))
    if says in ("lifecycle",):
        return Markup("{}").format(said.axis_value("lifecycle", str(value)))
    if says in ("reliability", "credibility"):
        return Markup("{}").format(grade_name(says, value))
    if says in ("adopted", "published", "planned"):
        return Markup("{}").format(said.day(value))
    if says in ("body", "requester"):
        return said.own(body_name(value))
    if says == "document_kind":
        return said.own(word(said.language(), "document_kinds", str(value)))
    if says in (
        "part_of",
        "same_as",
        "reiterates",
        "strengthens",
        "weakens",
        "drops",
        "symbol",
        "replaced_by",
        "shared_with",
    ):
        return said.code(value)
    if says == "language" and value in LANGUAGES:
        return said.own(said.language_name(value), str(value))
    if isinstance(value, Mapping):
        return _fields_text(says, value)
    return said.own(value)


def _fields_text(says: str, value: Mapping[str, Any]) -> Markup:
    """A value of several fields: by what it is of where that is known, else field by field."""
    if says in ("addressee", "beneficiary"):
        return party(value)
    if says == "due":
        # A sentence of the page, with the words of the text isolated in it.
        return Markup("{}").format(said.due(value))
    if says == "act":
        return Markup("{}").format(said.act_force(value["act"]))
    if says == "evidence":
        words = said.own(value["words"]) if value.get("words") else ""
        return Markup("{} {}").format(bearing_name(value["bearing"]), words)
    if says == "assessment":
        level = said.axis_value("implementation", str(value["level"]))
        return Markup("{}. {}").format(level, said.own(value["reasons"]))
    if says == "judgement":
        words = said.own(value["words"]) if value.get("words") else ""
        return Markup("{} {}").format(said.axis_value("judgement", value["step"]), words)
    if says == "file":
        return said.own(value["name"])
    if "text" in value:
        return said.own(value["text"], value.get("language"))
    return Markup(" · ").join(_parts(value))


def _parts(value: Mapping[str, Any]) -> Iterable[Markup]:
    for part in value.values():
        if isinstance(part, Mapping):
            yield from _parts(part)
        elif isinstance(part, list | tuple):
            yield Markup(", ").join(said.own(one) for one in part)
        elif part is not None and part != "":
            yield said.own(part)


def rule_name(because: str) -> str:
    """The rule that proposed an entry, without the version of the reader, which stands behind it in parentheses."""
    return because.partition(" (mutabaa ")[0]
