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
    opens_action,
    past_insertion,
    words_of,
)

_ADJECTIVE = re.compile(r"(?:ال|لل)?\w{2,}(?:يه|ي|يين|يون|يتين)$")
# What may follow a head within its own phrase: "التابعة للمنظمة", "المعنية بمالي".
_BELONGING = re.compile(r"(?:ال)?(?:تابع|معني|منبثق|موقع|منتمي|مكلف|خاص|تابعين|معنيين|ممثل|عامل|مشارك)\w*$")


def split_addressees(lower: str, start: int, end: int) -> tuple[Span, ...]:
    """The addressees between two places; insertions between commas are dropped, "ولا سيما X" is an entry of its own."""
    words = words_of(lower, start, end)
    pieces: list[list[Word]] = [[]]
    relative = False
    depth = i = 0
    while i < len(words):
        word = words[i]
        depth += {"(": 1, ")": -1}.get(word.text, 0)
        if depth > 0:
            pieces[-1].append(word)
            i += 1
            continue
        skipped = past_insertion(words, i) if word.text in "،," else None
        if skipped is None and word.text in "،," and _only_insertion(words, i):
            break
        if skipped is not None:
            pieces.append([])
            i, relative = skipped, False
            continue
        opened = _including(lower, words, i)
        if opened is not None:
            pieces.append([])
            i, relative = opened, False
            continue
        if word.text in "،,":
            pieces.append([])
            relative = False
        elif _begins_another(words, i, pieces[-1], relative):
            pieces.append([word])
        else:
            relative = relative or word.text in lexicon().relative
            pieces[-1].append(word)
        i += 1
    return tuple(span for span in map(_span, _joined(pieces)) if span)


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
    found = known.including.match(lower, words[at].start) or known.as_well_as.match(lower, words[at].start)
    if not found:
        return None
    return next((j for j in range(at, len(words)) if words[j].start >= found.end()), len(words))


def _begins_another(words: Sequence[Word], i: int, piece: Sequence[Word], relative: bool) -> bool:
    """Whether "و" on words[i] joins a complete noun phrase of its own to the piece before."""
    text = words[i].text
    if not text.startswith("و") or len(text) < 3 or not piece or relative:
        return False
    noun = text[1:]
    if noun in lexicon().describing or opens_action(noun):
        return False
    if not is_actor(noun) or (_ADJECTIVE.match(noun) and bare(noun) not in lexicon().actors and noun not in lexicon().states):
        return False
    return not _shares(words, i, piece) and not _bare_in_list(words, i, piece)


def _bare_in_list(words: Sequence[Word], i: int, piece: Sequence[Word]) -> bool:
    """Whether heads without modifiers of their own share those of the last ("agencies, funds and programmes of …")."""
    if bare(words[i].text) in lexicon().complete or words[i].text[1:] in lexicon().states:
        return False
    after = words[i + 1].text if i + 1 < len(words) else ""
    if after.startswith("و") and is_actor(after[1:]) and bare(after) not in lexicon().complete:
        return True
    last = piece[-1].text
    return len(piece) > 1 and last.startswith("وال") and is_actor(last[1:]) and bare(last) not in lexicon().complete


def _shares(words: Sequence[Word], i: int, piece: Sequence[Word]) -> bool:
    """Whether the piece before is a head without modifiers that shares those of words[i] ("groups and armed movements")."""
    head = bare(piece[-1].text)
    if piece[0].text.endswith("تي") and not is_definite(piece[0].text):
        # حكومتي السودان وجنوب السودان: a dual needs both.
        return len(piece) == 2
    if len(piece) > 1 and not is_definite(piece[-1].text) and piece[-1].text not in lexicon().states:
        return is_actor(piece[-1].text) and not _closed_name(piece)
    if len(piece) == 1 and head not in lexicon().complete and piece[0].text not in lexicon().states:
        after = words[i + 1].text if i + 1 < len(words) else ""
        return words[i].text[1:].startswith("ال") == piece[0].text.startswith("ال") and is_definite(after)
    return False


def _closed_name(piece: Sequence[Word]) -> bool:
    return piece[-1].text not in lexicon().actors


def _joined(pieces: Sequence[Sequence[Word]]) -> list[Sequence[Word]]:
    """Pieces after a comma that don't head an addressee go on describing the piece before."""
    return [piece for piece in pieces if piece]


def _span(piece: Sequence[Word]) -> Span | None:
    start, end = piece[0].start, piece[-1].end
    text = piece[0].text
    if text[0] in "وفبك" and len(text) > 3 and (is_actor(text[1:]) or text[1:3] == "ال"):
        start += 1
    elif text[0] == "ل" and not text.startswith("لل") and is_actor(text[1:]):
        start += 1
    return (start, end) if end > start else None


def noun_phrase_end(words: Sequence[Word], first: int) -> int:
    """Where the noun phrase headed at words[first] ends: its article-bearing modifiers, "التابعة ل…", its joined nouns."""
    i = first
    open_construct = not is_definite(words[i].text)
    end = words[i].end
    i += 1
    while i < len(words):
        text = words[i].text
        before = words[i - 1].text
        if open_construct and re.fullmatch(r"\w+", text):
            open_construct = not is_definite(text) and len(text) > 2
        elif _BELONGING.match(before) and text[:1] in "لب" and len(text) > 3:
            pass
        elif is_definite(text) and _modifies(text):
            pass
        elif text.startswith("و") and is_actor(text[1:]) and is_definite(text):
            pass
        elif text == "(" or before == "(" or text == ")":
            pass
        else:
            break
        end = words[i].end
        i += 1
    return end


def _modifies(text: str) -> bool:
    return bool(_ADJECTIVE.match(text)) or bare(text) in _AGREEING or bool(_BELONGING.match(text))


_AGREEING = {
    "اعضاء", "عام", "عامه", "خاص", "خاصه", "مضيف", "مضيفه", "معنيه", "مانحه", "متحده", "مجاوره", "طرف", "اطراف",
    "مستقل", "مستقله", "سامي", "ساميه", "متكامله", "مشترك", "مشتركه", "تابعه", "مختلفه", "اخري", "ناميه", "موقعه",
}
