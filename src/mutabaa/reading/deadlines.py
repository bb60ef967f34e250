"""When something is due or takes place: dates, periods, sessions, intervals, urgency (codebook, rulings 19-23)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import get_args

from mutabaa.reading.dates import date_forms, either, read_date
from mutabaa.reading.findings import Deadline, DeadlineKind, Quote
from mutabaa.reading.folded import folded
from mutabaa.reading.passages import Passage
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.wording import Match, Phrase, Wordings
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language

# How far before a date the word that tells of a past or coming event is looked for, in characters.
_BEFORE = 70
_TAKING_PLACE_BEFORE = 260
# How many words of the action may come before a verb or an adjective of urgency.
_HEAD = {"verb": 1, "adjective": 4}
_LENGTH_THEN_DATE = 40
_CLAUSE = re.compile(r"[;؛]|\. ")
_PHRASE = re.compile(r"[,،;؛:(]|\. ")
_WORD = r"[\w'’-]+"
_CLAUSE_REST = r"[^\s,;.:،؛()](?:[^,;.:،؛()]{0,110}[^\s,;.:،؛()])?"


def find_deadlines(passage: Passage, language: Language) -> tuple[Deadline, ...]:
    """Every phrase of a passage that says when something is due or takes place, in textual order.

    They are candidates: which act they belong to is for the acts to say. The rule's first word tells their nature:
    `limit`, `place` (when an event is planned, ruling 22), `duration`, `recurring`, `event`, and for urgency `adverb`,
    `verb` ("expedite", a deadline only where it heads the action) and `adjective` ("an immediate cessation", only
    near the beginning of the action).
    """
    copy = folded(passage.text)
    text = copy.text.lower()
    if len(text) != len(copy.text):
        text = copy.text
    knowledge = _knowledge(language)
    found, reached = [], 0
    for match in knowledge.wordings.find(text):
        if match.start < reached:
            continue
        if not knowledge.stands(match, text):
            reached = match.end
            continue
        end, value = knowledge.extended(match, text)
        reached = end
        kind = match.phrase.kind
        found.append(
            Deadline(
                quote=passage.quote(*copy.back(match.start, end)),
                kind=kind if kind in get_args(DeadlineKind) else "open",  # type: ignore[arg-type]
                value=value,
                rule=match.phrase.rule,
            )
        )
    return tuple(found)


def in_action(deadlines: Iterable[Deadline], action: Quote) -> tuple[Deadline, ...]:
    """The candidates that are deadlines of an action, the one it is due by first.

    Urgency counts where it heads the action ("expedite the dispatch", "a general and immediate cessation"); the length
    of a meeting ("for two weeks in 2026") gives way to its date.
    """
    inside = [
        deadline
        for deadline in deadlines
        if action.start <= deadline.quote.start
        and deadline.quote.end <= action.end
        and len(action.text[: action.text.find(deadline.quote.text)].split())
        <= _HEAD.get(_nature(deadline), 1000)
    ]
    if len(inside) > 1 and inside[0].kind == "duration" and _nature(inside[1]) == "place":
        near = inside[1].quote.start - inside[0].quote.end < _LENGTH_THEN_DATE
        inside[:2] = inside[1::-1] if near else inside[:2]
    return tuple(inside)


def _nature(deadline: Deadline) -> str:
    return deadline.rule.split(":")[0]


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """A language's phrasebook of deadlines, ready to match."""

    language: Language
    wordings: Wordings
    units: dict[str, str]
    numbers: dict[str, int]
    ones: dict[str, str]
    past: re.Pattern[str]
    future: re.Pattern[str]
    taking_place: re.Pattern[str]
    described: re.Pattern[str]
    title: re.Pattern[str]
    not_before: re.Pattern[str]
    not_with: re.Pattern[str]
    held: re.Pattern[str]
    of: re.Pattern[str]

    def stands(self, match: Match, text: str) -> bool:
        """Whether the words around allow the phrase to be about something due."""
        rule = match.phrase.rule.split(":")[0]
        before = _PHRASE.split(text[max(0, match.start - _BEFORE) : match.start])[-1]
        if rule == "recurring":
            return not self.described.search(before) or bool(self.future.search(before))
        if rule in ("limit", "place") and self.title.search(before):
            return False
        if rule in ("place", "event") and self.past.search(before) and not self.future.search(before):
            return False
        if rule == "place":
            return bool(
                self.taking_place.search(
                    _CLAUSE.split(text[max(0, match.start - _TAKING_PLACE_BEFORE) : match.start])[-1]
                )
            )
        after = text[match.end : match.end + 30]
        if rule == "adverb":
            if self.language == "ar" and self.not_with.search(before[-40:] + after):
                return False
            return not self.not_before.match(after)
        if rule == "adjective":
            return not self.not_with.search(
                before[-25:] if self.language != "en" else ""
            ) and not self.not_with.search(after)
        return True

    def extended(self, match: Match, text: str) -> tuple[int, str | None]:
        """Where the phrase ends, and its value: a session goes on to when it will be held."""
        end, rule = match.end, match.phrase.rule
        if rule.startswith("event:session"):
            if (of := self.of.match(text, end)) is not None:
                end = of.end()
            if held := self.held.match(text, end):
                return held.end(), read_date(held[0], self.language)
            return end, None
        if match.phrase.kind in ("event", "open"):
            return end, None
        for slot in ("date", "full_date", "range"):
            if slot in match.slots:
                return end, read_date(match.slots[slot], self.language)
        value = match.phrase.value
        if value and "{period}" in value:
            value = value.replace(
                "{period}", self._period(match.slots.get("period") or text[match.start : end])
            )
        return end, value

    def _period(self, words: str) -> str:
        """ISO 8601 of a period: "six months" is P6M, "72 hours" PT72H."""
        for one in sorted(self.ones, key=len, reverse=True):
            if words == one or words.startswith(one + " "):
                return self.ones[one]
        unit = next(
            self.units[u]
            for u in sorted(self.units, key=len, reverse=True)
            if words.endswith(u) or f"{u} " in words
        )
        digits = re.search(r"\d+", words)
        number = next((n for w, n in self.numbers.items() if words.startswith(w + " ")), 1)
        count = int(digits[0]) if digits else number
        return f"PT{count}H" if unit == "H" else f"P{count}{unit}"


