"""The three working languages, and which way they are written."""

from typing import Literal, get_args

Language = Literal["ar", "en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def direction(language: Language) -> Literal["rtl", "ltr"]:
    """Writing direction of a language.

    >>> direction("ar"), direction("fr")
    ('rtl', 'ltr')
    """
    return "rtl" if language == "ar" else "ltr"
