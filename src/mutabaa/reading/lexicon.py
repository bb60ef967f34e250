"""Every word the finders of instruments and names look for in a passage, looked for in one pass."""

from functools import cache, lru_cache

from mutabaa.reading.citations.arabic_titles import arabic_heads
from mutabaa.reading.citations.citing_words import citing_words
from mutabaa.reading.citations.english_titles import english_heads
from mutabaa.reading.citations.french_titles import french_heads
from mutabaa.reading.citations.known_titles import titles
from mutabaa.reading.citations.reports import report_words
from mutabaa.reading.known_names import known_names
from mutabaa.reading.whole_words import Found, WordLists
from mutabaa.vocabulary import Language

_HEADS = {"ar": arabic_heads, "en": english_heads, "fr": french_heads}


@cache
def lexicon(language: Language) -> WordLists:
    """The lists by purpose: `names`, `titles` (known ones), `heads` (of other titles), `citing`, `reports`."""
    return WordLists(
        {
            "names": known_names(language),
            "titles": titles(language),
            "heads": _HEADS[language](),
            "citing": citing_words(language).words,
            "reports": report_words(language),
        },
        language,
    )


@lru_cache(maxsize=4)
def words_in(text: str, language: Language) -> dict[str, list[Found]]:
    """What of the lexicon stands in a folded text; remembered for the finders that look at it one after another."""
    return lexicon(language).find(text)
