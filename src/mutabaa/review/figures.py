"""The figures of one passage: each number in digits, what it belongs to, and what it can mean."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from mutabaa.reading import Passage, Quote
from mutabaa.review.number_words import numbers_in_words, scale_after
from mutabaa.review.numerals import Number, digits_in
from mutabaa.review.periods import periods_of
from mutabaa.vocabulary import Language

# Characters between two numbers that share the word after the second.
_JOINED = 6
Belonging = Literal["date", "instrument", "deadline", "number"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number in digits. `whole` are the words it belongs to (a date, a citation), `value` what they
    mean."""

    belongs_to: Belonging
    values: frozenset[str]
    whole: Quote
    value: str
    is_year_of_citation: bool = False


@dataclass(frozen=True, kw_only=True)
class Figures:
    """All figures of one language version of a passage."""

    language: Language
    passage: Passage

    @cached_property
    def listed(self) -> tuple[Figure, ...]:
        claims = _claims(self.passage)
        text = self.passage.text
        numbers = digits_in(text)
        found = []
        for number, scale in zip(numbers, _scales(numbers, text, self.language), strict=True):
            here = self.passage.quote(number.start, number.end)
            values = set(number.values)
            if scale:
                values |= {_times(value, scale) for value in number.values}
            kind, whole, value = next(
                (claim for claim in claims if claim[1].start <= here.start and here.end <= claim[1].end),
                ("number", here, number.canonical),
            )
            year = kind == "instrument" and here.start > whole.start and text[number.start - 1] == "("
            found.append(
                Figure(
                    belongs_to=kind,
                    values=frozenset(values),
                    whole=whole,
                    value=value,
                    is_year_of_citation=year,
                )
            )
        return tuple(found)

    @cached_property
    def digits(self) -> frozenset[str]:
        return frozenset(value for figure in self.listed for value in figure.values)

    @cached_property
    def words(self) -> frozenset[str]:
        return numbers_in_words(self.passage.text, self.language)

    @cached_property
    def states_periods(self) -> bool:
        return any(periods_of(act) for act in self.passage.acts)

    def holds(self, figure: Figure) -> bool:
        """Whether this version says the number too, in digits, in words, or as a period in its own
        measure."""
        if (
            figure.belongs_to == "deadline"
            and figure.value.lstrip("R/").startswith("P")
            and self.states_periods
        ):
            # "one year" and "12 months" share no figure; periods are compared act by act.
            return True
        return not figure.values.isdisjoint(self.digits) or not figure.values.isdisjoint(self.words)


def _scales(numbers: list[Number], text: str, language: Language) -> list[int | None]:
    """What multiplies each number: the word after it or, in "2.5 to 4 million", after the number it is joined
    to."""
    scales: list[int | None] = []
    following: Number | None = None
    for number in reversed(numbers):
        scale = scale_after(text, number.end, language)
        if scale is None and following and following.start - number.end <= _JOINED:
            scale = scales[-1]
        scales.append(scale)
        following = number
    return scales[::-1]


def _claims(passage: Passage) -> list[tuple[Belonging, Quote, str]]:
    """Words that figures belong to, the most telling first."""
    claims: list[tuple[Belonging, Quote, str]] = []
    claims += [("instrument", one.quote, one.symbol or one.quote.text) for one in passage.instruments]
    dates = [one for one in passage.mentions if one.kind == "date" and one.name]
    claims += [("date", one.quote, one.name or "") for one in dates]
    deadlines = [one for act in passage.acts for one in act.deadlines if one.value]
    claims += [("deadline", one.quote, one.value or "") for one in deadlines]
    return claims


def _times(value: str, scale: int) -> str:
    """A decimal times a power of ten, without a float in between."""
    whole, _, fraction = value.partition(".")
    zeros = len(str(scale)) - 1
    digits = whole + fraction.ljust(zeros, "0")[:zeros] + ("." + fraction[zeros:] if fraction[zeros:] else "")
    return digits.lstrip("0") or "0"
