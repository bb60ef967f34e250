"""The clause after أن: who should act in it, behind the verb, before the modal, or after على and ل."""

import re
from collections.abc import Sequence

from mutabaa.reading.acts.arabic_addressees import noun_phrase_end, split_addressees
from mutabaa.reading.acts.arabic_marks import THAT_NOT, after_insertions, mark_at, split
from mutabaa.reading.acts.arabic_words import (
    Word,
    bare,
    is_actor,
    is_definite,
    lexicon,
    looks_like_verb,
    past_insertion,
)
from mutabaa.reading.acts.arguments import Arguments
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.known_names import joined_names
from mutabaa.reading.acts.verbs import verbs_of


def _pattern(name: str) -> re.Pattern[str]:
    return verbs_of("ar").patterns[name]


def that_somebody_should(clause: Clause, words: Sequence[Word], first: int) -> Arguments:
    """`أن تتخذ جميع الأطراف …`, `أن على الدول أن …`, `أن الدول ينبغي أن …`: who acts is addressed."""
    first = after_insertions(words, first)
    if first >= len(words):
        return Arguments(rule="ar/that clause")
    lower, end = clause.lower, clause.end
    start = words[first].start + (words[first].text == "بالا")
    whole = Arguments(action=(start, end), rule="ar/that clause")
    should = _pattern("should").match(lower, start, end)
    at = _word_from(words, first, should.end()) if should else first
    upon = words[at] if at < len(words) else None
    if upon and (upon.text == "علي" or (should and upon.text.startswith("ل"))):
        found = _upon_somebody(clause, words, at, whole)
    elif should:
        found = _doer_after_verb(clause, words, at, whole)
    elif words[first].text in THAT_NOT or _opens_with_verb(words[first].text):
        found = _doer_after_verb(clause, words, first - 1, whole)
    else:
        found = _doer_before_modal(clause, words, first, whole)
    # The negation stays in what is asked: "لا ينبغي للدول أن تتخذ".
    return found._replace(action=whole.action) if should and should["not"] else found


def _opens_with_verb(word: str) -> bool:
    return looks_like_verb(word) and not is_actor(word) and not is_definite(word)


def _word_from(words: Sequence[Word], i: int, place: int) -> int:
    """The index of the first word from words[i] that stands at or after a place."""
    return next((k for k in range(i, len(words)) if words[k].start >= place), len(words))


def _upon_somebody(clause: Clause, words: Sequence[Word], at: int, whole: Arguments) -> Arguments:
    """`على الدول أن تفعل`, `ينبغي للدول أن تفعل`, `يتعين على الدول تقديم كذا`."""
    begin = at + 1 if words[at].text == "علي" else at
    if begin >= len(words) or not is_actor(words[begin].text):
        return whole
    mark = split(words, begin, frozenset({"ان", "bare"}))
    return stated(clause, words[begin].start, words[mark.word].start, mark.action) if mark else whole


def _doer_after_verb(clause: Clause, words: Sequence[Word], that: int, whole: Arguments) -> Arguments:
    """`أن | تتخذ جميع الأطراف`: the doer stands behind its verb."""
    verb = that + 1
    while verb < len(words) and words[verb].text in ("لا", "ان", *THAT_NOT):
        verb += 1
    doer = verb + 1
    if doer >= len(words):
        return whole
    past = past_insertion(words, doer)
    doer = past if past is not None else doer
    aside = lexicon().aside.match(clause.lower, words[verb].end, clause.end)
    if aside:
        doer = _word_from(words, doer, aside.end())
    if doer >= len(words) or not looks_like_verb(words[verb].text) or not names_doer(words[doer].text):
        return whole
    if words[doer].text.startswith("لل") or _undergoes(words[verb].text, words[doer].text):
        # "أن تتوافر للدول بيانات": something is had, nobody acts.
        return whole
    stop = _coordinated_end(clause, words, doer)
    begin = whole.action[0] if whole.action else words[verb].start
    return stated(clause, words[doer].start, stop, begin)


def _coordinated_end(clause: Clause, words: Sequence[Word], doer: int) -> int:
    """Where all who act end: "تقوم الدول | ومكتب الأمم المتحدة | ومنظمة … | بإعداد"; a known name is never cut."""
    names = joined_names(clause.lower, words[doer].start, clause.end, "ar")
    first = doer
    while True:
        stop = noun_phrase_end(words, first)
        stop = max([stop, *(b for a, b in names if a < stop <= b)])
        first = _word_from(words, first, stop)
        if first >= len(words) or words[first].text[0] != "و" or not names_doer(words[first].text[1:]):
            return stop


def _undergoes(verb: str, noun: str) -> bool:
    """Whether the noun behind the verb only is something, or is a meeting that is held (vowel signs are gone)."""
    return verb[1:] == "كون" or (verb[1:] == "عقد" and bare(noun) in lexicon().held)


def _doer_before_modal(clause: Clause, words: Sequence[Word], first: int, whole: Arguments) -> Arguments:
    """`أن | البعثة مخولة بكذا`, `أن | الدول ينبغي أن تفعل`."""
    if not is_actor(words[first].text):
        return whole
    lower, end, start = clause.lower, clause.end, words[first].start
    for name in ("should", "entitled"):
        found = _pattern(name).search(lower, words[first].end, end)
        if not found or ("،" in lower[start : found.start()] and found.start() - start > 120):
            continue
        for i in range(_word_from(words, first, found.end()), len(words)):
            opened = mark_at(words, i, frozenset({"ان", "ب", "بان"}), words[i - 1].text)
            if opened:
                return stated(clause, start, found.start(), opened.action)
    return whole


def names_doer(word: str) -> bool:
    """Whether a word heads a noun phrase that can act, rather than only point ("هذه")."""
    return is_actor(word) and word not in ("من", "مثل", "ذات", "هذا", "هذه", "تلك", "ذلك")


def stated(clause: Clause, start: int, stop: int, action: int) -> Arguments:
    """Arguments with the addressees named between two places, and the action from a third to the end."""
    addressees = split_addressees(clause.lower, start, stop)
    return Arguments(
        addressees=addressees,
        basis="stated" if addressees else "not_stated",
        action=(action, clause.end),
        rule="ar/that X should do",
    )
