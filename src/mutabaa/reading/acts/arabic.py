"""Arabic grammar of what an act asks: who is addressed, and what is to be done."""

from collections.abc import Sequence
from functools import cache

from mutabaa.reading.acts.arabic_addressees import split_addressees
from mutabaa.reading.acts.arabic_marks import (
    THAT,
    Mark,
    Marks,
    after_insertions,
    mark_at,
    next_action,
    split,
    that_at,
)
from mutabaa.reading.acts.arabic_that import names_doer, stated, that_somebody_should
from mutabaa.reading.acts.arabic_words import Word, bare, is_actor, lexicon, opens_action, words_of
from mutabaa.reading.acts.arguments import Arguments, Span
from mutabaa.reading.acts.clauses import Clause
from mutabaa.reading.acts.treaty_clauses import verb_span
from mutabaa.reading.acts.verbs import verbs_of
from mutabaa.reading.phrasebooks import load
from mutabaa.texts.normalise import fold

# What the verb of the body's own deed begins with, by the gender and number of the body.
_OWN_PREFIX = {
    "present_m": "ي",
    "past_m": "ي",
    "present_f": "ت",
    "past_f": "ت",
    "present_we": "ن",
    "past_they": "ي",
}
_ASKING = frozenset({"ب", "بان", "ان", "الي", "علي"})
_BY_ITSELF = frozenset({"علي", "ب", "بان", "ان", "الي", "ل"})


def arguments_of(clause: Clause) -> Arguments:
    """Addressees and action of an Arabic directive, by the frame its verb or complement names."""
    aside = lexicon().aside.match(clause.lower, clause.body, clause.end)
    words = words_of(clause.lower, aside.end() if aside else clause.body, clause.end)
    words = words[after_insertions(words, 0) :]
    if clause.frame == "treaty":
        return _is_bound(clause)
    alone = clause.frame in ("decide", "self", "self_noun")
    if not words:
        return Arguments(basis="self" if alone else "not_stated", rule="ar/nothing governed")
    if clause.frame == "decide":
        return _decides(clause, words)
    if alone:
        return _binds_itself(clause, words)
    if clause.frame in ("need", "that"):
        return _needs(clause, words)
    return _asks_somebody(clause, words)


@cache
def _frame(name: str) -> tuple[Marks, Marks, str]:
    """The marks before an action, the prepositions before an addressee, and the mark most usual."""
    frame = load("ar", "addressees")["frames"].get(name, {})
    marks = [fold(mark).text for mark in frame.get("marks", ("",))]
    address = [fold(mark).text for mark in frame.get("address", ())]
    return frozenset(marks), frozenset(address), marks[0]


def _asks_somebody(clause: Clause, words: Sequence[Word]) -> Arguments:
    """`يحث X على كذا`, `يطلب إلى X أن يفعل`, `يهيب بـX أن`, `يدعو إلى كذا`."""
    marks, address, _ = _frame(clause.frame)
    opening = words[0].text
    if clause.pronoun:
        mark = mark_at(words, 0, marks | {"بان"})
        bare_mark = opening in ("علي", "الي") and len(words) > 1
        action = mark.action if mark else words[bare_mark].start
        return Arguments(action=(action, clause.end), pointing_back=True, rule="ar/pronoun")
    if opening in lexicon().pronouns and address and len(words) > 1:
        return Arguments(
            action=(next_action(words, 1, marks), clause.end), pointing_back=True, rule="ar/pronoun"
        )
    if opening in lexicon().pronouns and not address and (len(words) == 1 or words[1].text in "،,"):
        # "ويدعو إليه": what is called for was named before. (Folded, "آلية" looks the same.)
        return Arguments(rule="ar/what was named before")
    that = that_at(words, 0)
    if that is not None:
        return that_somebody_should(clause, words, that)
    named = _addressee_at(words, address)
    if named is None:
        return _asks_without_preposition(clause, words, marks)
    return _addressee_then_action(clause, words, *named, marks)


def _addressee_at(words: Sequence[Word], address: Marks) -> tuple[int, int] | None:
    """After a preposition of address: the index of the addressee's first word and the place where it begins."""
    opening = words[0].text
    if opening in address and len(words) > 1:
        return 1, words[1].start
    if opening[:1] not in address or len(opening) < 4 or (is_actor(opening) and bare(opening) == opening):
        # لجنة and بلدان begin with such letters themselves.
        return None
    if opens_action(opening[1:]) and not is_actor(opening[1:]):
        return None
    # The written word of لل is kept; a bare ب or ل isn't.
    return 0, words[0].start + (not opening.startswith("لل"))


