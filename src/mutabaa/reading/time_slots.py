"""What fills the slots of phrases about time: {date}, {period}, {session} … in each language."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from mutabaa.reading.dates import date_forms, either
from mutabaa.reading.periods import periods
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.whole_words import WholeWords
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Language

_WORD = r"[\w'’-]+"
# The rest of a clause, up to its punctuation or the next conjunction.
_CLAUSE = r"[^\s,;.:،؛()](?:(?:(?! and | et )[^,;.:،؛()]){0,110}(?! and | et )[^\s,;.:،؛()])?"
# Begun with a class of characters, a pattern is searched for five times as fast as begun with a choice.
_YEAR = re.compile(r"[12](?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d(?!\d)")


@cache
def slots(language: Language) -> dict[str, str]:
    """A pattern without groups for each slot, on folded, lower-cased text."""
    book = load(language, "dates")
    forms, event = date_forms(language), book["deadlines"]["event"]
    year = r"(?:19|20)\d\d(?![\d/–-]\d)(?!\d)" + (r"(?: ?م(?!\w))?" if language == "ar" else "")
    any_date = f"(?:{forms.range}|{forms.full}|{forms.month_of_year}|{year})"
    return {
        "date": rf"(?:(?:the |la |le )?{either(book['date']['part_of'])} ?)?{any_date}",
        "full_date": forms.full,
        "range": forms.range,
        "full_or_yearless": f"(?:{forms.full}|{forms.yearless})",
        "period": periods(language).pattern,
        "session": _session(event, language),
        "report": rf"(?:{_WORD} ){{0,2}}?{either(event['report'])}",
        "clause": _CLAUSE,
        "up_to_five": rf"(?:{_WORD} ){{0,4}}?{_WORD}",
    }


def _session(event: dict[str, list[str]], language: Language) -> str:
    """A session that a number or a word such as "next" marks."""
    noun, coming = either(event["session"]), either(event["coming"])
    marked = f"(?:{event['ordinal']}|{coming})"
    if language == "en":
        # "to the Assembly at its next session": what stands before a preposition isn't of the session's name.
        outside = either(event["not_of_a_session"])
        return rf"(?:(?!{outside} ){_WORD} ){{0,3}}?{marked} (?:{_WORD} ){{0,4}}?{noun}"
    if language == "fr":
        return rf"(?:{marked} (?:{_WORD} ){{0,4}}?{noun}|{noun} (?:(?:{_WORD} ){{0,2}}?{coming}|de (?:19|20)\d\d))"
    return rf"{noun} (?:{_WORD} ){{0,3}}?{marked}(?!\w)"


@cache
def fillable(language: Language) -> dict[str, Callable[[str], bool]]:
    """By slot, a quick look whether a text holds at all what may fill it."""
    event = load(language, "dates")["deadlines"]["event"]

    def holds_year(text: str) -> bool:
        # Plain "in" is twenty times faster than the pattern, and most paragraphs hold no year.
        return ("20" in text or "19" in text) and _YEAR.search(text) is not None

    return {
        "date": holds_year,
        "full_date": holds_year,
        "range": holds_year,
        "period": _holds(periods(language).words, language),
        "session": _holds(event["session"], language),
        "report": _holds(event["report"], language),
    }


def _holds(words: list[str], language: Language) -> Callable[[str], bool]:
    index = WholeWords(sorted({fold(word).text.lower() for word in words}), language)
    # Plain "in" for a few words is quicker than the index, and most texts hold none; "month" stands in "months".
    shortest = tuple(w for w in index.written if not any(o in w for o in index.written if o != w))

    @lru_cache(maxsize=4)
    def holds(text: str) -> bool:
        for word in shortest:
            if word in text:
                return bool(index.find(text))
        return False

    return holds


def held(text: str, end: int, language: Language) -> re.Match[str] | None:
    """After a session: when it will be held."""
    # The whole takes long to compile, with all the ways to write a date: not before its first words were seen.
    return _held(language).match(text, end) if _held_begins(language).match(text, end) else None


@cache
def _held_begins(language: Language) -> re.Pattern[str]:
    return re.compile(f",? ?{either(load(language, 'dates')['deadlines']['event']['held'])} ")


@cache
def _held(language: Language) -> re.Pattern[str]:
    event, forms = load(language, "dates")["deadlines"]["event"], date_forms(language)
    when = rf"(?:{forms.range}|{forms.full}|{forms.month_of_year}|(?:19|20)\d\d)"
    between = r"(?:[^,;.،؛]{0,40} )?"
    return re.compile(rf",? ?{either(event['held'])} {between}{either(event['held_from'])} {when}(?!\w)")


@cache
def whose(language: Language) -> re.Pattern[str]:
    """After a session: of which body, up to the end of a short noun phrase."""
    of = either(load(language, "dates")["deadlines"]["event"]["of"])
    if language == "ar":
        return re.compile(rf"(?: (?:لل\w+|{of})(?: ال(?!ذي|تي|ذين)\w+)*){{0,2}}")
    if language == "fr":
        # « des éléments nouveaux » after a session is what is asked for, « de l'Assemblée générale » whose it is.
        bodies = either(load(language, "dates")["deadlines"]["event"]["bodies"])
        return re.compile(
            rf"(?: {of} ?{bodies}(?: (?:[\w'-]+ )?(?:générale|{of} ?[\w-]+(?: [\w-]+)?))?(?!\w)){{0,3}}"
        )
    ends = (
        r"(?=[,;.:()]| (?:to|in|on|at|a|an|the|and|of|held|which|that|is|will|for|with"
        r")\b|$)"
    )
    return re.compile(rf"(?: {of} ?(?:{_WORD} ){{0,3}}?{_WORD}{ends}){{0,3}}")
