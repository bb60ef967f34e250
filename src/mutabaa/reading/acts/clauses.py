"""Which verbs of a paragraph are acts of the adopting body, and how far what each governs reaches."""

import re
from bisect import bisect_left
from collections.abc import Collection
from typing import NamedTuple

from mutabaa.reading.acts.treaty_clauses import find_treaty_verbs
from mutabaa.reading.acts.verbs import Candidate, Complement, Verb, Verbs

# How far before a verb its adverbs, and mostly all that shows it to be an act, begin.
_NEAR = 60
# A verb that is an act: where its span begins, where it ends with the adverbs after it, and the verb itself.
Accepted = tuple[int, int, Candidate]


class Clause(NamedTuple):
    """One act's stretch of folded text: the verb with its adverbs and complement, and what it governs.

    `text` keeps its case; `start`–`verb_end` is the verb span, `body`–`end` what follows it without the final
    punctuation and the connector of the next act. `pronoun`: an object pronoun is written on the verb (Arabic) or
    stands before it (French) and points back to an earlier addressee.
    """

    text: str
    lower: str
    start: int
    verb_end: int
    body: int
    end: int
    verb: Verb
    complement: Complement | None
    act: str
    frame: str
    reiterated: bool
    pronoun: bool
    paradigm: str

    @property
    def rule(self) -> str:
        """Name of the rule that found the act: the verb, and the complement that gave it its class."""
        return self.verb.name + (f"+{self.complement.name}" if self.complement else "")


def find_clauses(text: str, lower: str, verbs: Verbs, barred: Collection[str] = ()) -> list[Clause]:
    """The acts of a paragraph in textual order. `text` is folded; `lower` is the same, lower-cased, same length.

    `barred`: paradigms that show no act in this kind of passage.
    """
    quoted = _quoted(text, verbs)
    chapeau = verbs.patterns["list_chapeau"].match(lower) if "list_chapeau" in verbs.patterns else None
    accepted: list[Accepted] = []
    paradigm: str | None = None
    for candidate in verbs.find(lower):
        if chapeau and candidate.start < chapeau.end():
            continue
        before = quoted[: bisect_left(quoted, (candidate.start, 0))][-1:]
        if any(candidate.start < end for _, end in before):
            continue
        if accepted and candidate.start < accepted[-1][1]:
            continue
        shown = candidate.form.paradigm
        if shown in barred:
            continue
        if paradigm is not None and not _goes_with(shown, paradigm, lower, candidate, verbs):
            continue
        lead = _lead(lower, candidate, verbs, paradigm)
        if lead is None:
            continue
        if paradigm is None and shown not in verbs.book.get("never_first", ()):
            paradigm = shown
        trailing = verbs.patterns["trailing"].match(lower, candidate.end)
        accepted.append((lead, trailing.end() if trailing else candidate.end, candidate))
    if not accepted or accepted[0][2].form.verb.act in ("commit", "decide"):
        accepted = _of_a_treaty(accepted, find_treaty_verbs(lower, verbs), verbs)
    return [_clause(text, lower, verbs, accepted, i) for i in range(len(accepted))]


def _of_a_treaty(accepted: list[Accepted], bound: list[Accepted], verbs: Verbs) -> list[Accepted]:
    """The verbs of a paragraph that may be a treaty clause: those that bind somebody, else those of the body.

    A phrasebook whose verbs of commitment name their party themselves keeps the first ("تتعهد الأطراف ب").
    """
    keeps_first = bool(accepted) and accepted[0][2].form.verb.act == "commit"
    if bound and keeps_first and verbs.book.get("party_follows", False):
        return [accepted[0], *(verb for verb in bound if verb[0] > accepted[0][1])]
    return bound or accepted


def _goes_with(shown: str, paradigm: str, lower: str, candidate: Candidate, verbs: Verbs) -> bool:
    """Whether a verb shows the person, gender and tense of the acts before it, or one that may stand beside them."""
    if shown == paradigm or shown in verbs.book.get("alike", {}).get(paradigm, ()):
        return True
    # A report goes on from "the meeting" to "the commission": another gender, the same tense.
    return shown[:4] == paradigm[:4] and _names_its_body(lower, candidate, verbs)


def _quoted(text: str, verbs: Verbs) -> list[tuple[int, int]]:
    """Stretches inside quotation marks: a verb there is somebody else's, or the name of something."""
    if '"' not in text and "«" not in text:
        return []
    return [m.span() for m in verbs.patterns["quoted"].finditer(text)]


