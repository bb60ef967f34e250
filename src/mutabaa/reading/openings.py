"""What the first words of a paragraph say about its part in the text: recital, operative verb, formula, annex, closing.

Words live in phrasebooks/*/structure.toml. The three languages are looked up together, since texts mix them.
"""

import re
from functools import cache
from itertools import islice

from mutabaa.reading.heads import folded_letters
from mutabaa.reading.phrasebooks import load
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import LANGUAGES

_HEAD = 220
_OPENING_MARKS = " \"'«“”‘’([*_:-–—،,"
_WORD = re.compile(r"[^\s\"«»“”()\[\],;:.!?،؛*_]+")
_MOST_SKIPPED = 4
_SUBJECT_WITHIN, _FIRST_WORDS, _NEAR = 20, 3, 10
_NOT_OF_A_FORMULA = re.compile(r"[\d\"“”«»()]")
_FULL_STOP = re.compile(r"[.؛;]\s+")
_SUBJECT_AND_COMMA = re.compile(r"(?:^|(?<=\s))((?:The|Le|La|Les|L['’]|إن)\s?[^,،.;:]{3,80}[,،:])\s+")


def folded_head(text: str, length: int = _HEAD) -> str:
    """The beginning of a paragraph, folded and in lower case, opening quotes dropped."""
    return folded_letters(text[:length]).lower().lstrip(_OPENING_MARKS)


def opens_operative(head: str) -> bool:
    """Whether a folded head begins with an operative verb: "Also decides", "Se félicite", "ويرحب".

    >>> [opens_operative(folded_head(t)) for t in ("Further requests the", "S’inquiète de", "وحث الأطراف", "The fund")]
    [True, True, True, False]
    """
    verbs, skipped = _words("operative"), _words("skip")
    for match in islice(_WORD.finditer(head), _MOST_SKIPPED + 1):
        word = match[0]
        if word in verbs or (word[0] in "وف" and word[1:] in verbs):
            return True
        _, apostrophe, rest = word.rpartition("'")
        if apostrophe and rest in verbs:
            return True
        if word not in skipped and not (apostrophe and not rest):
            return False
    return False


def opens_recital(head: str) -> bool:
    """Whether a folded head begins like a preambular paragraph: "Recalling", "Profondément préoccupée", "وإذ".

    >>> [opens_recital(folded_head(t)) for t in ("Noting that", "Considérant", "وإذ تشير", "Decides")]
    [True, True, True, False]
    """
    for match in islice(_WORD.finditer(head), _MOST_SKIPPED):
        word = match[0]
        bare = word.rpartition("'")[2]
        if bare in _words("recital") or (len(bare) > 4 and bare.endswith(_recital_endings())):
            return True
        if word not in _words("skip"):
            return False
    return False


def body_acts(head: str) -> bool:
    """Whether a sentence of the adopting body begins: "The Meeting reaffirmed", "رحب الاجتماع"."""
    words = _WORD.findall(head)
    nouns, verbs = _words("body"), _words("operative")
    if "'" not in head and nouns.isdisjoint(words[:_SUBJECT_WITHIN]):
        return False
    subject = next(
        (i for i, word in enumerate(words[:_SUBJECT_WITHIN]) if word.rpartition("'")[2] in nouns), None
    )
    if subject is None:
        return False
    # What the body does may stand far from it where it is the first word: "The Council, mindful of ..., decides".
    reach = len(words) if subject <= _FIRST_WORDS else subject + _NEAR
    return any(
        word in verbs or word.rpartition("'")[2] in verbs or (word[0] in "وف" and word[1:] in verbs)
        for word in words[max(0, subject - 5) : reach]
    )


def body_leads(head: str) -> bool:
    """Whether the adopting body is the subject of a sentence's first words: "The Meeting urged", "أعرب المؤتمر"."""
    words = _WORD.findall(head)[: _FIRST_WORDS + 1]
    named = any(word.rpartition("'")[2] in _words("body") for word in words)
    return named and body_acts(head)


def ends_with_body(text: str) -> bool:
    """Whether the adopting body is among the last words: "..., فإن الاجتماع:", "..., the Council:"."""
    words = _WORD.findall(folded_letters(text[-60:]).lower())[-4:]
    return any(word.rpartition("'")[2] in _words("body") for word in words)


def tells_what_happened(head: str) -> bool:
    """Whether a narrative verb stands among the first words: "met", "a entendu", "استعرض"."""
    verbs = _words("narrative")
    return any(word in verbs or word[1:] in verbs for word in _WORD.findall(head)[:24])


def is_formula(text: str) -> bool:
    """Whether a paragraph is the adopting body alone, as subject of all that follows: "The General Assembly,"."""
    if len(text) > 160 or text[:1].islower() or _NOT_OF_A_FORMULA.search(text):
        return False
    head = folded_head(text)
    if not head.startswith(_formula_openings()):
        return False
    words = _WORD.findall(head)
    named = any(word.rpartition("'")[2] in _words("body") for word in words)
    return named and (text.rstrip()[-1] in ",:،" or len(words) <= 6) and not opens_operative(head)


def opens_like_formula(head: str) -> bool:
    """Whether a folded head begins as a formula does, whoever is named: "The Government", "إن حكومة"."""
    return head.startswith(_formula_openings())


