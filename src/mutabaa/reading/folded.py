"""The folded copy of a passage, made once for all the finders that look into the same passage one after another."""

from functools import lru_cache

from mutabaa.texts.normalise import Folded, fold


@lru_cache(maxsize=16)
def folded(text: str) -> Folded:
    """`fold(text)`, remembered for the passages looked at last."""
    return fold(text)


@lru_cache(maxsize=16)
def lowered(text: str) -> str:
    """`folded(text).text` in lower case, remembered too. It is longer where a capital grows in lower case (İ)."""
    return folded(text).text.lower()
