"""Where an Arabic clause passes from whom it addresses to what it asks: على, إلى, ب, أن, or a bare verbal noun."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mutabaa.reading.acts.arabic_words import (
    Word,
    is_actor,
    is_bare_action,
    is_definite,
    lexicon,
    looks_like_action,
    looks_like_verb,
    opens_action,
    past_insertion,
)

Marks = frozenset[str]

THAT = {"ان", "بان", "انه", "انها", "انهم", "لان", "كي", "لكي"}
# "ألا" negates what is asked, and stays in it; folded, it looks like "إلا".
THAT_NOT = {"الا", "بالا"}


class Mark(NamedTuple):
    """A place where an action opens. `word`: index of the mark; `action`: place of its first letter.

    `sure`: what follows is known to be a verbal noun or a verb, rather than only shaped like one.
    """

    word: int
    action: int
    sure: bool


def mark_at(words: Sequence[Word], i: int, marks: Marks, before: str = "") -> Mark | None:
    """The mark at words[i] when an action opens there; `before` is the word it could belong to."""
    text = words[i].text
    after = words[i + 1].text if i + 1 < len(words) else ""
    if text == "ما" and after in ("يلي", "ياتي"):
        return Mark(i, words[i].start, True)
    if text in THAT_NOT and "ان" in marks and looks_like_verb(after):
        return Mark(i, words[i].start + text.startswith("ب"), True)
    if text in ("ان", "بان", "كي", "لكي", "لان"):
        return _that(words, i, marks, before)
    if text in ("علي", "الي", "في"):
        return _preposition(words, i, marks, before)
    found = _clitic(words[i], i, marks, before)
    if found is None and "bare" in marks and before and opens_action(text):
        return _bare(words, i, before)
    return found


def _that(words: Sequence[Word], i: int, marks: Marks, before: str) -> Mark | None:
    begin = after_insertions(words, i + 1)
    if "ان" not in marks or before in lexicon().governs_that:
        return None
    if begin >= len(words):
        # "تهيب بالدول أن:" – what is asked stands in the points below.
        return Mark(i, words[i].end, True)
    return Mark(i, words[begin].start, looks_like_verb(words[begin].text))


def _preposition(words: Sequence[Word], i: int, marks: Marks, before: str) -> Mark | None:
    text = words[i].text
    after = words[i + 1].text if i + 1 < len(words) else ""
    if text not in marks:
        return None
    governed = before in lexicon().governs.get(text, ())
    asks = opens_action(after) or after in ("ان", "الا")
    if governed and not (_governs_only_things(before, after) and asks):
        return None
    if not after or (after == "ان" and i + 2 == len(words)):
        return Mark(i, words[-1].end, True)
    if after in ("ان", "الا") and i + 2 < len(words):
        begin = after_insertions(words, i + 2) if after == "ان" else i + 1
        return Mark(i, words[min(begin, len(words) - 1)].start, True)
    if opens_action(after) or after == "ما":
        return Mark(i, words[i + 1].start, True)
    return Mark(i, words[i + 1].start, False) if looks_like_action(after) else None


def _clitic(word: Word, i: int, marks: Marks, before: str) -> Mark | None:
    """ب or ل written on a verbal noun; the action begins after it, but the written word of لل is kept."""
    clitic, noun = word.text[:1], word.text[1:]
    if clitic not in ("ب", "ل") or clitic not in marks or len(word.text) < 4:
        return None
    of_article = word.text.startswith("لل")
    if of_article:
        noun = "ال" + word.text[2:]
    governed = before in lexicon().governs.get(clitic, ())
    if is_actor(noun) or (governed and not _governs_only_things(before, noun)):
        return None
    if opens_action(noun) or (clitic == "ب" and looks_like_action(noun)):
        return Mark(i, word.start + (not of_article), clitic == "ب" and opens_action(noun))
    return None


def _governs_only_things(before: str, noun: str) -> bool:
    """ "الموقعة على الاتفاق" governs a treaty; "الدول الموقعة على تكثيف" asks for something."""
    return before in lexicon().governs_things and not noun.startswith("ال")


def _bare(words: Sequence[Word], i: int, before: str) -> Mark | None:
    """A verbal noun that opens an action without a mark: nothing before it can govern it."""
    known, text = lexicon(), words[i].text
    if is_bare_action(text):
        after = words[i + 1].text if i + 1 < len(words) else ""
        theirs = (
            re.search(r"\w{3}(?:ها|هم|هما)$", after) and not is_actor(before) and not opens_action(before)
        )
        return Mark(i, words[i].start, True) if _closes(before) or theirs else None
    if not _closes(before):
        return None
    if text[2:] in known.actions_with_article:
        return Mark(i, words[i].start, True)
    # "البلدان المساهمة بقوات" describes, "الدول الأعضاء المساهمة في" asks, unless a surer mark follows.
    return Mark(i, words[i].start, False) if text[2:] in known.actions_or_doers and i > 1 else None


def _closes(before: str) -> bool:
    """Whether a noun phrase may end with this word, so that a verbal noun after it opens something new."""
    if before in lexicon().not_closing:
        return False
    return (
        is_definite(before)
        or before.isdigit()
        or before in (*")،,»", "لها", "له", "ذلك", "بذلك", "هذا", "هذه")
    )


def split(words: Sequence[Word], first: int, marks: Marks, usual: str = "") -> Mark | None:
    """The mark between the addressee that begins at words[first] and the action: the first sure one, else the first.

    `usual`: the preposition the verb takes; where no verbal noun is known, it alone marks the action.
    """
    unsure: Mark | None = None
    i = first + 1
    while i < len(words):
        past = past_insertion(words, i)
        if past is not None and past < len(words):
            opened = mark_at(words, past, marks, words[i - 1].text)
            if opened:
                return Mark(i, opened.action, opened.sure)
        if past is not None:
            i = past
            continue
        found = mark_at(words, i, marks, words[i - 1].text)
        if found and found.sure:
            return found
        guess = found or _usual(words, i, usual)
        unsure = unsure or (guess and guess._replace(sure=False))
        i += 1
    return unsure


def _usual(words: Sequence[Word], i: int, usual: str) -> Mark | None:
    if usual == "ب":
        # "الأطراف المعنية | بوضع حد": concerned with it or asked for it, and nothing else is asked.
        return _clitic(words[i], i, frozenset("ب"), "")
    if words[i].text != usual or i + 1 >= len(words) or words[i - 1].text in lexicon().governs.get(usual, ()):
        return None
    after = words[i + 1].text
    if after in lexicon().places or is_actor(after):
        return None
    return Mark(i, words[i + 1].start, False)


def next_action(words: Sequence[Word], i: int, marks: Marks) -> int:
    """Where the action begins after a pronoun, past adverbs and insertions."""
    for k in range(i, min(len(words), i + 12)):
        opened = mark_at(words, k, marks, words[k - 1].text)
        if opened:
            return opened.action
    return words[i].start


def after_insertions(words: Sequence[Word], i: int) -> int:
    """Past ", in this regard," and the like at words[i]."""
    while i < len(words) and words[i].text in "،,":
        past = past_insertion(words, i)
        i = past if past is not None else i + 1
    return i


def that_at(words: Sequence[Word], i: int) -> int | None:
    """The index after "أن", "بأن", "إلى أن", or of "ألا", when a clause opens at words[i]."""
    texts = [word.text for word in words[i : i + 4]]
    if texts[:2] == ["علي", "ضروره"]:
        texts, i = texts[2:], i + 2
    elif texts[:1] and texts[0] in ("علي", "الي", "من", "في"):
        texts, i = texts[1:], i + 1
    if len(texts) < 2:
        return None
    if texts[0] in THAT_NOT and looks_like_verb(texts[1]):
        return i
    return i + 1 if texts[0] in THAT else None