def _asks_without_preposition(clause: Clause, words: Sequence[Word], marks: Marks) -> Arguments:
    """`يدعو | إلى كذا`, `يطالب | بكذا`, `يطلب | تقديم كذا`, `يشجع | التعاون`, or the addressee itself."""
    opening, start = words[0].text, words[0].start
    mark = mark_at(words, 0, marks - {"bare"})
    if mark and not is_actor(opening):
        return Arguments(action=(mark.action, clause.end), rule="ar/for something")
    if "bare" in marks and opens_action(opening) and not is_actor(opening):
        return Arguments(action=(start, clause.end), rule="ar/for something")
    if opening in ("علي", "الي") and opening in marks and len(words) > 1:
        return Arguments(action=(words[1].start, clause.end), rule="ar/for something")
    if opening[:1] == "ب" and "ب" in marks and len(opening) > 3 and not is_actor(opening):
        return Arguments(action=(start + 1, clause.end), rule="ar/for something")
    return _addressee_then_action(clause, words, 0, start, marks)


def _is_thing(head: str, after: str) -> bool:
    """Whether what follows the verb is asked for rather than asked: "تشجع الجهود الرامية إلى", "تشجع التعاون"."""
    if bare(head) in lexicon().things or (is_actor(head) and bare(after) in lexicon().things):
        return True
    return opens_action(head) and not is_actor(head)


def _addressee_then_action(
    clause: Clause, words: Sequence[Word], first: int, start: int, marks: Marks
) -> Arguments:
    after = words[first + 1].text if first + 1 < len(words) else ""
    if _is_thing(words[first].text, after):
        return Arguments(action=(start, clause.end), rule="ar/something")
    mark = split(words, first, marks, _frame(clause.frame)[2])
    if mark is None and not is_actor(clause.lower[start : words[first].end]):
        return Arguments(action=(start, clause.end), rule="ar/something")
    stop = words[mark.word].start if mark else _first_comma(words, first, clause.end)
    addressees = split_addressees(clause.lower, start, stop, _frame(clause.frame)[1])
    return Arguments(
        addressees=addressees,
        basis="stated" if addressees else "not_stated",
        action=(mark.action, clause.end) if mark and mark.action < clause.end else None,
        rule="ar/X to do" if mark else "ar/X and no more",
    )


def _first_comma(words: Sequence[Word], first: int, end: int) -> int:
    return next((word.start for word in words[first:] if word.text in "،,"), end)


def _needs(clause: Clause, words: Sequence[Word]) -> Arguments:
    """`يشدد على ضرورة كذا`, `على أهمية أن تفعل X`, `الحاجة إلى كذا`."""
    if words[0].text == "من" and len(words) > 1 and names_doer(words[1].text):
        # "تتوقع من اللجنة أن تقدم"
        mark = split(words, 1, frozenset({"ان"}))
        if mark:
            return stated(clause, words[1].start, words[mark.word].start, mark.action)
    if words[0].text in ("الي", "في", "من", "علي") and len(words) > 1 and words[1].text not in THAT:
        words = words[1:]
    that = that_at(words, 0)
    if that is not None:
        return that_somebody_should(clause, words, that)
    text, start = words[0].text, words[0].start
    if text[:1] in "لب" and len(text) > 3 and not text.startswith("لل") and opens_action(text[1:]):
        start += 1
    if text in ("قيام", "اضطلاع") and len(words) > 1 and names_doer(words[1].text):
        mark = split(words, 1, frozenset({"ب"}))
        if mark:
            return stated(clause, words[1].start, words[mark.word].start, start)
    return Arguments(action=(start, clause.end), rule="ar/the need to do")


