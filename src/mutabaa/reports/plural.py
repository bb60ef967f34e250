"""Which form of a noun a number asks for (the Unicode CLDR cardinal rules for whole numbers)."""

from typing import Literal

from mutabaa.vocabulary import Language

PluralForm = Literal["zero", "one", "two", "few", "many", "other"]


def plural(language: Language, n: int) -> PluralForm:
    """The form for n: Arabic has six, French counts 0 and 1 as singular, English 1 alone.

    >>> [plural("ar", n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 103, 111)]
    ['zero', 'one', 'two', 'few', 'few', 'many', 'many', 'other', 'few', 'many']
    >>> plural("fr", 0), plural("en", 0)
    ('one', 'other')
    """
    if language == "en":
        return "one" if n == 1 else "other"
    if language == "fr":
        return "one" if n in (0, 1) else "other"
    if n in (0, 1, 2):
        exact: tuple[PluralForm, PluralForm, PluralForm] = ("zero", "one", "two")
        return exact[n]
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if n % 100 >= 11 else "other"