def _lead(lower: str, candidate: Candidate, verbs: Verbs, paradigm: str | None) -> int | None:
    """Where the verb span begins (with the adverbs before the verb), or None when no act can begin here.

    `paradigm` is that of the acts before; None for the first. A paradigm with a pattern of its own (`before_plural`,
    `before_participle`) must match it, unless the paragraph's acts already show that paradigm.
    """
    start, shown, patterns = candidate.start, candidate.form.paradigm, verbs.patterns
    window = max(0, start - verbs.book.get("window", 400))
    # No adverb is longer than this: where none ends here, there is no need to look for the first of several.
    if patterns["adverbs_before"].search(lower, max(window, start - _NEAR), start):
        adverbs = patterns["adverbs_before"].search(lower, window, start)
        if adverbs and adverbs.group("adverb"):
            start = adverbs.start("adverb")
    own = patterns.get(f"before_{shown}")
    if own and own.search(lower, window, candidate.start):
        return start
    if _names_its_body(lower, candidate, verbs) and patterns["before_subject"].search(
        lower, max(0, candidate.start - 12), candidate.start
    ):
        return start
    if own and shown != paradigm:
        return None
    if paradigm is None and patterns["opening"].search(lower, window, start):
        return start
    # Nine of ten times it stands nearby, where it is found in a tenth of the time.
    before = patterns["before_verb"]
    if before.search(lower, max(window, start - _NEAR), start) or before.search(lower, window, start):
        return start
    joined = patterns.get("before_joined")
    everyday = candidate.form.verb.everyday
    return start if joined and not everyday and joined.search(lower, window, start) else None


def _names_its_body(lower: str, candidate: Candidate, verbs: Verbs) -> bool:
    """Whether the adopting body stands right after the verb (قرر الاجتماع): no verb of a subordinate clause then."""
    if candidate.form.paradigm not in verbs.book.get("body_shows", ()):
        return False
    return bool(_subject(candidate, verbs).match(lower, candidate.end))


def _subject(candidate: Candidate, verbs: Verbs) -> re.Pattern[str]:
    return verbs.patterns.get(f"subject_after_{candidate.form.paradigm}") or verbs.patterns["subject_after"]


def _clause(text: str, lower: str, verbs: Verbs, accepted: list[Accepted], index: int) -> Clause:
    start, verb_end, candidate = accepted[index]
    limit = accepted[index + 1][0] if index + 1 < len(accepted) else len(text)
    verb = candidate.form.verb
    subject = _subject(candidate, verbs).match(lower, candidate.end)
    # The subject stands between verb and complement in Arabic: جدد | الاجتماع | تأكيد.
    after = subject.end() if subject else verb_end
    complement, matched, led = _complement(lower, verb, after, limit)
    if not matched and not subject and verb_end > candidate.end:
        # An adverb may itself make the class: يدعو | بقوة.
        complement, matched, led = _complement(lower, verb, candidate.end, limit)
    body = after
    if subject:
        adverb = verbs.patterns["trailing"].match(lower, subject.end())
        if adverb:
            verb_end = body = adverb.end()
    if complement and matched:
        group = "verb" if "verb" in complement.pattern.groupindex and matched.group("verb") else 0
        body = max(body, matched.end())
        if complement.span:
            verb_end = max(verb_end, matched.end(group))
            more = verbs.patterns["trailing"].match(lower, verb_end)
            if more:
                verb_end, body = more.end(), max(body, more.end())
        else:
            verb_end = max(verb_end, led)
            body = max(after, verb_end)
    end = _end(lower, verbs, body, limit)
    words = lower[start:verb_end]
    again = bool(verbs.patterns["again"].search(words))
    pronoun = verbs.patterns["pronoun"].search(lower, max(0, start - 12), candidate.end + 12)
    return Clause(
        text=text,
        lower=lower,
        start=start,
        verb_end=verb_end,
        body=body,
        end=end,
        verb=verb,
        complement=complement,
        act=(complement.act if complement and complement.act else verb.act),
        frame=(complement.frame if complement and complement.frame else verb.frame),
        reiterated=verb.reiterated or again or bool(complement and complement.reiterated),
        pronoun=candidate.pronoun
        or bool(pronoun and pronoun.start() <= candidate.end and pronoun.end() >= start),
        paradigm=candidate.form.paradigm,
    )


def _complement(
    lower: str, verb: Verb, at: int, limit: int
) -> tuple[Complement, re.Match[str], int] | tuple[None, None, int]:
    """The first complement of the verb that matches, each after the lead of its family.

    The number: where the group `verb` of the lead ends (يعيد | تأكيد | على أن), 0 without one.
    """
    leads: dict[re.Pattern[str] | None, tuple[int, int]] = {None: (at, 0)}
    for rule in verb.complements:
        if rule.lead is not None and rule.lead not in leads:
            led = rule.lead.match(lower, at, limit)
            said = led.end("verb") if led and "verb" in rule.lead.groupindex else 0
            leads[rule.lead] = (led.end() if led else at, said)
        place, said = leads[rule.lead]
        matched = rule.pattern.match(lower, place, limit)
        if matched:
            return rule, matched, said
    return None, None, 0


def _end(lower: str, verbs: Verbs, body: int, limit: int) -> int:
    """Where what the act governs ends: at the next act's connector, or at the end of its sentence."""
    end = limit
    if limit < len(lower):
        connector = verbs.patterns["connector"].search(lower, max(body, limit - 160), limit)
        if connector and connector.end() == limit:
            end = connector.start()
    stop = verbs.patterns["sentence_end"].search(lower, body, end)
    if stop:
        end = stop.start()
    while end > body and lower[end - 1] in " \n\t.;:،,؛…":
        end -= 1
    return end
