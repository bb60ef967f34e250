"""Phrases with slots: a translator writes "within {period}", the reader finds it in a text.

A phrase starts with plain words, or with one slot and plain words. `{slot}` stands for what a pattern describes,
`[a|b]` for words that may be left out, `<...>` for the words to quote when the phrase is longer than what it tells of.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from mutabaa.reading.whole_words import starts_word
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language

# How far before its plain words a slot that comes first may start, in characters.
_SLOT_REACHES = 45
_OPENS = re.compile(r"[{\[]")
_PIECE = re.compile(r"\{(\w+)\}|\[([^\]]*)\]|([<>])|([^{\[<>]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """A phrase as written in a phrasebook, and what it tells: `kind`, `value` (may name a slot) and the rule's name."""

    wording: str
    kind: str
    value: str | None
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
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
        by_gate: dict[Callable[[str], bool] | None, list[tuple[Phrase, str]]] = {}
        for phrase in phrases:
            gate = next(
                (holds for slot, holds in (fillable or {}).items() if f"{{{slot}}}" in phrase.wording), None
            )
            by_gate.setdefault(gate, []).append((phrase, _pattern(fold(phrase.wording).text.lower(), slots)))
        self._groups = [(gate, _Group(patterns, language)) for gate, patterns in by_gate.items()]

    def find(self, text: str) -> Iterator[Match]:
        """Matches in a folded, lower-cased text, from left to right; of those that start together the best."""
        best: dict[int, Match] = {}
        for gate, group in self._groups:
            if gate is None or gate(text):
                for start, match in group.matches(text):
                    if start not in best or _rank(match) > _rank(best[start]):
                        best[start] = match
        for start in sorted(best):
            yield best[start]


class _Group:
    """Phrases that can be told apart by the words they start with."""

    def __init__(self, patterns: list[tuple[Phrase, str]], language: Language) -> None:
        self._arabic = language == "ar"
        by_anchor: dict[str, list[tuple[Phrase, str]]] = {}
        for phrase, pattern in patterns:
            anchor = _anchor(fold(phrase.wording).text.lower())
            by_anchor.setdefault(anchor, []).append((phrase, pattern))
            if self._arabic and anchor.startswith("ال"):
                # "للإسراع": the article loses its alif after ل.
                by_anchor.setdefault("ل" + anchor[1:], []).append((phrase, "ل" + pattern[1:]))
        self._patterns = list(by_anchor.values())
        self._search = AhoCorasick(list(by_anchor))
        self._compiled: dict[int, list[tuple[Phrase, re.Pattern[str]]]] = {}

    def matches(self, text: str) -> Iterator[tuple[int, Match]]:
        """Every match, with the place where its phrase starts (the words quoted may start later)."""
        for index, start, _ in self._search.find_matches_as_indexes(text, overlapping=True):
            if not starts_word(text, start, self._arabic):
                continue
            for phrase, pattern in self._patterns_at(index):
                if phrase.wording.startswith("{"):
                    found = pattern.search(text, max(0, start - _SLOT_REACHES))
                    if found is None or not found.start() < start < found.end():
                        continue
                elif (found := pattern.match(text, start)) is None:
                    continue
                slots = {
                    name: words for name, words in found.groupdict().items() if words and name != "quoted"
                }
                part = "quoted" if "quoted" in pattern.groupindex else 0
                yield (
                    found.start(),
                    Match(phrase=phrase, start=found.start(part), end=found.end(part), slots=slots),
                )

    def _patterns_at(self, index: int) -> list[tuple[Phrase, re.Pattern[str]]]:
        """The patterns of the phrases that start with an anchor, compiled when a text first holds it.

        A page holds a few dozen of the hundreds; compiling all of them would take longer than reading it.
        """
        compiled = self._compiled.get(index)
        if compiled is None:
            compiled = [(phrase, re.compile(pattern)) for phrase, pattern in self._patterns[index]]
            self._compiled[index] = compiled
        return compiled


def _anchor(wording: str) -> str:
    """The plain words a phrase is searched by: its first, or those after the slot it starts with."""
    plain = wording.replace("<", "").replace(">", "")
    if plain.startswith("{"):
        plain = plain[plain.index("}") + 1 :]
    return _OPENS.split(plain)[0].strip()


def _pattern(wording: str, slots: Mapping[str, str]) -> str:
    parts: list[str] = []
    for slot, optional, angle, plain in _PIECE.findall(wording):
        if slot:
            parts.append(f"(?P<{slot}>{slots[slot]})")
        elif optional:
            # The space before what may be left out goes with it.
            parts[-1] = parts[-1].removesuffix("\\ ")
            parts.append(f"(?:{'|'.join(_optional(choice, slots) for choice in optional.split('|'))})?")
        elif angle:
            parts.append("(?P<quoted>" if angle == "<" else ")")
        else:
            parts.append(re.escape(plain))
    start = r"(?<!\w)" if wording.startswith("{") else ""
    return start + "".join(parts) + r"(?<! )(?!\w)"


def _optional(choice: str, slots: Mapping[str, str]) -> str:
    """A choice of words that may be left out, with the space before it unless it starts with a comma."""
    words = "".join(
        slots[slot] if slot else re.escape(plain) for slot, _, _, plain in _PIECE.findall(choice.strip())
    )
    return words if choice.startswith(",") else f"\\ {words}"
