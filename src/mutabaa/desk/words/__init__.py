"""Why something asked of the desk wasn't done, in Arabic, English and French, from the TOML beside."""

import tomllib
from functools import cache
from pathlib import Path

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.register import NotAdmitted
from mutabaa.reports.exchange.words import refusal_words, says_why
from mutabaa.vocabulary import Language, on_one_line

_HERE = Path(__file__).parent
_FILES: dict[Language, str] = {"ar": "arabic.toml", "en": "english.toml", "fr": "french.toml"}
# A fact may be written in the other direction; it is kept apart from the sentence around it.
_ISOLATED = "\u2068{}\u2069"


@cache
def refusals(language: Language) -> dict[str, str]:
    """Every message of a language by its kind."""
    text = _HERE.joinpath(_FILES[language]).read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(text)
    return found


@cache
def admissions(language: Language) -> dict[str, str]:
    """Why the ledger doesn't take an entry, by the kind of NotAdmitted: half a sentence."""
    text = _HERE.joinpath(f"admission.{_FILES[language]}").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(text)
    return found


def say(kind: str, language: Language, **facts: str) -> str:
    """A refusal as a sentence, with its facts filled in. Those of exports, imports and sheets are said as `reports`
    says them. KeyError for a kind without words: a test sees to it that there is none."""
    words = refusals(language).get(kind)
    if words is None:
        return refusal_words(kind, language, **facts)
    return words.format_map({name: _ISOLATED.format(on_one_line(str(fact))) for name, fact in facts.items()})


def has_words(kind: str) -> bool:
    """Whether there is a sentence for this kind."""
    return kind in refusals("en") or says_why(kind)


def refusal_said(refusal: NotDone | NotThere, language: Language) -> str:
    """What a deed answered, as a sentence. Where the ledger refused (the cause), its reason is in this language, too;
    what is misstated is told in the English of the statement's shape."""
    if isinstance(refusal, NotThere):
        return say("not_there", language, code=refusal.code)
    facts, cause = dict(refusal.facts), refusal.__cause__
    if isinstance(cause, NotAdmitted) and "reason" in facts:
        facts["reason"] = admissions(language)[cause.kind].format_map(cause.facts)
    return say(refusal.kind, language, **facts)
