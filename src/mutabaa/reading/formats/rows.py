"""One row an act: what the table, the CSV, the spreadsheet and the web page show of a reading."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from mutabaa.reading.findings import Act, Deadline
from mutabaa.reading.formats.display_width import is_right_to_left
from mutabaa.reading.formats.words import word
from mutabaa.reading.passages import Passage
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language

# What joins an act to the next one belongs to neither.
_TAIL = re.compile(r"(?:[\s,;،؛]+(?:and|et|و|ف)?)+$")


@dataclass(frozen=True, kw_only=True, slots=True)
class ActRow:
    """An act with its address and its words. `short_code`: the code without the document's symbol ("14.a").

    `quotation`: the words of the paragraph from the verb to the next act, to the letter.
    """

    code: str
    short_code: str
    passage: Passage
    act: Act
    quotation: str


def act_rows(reading: Reading) -> Iterator[ActRow]:
    """The acts of a reading in the order of the text."""
    skipped = len(reading.address) + 1
    for passage in reading.passages:
        starts = [within(passage, act.verb.start) for act in passage.acts]
        for index, act in enumerate(passage.acts):
            code = reading.code(passage, index)
            until = min((start for start in starts if start > starts[index]), default=len(passage.text))
            yield ActRow(
                code=code,
                short_code=code[skipped:],
                passage=passage,
                act=act,
                quotation=_TAIL.sub("", passage.text[starts[index] : until]),
            )


def within(passage: Passage, published: int) -> int:
    """Where a character of the text as published stands in the passage's own text: the way back of `published`."""
    here, there = passage.segments[0]
    index = bisect_right(passage.segments, published, key=lambda segment: segment[1]) - 1
    if index > 0:
        here, there = passage.segments[index]
    return here + published - there


def addressee_words(act: Act, language: Language) -> str:
    """Who is asked or bound, in the document's words; "not stated" where it names nobody, empty for a position."""
    names = _separator(language).join(quote.text for quote in act.addressees)
    if act.basis in (None, "stated"):
        return names
    basis = word(language, "basis", act.basis)
    return f"{names} ({basis})" if names else basis


def deadline_words(act: Act, language: Language) -> str:
    """When it is due, in the document's words with the value read; "no deadline set" for a directive without one."""
    if act.deadlines:
        return _separator(language).join(_one_deadline(deadline) for deadline in act.deadlines)
    return word(language, "labels", "no_deadline") if act.kind == "directive" else ""


def _separator(language: Language) -> str:
    return "؛ " if language == "ar" else "; "


def _one_deadline(deadline: Deadline) -> str:
    text, value = deadline.quote.text, deadline.value
    if not value:
        return text
    # Digits after Arabic letters change their order around a hyphen (2031-05 shows as 05-2031): the marks keep it.
    return f"{text} [\u200e{value}\u200e]" if is_right_to_left(text) else f"{text} [{value}]"


def fact_lines(reading: Reading, language: Language) -> Iterator[tuple[str, str]]:
    """The header facts as label and value; what the text doesn't state is said to be so."""
    absent = word(language, "labels", "not_stated")
    for name in ("symbol", "title", "body", "kind", "place", "date", "meeting"):
        fact = getattr(reading, name)
        value = fact.value if fact else absent
        if fact and name == "kind":
            value = word(language, "document_kinds", value)
        if fact and name == "body" and fact.quote:
            # The key is for programs; people know the body by the name the document gives it.
            value = f"{fact.quote.text} ({value})"
        yield word(language, "labels", name), value
    spoken = "، " if language == "ar" else ", "
    languages = reading.languages or (reading.language,)
    yield word(language, "labels", "language"), spoken.join(word(language, "languages", x) for x in languages)
    source = reading.official_text.source
    yield word(language, "labels", "source"), f"{source.name}, SHA-256 {source.sha256[:12]}"
    yield word(language, "labels", "reader"), reading.reader


def count_line(reading: Reading, language: Language) -> str:
    """How much was found, in one sentence."""
    acts = [act for passage in reading.passages for act in passage.acts]
    directives = sum(act.kind == "directive" for act in acts)
    sentence = word(language, "labels", "acts_found")
    return sentence.format(acts=len(acts), directives=directives, passages=len(reading.passages))
