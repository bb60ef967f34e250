"""Arabic grammar of what an act asks: who is addressed, and what is to be done."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from mutabaa.reading.acts.arabic_addressees import noun_phrase_end, split_addressees
from mutabaa.reading.acts.arabic_words import (
    Word,
    bare,
    is_actor,
    is_definite,
    lexicon,
    looks_like_action,
    looks_like_verb,
    opens_action,
    past_insertion,
    words_of,
)
from mutabaa.reading.acts.arguments import Arguments, Span
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.verbs import verbs_of
from mutabaa.texts.normalise import fold

_THAT = {"ان", "بان", "انه", "انها", "انهم", "لان", "كي", "لكي"}
# "ألا" negates what is asked, and stays in it; folded, it looks like "إلا".
_THAT_NOT = {"الا", "بالا"}
_SHOULD = re.compile(
    r"(?:لا )?(?:ينبغي|يجب|يجوز|يتعين|يلزم|لابد|لا بد|من (?:\w+ )?(?:الضروري|المهم|الواجب|اللازم)(?: بمكان)?)"
    r"(?: (?:علي(?P<upon>ها|هم|ه)|ل(?P<to>ها|هم|ه)))?(?= (?:ان|من ان|علي|ل))"
)
_ENTITLED = re.compile(r"(?:مخول|ماذون|مكلف|مطالب|ملزم|مدعو)\w*(?: ل(?:ها|ه|هم))?(?!\w)")


def arguments_of(clause: Clause) -> Arguments:
    """Addressees and action of an Arabic directive, by the frame its verb or complement names."""
    words = words_of(clause.lower, _past_aside(clause, clause.body), clause.end)
    if not words:
        alone = clause.frame in ("decide", "self", "self_noun")
        return Arguments(basis="self" if alone else "not_stated", rule="ar/nothing governed")
    if clause.frame == "decide":
        return _decides(clause, words)
    if clause.frame in ("self", "self_noun"):
        return _binds_itself(clause, words)
    if clause.frame in ("need", "that"):
        return _needs(clause, words)
    return _asks_somebody(clause, words)


@cache
def _frame(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The marks before an action and the prepositions before an addressee."""
    frame = verbs_of("ar").book["grammar"]["frames"].get(name, {})
    marks, address = frame.get("marks", ()), frame.get("address", ())
    return frozenset(fold(mark).text for mark in marks), frozenset(fold(mark).text for mark in address)


def _past_aside(clause: Clause, start: int) -> int:
    found = lexicon().aside.match(clause.lower, start, clause.end)
    return found.end() if found else start


def _asks_somebody(clause: Clause, words: Sequence[Word]) -> Arguments:
    """`يحث X على كذا`, `يطلب إلى X أن يفعل`, `يهيب بـX أن`, `يدعو إلى كذا`."""
    marks, address = _frame(clause.frame)
    first = _after_insertions(words, 0)
    if first >= len(words):
        return Arguments(rule="ar/nothing governed")
    if clause.pronoun:
        found = _mark_at(words, first, marks | {"بان"}) or (first, words[first].start, False)
        return Arguments(action=(found[1], clause.end), pointing_back=True, rule="ar/pronoun")
    opening = words[first].text
    if opening in lexicon().pronouns and address and first + 1 < len(words):
        opened = _next_mark(words, first + 1, marks)
        return Arguments(action=(opened, clause.end), pointing_back=True, rule="ar/pronoun")
    that = _that_at(words, first)
    if that is not None:
        return _that_somebody_should(clause, words, that)
    start = words[first].start
    if opening in address and first + 1 < len(words):
        first += 1
        start = words[first].start
    elif _clitic(opening, address) and not (opens_action(opening[1:]) and not is_actor(opening[1:])):
        # The written word of لل is kept; a bare ب or ل isn't.
        start += 0 if opening.startswith("لل") else 1
    else:
        alone = _mark_at(words, first, marks - {"bare"})
        if alone and not is_actor(words[first].text):
            return _that_or_action(clause, words, alone[0], alone[1], "ar/for something")
        if "bare" in marks and opens_action(opening) and not is_actor(opening):
            return Arguments(action=(start, clause.end), rule="ar/for something")
    if _is_thing(words[first].text, words[first + 1].text if first + 1 < len(words) else ""):
        return Arguments(action=(start, clause.end), rule="ar/something")
    return _addressee_then_action(clause, words, first, start, marks)


