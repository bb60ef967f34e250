"""From the form of a correction to what a person states in a proposal's stead; what they left as it was stays so."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from mutabaa.register.due import DUE_KINDS, Period
from mutabaa.review import KeptText
from mutabaa.review.proposal import Proposed
from mutabaa.vocabulary import ACT_CLASSES, LANGUAGES
from mutabaa.vocabulary.acts import kind_of
from mutabaa.vocabulary.dates import PartialDate

# What a person may say otherwise. What a record is and where it belongs is not a matter of wording.
EDITED = frozenset(
    ("act", "addressee", "beneficiary", "due", "wording", "action", "title", "adopted", "published")
) | frozenset(("symbol", "body", "document_kind", "adopted_at", "meeting", "requester", "language"))
BASES = ("stated", "carried_over", "not_stated", "self")
_DATES = ("adopted", "published")
_MOST = 20_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Wrong:
    """What can't be stated as it was typed: by the name of its field, a sentence."""

    fields: Mapping[str, str]


def corrected(
    statements: Sequence[Proposed], typed: Mapping[str, str], texts: Mapping[str, KeptText]
) -> tuple[Proposed, ...] | Wrong:
    """The statements as typed. `typed`: fields named by the number of their statement, "3-text".

    Words that stand in the text keep or find their place there; others have none. An addressee whose names are all
    struck out is left out; one more may be named.
    """
    made, wrong = list[Proposed](), dict[str, str]()
    for number, one in enumerate(statements):
        fields = {
            name.removeprefix(f"{number}-"): value.strip()[:_MOST]
            for name, value in typed.items()
            if name.startswith(f"{number}-")
        }
        if one.says not in EDITED or not fields:
            made.append(one)
            continue
        value, why = _value(one, fields, texts)
        wrong |= {f"{number}-{field}": reason for field, reason in why.items()}
        if value is not None:
            made.append(one if value == one.value else replace(one, value=value))
    if more := _one_more(statements, typed, texts):
        made = [each for each in made if not _nobody(each)]
        made.append(more)
    return Wrong(fields=wrong) if wrong else tuple(made)


def act_classes(kind: str) -> tuple[str, ...]:
    """The classes an act may be given in a record of this kind: one that asks is a record of its own."""
    asks = kind == "commitment"
    return tuple(one for one in ACT_CLASSES if (kind_of(one) == "directive") == asks)


def _value(
    one: Proposed, fields: Mapping[str, str], texts: Mapping[str, KeptText]
) -> tuple[Any, dict[str, str]]:
    """The value as typed, None to leave the statement out; and what is wrong with it, field by field."""
    old: Any = one.value
    if one.says == "act":
        if fields.get("act") not in ACT_CLASSES:
            return old, {"act": _("Choose one of the classes.")}
        return {**old, "act": fields["act"], "reiterated": fields.get("reiterated") == "yes"}, {}
    if one.says in ("addressee", "beneficiary"):
        return _party(old, fields, texts)
    if one.says == "due":
        return _due(old, fields)
    if one.says in ("wording", "action", "title"):
        if not fields.get("text"):
            return old, {"text": _("Say it in words, or leave the words as they were.")}
        return _words(old, fields["text"], texts), {}
    return _plain(one.says, old, fields.get("value", ""))


def _plain(says: str, old: Any, typed: str) -> tuple[Any, dict[str, str]]:
    if not typed:
        return None, {}
    if says in _DATES and not _is_date(typed):
        return old, {"value": _not_a_date()}
    if says == "language" and typed not in LANGUAGES:
        return old, {"value": _("Choose one of the languages.")}
    return typed, {}


def _words(old: Mapping[str, Any], typed: str, texts: Mapping[str, KeptText]) -> dict[str, Any]:
    """Words of a version with their place, where they stand in the text."""
    if " ".join(typed.split()) == " ".join(old["text"].split()):
        return dict(old)
    found = _place(texts.get(old["language"]), typed, old.get("start") or 0)
    return {"language": old["language"], "text": typed, **(found or {})}


