"""What a commitment's row of the matrix says, in the officer's language, and on which entries each part of it rests."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mutabaa.people.policy import Deed, Viewer
from mutabaa.register import Entry, Record, Standing, State
from mutabaa.register.judged_axes import assessment_that_counts
from mutabaa.register.statements import BEARINGS, LEVELS, LIFECYCLES
from mutabaa.register.words import axis_value
from mutabaa.reports.exchange.matrix import GROUPS, MatrixRow
from mutabaa.reports.exchange.words import exchange_words
from mutabaa.vocabulary import Language

# Whoever may do one of these may fill in the cells.
DEEDS: Mapping[str, tuple[Deed, ...]] = {
    "lifecycle": ("record",),
    "assessment": ("assess",),
    "due": ("record",),
    "focal_point": ("assign",),
    "evidence": ("cite",),
    "reply": ("reply",),
    "note": ("record", "cite"),
}


def editable_columns(viewer: Viewer, groups: Sequence[str]) -> frozenset[str]:
    """The columns of these groups that the viewer may fill in."""
    return frozenset(
        column for group in groups if any(map(viewer.may, DEEDS[group])) for column in GROUPS[group]
    )


def choices(language: Language) -> Mapping[str, tuple[str, ...]]:
    """The words offered in a column."""
    bearings = exchange_words(language)["bearing"]
    return {
        "lifecycle": tuple(axis_value("lifecycle", value, language) for value in LIFECYCLES),
        "level": tuple(axis_value("implementation", str(level), language) for level in LEVELS),
        "bearing": tuple(str(bearings[bearing]) for bearing in BEARINGS),
    }


def matrix_row(one: Standing, state: State, language: Language) -> MatrixRow:
    """The row of a commitment. Groups that only add to what was said are empty."""
    record = one.commitment
    cells = {
        "code": one.code,
        "wording": _wording(record, state, language),
        "addressee": "; ".join(_addressees(record, language)),
        **{
            axis: axis_value(axis, one.axes[axis].value, language)
            for axis in ("timeliness", "evidence", "judgement")
        },
        **_lifecycle(one, language),
        **_assessment(record, language),
        "due": due_words(record.value("due")),
        "focal_point": "\n".join(focal_points(record)),
    }
    return MatrixRow(code=one.code, cells=cells, names=names(record))


def names(record: Record) -> Mapping[str, str]:
    """For each group, the entries that its cells show: others when somebody said something meanwhile."""
    shown = {
        "lifecycle": record.all("lifecycle")[-1:],
        "assessment": (*record.all("assessment"), *record.all("judgement")),
        "due": record.all("due")[-1:],
        "focal_point": (*record.all("focal_point"), *record.all("focal_point_answer")),
    }
    return {group: " ".join(sorted(entry.name[:16] for entry in entries)) for group, entries in shown.items()}


def last_author(record: Record, group: str) -> str:
    """Who spoke last in a group; empty where nobody did."""
    says = {"assessment": ("assessment", "judgement"), "focal_point": ("focal_point", "focal_point_answer")}
    entries = [e for e in record.entries if e.assertion.says in says.get(group, (group,))]
    return max(entries, key=lambda entry: entry.number).assertion.stated_by if entries else ""


def due_words(rule: Mapping[str, Any] | None) -> str:
    """A due rule in one cell: its date where it has one; else its length, its event, or its words."""
    if not rule:
        return ""
    return str(rule.get("on") or rule.get("length") or rule.get("every") or rule.get("words") or "")


def focal_points(record: Record) -> list[str]:
    """The codes of the entities that were asked."""
    asked = (entry.assertion.value for entry in record.all("focal_point"))
    return list(dict.fromkeys(str(value["entity"]) for value in asked if isinstance(value, Mapping)))


def _lifecycle(one: Standing, language: Language) -> Mapping[str, str]:
    said = one.commitment.newest("lifecycle")
    return {
        "lifecycle": axis_value("lifecycle", one.axes["lifecycle"].value, language),
        "lifecycle_since": _since(said),
        "lifecycle_source": (said.assertion.source or "") if said else "",
    }


def _assessment(record: Record, language: Language) -> Mapping[str, str]:
    counts = assessment_that_counts(record)
    if counts is None or not isinstance(counts.assertion.value, Mapping):
        return dict.fromkeys(GROUPS["assessment"], "")
    value: Mapping[str, Any] = counts.assertion.value
    return {
        "level": axis_value("implementation", str(value["level"]), language),
        "reasons": str(value["reasons"]),
        "sources": "\n".join(map(str, value["sources"])),
        "assessed_on": _since(counts),
    }


def _since(entry: Entry | None) -> str:
    return str(entry.assertion.effective_on or "") if entry else ""


def _wording(record: Record, state: State, language: Language) -> str:
    """The paragraph in the officer's language, or in one that it has."""
    provision = record.value("part_of")
    spoken: dict[str, str] = {}
    for holder in [state.record(provision), record] if provision else [record]:
        for entry in holder.all("wording"):
            value: Any = entry.assertion.value
            spoken.setdefault(value["language"], value["text"])
    return spoken.get(language) or next(iter(spoken.values()), "")


def _addressees(record: Record, language: Language) -> Iterator[str]:
    for entry in record.all("addressee"):
        value: Any = entry.assertion.value
        named = value.get("names") or {}
        if named:
            yield str(named.get(language) or next(iter(named.values())))
        elif value.get("actor"):
            yield str(value["actor"])
        else:
            # Nobody named is said, never left to be guessed.
            yield str(
                exchange_words(language)["sheet"]["itself" if value["basis"] == "self" else "not_stated"]
            )