def _is_thing(head: str, after: str) -> bool:
    """Whether what follows the verb is asked for rather than asked: "تشجع الجهود الرامية إلى", "تشجع التعاون"."""
    if bare(head) in lexicon().things or (is_actor(head) and bare(after) in lexicon().things):
        return True
    return opens_action(head) and not is_actor(head)


def _next_mark(words: Sequence[Word], i: int, marks: frozenset[str]) -> int:
    """Where the action begins after a pronoun, past adverbs and insertions."""
    for k in range(i, min(len(words), i + 12)):
        opened = _mark_at(words, k, marks, words[k - 1].text)
        if opened:
            return opened[1]
    return words[i].start


def _addressee_then_action(
    clause: Clause, words: Sequence[Word], first: int, start: int, marks: frozenset[str]
) -> Arguments:
    split = _split(words, first, marks)
    if split is None:
        named = is_actor(clause.lower[start : words[first].end])
        if not named:
            return Arguments(action=(start, clause.end), rule="ar/something")
        stop = next((w.start for w in words[first:] if w.text in "،,"), clause.end)
        return Arguments(
            addressees=split_addressees(clause.lower, start, stop), basis="stated", rule="ar/X and no more"
        )
    end, action = split
    addressees = split_addressees(clause.lower, start, end, _frame(clause.frame)[1])
    return Arguments(
        addressees=addressees,
        basis="stated" if addressees else "not_stated",
        action=(action, clause.end) if action < clause.end else None,
        rule="ar/X to do",
    )


def _split(words: Sequence[Word], first: int, marks: frozenset[str]) -> Span | None:
    """Where the addressee ends and where the action begins: the first mark with a verbal noun or أن after it."""
    weaker: Span | None = None
    i = first
    while i < len(words):
        past = past_insertion(words, i) if i > first else None
        if past is not None:
            opened = _mark_at(words, past, marks, words[i - 1].text) if past < len(words) else None
            if opened:
                return words[i].start, opened[1]
            i = past
            continue
        text = words[i].text
        if i > first:
            found = _mark_at(words, i, marks, words[i - 1].text)
            if found and found[2]:
                return words[i].start, found[1]
            if found and weaker is None:
                weaker = (words[i].start, found[1])
        i += 1
    return weaker


def _mark_at(
    words: Sequence[Word], i: int, marks: frozenset[str], before: str = ""
) -> tuple[int, int, bool] | None:
    """When an action opens at words[i]: the index of its mark, where the action begins, and whether that is certain."""
    known = lexicon()
    text = words[i].text
    after = words[i + 1].text if i + 1 < len(words) else ""
    if text in _THAT_NOT and "ان" in marks and looks_like_verb(after):
        return i, words[i].start + text.startswith("ب"), True
    if text in ("ان", "بان", "كي", "لكي", "لان"):
        begin = _after_insertions(words, i + 1)
        if "ان" not in marks or begin >= len(words) or before in _GOVERNS_THAT:
            return None
        return i, words[begin].start, looks_like_verb(words[begin].text)
    if text == "ما" and i + 1 < len(words) and words[i + 1].text in ("يلي", "ياتي"):
        return i, words[i].start, True
    if text in ("علي", "الي", "في"):
        if text not in marks or not after:
            return None
        governed = before in known.governs.get(text, ())
        if after == "الا" and i + 2 < len(words) and not governed:
            return i, words[i + 1].start, True
        if after == "ان" and i + 2 < len(words) and not governed:
            return i, words[min(_after_insertions(words, i + 2), len(words) - 1)].start, True
        if opens_action(after) and (
            not governed or (before in known.governs_things and not after.startswith("ال"))
        ):
            return i, words[i + 1].start, True
        if governed:
            return None
        return (i, words[i + 1].start, after == "ما") if after == "ما" or looks_like_action(after) else None
    for clitic in ("ب", "ل"):
        if clitic in marks and text.startswith(clitic) and len(text) > 3:
            of_article = text.startswith("لل")
            noun = "ال" + text[2:] if of_article else text[1:]
            governed = before in known.governs.get(clitic, ())
            if is_actor(noun) or (governed and (before not in known.governs_things or noun.startswith("ال"))):
                continue
            if opens_action(noun) or (clitic == "ب" and looks_like_action(noun)):
                return i, words[i].start + (0 if of_article else 1), clitic == "ب" and opens_action(noun)
    if "bare" in marks and before and opens_action(text):
        return _bare_action(words, i, before)
    return None