_UNITS = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}


@cache
def _knowledge(language: Language) -> _Knowledge:
    book = load(language, "dates")
    deadlines = book["deadlines"]
    units = {fold(w).text.lower(): _UNITS[u] for u, words in book["units"].items() for w in words}
    numbers = {fold(w).text.lower(): int(n) for n, words in book["numbers"].items() for w in words}
    ones = {fold(w).text.lower(): value for value, words in book.get("one", {}).items() for w in words}
    event, words = deadlines["event"], deadlines["open"]
    return _Knowledge(
        language=language,
        wordings=Wordings(
            _phrases(deadlines), _slots(language, units, numbers, ones, event, book["date"]), language
        ),
        units=units,
        numbers=dict(sorted(numbers.items(), key=lambda item: -len(item[0]))),
        ones=ones,
        past=_any(deadlines["past"], language),
        future=re.compile(
            rf"(?<!\w){either(deadlines['future'])}" + (r"" if language == "ar" else r"(?!\w)")
        ),
        taking_place=_any(deadlines["taking_place"], language),
        described=re.compile(rf"(?<!\w){either(deadlines['described'])} $"),
        title=re.compile(rf"(?<!\w){either(deadlines['title'])} $"),
        not_before=re.compile(rf" {either(words['not_before'])}(?!\w)")
        if words["not_before"]
        else re.compile("(?!)"),
        not_with=_any(words["not_with"], language),
        held=_held(event, language),
        of=_of(event, language),
    )


def _any(words: list[str], language: Language) -> re.Pattern[str]:
    clitic = "(?:[وفبلك]{1,2})?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){clitic}{either(words)}(?!\w)")


def _phrases(deadlines: dict[str, dict[str, list[str]]]) -> list[Phrase]:
    """The phrasebook's deadlines as phrases, each with the kind and value it tells."""
    found = [
        Phrase(wording=w, kind="date", value=None, rule=f"limit: {w}") for w in deadlines["limit"]["phrases"]
    ]
    found += [
        Phrase(wording=w, kind="date", value=None, rule=f"place: {w}") for w in deadlines["place"]["phrases"]
    ]
    for wording in deadlines["duration"]["phrases"]:
        found.append(Phrase(wording=wording, kind="duration", value="{period}", rule=f"duration: {wording}"))
    for value, wordings in deadlines["recurring"].items():
        interval = None if value == "none" else value
        found += [
            Phrase(wording=w, kind="recurring", value=interval, rule=f"recurring: {w}") for w in wordings
        ]
    for wording in deadlines["event"]["phrases"]:
        rule = "event:session" if "{session}" in wording else "event"
        found.append(Phrase(wording=wording, kind="event", value=None, rule=f"{rule}: {wording}"))
    for nature in ("adverb", "verb", "adjective"):
        found += [
            Phrase(wording=w, kind="open", value=None, rule=f"{nature}: {w}")
            for w in deadlines["open"][nature]
        ]
    return found