def _party(
    old: Mapping[str, Any], fields: Mapping[str, str], texts: Mapping[str, KeptText]
) -> tuple[Any, dict[str, str]]:
    """An addressee by its names; with none, and nobody meant, it is left out."""
    names = {language: fields[f"name_{language}"] for language in LANGUAGES if fields.get(f"name_{language}")}
    basis = fields.get("basis", old["basis"])
    if basis not in BASES:
        return old, {"basis": _("Choose one of these.")}
    if fields.get("leave_out") == "yes":
        return None, {}
    if not names and basis in ("stated", "carried_over"):
        return old, {"basis": _("Name the addressee, or say that it isn't stated.")}
    before, places = old.get("names") or {}, old.get("places") or {}
    near = next((place["start"] for place in places.values()), 0)
    found = {
        language: places[language]
        if before.get(language) == name and language in places
        else _place(texts.get(language), name, places.get(language, {}).get("start", near))
        for language, name in names.items()
    }
    actor = fields.get("actor") if "actor" in fields else old.get("actor")
    value: dict[str, Any] = {"basis": basis}
    if names:
        value |= {"names": names}
        if stand := {language: place for language, place in found.items() if place}:
            value["places"] = stand
    return value | ({"actor": actor} if actor else {}), {}


def _due(old: Mapping[str, Any], fields: Mapping[str, str]) -> tuple[Any, dict[str, str]]:
    """A due rule of the kind chosen, with what that kind needs; the words of the text stay with it."""
    kind = fields.get("kind", "")
    if kind not in DUE_KINDS:
        return old, {"kind": _("Choose one of the kinds.")}
    wrong = {
        name: _not_a_date() for name in ("on", "start") if fields.get(name) and not _is_date(fields[name])
    }
    wrong |= {
        name: _("Not a length of time: write P90D for 90 days, P6M for six months, P1Y for a year.")
        for name in ("length", "every")
        if fields.get(name) and not _is_period(fields[name])
    }
    needed = {"date": "on", "duration": "length", "recurring": "every"}.get(kind)
    if needed and not fields.get(needed) and not fields.get("words"):
        wrong.setdefault(needed, _("Say when, or give the words of the text."))
    if wrong:
        return old, wrong
    of_kind = {"date": ("on",), "duration": ("length", "start"), "recurring": ("every", "start")}
    kept: dict[str, Any] = {"kind": kind} if kind == "none" else {**_but_for_time(old), "kind": kind}
    for name in (*of_kind.get(kind, ()), *(("words",) if kind != "none" else ())):
        if fields.get(name):
            kept[name] = fields[name]
            if name == "start" and old.get("start") == fields[name] and "start_because" in old:
                kept["start_because"] = old["start_because"]
            if name == "on" and old.get("on") == fields[name] and "begins" in old:
                kept["begins"] = old["begins"]
    return kept, {}


def _but_for_time(old: Mapping[str, Any]) -> dict[str, Any]:
    told = ("on", "begins", "length", "every", "start", "start_because", "words")
    return {name: value for name, value in old.items() if name not in told}


def _one_more(
    statements: Sequence[Proposed], typed: Mapping[str, str], texts: Mapping[str, KeptText]
) -> Proposed | None:
    """An addressee that was added, as the others are sourced."""
    fields = {
        name.removeprefix("more-"): value.strip() for name, value in typed.items() if name.startswith("more-")
    }
    like = next((one for one in statements if one.says == "addressee"), None)
    if like is None or not any(fields.get(f"name_{language}") for language in LANGUAGES):
        return None
    value, _wrong = _party({"basis": "stated"}, {**fields, "basis": "stated"}, texts)
    return replace(like, value=value, because="")


def _nobody(one: Proposed) -> bool:
    value: Any = one.value
    return one.says == "addressee" and value["basis"] == "not_stated"


def _place(text: KeptText | None, words: str, near: int) -> dict[str, Any] | None:
    """Where words stand in a text, nearest to a place; None where they don't."""
    if text is None or not words:
        return None
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = min(re.finditer(pattern, text.text), key=lambda one: abs(one.start() - near), default=None)
    if found is None:
        return None
    return {"start": found.start(), "end": found.end(), "page": text.page_of(found.start())}


def _is_date(typed: str) -> bool:
    try:
        return bool(PartialDate.from_iso(typed))
    except ValueError:
        return False


def _is_period(typed: str) -> bool:
    try:
        return bool(Period.from_iso(typed))
    except ValueError:
        return False


def _not_a_date() -> str:
    return _("Not a date: write 2023-01-23, 2023-01 or 2023.")