def _bare_action(words: Sequence[Word], i: int, before: str) -> tuple[int, int, bool] | None:
    """A verbal noun that opens an action without a mark: nothing before it can govern it."""
    known, text = lexicon(), words[i].text
    if not text.startswith("ال"):
        after = words[i + 1].text if i + 1 < len(words) else ""
        theirs = (
            bool(re.search(r"\w{3}(?:ها|هم|هما)$", after))
            and not is_actor(before)
            and not opens_action(before)
        )
        return (i, words[i].start, True) if _closes(before) or theirs else None
    if not _closes(before):
        return None
    if text[2:] in known.actions_with_article:
        return i, words[i].start, True
    # "البلدان المساهمة بقوات" describes, "الدول الأعضاء المساهمة في" asks, unless a surer mark follows.
    return (i, words[i].start, False) if text[2:] in known.actions_or_doers and i > 1 else None


# "يمكن أن", "ينبغي أن": what follows is not what is asked.
_GOVERNS_THAT = {
    "يمكن",
    "يجوز",
    "ينبغي",
    "يجب",
    "يتعين",
    "شانها",
    "شانه",
    "بد",
    "دون",
    "قبل",
    "بعد",
    "يمكنها",
    "غير",
    "سوي",
    "تود",
    "تريد",
    "تستطيع",
    "الي",
}


def _closes(before: str) -> bool:
    """Whether a noun phrase may end with this word, so that a verbal noun after it opens something new."""
    return (
        is_definite(before) or before in ")،,»" or before.isdigit() or before in ("ذلك", "بذلك", "هذا", "هذه")
    )


def _clitic(word: str, address: frozenset[str]) -> bool:
    return word[:1] in address and len(word) > 3


def _after_insertions(words: Sequence[Word], i: int) -> int:
    """Past ", in this regard," and the like at words[i]."""
    while i < len(words) and words[i].text in "،,":
        past = past_insertion(words, i)
        i = past if past is not None else i + 1
    return i


def _that_at(words: Sequence[Word], i: int) -> int | None:
    """The index after "أن", "بأن", "إلى أن", or of "ألا", when a clause opens at words[i]."""
    texts = [word.text for word in words[i : i + 4]]
    if texts[:2] == ["علي", "ضروره"]:
        texts, i = texts[2:], i + 2
    elif texts[:1] and texts[0] in ("علي", "الي", "من", "في"):
        texts, i = texts[1:], i + 1
    if len(texts) < 2:
        return None
    if texts[0] in _THAT_NOT and looks_like_verb(texts[1]):
        return i
    return i + 1 if texts[0] in _THAT else None


def _that_or_action(clause: Clause, words: Sequence[Word], mark: int, action: int, rule: str) -> Arguments:
    that = _that_at(words, mark)
    if that is not None:
        return _that_somebody_should(clause, words, that)
    return Arguments(action=(action, clause.end), rule=rule)


def _that_somebody_should(clause: Clause, words: Sequence[Word], first: int) -> Arguments:
    """`أن تتخذ جميع الأطراف …`, `أن على الدول أن …`, `أن الدول ينبغي أن …`: who acts is addressed."""
    first = _after_insertions(words, first)
    if first >= len(words):
        return Arguments(rule="ar/that clause")
    lower, end = clause.lower, clause.end
    start = words[first].start + (words[first].text == "بالا")
    whole = Arguments(action=(start, end), rule="ar/that clause")
    should = _SHOULD.match(lower, start, end)
    at = _word_from(words, first, should.end()) if should else first
    upon = words[at] if at < len(words) else None
    if upon and (upon.text == "علي" or (should and upon.text.startswith("ل"))):
        found = _upon_somebody(clause, words, at, whole)
    elif should:
        found = _doer_after_verb(clause, words, at, whole)
    elif words[first].text in _THAT_NOT or _opens_with_verb(words[first].text):
        found = _doer_after_verb(clause, words, first - 1, whole)
    else:
        found = _doer_before_modal(clause, words, first, whole)
    # The negation stays in what is asked: "لا ينبغي للدول أن تتخذ".
    return replace(found, action=whole.action) if should and should[0].startswith("لا ") else found