def _decides(clause: Clause, words: Sequence[Word]) -> Arguments:
    """`يقرر أن يقدم الفريق`, `تقرر أن تدرج`, `تقرر مواصلة`: the body itself, unless somebody is bound by name."""
    that = that_at(words, 0)
    if that is None:
        return _binds_itself(clause, words)
    verb = words[min(after_insertions(words, that), len(words) - 1)].text
    if clause.paradigm == "present_we" and verb.startswith("ن"):
        return Arguments(basis="self", action=(words[that].start, clause.end), rule="ar/itself")
    if verb[:1] in _OWN_PREFIX.get(clause.paradigm, "يتن") and _is_own_deed(verb, words, that):
        return Arguments(basis="self", action=(words[that].start, clause.end), rule="ar/itself")
    found = that_somebody_should(clause, words, that)
    named = [clause.lower[start:end] for start, end in found.addressees]
    if len(named) == 1 and named[0] in lexicon().bodies and not clause.paradigm.endswith("_f"):
        return Arguments(basis="self", action=found.action, rule="ar/itself")
    others = _others_who(clause, words, that)
    return found._replace(addressees=found.addressees + others, basis="stated") if others else found


def _others_who(clause: Clause, words: Sequence[Word], that: int) -> tuple[Span, ...]:
    """Who should act by the clauses that go on: "…، وأن تخطر الدول الأعضاء اللجنة"."""
    again = [i for i in range(that + 1, len(words) - 1) if words[i].text == "وان"]
    return tuple(span for i in again for span in that_somebody_should(clause, words, i + 1).addressees)


def _is_own_deed(verb: str, words: Sequence[Word], that: int) -> bool:
    known, stem = lexicon(), verb[1:]
    after = words[that + 1].text if that + 1 < len(words) else ""
    if stem not in known.own_deeds:
        return False
    return stem in known.takes_actor or not names_doer(after) or after in known.quantifiers


def _binds_itself(clause: Clause, words: Sequence[Word]) -> Arguments:
    """`يقرر مواصلة كذا`, `عزمها على كذا`, `يتعهد بكذا`: the body binds itself."""
    if clause.frame == "self" and names_doer(words[0].text):
        # A treaty's clause names who undertakes: "تتعهد الأطراف بكذا".
        return _addressee_then_action(clause, words, 0, words[0].start, _BY_ITSELF)
    mark = _own_mark(words, 14 if clause.frame == "self_noun" else 1)
    if mark:
        return Arguments(basis="self", action=(mark.action, clause.end), rule="ar/itself")
    if words[0].text in ("علي", "الي") and len(words) > 1:
        words = words[1:]
    bound = _referred_to(clause, words) if words[0].text in ("احاله", "رفع") else _asked(clause, words)
    return Arguments(
        addressees=bound,
        basis="stated" if bound else "self",
        action=(words[0].start, clause.end),
        rule="ar/referred to X" if bound else "ar/itself",
    )


def _asked(clause: Clause, words: Sequence[Word]) -> tuple[Span, ...]:
    """`يقرر تكليف X بكذا`, `دعوة X إلى كذا`: who is to be asked is bound by name."""
    if bare(words[0].text) not in lexicon().askings or len(words) < 3 or not is_actor(words[1].text):
        return ()
    mark = split(words, 1, _ASKING)
    return split_addressees(clause.lower, words[1].start, words[mark.word].start) if mark else ()


def _is_bound(clause: Clause) -> Arguments:
    """`تتولى اللجنة المشتركة كذا`, `يمتنع الطرفان عن كذا`: the subject is bound; it stays within the action."""
    clauses = verbs_of("ar").patterns["treaty_clause"].finditer(clause.lower)
    own = next((m for m in clauses if verb_span(m)[0] == clause.start), None)
    action = (clause.start, clause.end)
    if own is None or own["actor"] is None:
        return Arguments(action=action, pointing_back=True, rule="ar/the same subject")
    return Arguments(addressees=(own.span("actor"),), basis="stated", action=action, rule="ar/X does")


def _own_mark(words: Sequence[Word], reach: int) -> Mark | None:
    """The mark of what the body binds itself to; after a noun, whose it is may stand between ("عزم المنظمة على")."""
    found = (
        mark_at(words, i, _BY_ITSELF, words[i - 1].text if i else "") for i in range(min(len(words), reach))
    )
    return next((mark for mark in found if mark), None)


def _referred_to(clause: Clause, words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """`يقرر إحالة الموضوع إلى X`: who gets the matter is bound by name."""
    for i in range(1, min(len(words) - 1, 12)):
        if words[i].text == "الي" and is_actor(words[i + 1].text):
            stop = _first_comma(words, i + 1, clause.end)
            return split_addressees(clause.lower, words[i + 1].start, stop)
    return ()
