"""What in a passage survives translation, and how far two passages of different languages agree in it."""

from dataclasses import dataclass
from functools import cached_property
from math import log

from mutabaa.reading import Act, Passage
from mutabaa.review.numerals import digits_in
from mutabaa.vocabulary import Language

# Passages that say something; title blocks, headings and closings differ between versions by custom.
BODY = frozenset(("narrative", "preambular", "chapeau", "operative", "subparagraph", "annex"))
# How long the same passage runs in each language, English being 1 (medians of parallel official texts).
_LENGTH = {"ar": 0.83, "en": 1.0, "fr": 1.17}
_SHORTEST = 12  # Characters below which the length of a passage says nothing.


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A passage in one language, seen through what its translations share with it."""

    language: Language
    passage: Passage

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(number.canonical for number in digits_in(self.passage.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """Symbols of instruments, names of actors, dates."""
        return frozenset(
            [found.symbol for found in self.passage.instruments if found.symbol]
            + [found.name for found in self.passage.mentions if found.name]
        )

    @cached_property
    def classes(self) -> tuple[str, ...]:
        return tuple(act.act for act in self.passage.acts)

    @cached_property
    def length(self) -> float | None:
        """How long the passage would be in English; None where it is too short to tell."""
        letters = len(self.passage.text)
        return letters / _LENGTH[self.language] if letters >= _SHORTEST else None


def passage_agreement(one: Evidence, other: Evidence) -> float:
    """How likely two passages are versions of each other: above zero likely, below unlikely.

    The printed number counts as one witness among others, so that a version that dropped a paragraph and
    closed up its numbering is still read in step.
    """
    score = 1.0 if one.passage.path == other.passage.path else 0.0
    score += _same_part(one.passage.kind, other.passage.kind)
    score += _shared(one.numbers, other.numbers, reward=3.0, cost=1.5)
    score += _shared(one.names, other.names, reward=2.0, cost=0.5)
    if one.classes and other.classes:
        score += 1.0 if one.classes[0] == other.classes[0] else -0.3
        score += 0.5 if one.classes == other.classes else 0.0
    elif one.classes or other.classes:
        score -= 0.7
    if one.length and other.length:
        score += 0.7 - min(3.0, 2 * abs(log(one.length / other.length)))
    return score


def _same_part(one: str, other: str) -> float:
    """Same kind of passage; or text of the body in both, which one layout may show less plainly than
    another."""
    if one == other:
        return 0.5
    return -0.2 if one in BODY and other in BODY else -1.0


def act_agreement(one: Act, other: Act) -> float:
    """How likely two acts of one passage are renderings of each other."""
    score = 2.0 if one.act == other.act else 0.3 if one.kind == other.kind else -0.5
    score += 0.5 if one.reiterated == other.reiterated else 0.0
    numbers = [
        frozenset(n.canonical for n in digits_in(act.action.text if act.action else ""))
        for act in (one, other)
    ]
    score += _shared(numbers[0], numbers[1], reward=1.5, cost=0.5)
    if one.kind == other.kind == "directive" and len(one.addressees) == len(other.addressees):
        score += 0.5
    return score


def _shared(one: frozenset[str], other: frozenset[str], *, reward: float, cost: float) -> float:
    """`reward` when both hold the same, `-cost` when they share nothing, nothing when both are empty."""
    if not one and not other:
        return 0.0
    share = len(one & other) / len(one | other)
    return reward * share - cost * (1 - share)