def _opens_with_verb(word: str) -> bool:
    return looks_like_verb(word) and not is_actor(word) and not is_definite(word)


def _word_from(words: Sequence[Word], i: int, place: int) -> int:
    """The index of the first word from words[i] that stands at or after a place."""
    return next((k for k in range(i, len(words)) if words[k].start >= place), len(words))


def _upon_somebody(clause: Clause, words: Sequence[Word], at: int, whole: Arguments) -> Arguments:
    """`على الدول أن تفعل`, `ينبغي للدول أن تفعل`, `يتعين على الدول تقديم كذا`."""
    begin = at + 1 if words[at].text == "علي" else at
    split = _split(words, begin, frozenset({"ان", "bare"})) if begin < len(words) else None
    if split is None or not is_actor(
        words[begin].text
    ):
        return whole
    return _stated(clause, words[begin].start, split[0], split[1])


def _doer_after_verb(clause: Clause, words: Sequence[Word], that: int, whole: Arguments) -> Arguments:
    """`أن | تتخذ جميع الأطراف`: the doer stands behind its verb."""
    verb = that + 1
    while verb < len(words) and words[verb].text in ("لا", "ان", *_THAT_NOT):
        verb += 1
    doer = verb + 1
    if doer >= len(words):
        return whole
    past = past_insertion(words, doer)
    doer = past if past is not None else doer
    aside = lexicon().aside.match(clause.lower, words[verb].end, clause.end)
    if aside:
        doer = _word_from(words, doer, aside.end())
    if doer >= len(words) or not looks_like_verb(words[verb].text) or not _names_doer(words[doer].text):
        return whole
    if words[doer].text.startswith("لل"):
        # "أن تتوافر للدول بيانات": something is had, nobody acts.
        return whole
    stop = noun_phrase_end(words, doer)
    begin = whole.action[0] if whole.action else words[verb].start
    return _stated(clause, words[doer].start, stop, begin)


def _doer_before_modal(clause: Clause, words: Sequence[Word], first: int, whole: Arguments) -> Arguments:
    """`أن | البعثة مخولة بكذا`, `أن | الدول ينبغي أن تفعل`."""
    if not is_actor(words[first].text):
        return whole
    lower, end = clause.lower, clause.end
    for pattern in (_SHOULD, _ENTITLED):
        found = pattern.search(lower, words[first].end, end)
        if (
            not found
            or "،" in lower[words[first].start : found.start()]
            and found.start() - words[first].start > 120
        ):
            continue
        at = _word_from(words, first, found.end())
        marks = frozenset({"ان", "ب", "بان"})
        for i in range(at, len(words)):
            opened = _mark_at(words, i, marks, words[i - 1].text)
            if opened:
                return _stated(clause, words[first].start, found.start(), opened[1])
    return whole


def _names_doer(word: str) -> bool:
    return is_actor(word) and word not in ("من", "مثل", "ذات", "هذا", "هذه", "تلك", "ذلك")


def _stated(clause: Clause, start: int, stop: int, action: int) -> Arguments:
    addressees = split_addressees(clause.lower, start, stop)
    return Arguments(
        addressees=addressees,
        basis="stated" if addressees else "not_stated",
        action=(action, clause.end),
        rule="ar/that X should do",
    )


def _needs(clause: Clause, words: Sequence[Word]) -> Arguments:
    """`يشدد على ضرورة كذا`, `على أهمية أن تفعل X`, `الحاجة إلى كذا`."""
    first = _after_insertions(words, 0)
    if first >= len(words):
        return Arguments(rule="ar/the need to do")
    text = words[first].text
    if text in ("الي", "في", "من", "علي") and first + 1 < len(words) and words[first + 1].text not in _THAT:
        first += 1
        text = words[first].text
    that = _that_at(words, first)
    if that is not None:
        return _that_somebody_should(clause, words, that)
    start = words[first].start
    if text[:1] in "لب" and len(text) > 3 and not text.startswith("لل") and opens_action(text[1:]):
        start += 1
    if text in ("قيام", "اضطلاع") and first + 1 < len(words) and _names_doer(words[first + 1].text):
        split = _split(words, first + 1, frozenset({"ب"}))
        if split:
            return _stated(clause, words[first + 1].start, split[0], start)
    return Arguments(action=(start, clause.end), rule="ar/the need to do")


