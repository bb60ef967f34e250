"""Which verbs of a paragraph are acts of the adopting body, and how far what each governs reaches."""

from dataclasses import dataclass

from mutabaa.reading.acts.verbs import Candidate, Complement, Verb, Verbs


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """One act's stretch of folded text: the verb with its adverbs and complement, and what it governs.

    `text` keeps its case; `start`–`verb_end` is the verb span, `body`–`end` what follows it without the final
    punctuation and the connector of the next act. `pronoun`: an object pronoun is written on the verb (Arabic) or stands
    before it (French) and points back to an earlier addressee.
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


def find_clauses(text: str, lower: str, verbs: Verbs) -> list[Clause]:
    """The acts of a paragraph in textual order. `text` is folded; `lower` is the same, lower-cased, same length."""
    quoted = _quoted(text, verbs)
    accepted: list[tuple[int, int, Candidate]] = []
    paradigm: str | None = None
    alike = verbs.book.get("alike", {})
    for candidate in verbs.find(lower):
        if any(a < candidate.start < b for a, b in quoted):
            continue
        if accepted and candidate.start < accepted[-1][1]:
            continue
        shown = candidate.form.paradigm
        if paradigm is not None and shown != paradigm and shown not in alike.get(paradigm, ()):
            continue
        lead = _lead(lower, candidate, verbs, paradigm)
        if lead is None:
            continue
        if paradigm is None and shown not in verbs.book.get("never_first", ()):
            paradigm = shown
        trailing = verbs.patterns["trailing"].match(lower, candidate.end)
        accepted.append((lead, trailing.end() if trailing else candidate.end, candidate))
    return [_clause(text, lower, verbs, accepted, i) for i in range(len(accepted))]


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
    window = max(0, candidate.start - 400)
    left = lower[window : candidate.start]
    adverbs = verbs.patterns["adverbs_before"].search(left)
    start = window + adverbs.start("adverb") if adverbs and adverbs.group("adverb") else candidate.start
    shown = candidate.form.paradigm
    own = verbs.patterns.get(f"before_{shown}")
    if own and own.search(left):
        return start
    if own and shown != paradigm:
        return None
    context = lower[window:start]
    if paradigm is None and window == 0 and verbs.patterns["opening"].search(context):
        return start
    return start if verbs.patterns["before_verb"].search(context) else None


def _clause(
    text: str, lower: str, verbs: Verbs, accepted: list[tuple[int, int, Candidate]], index: int
) -> Clause:
    start, verb_end, candidate = accepted[index]
    limit = accepted[index + 1][0] if index + 1 < len(accepted) else len(text)
    verb = candidate.form.verb
    subject = verbs.patterns["subject_after"].match(lower, candidate.end)
    # The subject stands between verb and complement in Arabic: جدد | الاجتماع | تأكيد.
    after = subject.end() if subject else verb_end
    complement, matched = None, None
    for rule in verb.complements:
        matched = rule.pattern.match(lower, after, limit)
        if matched:
            complement = rule
            break
    body = after
    if subject:
        adverb = verbs.patterns["trailing"].match(lower, subject.end())
        if adverb:
            verb_end = body = adverb.end()
    if complement and matched:
        group = "verb" if "verb" in complement.pattern.groupindex and matched.group("verb") else 0
        body = matched.end()
        if complement.span:
            verb_end = matched.end(group)
            more = verbs.patterns["trailing"].match(lower, verb_end)
            if more:
                verb_end, body = more.end(), max(body, more.end())
        else:
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
        pronoun=bool(pronoun and pronoun.start() <= candidate.end and pronoun.end() >= candidate.start),
        paradigm=candidate.form.paradigm,
    )


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
