"""Dates, numbers and citations that the versions of one passage don't share."""

import re
from collections.abc import Iterable
from itertools import permutations

from mutabaa.reading import Instrument, Passage, Quote
from mutabaa.review.aligned_text import AlignedPassage, Difference, DifferenceKind
from mutabaa.review.figures import Figure, Figures
from mutabaa.review.numerals import ascii_digits
from mutabaa.vocabulary import Language

# As words these are articles, duals and pronouns in one language or another; as digits too they prove little.
_TOO_SMALL = frozenset(("0", "1", "2"))
_NUMBER_WITH_YEAR = re.compile(r"(?P<number>\d+(?:/\d+)*)\s?\((?P<year>\d{4})\)")
_NUMBERS = re.compile(r"\d+")
_Found = dict[DifferenceKind, dict[Language, dict[str, Quote]]]


def value_differences(passage: AlignedPassage) -> list[Difference]:
    """One difference a kind: figures by what they belong to, then months and symbols that digits don't
    show."""
    versions = [
        Figures(language=language, passage=one) for language, one in passage.versions.items() if one.text
    ]
    found: _Found = {}
    for one, other in permutations(versions, 2):
        for figure in _unshared(one, other):
            _note(found, figure.belongs_to, one.language, figure.value, figure.whole)
        for value, quote in _years_apart(one, other):
            _note(found, "instrument", one.language, value, quote)
        for value, quote in _dates_apart(one, other):
            _note(found, "date", one.language, value, quote)
        for value, quote in _bodies_apart(one, other):
            _note(found, "instrument", one.language, value, quote)
    return [_difference(passage, kind, values) for kind, values in found.items()]


def _unshared(one: Figures, other: Figures) -> list[Figure]:
    """Figures of `one` that `other` doesn't say."""
    alone = [
        figure
        for figure in one.listed
        if not _TOO_SMALL.issuperset(figure.values) and not other.holds(figure)
    ]
    # "resolution 1970" and "resolution 1970 (2011)" are one citation: its year counts only against another
    # year.
    years_answered = any(figure.is_year_of_citation and not one.holds(figure) for figure in other.listed)
    return [figure for figure in alone if years_answered or not figure.is_year_of_citation]


def _note(found: _Found, kind: DifferenceKind, language: Language, value: str, quote: Quote) -> None:
    found.setdefault(kind, {}).setdefault(language, {})[value] = quote


def _difference(
    passage: AlignedPassage, kind: DifferenceKind, values: dict[Language, dict[str, Quote]]
) -> Difference:
    return Difference(
        kind=kind,
        code=passage.code,
        values={language: tuple(values.get(language, {})) for language in passage.versions},
        quotes={
            language: tuple(values[language].values()) if language in values else whole_passage(version)
            for language, version in passage.versions.items()
        },
        severity="high",
    )


def whole_passage(passage: Passage) -> tuple[Quote, ...]:
    """The words of a passage as one quotation, or none when it has no words."""
    return (passage.quote(0, len(passage.text)),) if passage.text else ()


def _years_apart(one: Figures, other: Figures) -> Iterable[tuple[str, Quote]]:
    """Numbers of `one` whose year in brackets `other` gives as another year: "2441 (2018)" and "2441
    (2019)"."""
    theirs = [(found["number"], found["year"]) for found in _numbers_with_years(other)]
    for found in _numbers_with_years(one):
        years = {year for number, year in theirs if number == found["number"]}
        if years and found["year"] not in years:
            quote = one.passage.quote(found.start(), found.end())
            yield _citation_at(one.passage, quote) or (f"{found['number']} ({found['year']})", quote)


def _citation_at(passage: Passage, quote: Quote) -> tuple[str, Quote] | None:
    """The cited instrument these words belong to, where it has a symbol."""
    for item in passage.instruments:
        if item.symbol and item.quote.start < quote.end and quote.start < item.quote.end:
            return item.symbol, item.quote
    return None


def _numbers_with_years(figures: Figures) -> Iterable[re.Match[str]]:
    return _NUMBER_WITH_YEAR.finditer(ascii_digits(figures.passage.text))


def _dates_apart(one: Figures, other: Figures) -> Iterable[tuple[str, Quote]]:
    """Dates of `one` that `other` doesn't have, where it has another instead: a day or month that differs.

    A date that only one side has was more likely overlooked in the other, unless its figures are missing
    there.
    """
    mine, theirs = _dates(one), _dates(other)
    alone = [(date, quote) for date, quote in mine if not any(_agree(date, their) for their, _ in theirs)]
    if any(not any(_agree(their, date) for date, _ in mine) for their, _ in theirs):
        yield from alone


def _dates(figures: Figures) -> list[tuple[str, Quote]]:
    """Dates of the passage that state a month, ISO."""
    mentions = figures.passage.mentions
    return [
        (one.name, one.quote) for one in mentions if one.kind == "date" and one.name and len(one.name) >= 7
    ]


def _agree(one: str, other: str) -> bool:
    """Whether two dates say the same as far as both say anything: "2017-12" and "2017-12-16", a span and its
    end."""
    ends = [(mine, theirs) for mine in one.split("/") for theirs in other.split("/")]
    return any(mine.startswith(theirs) or theirs.startswith(mine) for mine, theirs in ends)


def _bodies_apart(one: Figures, other: Figures) -> Iterable[tuple[str, Quote]]:
    """Symbols printed in `one` whose digits `other` prints under another body's letters only.

    A body that was only understood ("resolution 47/21") isn't held against one that is named.
    """
    theirs = {item.symbol for item in _printed_symbols(other)}
    for item in _printed_symbols(one):
        symbol = item.symbol or ""
        twins = [their for their in theirs if their and _NUMBERS.findall(their) == _NUMBERS.findall(symbol)]
        if twins and symbol not in theirs and all(_body(their) != _body(symbol) for their in twins):
            yield symbol, item.quote


def _printed_symbols(figures: Figures) -> list[Instrument]:
    return [
        item
        for item in figures.passage.instruments
        if item.symbol and _NUMBERS.search(item.symbol) and _body(item.symbol) in _body(item.quote.text)
    ]


def _body(symbol: str) -> str:
    """The letters before a symbol's first number."""
    return "".join(letter for letter in _NUMBERS.split(symbol)[0] if letter.isalpha())