def _slots(
    language: Language,
    units: dict[str, str],
    numbers: dict[str, int],
    ones: dict[str, str],
    event: dict[str, list[str]],
    date: dict[str, list[str]],
) -> dict[str, str]:
    """What may fill a slot of a phrase in this language."""
    forms = date_forms(language)
    year = r"(?:19|20)\d\d(?![\d/–-]\d)(?!\d)" + ("(?: ?م(?!\\w))?" if language == "ar" else "")
    count = rf"(?:{either(list(numbers))}(?: \(\d+\))?|\d{{1,3}})"
    unit = either(list(units))
    period = rf"{count}[ -](?:\w+ )?{unit}" if language != "ar" else rf"(?:{count} )?{unit}"
    if ones:
        period = rf"(?:{either(list(ones))}|{period})"
    noun, coming, ordinal = either(event["session"]), either(event["coming"]), event["ordinal"]
    marked = f"(?:{ordinal}|{coming})"
    session = {
        "en": rf"(?:{_WORD} ){{0,3}}?{marked} (?:{_WORD} ){{0,4}}?{noun}",
        "fr": rf"(?:{marked} (?:{_WORD} ){{0,4}}?{noun}|{noun} (?:{_WORD} ){{0,2}}?{coming})",
        "ar": rf"(?:{noun}|{_WORD} {noun}) (?:{_WORD} ){{0,3}}?{marked}(?!\w)",
    }[language]
    any_date = f"(?:{forms.range}|{forms.full}|{forms.month_of_year}|{year})"
    return {
        "date": rf"(?:(?:the |la |le )?{either(date['part_of'])} ?)?{any_date}",
        "full_date": forms.full,
        "range": forms.range,
        "full_or_yearless": f"(?:{forms.full}|{forms.yearless})",
        "period": period,
        "session": session,
        "report": rf"(?:{_WORD} ){{0,2}}?{either(event['report'])}",
        "clause": _CLAUSE_REST,
        "up_to_five": rf"(?:{_WORD} ){{0,4}}?{_WORD}",
    }


@cache
def wording_slots(language: Language) -> dict[str, str]:
    """What may fill the slots {date}, {period}, {session} … of phrases in this language."""
    book = load(language, "dates")
    units = {fold(w).text.lower(): _UNITS[u] for u, words in book["units"].items() for w in words}
    numbers = {fold(w).text.lower(): int(n) for n, words in book["numbers"].items() for w in words}
    ones = {fold(w).text.lower(): value for value, words in book.get("one", {}).items() for w in words}
    return _slots(language, units, numbers, ones, book["deadlines"]["event"], book["date"])


@cache
def whose(language: Language) -> re.Pattern[str]:
    """What may follow a session: of which body."""
    return _of(load(language, "dates")["deadlines"]["event"], language)


def _held(event: dict[str, list[str]], language: Language) -> re.Pattern[str]:
    forms = date_forms(language)
    when = f"(?:{forms.range}|{forms.full}|{forms.month_of_year}|(?:19|20)\\d\\d)"
    return re.compile(
        rf",? ?{either(event['held'])} (?:[^,;.،؛]{{0,40}} )?{either(event['held_from'])} {when}(?!\w)"
    )


def _of(event: dict[str, list[str]], language: Language) -> re.Pattern[str]:
    """Whose session: up to the end of a short noun phrase."""
    of = either(event["of"])
    if language == "ar":
        return re.compile(rf"(?: (?:لل\w+|{of})(?: ال\w+)*){{0,2}}")
    ends = (
        r"(?=[,;.:()]| (?:to|in|on|at|a|an|the|and|of|held|which|that|is|will|for|with"
        r"|un|une|sur|et|de|du|des|tenue|tenu|qui|à|au|pour)\b|$)"
    )
    return re.compile(rf"(?: {of} ?(?:{_WORD} ){{0,3}}?{_WORD}{ends}){{0,3}}")
