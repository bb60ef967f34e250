"""The beginning of a paragraph, folded: what `texts.normalise.fold` does, made quick for a few letters at a time."""

from functools import cache

from mutabaa.texts.normalise import fold, folded_everyday

# Latin-1 signs, Arabic, general punctuation: all that everyday texts hold.
_EVERYDAY = ((0xA0, 0xFF), (0x0600, 0x06FF), (0x2000, 0x206F))
_COMPATIBILITY = "\ufb00"


def folded_letters(text: str) -> str:
    """The letters of a short text folded, without the way back.

    >>> folded_letters("أولاً:"), folded_letters("l’été")
    ('اولا:', "l'été")
    """
    if (everyday := folded_everyday(text)) is not None:
        return everyday
    if max(text) >= _COMPATIBILITY:
        return fold(text).text
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    """What folding makes of each everyday letter."""
    letters = (chr(code) for first, last in _EVERYDAY for code in range(first, last + 1))
    return {ord(letter): folded for letter in letters if (folded := fold(letter).text) != letter}