def _decides(clause: Clause, words: Sequence[Word]) -> Arguments:
    """`يقرر أن يقدم الفريق`, `تقرر أن تدرج`, `تقرر مواصلة`: the body itself, unless somebody is bound by name."""
    first = _after_insertions(words, 0)
    if first >= len(words):
        return Arguments(basis="self", rule="ar/itself")
    that = _that_at(words, first)
    if that is None:
        return _binds_itself(clause, words[first:])
    verb = words[min(_after_insertions(words, that), len(words) - 1)].text
    if verb[:1] in _OWN_PREFIX.get(clause.paradigm, "يتن") and _is_own_deed(verb, words, that):
        return Arguments(basis="self", action=(words[that].start, clause.end), rule="ar/itself")
    found = _that_somebody_should(clause, words, that)
    if [clause.lower[a:b] for a, b in found.addressees] in _BODIES.get(clause.paradigm, ()):
        return Arguments(basis="self", action=found.action, rule="ar/itself")
    return found


# The body names itself: "يستأنف المجلس دورته".
_BODIES = {tense: (["المجلس"], ["الاجتماع"], ["المؤتمر"]) for tense in ("present_m", "past_m", "masdar")}
# What the verb of the body's own deed begins with, by the gender and number of the body.
_OWN_PREFIX = {
    "present_m": "ي",
    "past_m": "ي",
    "present_f": "ت",
    "past_f": "ت",
    "present_we": "ن",
    "past_they": "ي",
}
_TAKES_ACTOR = {
    "دعو",
    "كلف",
    "نشئ",
    "شكل",
    "عين",
    "منح",
    "اذن",
    "خول",
    "فوض",
    "مدد",
    "جدد",
    "بقي",
    "عيد",
    "سمي",
    "درج",
}


def _is_own_deed(verb: str, words: Sequence[Word], that: int) -> bool:
    stem = verb[1:]
    if stem not in lexicon().own_deeds:
        return False
    after = words[that + 1].text if that + 1 < len(words) else ""
    return stem in _TAKES_ACTOR or not _names_doer(after) or after in lexicon().quantifiers


def _binds_itself(clause: Clause, words: Sequence[Word]) -> Arguments:
    """`يقرر مواصلة كذا`, `عزمها على كذا`, `يتعهد بكذا`: the body binds itself."""
    first = _after_insertions(words, 0)
    if first >= len(words):
        return Arguments(basis="self", rule="ar/itself")
    marks = frozenset({"علي", "ب", "بان", "ان", "الي", "ل"})
    if clause.frame == "self" and _names_doer(words[first].text):
        # A treaty's clause names who undertakes: "تتعهد الأطراف بكذا".
        return _addressee_then_action(clause, words, first, words[first].start, marks)
    if clause.frame == "self_noun":
        for i in range(first, min(len(words), first + 14)):
            opened = _mark_at(words, i, marks, words[i - 1].text if i > first else "")
            if opened:
                return Arguments(basis="self", action=(opened[1], clause.end), rule="ar/itself")
    opened = _mark_at(words, first, marks)
    if opened:
        return Arguments(basis="self", action=(opened[1], clause.end), rule="ar/itself")
    if words[first].text in ("علي", "الي", "ب") and first + 1 < len(words):
        first += 1
    if words[first].text in ("احاله", "رفع"):
        return _refers_to(clause, words, first)
    return Arguments(basis="self", action=(words[first].start, clause.end), rule="ar/itself")


def _refers_to(clause: Clause, words: Sequence[Word], first: int) -> Arguments:
    """`يقرر إحالة الموضوع إلى X`: who gets the matter is bound by name."""
    action = (words[first].start, clause.end)
    for i in range(first + 1, min(len(words) - 1, first + 12)):
        if words[i].text == "الي" and is_actor(words[i + 1].text):
            stop = next((w.start for w in words[i + 1 :] if w.text in "،,"), clause.end)
            addressees = split_addressees(clause.lower, words[i + 1].start, stop)
            return Arguments(addressees=addressees, basis="stated", action=action, rule="ar/referred to X")
    return Arguments(basis="self", action=action, rule="ar/itself")
