"""The words of an Arabic clause: which open an action, which head an addressee, where one addressee ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from mutabaa.reading.phrasebooks import load
from mutabaa.texts.normalise import fold

Span = tuple[int, int]

_TOKEN = re.compile(r"\w[\w/-]*|[^\w\s]")
_OBJECT_PRONOUN = re.compile(r"(?:ها|هم|هما|هن|ه|نا)$")
# A final ه is mostly ة; after these letters it is a pronoun.
_OWNER = re.compile(r"(?:ها|هم|هما|هن|نا|(?<=[ئؤت])ه)$")
_ARTICLE = re.compile(r"(?:[وفب]|ك)?ال(?=\w{2})|[وف]?لل(?=\w{2})")


class Word(NamedTuple):
    """A word or a sign of folded text with its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """The lists of the phrasebook, folded; patterns are matched at the beginning of a word."""

    actors: frozenset[str]
    actor_pairs: frozenset[str]
    sharing: frozenset[str]
    describing: frozenset[str]
    quantifiers: frozenset[str]
    actions: frozenset[str]
    actions_with_article: frozenset[str]
    actions_or_doers: frozenset[str]
    places: frozenset[str]
    not_closing: frozenset[str]
    pronouns: frozenset[str]
    own_deeds: frozenset[str]
    takes_actor: frozenset[str]
    held: frozenset[str]
    askings: frozenset[str]
    bodies: frozenset[str]
    governs_that: frozenset[str]
    things: frozenset[str]
    agreeing: frozenset[str]
    not_agreeing: frozenset[str]
    relative: frozenset[str]
    governs: dict[str, frozenset[str]]
    governs_things: frozenset[str]
    states: frozenset[str]
    aside: re.Pattern[str]
    insertion: re.Pattern[str]
    nobody: re.Pattern[str]
    including: re.Pattern[str]
    as_well_as: re.Pattern[str]
    afterthought: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The lists of phrasebooks/arabic/addressees.toml, read once."""
    lists = load("ar", "addressees")["words"]

    def words(name: str) -> frozenset[str]:
        return frozenset(fold(word).text for word in lists[name])

    def pattern(name: str, after: str = "") -> re.Pattern[str]:
        return re.compile("(?:" + "|".join(fold(word).text for word in lists[name]) + r")(?!\w)" + after)

    return Lexicon(
        actors=words("actors"),
        actor_pairs=words("actor_pairs"),
        sharing=words("sharing"),
        describing=words("describing"),
        quantifiers=words("quantifiers"),
        actions=words("actions") | words("actions_with_article") | words("actions_or_doers"),
        actions_with_article=words("actions_with_article"),
        actions_or_doers=words("actions_or_doers"),
        places=words("places"),
        not_closing=words("not_closing"),
        pronouns=words("pronouns"),
        own_deeds=words("own_deeds"),
        takes_actor=words("takes_actor"),
        held=words("held"),
        askings=words("askings"),
        bodies=words("bodies"),
        governs_that=words("governs_that"),
        things=words("things"),
        agreeing=words("agreeing"),
        not_agreeing=words("not_agreeing"),
        relative=words("relative"),
        governs={"علي": words("governs_upon"), "الي": words("governs_to"), "ب": words("governs_by")},
        governs_things=words("governs_things"),
        states=words("states"),
        aside=re.compile(rf"(?:\s*[،,]?\s*{pattern('aside').pattern}[،,]?)+"),
        insertion=pattern("insertion"),
        nobody=pattern("nobody"),
        including=pattern("including", r"(?:\s*[،,])?"),
        as_well_as=pattern("as_well_as"),
        afterthought=re.compile(rf"(?:\s+{pattern('afterthought').pattern})+$"),
    )


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and signs of text[start:end]."""
    return [Word(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text, start, end)]


def bare(word: str) -> str:
    """A word without its article and the و, ف, ب, ك or ل written on it."""
    article = _ARTICLE.match(word)
    return word[article.end() :] if article else word


def is_definite(word: str) -> bool:
    """Whether a word carries the article or a pronoun, or names a State: it closes a noun phrase."""
    return (
        bool(_ARTICLE.match(word))
        or word in lexicon().states
        or bool(re.search(r"\w{3}(?:ها|هم|هما)$", word))
    )


def is_actor(word: str) -> bool:
    """Whether a word heads an addressee: States, a committee, the Secretary-General, or a quantifier before them."""
    known = lexicon()
    if word in known.states or word in known.quantifiers or word in known.actors:
        return True
    stem = bare(word)
    # للجنة is لـ and اللجنة: the article's ل is the noun's own.
    if stem in known.actors or (word.startswith("لل") and "ل" + word[2:] in known.actors):
        return True
    # "أطرافها", "مؤسساته": a pronoun is written on the head.
    owned = _OWNER.sub("", stem)
    if owned == stem or len(owned) < 3:
        return False
    last = {"ت": "ه", "ئ": "ء", "ؤ": "ء"}.get(owned[-1])
    return owned in known.actors or (last is not None and owned[:-1] + last in known.actors)


def opens_action(word: str) -> bool:
    """Whether a word is a verbal noun that says what is to be done (مواصلة, التعاون, تنفيذها)."""
    return is_bare_action(word) or (word.startswith("ال") and is_bare_action(word[2:]))


def is_bare_action(word: str) -> bool:
    """Whether a word is such a noun without the article: إلغاء is, though it begins like one with it."""
    known = lexicon().actions
    if word in known:
        return True
    owned = _OBJECT_PRONOUN.sub("", word)
    if owned == word or len(owned) < 3:
        return False
    # تقديمها, or with ة become ت: مواصلتها.
    return owned in known or (owned.endswith("ت") and owned[:-1] + "ه" in known)


def looks_like_action(word: str) -> bool:
    """Whether an unknown word has the shape of a verbal noun: تفعيل, افتعال, استفعال, إفعال."""
    stem = word[2:] if word.startswith("ال") else word
    return bool(
        re.fullmatch(
            r"(?:ت\w{2}ي\w|ا(?:ست|ن)?\w{2,3}ا\w|ت\wا\w\w|ت\w{3}|م\wا\w\w?[هت])(?:ها|ه|هم|هما)?", stem
        )
    )


def looks_like_verb(word: str) -> bool:
    """Whether a word after أن may be its verb: يقدم, تكفل, لا تقدم."""
    if word == "لا":
        return True
    # تكاليف, تنفيذ are nouns.
    return bool(re.fullmatch(r"[يتن]\w{2,}", word)) and not re.fullmatch(r"ت\w{2}ي\w|ت\wا\w?ي\w", word)


def past_insertion(words: Sequence[Word], i: int) -> int | None:
    """When words[i] is a comma before an insertion or a non-restrictive clause: the index after its closing comma."""
    known = lexicon()
    if words[i].text not in "،," or i + 1 >= len(words):
        return None
    if i == 0:
        return _closing_comma(words, i)
    rest = " ".join(word.text for word in words[i + 1 : i + 4])
    if known.including.match(rest) or known.as_well_as.match(rest):
        return None
    if words[i + 1].text not in known.relative and not known.insertion.match(rest):
        return None
    return _closing_comma(words, i)


def _closing_comma(words: Sequence[Word], i: int) -> int | None:
    """The index after the comma that closes what the comma at words[i] opened."""
    for j in range(i + 1, min(len(words), i + 60)):
        if words[j].text in "،,":
            after = words[j + 1].text if j + 1 < len(words) else ""
            if after.startswith("و") and not is_actor(after[1:]) and j + 1 < len(words):
                continue
            return j + 1
    return None
