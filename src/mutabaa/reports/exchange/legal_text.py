"""An instrument as Akoma Ntoso from what the register keeps of it: its provisions and their acts as people accepted
and corrected them, in one of its language versions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, get_args

from mutabaa.reading import Act, Deadline, Fact, Passage, Quote, Reading
from mutabaa.reading.findings import Basis, DeadlineKind
from mutabaa.reading.formats.akoma_ntoso import akoma_ntoso_of
from mutabaa.reading.passages import PassageKind
from mutabaa.register import Record, State
from mutabaa.texts import OfficialText, SourceFile
from mutabaa.vocabulary import ACT_CLASSES, LANGUAGES, Language, act_letter

_RULE = "register"
_ANNEX_OR_PART = re.compile(r"(annex|part)\d*")
_BETWEEN = "\n\n"
_FACTS = {
    "symbol": "symbol",
    "body": "body",
    "kind": "document_kind",
    "place": "adopted_at",
    "date": "adopted",
    "meeting": "meeting",
}


def languages_of(instrument: str, state: State) -> tuple[Language, ...]:
    """The language versions in which provisions of an instrument are kept."""
    spoken = {
        _value(entry)["language"]
        for record in _provisions(instrument, state)
        for entry in record.all("wording")
    }
    return tuple(language for language in LANGUAGES if language in spoken)


def legal_text(instrument: str, language: Language, state: State) -> str:
    """The version of an instrument as XML. Provisions without words in this language are left out, as is what the
    register keeps nothing of (a title page, a preamble)."""
    return akoma_ntoso_of(_reading(state.record(instrument), language, state))


def _reading(instrument: Record, language: Language, state: State) -> Reading:
    passages, text = list[Passage](), ""
    for record in _provisions(instrument.code, state):
        words = _words(record, "wording", language)
        if words is None:
            continue
        start = len(text) + (len(_BETWEEN) if text else 0)
        text += (_BETWEEN if text else "") + words
        passages.append(_passage(instrument.code, record, words, start, language, state))
    content = text.encode()
    name = f"{instrument.code}.{language}"
    source = SourceFile(name=name, content=content, sha256=sha256(content).hexdigest())
    title = _words(instrument, "title", language)
    facts = {
        field: Fact(value=str(instrument.value(says)), quote=None, rule=_RULE)
        for field, says in _FACTS.items()
        if instrument.value(says)
    }
    facts.setdefault("symbol", Fact(value=instrument.code, quote=None, rule=_RULE))
    if title:
        facts["title"] = Fact(value=title, quote=None, rule=_RULE)
    return Reading(
        official_text=OfficialText(source=source, format="text", text=text),
        reader=_RULE,
        language=language,
        languages=languages_of(instrument.code, state),
        passages=tuple(passages),
        title=facts.get("title"),
        symbol=facts["symbol"],
        body=facts.get("body"),
        kind=facts.get("kind"),
        place=facts.get("place"),
        date=facts.get("date"),
        meeting=facts.get("meeting"),
    )


def _passage(
    instrument: str, record: Record, words: str, start: int, language: Language, state: State
) -> Passage:
    path = record.code.removeprefix(instrument + "/")
    kind, level, number = _place(path)
    return Passage(
        kind=kind,
        start=start,
        end=start + len(words),
        number=number,
        label=number or "",
        level=level,
        path=path,
        text=words,
        segments=((0, start),),
        rule=_RULE,
        acts=tuple(_acts(record, words, start, language, state)),
    )


def _place(path: str) -> tuple[PassageKind, int, str | None]:
    """What a passage is, its level and its number, by its address: "14", "3/a", "chapeau/1", "annex", "part2/1"."""
    first, *rest = path.split("/")
    if _ANNEX_OR_PART.fullmatch(first):
        if not rest:
            return "annex", 0, None
        first, *rest = rest
    elif first in get_args(PassageKind):
        return first, 0, None  # type: ignore[return-value]
    return ("subparagraph" if rest else "operative"), len(rest), (rest or [first])[-1]


def _acts(provision: Record, words: str, start: int, language: Language, state: State) -> Iterator[Act]:
    """The acts of a provision by their letters, without a gap: what has no words here ends the row."""
    kept = {
        _value(entry)["code"]: _value(entry) for entry in provision.all("act") if _value(entry).get("code")
    }
    for index in range(len(kept) + len(ACT_CLASSES) + len(words)):
        code = f"{provision.code}.{act_letter(index)}"
        commitment = state.record(code)
        if commitment.kind == "commitment":
            yield _commitment(commitment, words, start, language)
        elif code in kept:
            said = str((kept[code].get("words") or {}).get(language) or "")
            yield Act(
                verb=_quote(said, words, start) or _whole(words, start),
                act=kept[code]["act"],
                reiterated=bool(kept[code]["reiterated"]),
                rule=_RULE,
            )
        else:
            return


def _commitment(record: Record, words: str, start: int, language: Language) -> Act:
    act = record.value("act") or {}
    addressees = [_value(entry) for entry in record.all("addressee")]
    named = (str((one.get("names") or {}).get(language) or "") for one in addressees)
    basis: Any = addressees[0]["basis"] if addressees else "not_stated"
    action = _quote(_words(record, "action", language) or "", words, start)
    return Act(
        verb=_quote(_words(record, "wording", language) or "", words, start) or _whole(words, start),
        act=str(act.get("act") or "request"),
        addressees=tuple(filter(None, (_quote(name, words, start) for name in named))),
        basis=basis if basis in get_args(Basis) else None,
        action=action,
        deadlines=tuple(_deadlines(record.value("due") or {}, words, start)),
        reiterated=bool(act.get("reiterated")),
        rule=_RULE,
    )


def _deadlines(due: Mapping[str, Any], words: str, start: int) -> Iterator[Deadline]:
    quote = _quote(str(due.get("words") or ""), words, start)
    kind: Any = due.get("kind")
    if quote and kind in get_args(DeadlineKind):
        value = due.get("on") or due.get("length") or due.get("every")
        yield Deadline(quote=quote, kind=kind, value=value, rule=_RULE)


def _provisions(instrument: str, state: State) -> list[Record]:
    """The provisions below an instrument, in the order in which they were recorded, each after what it is part of."""
    below: dict[str, list[Record]] = {}
    for code in state.codes("provision"):
        if code.startswith(instrument + "/"):
            record = state.record(code)
            below.setdefault(str(record.value("part_of")), []).append(record)
    return list(_with_parts(instrument, below))


def _with_parts(whole: str, below: dict[str, list[Record]]) -> Iterator[Record]:
    # Taken out as it is visited: parts that name each other in a circle end.
    for record in below.pop(whole, ()):
        yield record
        yield from _with_parts(record.code, below)


def _quote(said: str, words: str, start: int) -> Quote | None:
    """Words of an act where they first stand in the provision; None where they don't (a pronoun was resolved)."""
    at = words.find(said) if said else -1
    return Quote(text=said, start=start + at, end=start + at + len(said)) if at >= 0 else None


def _whole(words: str, start: int) -> Quote:
    return Quote(text=words, start=start, end=start + len(words))


def _words(record: Record, says: str, language: Language) -> str | None:
    values: Iterable[Any] = (_value(entry) for entry in reversed(record.all(says)))
    return next((str(value["text"]) for value in values if value["language"] == language), None)


def _value(entry: Any) -> Any:
    return entry.assertion.value
