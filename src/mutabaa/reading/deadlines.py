"""When something is due or takes place: dates, periods, sessions, intervals, urgency (codebook, rulings 19-23)."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

from mutabaa.reading.dates import either, read_date
from mutabaa.reading.findings import Deadline, DeadlineKind, Quote
from mutabaa.reading.folded import folded, lowered
from mutabaa.reading.passages import Passage
from mutabaa.reading.periods import periods
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.time_slots import fillable, held, slots, whose
from mutabaa.reading.wording import Match, Phrase, Wordings
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import PartialDate

# How far before a date the word that tells of a past or coming event is looked for, in characters.
_BEFORE = 70
_CLAUSE_REACHES = 260
# So many words before an event its participle stands ("adopted at its", "held in Amman in").
_NEAR = 6
# How many words of the action may come before a verb or an adjective of urgency.
_HEAD = {"verb": 1, "adjective": 4}
_LENGTH_THEN_DATE = 40
_CLAUSE = re.compile(r"[;؛]|\. ")
_NO_NOUN = re.compile(
    r"[,;.:)]|$| (?:to|on|by|in|for|with|and|or|through|until|from|at|between|as|thereafter)\b"
)
_PHRASE = re.compile(r"[,،;؛:(]|\. ")


def find_deadlines(passage: Passage, language: Language) -> tuple[Deadline, ...]:
    """Every phrase of a passage that says when something is due or takes place, in textual order.

    They are candidates: which act they belong to is for the acts to say. The rule's first word tells their nature:
    `limit`, `place` (when an event is planned, ruling 22), `duration`, `recurring`, `event`, and for urgency `adverb`,
    `verb` ("expedite", a deadline only where it heads the action) and `adjective` ("an immediate cessation", only
    near the beginning of the action).
    """
    copy = folded(passage.text)
    text = lowered(passage.text)
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


def in_act(
    deadlines: Sequence[Deadline],
    start: int,
    end: int,
    action: Quote | None,
    adopted: PartialDate | None = None,
) -> tuple[Deadline, ...]:
    """The candidates that are deadlines of an act at [start, end) of the published text; the one it is due by first.

    Candidates are given in textual order.

    Those within the action come before those that stand between verb and action. A date before the text was adopted
    is the past, not a deadline. Urgency counts where it heads the action ("expedite the dispatch", "a general and
    immediate cessation"); the length of a meeting ("for two weeks in 2026") gives way to its date.
    """
    since = bisect_left(deadlines, start, key=lambda d: d.quote.start)
    until = bisect_left(deadlines, end, lo=since, key=lambda d: d.quote.start)
    standing = [d for d in deadlines[since:until] if d.quote.end <= end and not _past(d, adopted)]
    if action is None:
        return tuple(d for d in standing if _nature(d) not in _HEAD)
    inside, outside = [], []
    for deadline in standing:
        if action.start <= deadline.quote.start and deadline.quote.end <= action.end:
            before = action.text[: max(0, action.text.find(deadline.quote.text))]
            if len(before.split()) <= _HEAD.get(_nature(deadline), len(before)):
                inside.append(deadline)
        elif _nature(deadline) not in _HEAD:
            outside.append(deadline)
    if len(inside) > 1 and inside[0].kind == "duration" and _nature(inside[1]) == "place":
        near = inside[1].quote.start - inside[0].quote.end < _LENGTH_THEN_DATE
        inside[:2] = inside[1::-1] if near else inside[:2]
    return (*inside, *outside)


def _past(deadline: Deadline, adopted: PartialDate | None) -> bool:
    if adopted is None or deadline.kind != "date" or deadline.value is None:
        return False
    return PartialDate.from_iso(deadline.value.split("/")[-1]).last_day < adopted.first_day


def _nature(deadline: Deadline) -> str:
    return deadline.rule.split(":")[0]


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """A language's phrasebook of deadlines, ready to match."""

    language: Language
    wordings: Wordings
    only_after: dict[str, re.Pattern[str]]
    past: re.Pattern[str]
    future: re.Pattern[str]
    taking_place: re.Pattern[str]
    described: re.Pattern[str]
    title: re.Pattern[str]
    adverbs_or_adjectives: frozenset[str]
    never: tuple[str, ...]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    not_with: re.Pattern[str]

    def stands(self, match: Match, text: str) -> bool:
        """Whether the words around allow the phrase to be about something due."""
        nature = match.phrase.rule.split(":")[0]
        # A comma may part the participle from its date ("held, on 3 May,"), no more than one.
        before = _PHRASE.split(text[max(0, match.start - _BEFORE) : match.start].rstrip(" ,،"))[-1] + " "
        after = text[match.end : match.end + 30]
        if text.startswith(self.never, match.start):
            return False
        if (needed := self.only_after.get(match.phrase.wording)) and not needed.search(
            _clause(text, match.start)
        ):
            return False
        if nature == "recurring":
            if text[match.start : match.end] in self.adverbs_or_adjectives and not _NO_NOUN.match(after):
                return False
            return not self.described.search(before) or bool(self.future.search(before))
        if nature in ("limit", "place") and (self.title.search(before) or before.endswith(" d'")):
            return False
        if nature in ("place", "event"):
            near = " ".join(before.split()[-_NEAR:])
            if self.past.search(near) and not self.future.search(near):
                return False
        if nature == "place":
            return bool(self.taking_place.search(_clause(text, match.start)))
        if nature == "adverb":
            # In Arabic the adverb may belong to "access without hindrance" before or after it.
            around = before[-40:] + after if self.language == "ar" else ""
            beside = self.not_before.match(after) or self.not_after.search(before)
            return not beside and not self.not_with.search(around)
        if nature == "adjective":
            return not self.not_with.search(after if self.language == "en" else before[-25:] + " " + after)
        return True

    def extended(self, match: Match, text: str) -> tuple[int, str | None]:
        """Where the phrase ends, and its value: a session goes on to whose it is and when it will be held."""
        end = match.end
        if "session" in match.slots:
            if (of := whose(self.language).match(text, end)) is not None:
                end = of.end()
            if planned := held(text, end, self.language):
                return planned.end(), read_date(planned[0], self.language)
            return end, None
        if match.phrase.kind in ("event", "open"):
            return end, None
        for slot in ("date", "full_date", "range"):
            if slot in match.slots:
                return end, read_date(match.slots[slot], self.language)
        value = match.phrase.value
        if value and "{period}" in value:
            words = match.slots.get("period") or text[match.start : end]
            value = value.replace("{period}", periods(self.language).iso(words))
        return end, value


@cache
def _knowledge(language: Language) -> _Knowledge:
    deadlines = load(language, "dates")["deadlines"]
    urgency = deadlines["open"]
    future = either(deadlines["future"]) + ("" if language == "ar" else r"(?!\w)")
    return _Knowledge(
        language=language,
        wordings=Wordings(_phrases(deadlines), slots(language), language, fillable(language)),
        only_after={phrase: _any(words, language) for phrase, words in deadlines["only_after"].items()},
        past=_any(deadlines["past"], language),
        future=re.compile(rf"(?<!\w){future}"),
        taking_place=_any(deadlines["taking_place"], language),
        described=_before_it(deadlines["described"]),
        title=_before_it(deadlines["title"]),
        adverbs_or_adjectives=frozenset(deadlines["adverbs_or_adjectives"]),
        never=tuple(fold(phrase).text.lower() for phrase in deadlines["never"]),
        not_after=_before_it(urgency["not_after"]),
        not_before=re.compile(
            rf" {either(urgency['not_before'])}(?!\w)" if urgency["not_before"] else "(?!)"
        ),
        not_with=_any(urgency["not_with"], language),
    )


def _clause(text: str, end: int) -> str:
    """The words before a place, back to where its clause or sentence begins."""
    return _CLAUSE.split(text[max(0, end - _CLAUSE_REACHES) : end])[-1]


def _before_it(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(words)} $" if words else "(?!)")


def _any(words: list[str], language: Language) -> re.Pattern[str]:
    clitic = "(?:[وفبلك]{1,2})?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){clitic}{either(words)}(?!\w)")


def _phrases(deadlines: dict[str, dict[str, list[str]]]) -> list[Phrase]:
    """The phrasebook's deadlines as phrases, each with the kind and value it tells."""
    found = []
    for nature, kind, value in (
        ("limit", "date", None),
        ("place", "date", None),
        ("duration", "duration", "{period}"),
    ):
        for wording in deadlines[nature]["phrases"]:
            found.append(Phrase(wording=wording, kind=kind, value=value, rule=f"{nature}: {wording}"))
    for interval, wordings in deadlines["recurring"].items():
        value = None if interval == "none" else interval
        found += [Phrase(wording=w, kind="recurring", value=value, rule=f"recurring: {w}") for w in wordings]
    for wording in deadlines["event"]["phrases"]:
        found.append(Phrase(wording=wording, kind="event", value=None, rule=f"event: {wording}"))
    for nature in ("adverb", "verb", "adjective"):
        for wording in deadlines["open"][nature]:
            found.append(Phrase(wording=wording, kind="open", value=None, rule=f"{nature}: {wording}"))
    return found
