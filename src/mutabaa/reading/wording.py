"""Phrases with slots: a translator writes "within {period}", the reader finds it in a text.

A phrase starts with plain words, or with one slot and plain words. `{slot}` stands for what a pattern describes,
`[a|b]` for words that may be left out, `<...>` for the words to quote when the phrase is longer than what it tells of.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from mutabaa.reading.whole_words import starts_word
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language

# How far before its plain words a slot that comes first may start, in characters.
_SLOT_REACHES = 45
_OPENS = re.compile(r"[{\[]")
_PIECE = re.compile(r"\{(\w+)\}|\[([^\]]*)\]|([<>])|([^{\[<>]+)")


# A phrase, its plain words, and the pattern for what follows them.
_Wording = tuple["Phrase", str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """A phrase as written in a phrasebook, and what it tells: `kind`, `value` (may name a slot) and the rule's name."""

    wording: str
    kind: str
    value: str | None
    rule: str


class Match(NamedTuple):
    """A phrase found at [start, end) of the folded text, and what filled its slots."""

    phrase: Phrase
    start: int
    end: int
    slots: dict[str, str]


def _rank(match: Match) -> tuple[bool, int]:
    """What fills a slot of its own before the mere rest of a clause, then the longer match."""
    return bool(match.slots) and "clause" not in match.slots, match.end


class Wordings:
    """Many phrases, searched for at once by the plain words they start with."""

    def __init__(
        self,
        phrases: list[Phrase],
        slots: Mapping[str, str],
        language: Language,
        fillable: Mapping[str, Callable[[str], bool]] | None = None,
    ) -> None:
        """`fillable`: by slot, whether a text holds at all what may fill it; phrases with other slots aren't tried."""
        self._arabic = language == "ar"
        self._gates: list[Callable[[str], bool] | None] = []
        # By the plain words they start with: which gate phrases stand behind, and the phrases.
        by_anchor: dict[str, dict[int, list[_Wording]]] = {}
        for phrase in phrases:
            gate = next(
                (holds for slot, holds in (fillable or {}).items() if f"{{{slot}}}" in phrase.wording), None
            )
            if gate not in self._gates:
                self._gates.append(gate)
            behind, folded = self._gates.index(gate), fold(phrase.wording).text.lower()
            anchor, (words, rest) = _anchor(folded), _pattern(folded, slots)
            by_anchor.setdefault(anchor, {}).setdefault(behind, []).append((phrase, words, rest))
            if self._arabic and anchor.startswith("ال"):
                # "للإسراع": the article loses its alif after ل.
                others = by_anchor.setdefault("ل" + anchor[1:], {})
                others.setdefault(behind, []).append((phrase, "ل" + words[1:] if words else "", rest))
        self._anchored = [list(behind.items()) for behind in by_anchor.values()]
        self._search = AhoCorasick(list(by_anchor))
        self._ready: dict[tuple[int, int], list[_Pattern]] = {}

    def find(self, text: str) -> Iterator[Match]:
        """Matches in a folded, lower-cased text, from left to right; of those that start together the best."""
        # The gates are asked once the plain words of a phrase were found: most texts hold none.
        asked: dict[int, bool] = {}
        arabic = self._arabic
        found: list[tuple[int, int, Match]] = []
        for index, start, _ in self._search.find_matches_as_indexes(text, overlapping=True):
            # Most of what is found lies inside a word ("in", "by"): seen here, without a call.
            if start and text[start - 1].isalnum() and not (arabic and starts_word(text, start, arabic)):
                continue
            for behind, _ in self._anchored[index]:
                if (gate := self._gates[behind]) is not None:
                    if behind not in asked:
                        asked[behind] = gate(text)
                    if not asked[behind]:
                        continue
                for pattern in self._patterns_at(index, behind):
                    if (at := pattern.at(text, start)) is not None:
                        found.append((behind, *at))
        if not found:
            return
        # Of equals the one behind the first gate is kept.
        found.sort(key=_behind)
        best: dict[int, Match] = {}
        for _, start, match in found:
            if start not in best or _rank(match) > _rank(best[start]):
                best[start] = match
        for start in sorted(best):
            yield best[start]

    def _patterns_at(self, index: int, behind: int) -> list["_Pattern"]:
        """The phrases that start with an anchor, made ready when a text first holds it."""
        ready = self._ready.get((index, behind))
        if ready is None:
            phrases = next(phrases for gate, phrases in self._anchored[index] if gate == behind)
            ready = self._ready[index, behind] = [_Pattern(*phrase) for phrase in phrases]
        return ready


def _behind(found: tuple[int, int, Match]) -> int:
    return found[0]


class _Pattern:
    """A phrase ready to be matched where its plain words stand."""

    def __init__(self, phrase: Phrase, words: str, rest: str) -> None:
        self._phrase, self._words, self._rest = phrase, words, rest
        self._slot_first = phrase.wording.startswith("{")
        self._quoted = "(?P<quoted>" in rest

    def at(self, text: str, start: int) -> tuple[int, Match] | None:
        """The match, and the place where its phrase starts (the words quoted may start later)."""
        if self._slot_first:
            found = _compiled(self._rest).search(text, max(0, start - _SLOT_REACHES))
            if found is None or not found.start() < start < found.end():
                return None
            start = found.start()
        else:
            if not text.startswith(self._words, start):
                return None
            found = _compiled(self._rest).match(text, start + len(self._words))
            if found is None:
                return None
        slots = {name: words for name, words in found.groupdict().items() if words and name != "quoted"}
        first, end = found.span("quoted") if self._quoted else (start, found.end())
        return start, Match(phrase=self._phrase, start=first, end=end, slots=slots)


@cache
def _compiled(rest: str) -> re.Pattern[str]:
    """What follows the plain words of phrases, compiled once for all that go on alike, and when a text first needs it.

    "by {date}" and "before {date}" share theirs: to compile the ways to write a date takes as long as to read a page.
    """
    return re.compile(rest)


def _anchor(wording: str) -> str:
    """The plain words a phrase is searched by: its first, or those after the slot it starts with."""
    plain = wording.replace("<", "").replace(">", "")
    if plain.startswith("{"):
        plain = plain[plain.index("}") + 1 :]
    return _OPENS.split(plain)[0].strip()


def _pattern(wording: str, slots: Mapping[str, str]) -> tuple[str, str]:
    """The plain words a phrase starts with, and a pattern for all that follows them."""
    words = ""
    parts: list[str] = []
    for slot, optional, angle, plain in _PIECE.findall(wording):
        if slot:
            parts.append(f"(?P<{slot}>{slots[slot]})")
        elif optional:
            # The space before what may be left out goes with it.
            if parts:
                parts[-1] = parts[-1].removesuffix("\\ ")
            else:
                words = words.removesuffix(" ")
            parts.append(f"(?:{'|'.join(_optional(choice, slots) for choice in optional.split('|'))})?")
        elif angle:
            parts.append("(?P<quoted>" if angle == "<" else ")")
        elif parts:
            parts.append(re.escape(plain))
        else:
            words = plain
    start = r"(?<!\w)" if wording.startswith("{") else ""
    return words, start + "".join(parts) + r"(?<! )(?!\w)"


def _optional(choice: str, slots: Mapping[str, str]) -> str:
    """A choice of words that may be left out, with the space before it unless it starts with a comma."""
    words = "".join(
        slots[slot] if slot else re.escape(plain) for slot, _, _, plain in _PIECE.findall(choice.strip())
    )
    return words if choice.startswith(",") else f"\\ {words}"
