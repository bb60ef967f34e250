"""Addressees of an Arabic act: coordinated complete noun phrases as entries of their own (codebook, ruling 15)."""

import re
from collections.abc import Sequence

from mutabaa.reading.acts.arabic_words import (
    Span,
    Word,
    bare,
    is_actor,
    is_definite,
    lexicon,
    past_insertion,
    words_of,
)
from mutabaa.reading.acts.known_names import joined_names

_PERSONS = re.compile(r"ال\w{3,}(?:ين|ون)$")
_ADJECTIVE = re.compile(r"(?:ال|لل)?\w{2,}(?:يه|ي|يين|يون|يتين)$")
# What may follow a head within its own phrase: "التابعة للمنظمة", "المعنية بمالي".
_BELONGING = re.compile(r"(?:ال)?(?:تابع|معني|منبثق|موقع|منتمي|مكلف|خاص|تابعين|معنيين|ممثل|عامل|مشارك)\w*$")

_PREPOSITIONS = {"في", "من", "الي", "علي", "عن", "مع", "الا"}


def split_addressees(
    lower: str, start: int, end: int, address: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """The addressees between two places; insertions between commas are dropped, "ولا سيما X" is an entry of its own.

    `address`: prepositions that may be repeated before a further addressee ("إلى X وإلى Y", "بـX وبـY").
    """
    words = words_of(lower, start, end)
    inside, heads = _of_known_names(lower, words, start, end)
    pieces: list[list[Word]] = [[]]
    relative = aside = False
    i = 0
    while i < len(words):
        text = words[i].text
        if i in inside:
            pieces[-1] += [] if aside else [words[i]]
            i += 1
            continue
        if text == "(":
            closed = next((k + 1 for k in range(i, len(words)) if words[k].text == ")"), len(words))
            pieces[-1] += words[i:closed]
            i = closed
            continue
        skipped = past_insertion(words, i)
        if skipped is None and text in "،," and _only_insertion(words, i):
            break
        named = i in heads and bool(pieces[-1]) and not relative
        begin = _another_begins(lower, words, i, pieces[-1], relative, address) if skipped is None else None
        begin = i if named and begin is None else begin
        if begin is not None:
            pieces.append([])
            relative = aside = False
        elif skipped is not None:
            aside = True
        elif text in "،,":
            # Arabic joins with "و": what a comma alone adds only describes ("إسرائيل، السلطة القائمة بالاحتلال").
            aside = i + 1 < len(words) and not words[i + 1].text.startswith("و")
        elif not aside:
            relative = relative or text in lexicon().relative
            pieces[-1].append(words[i])
        i = next(place for place in (skipped, begin, i + 1) if place is not None)
    return tuple(span for span in (_span(lower, piece) for piece in pieces if piece) if span)


def _of_known_names(lower: str, words: Sequence[Word], start: int, end: int) -> tuple[set[int], set[int]]:
    """The words after the first of known names that hold a "و", and first words that a "و" joins to what is before."""
    names = joined_names(lower, start, end, "ar") if " و" in lower[start:end] else []
    inside = {i for i, word in enumerate(words) for a, b in names if a < word.start < b}
    heads = {
        i for i, word in enumerate(words) for a, _ in names if word.start + 1 == a and word.text[0] == "و"
    }
    return inside, heads


def _only_insertion(words: Sequence[Word], i: int) -> bool:
    """Whether a comma opens an insertion that runs to the end (its closing comma stands before the action)."""
    rest = " ".join(word.text for word in words[i + 1 : i + 4])
    known = lexicon()
    if known.including.match(rest) or known.as_well_as.match(rest):
        return False
    return bool(rest) and (known.insertion.match(rest) is not None or words[i + 1].text in known.relative)


def _including(lower: str, words: Sequence[Word], i: int) -> int | None:
    """The index after "including", "in particular", "as well as" at words[i]."""
    known = lexicon()
    at = i + 1 if words[i].text in "،," and i + 1 < len(words) else i
    start = words[at].start
    found = known.including.match(lower, start) or known.as_well_as.match(lower, start)
    if not found:
        return None
    after = next((j for j in range(at, len(words)) if words[j].start >= found.end()), len(words))
    added = words[after].text if after < len(words) else ""
    if added and not known.including.match(lower, start) and not (is_actor(added) or is_actor(added[1:])):
        # "فضلا عن تعهداتها": what it adds is no addressee.
        return None
    return after


def _another_begins(
    lower: str,
    words: Sequence[Word],
    i: int,
    piece: Sequence[Word],
    relative: bool,
    address: frozenset[str],
) -> int | None:
    """The index of the first word of a further addressee, when words[i] opens or joins one."""
    opened = _including(lower, words, i)
    if opened is not None:
        return opened
    joined = _joins(words, i, piece, relative, address)
    return i + joined - 1 if joined else None


def _joins(
    words: Sequence[Word], i: int, piece: Sequence[Word], relative: bool, address: frozenset[str]
) -> int:
    """How many words join a noun phrase of its own to the piece before: 1 for "و", 2 for "وإلى", 0 for none."""
    text = words[i].text
    if not text.startswith("و") or len(text) < 3 or not piece:
        return 0
    noun = text[1:]
    after = words[i + 1].text if i + 1 < len(words) else ""
    if noun in address and is_actor(after):
        return 2
    if "ب" in address and noun.startswith("ب") and is_actor(noun[1:]):
        return 1
    after_comma = words[i - 1].text in "،,"
    if relative and not after_comma and not _past_relative(piece, noun):
        return 0
    if f"{noun} {after}" in lexicon().actor_pairs:
        return 1
    if noun == "غير":
        return int(after in ("ذلك", "هذه", "هؤلاء"))
    if noun in lexicon().describing or not is_actor(noun):
        return int(after_comma and bool(_PERSONS.match(noun)))
    if _ADJECTIVE.match(noun) and bare(noun) not in lexicon().actors and noun not in lexicon().states:
        return 0
    return int(after_comma or not (_shares(words, i, piece) or _bare_in_list(words, i, piece)))


def _past_relative(piece: Sequence[Word], noun: str) -> bool:
    """Whether a noun joined after a relative clause stands beside its head: no actor in the clause it could go with."""
    opened = next((i for i, word in enumerate(piece) if word.text in lexicon().relative), len(piece))
    if not noun.startswith("ال") or not is_actor(noun) or bare(noun) in lexicon().sharing:
        return False
    return len(piece) - opened > 3 and not any(is_actor(word.text) for word in piece[opened + 1 :])


def _shares(words: Sequence[Word], i: int, piece: Sequence[Word]) -> bool:
    """Whether the piece before lacks what follows here ("المجموعات والحركات المسلحة", a dual before its two names)."""
    known = lexicon()
    last = piece[-1].text
    if piece[0].text.endswith("تي") and not is_definite(piece[0].text):
        return len(piece) == 2
    if len(piece) > 1 and last in known.actors and last not in known.states:
        return True
    if last.startswith("ب") and not is_definite(last) and not is_definite(words[i].text[1:]):
        # "المساهمة بقوات | وأفراد شرطة"
        return not is_actor(last)
    owned = re.sub(r"(?:ها|هم|هما)$", "", words[i].text[1:])
    if owned != words[i].text[1:] and owned in known.sharing:
        return True
    if len(piece) == 1 and bare(last) in known.sharing:
        after = words[i + 1].text if i + 1 < len(words) else ""
        return words[i].text[1:].startswith("ال") == last.startswith("ال") and (
            is_definite(after) or after.startswith("و")
        )
    return False


def _bare_in_list(words: Sequence[Word], i: int, piece: Sequence[Word]) -> bool:
    """Whether heads without modifiers of their own share those of the last ("agencies, funds and programmes of …")."""
    sharing = lexicon().sharing
    if bare(words[i].text[1:]) not in sharing:
        return False
    after = words[i + 1].text if i + 1 < len(words) else ""
    if after.startswith("و") and bare(after[1:]) in sharing:
        return True
    last = piece[-1].text
    return len(piece) > 1 and last.startswith("وال") and bare(last) in sharing


def _span(lower: str, piece: Sequence[Word]) -> Span | None:
    """The piece without the و, ف, ب or ك written on its first word and without adverbs after its last."""
    start, end = piece[0].start, piece[-1].end
    text = piece[0].text
    if lexicon().nobody.match(lower, start) or (
        text[0] == "ب" and len(text) > 3 and not (is_actor(text) or is_actor(text[1:]))
    ):
        return None
    if (
        text[0] in "وف"
        and len(text) > 3
        and (is_actor(text[1:]) or text[1:3] in ("ال", "لل") or is_actor(text[2:]))
    ):
        start += 1
        text = text[1:]
    named = bare(text) == text and is_actor(text)
    addressed = text[0] in "بك" and len(text) > 3 and not named and (is_actor(text[1:]) or text[1:3] == "ال")
    if addressed or (text[0] == "ل" and not text.startswith("لل") and is_actor(text[1:])):
        start += 1
    after = lexicon().afterthought.search(lower, start, end)
    end = after.start() if after else end
    return (start, end) if end > start else None


def noun_phrase_end(words: Sequence[Word], first: int) -> int:
    """Where the noun phrase headed at words[first] ends: after its modifiers with the article, and "التابعة ل…"."""
    i = first + 1
    open_construct = not is_definite(words[first].text)
    if words[first].text == "اي" and i < len(words):
        # "أي طرف": the noun alone, it stays indefinite.
        open_construct, i = False, i + 1
    while i < len(words) and _goes_on(words[i].text, words[i - 1].text, open_construct):
        belongs = _BELONGING.match(words[i - 1].text) and words[i].text[0] in "لب"
        if open_construct or belongs:
            open_construct = not is_definite(words[i].text)
        i += 1
    return words[i - 1].end


def _goes_on(text: str, before: str, open_construct: bool) -> bool:
    """Whether a word still belongs to the noun phrase; `open_construct`: its genitive hasn't come yet."""
    if text in _PREPOSITIONS:
        return text == "من" and before.startswith("غير")
    if text in "()" or before == "(":
        return True
    if (open_construct and text[0].isalpha()) or (
        _BELONGING.match(before) and text[0] in "لب" and len(text) > 3
    ):
        return True
    joined = text.startswith("و") and (is_actor(text[1:]) or _modifies(text[1:]))
    return is_definite(text) and (joined or _modifies(text))


def _modifies(text: str) -> bool:
    known, stem = lexicon(), bare(text)
    if stem in known.agreeing or _BELONGING.match(text):
        return True
    return bool(_ADJECTIVE.match(text)) and stem not in known.not_agreeing and stem not in known.actions
