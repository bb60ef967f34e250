"""Acts that the versions of one passage don't share, and acts they render by different classes, times or
addressees."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from mutabaa.reading import Passage, Quote
from mutabaa.review.aligned_text import AlignedAct, AlignedPassage, Difference, Severity
from mutabaa.review.compare_values import whole_passage
from mutabaa.review.periods import periods_of
from mutabaa.vocabulary import Language

# Letters that an article or a preposition written on puts before a name.
_ARTICLE: dict[Language, int] = {"ar": 2, "en": 4, "fr": 4}


def act_differences(passage: AlignedPassage) -> list[Difference]:
    """Differences in the number of acts first, then act by act."""
    found = []
    counts = {language: len(version.acts) for language, version in passage.versions.items()}
    if len(set(counts.values())) > 1:
        found.append(_count_difference(passage, counts))
    for act in passage.acts:
        if len(act.versions) > 1:
            found += [
                *_class_difference(act),
                *_deadline_difference(act),
                *_addressee_difference(passage, act),
            ]
    return found


def _count_difference(passage: AlignedPassage, counts: dict[Language, int]) -> Difference:
    """The number of acts in each version; quoted are the verbs that not every version has."""
    alone = [act for act in passage.acts if len(act.versions) < len(passage.versions)]
    quotes = {
        language: tuple(act.versions[language].verb for act in alone if language in act.versions)
        or whole_passage(version)
        for language, version in passage.versions.items()
    }
    return Difference(
        kind="act_count",
        code=passage.code,
        values={language: (str(count),) for language, count in counts.items()},
        quotes=quotes,
        # A participle that one language makes an act of its own is translation; something asked in one alone
        # isn't.
        severity="medium" if any(act.kind == "directive" for act in alone) else "low",
    )


def _class_difference(act: AlignedAct) -> list[Difference]:
    classes = {language: version.act for language, version in act.versions.items()}
    if len(set(classes.values())) == 1:
        return []
    values = {language: (name,) for language, name in classes.items()}
    quotes = {language: (version.verb,) for language, version in act.versions.items()}
    severity: Severity = "low" if _is_custom(classes) else "medium"
    return [Difference(kind="act_class", code=act.code, values=values, quotes=quotes, severity=severity)]


def _is_custom(classes: dict[Language, str]) -> bool:
    """Whether translators commonly render one of these classes by the other (renderings.toml)."""
    listed = list(classes.items())
    pairs = [(one, other) for n, one in enumerate(listed) for other in listed[n + 1 :] if one[1] != other[1]]
    return all(frozenset((one[1], other[1])) in _customs() for one, other in pairs)


@cache
def _customs() -> frozenset[frozenset[str]]:
    content = files("mutabaa.review").joinpath("renderings.toml").read_text(encoding="utf-8")
    return frozenset(frozenset(pair) for pair in tomllib.loads(content)["interchanged"])


def _deadline_difference(act: AlignedAct) -> list[Difference]:
    """Periods: two versions differ when each has one that the other lacks; a period alone was overlooked by
    one."""
    periods = {language: periods_of(version) for language, version in act.versions.items()}
    stated = {language: found for language, found in periods.items() if found}
    if not any(one - other and other - one for one, other in combinations(stated.values(), 2)):
        return []
    quotes = {language: tuple(one.quote for one in act.versions[language].deadlines) for language in stated}
    values = {language: tuple(sorted(found)) for language, found in stated.items()}
    return [Difference(kind="deadline", code=act.code, values=values, quotes=quotes, severity="high")]


def _addressee_difference(passage: AlignedPassage, act: AlignedAct) -> list[Difference]:
    """Who is asked, by name where every addressee of every version is a listed actor, else by number
    alone."""
    stated = {language: one for language, one in act.versions.items() if one.basis == "stated"}
    if len(stated) < 2:
        return []
    names = {
        language: _names(passage.versions[language], one.addressees, language)
        for language, one in stated.items()
    }
    quotes = {language: one.addressees for language, one in stated.items()}
    if all(None not in found for found in names.values()):
        if len({frozenset(found) for found in names.values()}) == 1:
            return []
        values = {language: tuple(sorted(name or "" for name in found)) for language, found in names.items()}
        return [Difference(kind="addressee", code=act.code, values=values, quotes=quotes, severity="medium")]
    if len({len(found) for found in quotes.values()}) == 1:
        return []
    counts = {language: (str(len(found)),) for language, found in quotes.items()}
    return [Difference(kind="addressee_count", code=act.code, values=counts, quotes=quotes, severity="low")]


def _names(passage: Passage, addressees: Sequence[Quote], language: Language) -> set[str | None]:
    """The listed names of addressees; None among them where one isn't a listed actor."""
    return {_name(passage, quote, language) for quote in addressees}


def _name(passage: Passage, addressee: Quote, language: Language) -> str | None:
    """The listed name that these words are, articles and written-on letters aside; a part of them isn't
    enough."""
    for one in passage.mentions:
        if one.kind in ("actor", "mechanism") and one.name:
            shared = min(one.quote.end, addressee.end) - max(one.quote.start, addressee.start)
            if shared > 0 and addressee.end - addressee.start - shared <= _ARTICLE[language]:
                return one.name
    return None
