"""A reading as plain dictionaries: what the JSON holds, and what every other rendering is checked against.

Built by hand rather than by `dataclasses.asdict`: a corpus of thousands of documents is written in a minute, and the
shape is a promise to other programs (docs/reference/json.md, reading.schema.json), not the shape of our classes.
"""

from typing import Any

from mutabaa.reading.findings import Act, Concern, Deadline, Fact, Instrument, Mention, Quote
from mutabaa.reading.formats.messages import concern_message, problem_message
from mutabaa.reading.passages import Passage
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language, kind_of

Record = dict[str, Any]

# The facts of a reading, in the order every rendering shows them.
FACTS = ("symbol", "title", "body", "kind", "place", "date", "meeting")


def reading_record(reading: Reading, language: Language | None = None) -> Record:
    """Everything a reading holds, as dictionaries of plain values.

    `language` is that of the messages of concerns and problems; the document's own when None. Offsets count code
    points of the text as published.
    """
    says = language or reading.language
    record: Record = {name: fact.value if (fact := getattr(reading, name)) else None for name in FACTS}
    record["language"] = reading.language
    record["languages"] = list(reading.languages)
    record["code"] = reading.address
    record["facts"] = {name: fact_record(fact) for name in FACTS if (fact := getattr(reading, name))}
    record["source"] = source_record(reading)
    record["reader"] = reading.reader
    record["passages"] = [passage_record(reading, passage) for passage in reading.passages]
    record["concerns"] = [concern_record(concern, says) for concern in reading.concerns]
    record["problems"] = [
        {"kind": p.kind, "message": problem_message(p, says), "page": p.page, "facts": dict(p.facts)}
        for p in reading.official_text.problems
    ]
    return record


def source_record(reading: Reading) -> Record:
    """The file a reading was made from: enough to know it again, and to know how it was read."""
    text = reading.official_text
    return {
        "name": text.source.name,
        "sha256": text.source.sha256,
        "bytes": len(text.source.content),
        "format": text.format,
        "encoding": text.encoding,
        "characters": len(text.text),
        "pages": len(text.page_starts),
        "ocr_pages": list(text.ocr_pages),
    }


def passage_record(reading: Reading, passage: Passage) -> Record:
    """One passage with what was found in it."""
    return {
        "code": reading.code(passage),
        "kind": passage.kind,
        "number": passage.number,
        "label": passage.label,
        "level": passage.level,
        "path": passage.path,
        "start": passage.start,
        "end": passage.end,
        "page": reading.official_text.page_of(passage.start),
        "text": passage.text,
        "rule": passage.rule,
        "acts": [act_record(act, reading.code(passage, index)) for index, act in enumerate(passage.acts)],
        "instruments": [instrument_record(instrument) for instrument in passage.instruments],
        "mentions": [mention_record(mention) for mention in passage.mentions],
    }


def act_record(act: Act, code: str | None = None) -> Record:
    """One act, as the codebook names its fields, with the places of its words under `spans`.

    `code` is left out where there is no document to give one (bare paragraphs).
    """
    deadlines = [deadline_record(deadline) for deadline in act.deadlines]
    record: Record = {"code": code} if code else {}
    record.update(
        verb=act.verb.text,
        act=act.act,
        kind=kind_of(act.act),
        force=act.force,
        addressees=[quote.text for quote in act.addressees],
        addressee_basis=act.basis,
        action=act.action.text if act.action else None,
        deadline=deadlines[0] if deadlines else None,
        more_deadlines=deadlines[1:],
        reiterated=act.reiterated,
        rule=act.rule,
        basis_rule=act.basis_rule,
        spans={
            "verb": [act.verb.start, act.verb.end],
            "addressees": [[quote.start, quote.end] for quote in act.addressees],
            "action": [act.action.start, act.action.end] if act.action else None,
        },
    )
    return record


def deadline_record(deadline: Deadline) -> Record:
    return {**_quoted(deadline.quote), "kind": deadline.kind, "value": deadline.value, "rule": deadline.rule}


def instrument_record(instrument: Instrument) -> Record:
    return {**_quoted(instrument.quote), "symbol": instrument.symbol, "rule": instrument.rule}


def mention_record(mention: Mention) -> Record:
    return {"kind": mention.kind, **_quoted(mention.quote), "name": mention.name, "rule": mention.rule}


def fact_record(fact: Fact) -> Record:
    return {"value": fact.value, "quote": _quoted(fact.quote) if fact.quote else None, "rule": fact.rule}


def concern_record(concern: Concern, language: Language) -> Record:
    return {
        "kind": concern.kind,
        "message": concern_message(concern, language),
        "passage": concern.passage,
        "quote": _quoted(concern.quote) if concern.quote else None,
        "facts": dict(concern.facts),
    }


def _quoted(quote: Quote) -> Record:
    return {"text": quote.text, "start": quote.start, "end": quote.end}
