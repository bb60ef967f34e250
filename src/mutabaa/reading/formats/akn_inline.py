"""What was found in a passage, marked on its words: verbs, addressees, actions, deadlines, citations, names, facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from mutabaa.reading.findings import Act, Mention, Quote
from mutabaa.reading.formats.akn_identity import whole_date
from mutabaa.reading.formats.akn_references import References
from mutabaa.reading.formats.rows import within
from mutabaa.reading.passages import Passage
from mutabaa.reading.reading import Reading

# What XML 1.0 cannot hold becomes the replacement character, one for one.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Most words need no change at all; to know it is quicker than to make it.
_SPECIAL = re.compile('[&<>"\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')


@dataclass(frozen=True, slots=True)
class Span:
    """An element to be drawn over text[start:end]."""

    start: int
    end: int
    element: str
    attributes: str = ""


def marked_text(passage: Passage, reading: Reading, references: References) -> str:
    """The words of a passage as XML.

    Elements nest; of two that cross, the earlier (and at one place the longer) is drawn and the other is not, though
    the analysis block still holds it.
    """
    text, out, done = passage.text, [], 0
    open_spans: list[Span] = []
    spans = sorted(_spans(passage, reading, references), key=lambda span: (span.start, -span.end))
    for span in spans:
        while open_spans and open_spans[-1].end <= span.start:
            closing = open_spans.pop()
            out.append(f"{written(text[done : closing.end])}</{closing.element}>")
            done = closing.end
        if open_spans and span.end > open_spans[-1].end:
            continue
        if any(_says_the_same(span, held) for held in open_spans):
            continue
        out.append(f"{written(text[done : span.start])}<{span.element}{span.attributes}>")
        done = span.start
        open_spans.append(span)
    while open_spans:
        closing = open_spans.pop()
        out.append(f"{written(text[done : closing.end])}</{closing.element}>")
        done = closing.end
    return "".join(out) + written(text[done:])


def _says_the_same(span: Span, held: Span) -> bool:
    """An actor named where an addressee is already marked says nothing new."""
    same_words = span.start == held.start and span.end == held.end
    return same_words and span.element == held.element and span.element != "inline"


def written(text: str) -> str:
    """Words as XML text."""
    if not _SPECIAL.search(text):
        return text
    # A bare carriage return would be read back as a line feed.
    return escape(_UNWRITABLE.sub(_REPLACEMENT, text), {"\r": "&#13;"})


def attribute(name: str, value: str) -> str:
    if _SPECIAL.search(value):
        return f" {name}={quoteattr(_UNWRITABLE.sub(_REPLACEMENT, value))}"
    return f' {name}="{value}"'


def _spans(passage: Passage, reading: Reading, references: References) -> Iterator[Span]:
    for act in passage.acts:
        yield from _of_act(act, passage, references)
    for instrument in passage.instruments:
        href = references.instrument(instrument.quote.text, instrument.symbol)
        yield from _over(instrument.quote, passage, "ref", attribute("href", href))
    for mention in passage.mentions:
        yield from _of_mention(mention, passage, references)
    if passage.kind in ("preface", "closing"):
        yield from _of_facts(passage, reading)


def _of_act(act: Act, passage: Passage, references: References) -> Iterator[Span]:
    concept = attribute("refersTo", f"#{references.act(act.act)}")
    yield from _over(act.verb, passage, "span", f' class="italic"{concept}')
    for addressee in act.addressees:
        eid = references.named("actor", addressee.text, None)
        yield from _over(addressee, passage, "role", ' refersTo="#addressee"')
        yield from _over(addressee, passage, "organization", f' refersTo="#{eid}"')
    if act.action:
        yield from _over(act.action, passage, "inline", ' name="action"')
    for deadline in act.deadlines:
        title = attribute("title", deadline.value) if deadline.value else ""
        yield from _over(
            deadline.quote, passage, "inline", f' name="deadline" class="{deadline.kind}"{title}'
        )


def _of_mention(mention: Mention, passage: Passage, references: References) -> Iterator[Span]:
    if mention.kind == "date":
        if date := whole_date(mention.name):
            yield from _over(mention.quote, passage, "date", attribute("date", date))
        return
    eid = references.named(mention.kind, mention.quote.text, mention.name)
    element = "location" if mention.kind == "place" else "organization"
    yield from _over(mention.quote, passage, element, attribute("refersTo", f"#{eid}"))


def _of_facts(passage: Passage, reading: Reading) -> Iterator[Span]:
    """The symbol, title and date of the document, where it states them."""
    if reading.symbol and reading.symbol.quote:
        yield from _over(reading.symbol.quote, passage, "docNumber")
    if reading.title and reading.title.quote:
        yield from _over(reading.title.quote, passage, "docTitle")
    if reading.date and reading.date.quote and (date := whole_date(reading.date.value)):
        yield from _over(reading.date.quote, passage, "docDate", attribute("date", date))


def _over(quote: Quote, passage: Passage, element: str, attributes: str = "") -> Iterator[Span]:
    """A span over words of this passage; nothing where the words stand in another one (an antecedent)."""
    if not passage.start <= quote.start < quote.end <= passage.end:
        return
    start, end = within(passage, quote.start), within(passage, quote.end - 1) + 1
    if 0 <= start < end <= len(passage.text):
        yield Span(start, end, element, attributes)
