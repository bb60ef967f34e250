"""What somebody asks: words (all of them), "a phrase", -without, one OR another. Nothing they type is wrong."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mutabaa.store.search_names import OtherName, name_at, telling
from mutabaa.store.search_words import Found, forms, words_of

_PIECE = re.compile(r'(-?)(?:["“”«»„]([^"“”«»„]*)["“”«»„]?|([^\s"“”«»„]+))')
_OR = frozenset({"OR", "OU", "أو"})
# A query is a few words; more is a text pasted by mistake, of which the first are asked for.
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Word:
    """A word under any of its forms."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after another as written."""

    words: tuple[str, ...]


# Each of a number of tests; and a number of those, one of which suffices.
Together = tuple[Word | Phrase, ...]
Choices = tuple[Together, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """`all_of`: each must be met. `none_of`: none may be. `also`: names in other languages that are looked for too."""

    all_of: tuple[Choices, ...] = ()
    none_of: tuple[Choices, ...] = ()
    also: tuple[str, ...] = ()

    def written(self) -> tuple[str, ...]:
        """The words as they were written, of what must be met."""
        return tuple(
            word
            for choices in self.all_of
            for test in choices[0]
            for word in (test.forms[:1] if isinstance(test, Word) else test.words)
        )

    def lit(self) -> frozenset[str]:
        """The forms that are lit in what is found."""
        return frozenset(
            form
            for choices in self.all_of
            for together in choices
            for test in together
            for form in (test.forms if isinstance(test, Word) else test.words)
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    negated: bool
    either: bool
    phrase: bool
    words: tuple[Found, ...]


def understood(asked: str) -> Query:
    """The query in what somebody typed; never raises. A query of nothing but exclusions asks for nothing.

    >>> understood("كيدال").also
    ('Kidal',)
    """
    pieces = list(_pieces(asked))
    all_of, none_of, also = list[Choices](), list[Choices](), list[str]()
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        choices: Choices
        taken = 1
        if piece.phrase:
            choices = ((Phrase(tuple(word.plain for word in piece.words)),),)
        else:
            taken, others = _named(pieces, at)
            told = [word for one in pieces[at : at + taken] for word in one.words]
            choices = (_each(word.plain for word in told), *(_each(telling(o.words)) for o in others))
            if not piece.negated:
                also += [other.text for other in others]
        if piece.negated:
            none_of.append(choices)
        elif piece.either and all_of:
            all_of[-1] += choices
        else:
            all_of.append(choices)
        at += taken
    return Query(all_of=tuple(all_of), none_of=tuple(none_of), also=tuple(dict.fromkeys(also)))


def _pieces(asked: str) -> Iterator[_Asked]:
    either, count = False, 0
    for piece in _PIECE.finditer(asked):
        minus, quoted, bare = piece.groups()
        if bare in _OR:
            either = True
            continue
        words = tuple(words_of(quoted if bare is None else bare))
        count += len(words)
        if not words or count > _MOST_WORDS:
            continue
        # A word with a hyphen or an apostrophe is several that belong together.
        yield _Asked(bool(minus), either, bare is None, words)
        either = False


def _named(pieces: list[_Asked], at: int) -> tuple[int, tuple[OtherName, ...]]:
    """How many pieces from here on make one known name, or just the piece; and its names in other languages."""
    plain, ends = list[str](), dict[int, int]()
    for place, piece in enumerate(pieces[at:], start=1):
        if piece.phrase or (place > 1 and (piece.negated or piece.either)):
            break
        plain += [word.plain for word in piece.words]
        ends[len(plain)] = place
    length, others = name_at(plain, 0)
    return (ends[length], others) if length in ends else (1, ())


def _each(plain: Iterable[str]) -> Together:
    return tuple(Word(forms(word)) for word in telling(tuple(plain)))