def formula_within(text: str) -> tuple[int, int] | None:
    """Where a formula stands at the head of a text that runs on with its first recital or paragraph, if it does."""
    for match in _SUBJECT_AND_COMMA.finditer(text, 0, 800):
        after = folded_head(text[match.end() : match.end() + 60])
        if is_formula(match[1]) and (opens_recital(after) or opens_operative(after)):
            return match.start(1), match.end()
    return None


def annex_within(text: str, start: int = 0) -> tuple[int, ...] | None:
    """Where an annex begins after the full stop of a text that runs on into it, and where its title ends."""
    for match in _FULL_STOP.finditer(text, start):
        rest = text[match.end() : match.end() + 40]
        title = _annex_title().match(fold(rest).text)
        if title is not None:
            return match.end(), match.end() + title.end()
    return None


def may_open_recital(letters: str) -> bool:
    """Whether the first three letters of a word could be those of a recital in a script without capitals."""
    return folded_letters(letters)[:3] in _first_letters_of_recitals()


def recital_may_stand_inside(head: str) -> bool:
    """Whether a recital's first word, inside a line, can be trusted to open a recital (وقد often doesn't)."""
    words = _WORD.findall(head)
    return bool(words) and words[0] not in _untrusted_inside()


def is_chapeau(text: str) -> bool:
    """Whether a sentence introduces what was agreed: "agreed as follows:", "a décidé ce qui suit :", "على ما يلي:"."""
    if text.rstrip()[-1:] not in ":،,":
        return False
    ending = folded_letters(text[-60:]).lower().rstrip(" :\"'-–—.")
    if not ending.endswith(_chapeau_endings()):
        return False
    words = set(_WORD.findall(fold(text).text.lower()))
    return not words.isdisjoint(_words("chapeau"))


def opens_annex(text: str) -> bool:
    """Whether a short line announces an annex: "Annex II", "المرفق الأول", "Pièce jointe"."""
    if len(text) > 90:
        return False
    return _annex().match(folded_letters(text).lower().strip(_OPENING_MARKS)) is not None


def opens_closing(text: str) -> bool:
    """Whether a short paragraph closes the document: where and when it was done, signatures, the vote."""
    return len(text) < 300 and folded_letters(text[:60]).lower().startswith(_closing_openings())


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of one kind in all languages, folded."""
    found: set[str] = set()
    for language in LANGUAGES:
        book = load(language, "structure")
        if kind == "operative":
            table = book["operative"]
            found |= {_plain(word) for word in (*table["verbs"], *table["past"], *table["bare"])}
            if language == "ar":
                found |= _arabic_forms(table)
        else:
            found |= {
                _plain(word)
                for word in book[kind].get("words") or book[kind].get("nouns") or book[kind]["verbs"]
            }
    return frozenset(found)


def _arabic_forms(table: dict[str, list[str]]) -> set[str]:
    """The other persons of the verbs listed: تقرر, نقرر and يقررون of يقرر, رحبت and رحبوا of رحب."""
    forms: set[str] = set()
    for verb in map(_plain, table["verbs"]):
        forms |= {"ت" + verb[1:], "ن" + verb[1:], (verb[:-1] if verb[-1] in "اوي" else verb) + "ون"}
    for verb in map(_plain, table["past"]):
        stem = verb[:-1] if verb[-1] in "اي" else verb
        # With a pronoun written on, a final alef maqsura becomes an alef: دعاها.
        forms |= {stem + "ت", stem + "وا", stem + "نا"}
    return forms


def _plain(word: str) -> str:
    return fold(word).text.lower()


@cache
def _first_letters_of_recitals() -> frozenset[str]:
    return frozenset(word[:3] for word in _words("recital") if word[:1].isalpha() and not word[:1].isascii())


@cache
def _untrusted_inside() -> frozenset[str]:
    lists = (load(language, "structure")["recital"].get("untrusted_inside", []) for language in LANGUAGES)
    return frozenset(_plain(word) for words in lists for word in words)


@cache
def _annex_title() -> re.Pattern[str]:
    words = [fold(w).text for language in LANGUAGES for w in load(language, "structure")["annex"]["words"]]
    forms = {form for word in words for form in (word.capitalize(), word.upper())}
    alternatives = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    return re.compile(rf"(?:{alternatives})(?:\s+(?:[IVX]+|[A-Z]|\d+)\b)?(?=\s+[^\Wa-z])\s*")


@cache
def _recital_endings() -> tuple[str, ...]:
    return tuple(
        ending for language in LANGUAGES for ending in load(language, "structure")["recital"]["endings"]
    )


@cache
def _formula_openings() -> tuple[str, ...]:
    return tuple(
        _plain(w) for language in LANGUAGES for w in load(language, "structure")["formula"]["openings"]
    )


@cache
def _chapeau_endings() -> tuple[str, ...]:
    return tuple(
        _plain(w) for language in LANGUAGES for w in load(language, "structure")["chapeau"]["endings"]
    )


@cache
def _closing_openings() -> tuple[str, ...]:
    return tuple(
        _plain(w) for language in LANGUAGES for w in load(language, "structure")["closing"]["openings"]
    )


@cache
def _annex() -> re.Pattern[str]:
    words = [_plain(w) for language in LANGUAGES for w in load(language, "structure")["annex"]["words"]]
    alternatives = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(
        rf"(?:{alternatives})(?:\s*$|\s*[:.–—-]|\s+(?:[ivx]+|[a-z0-9]|\(?\d+\)?|ال\w+)\b\W*(?:$|[:.–—-]))"
    )
