"""The reading inside an Akoma Ntoso document: facts, acts and concerns, in a namespace of our own within its analysis.

Akoma Ntoso has elements for what a text is, none for what it asks of whom; its `otherAnalysis` is where such findings
go. Each act points at the element of its passage; offsets count code points of the text the reading was made from.
"""

from collections.abc import Iterator

from mutabaa.reading.findings import Act, Quote
from mutabaa.reading.formats.akn_inline import attribute, written
from mutabaa.reading.formats.concerns import concern_rows
from mutabaa.reading.formats.records import FACTS
from mutabaa.reading.passages import Passage
from mutabaa.reading.reading import Reading


def analysis(reading: Reading, eid_of: dict[int, str]) -> str:
    """The analysis block. `eid_of`: the element drawn for each passage, by its identity."""
    return (
        '<analysis source="#mutabaa"><otherAnalysis source="#mutabaa">'
        f"{''.join(_facts(reading))}{''.join(_acts(reading, eid_of))}{''.join(_concerns(reading))}"
        "</otherAnalysis></analysis>"
    )


def _facts(reading: Reading) -> Iterator[str]:
    source = reading.official_text.source
    yield (
        f"<mutabaa:reading{attribute('reader', reading.reader)}{attribute('language', reading.language)}"
        f"{attribute('languages', ' '.join(reading.languages))}{attribute('address', reading.address)}"
        f"{attribute('file', source.name)}{attribute('sha256', source.sha256)}/>"
    )
    for name in FACTS:
        if fact := getattr(reading, name):
            told = attribute("name", name) + attribute("value", fact.value) + attribute("rule", fact.rule)
            yield f"<mutabaa:fact{told}/>"


def _acts(reading: Reading, eid_of: dict[int, str]) -> Iterator[str]:
    for passage in reading.passages:
        for index, act in enumerate(passage.acts):
            yield _act(act, reading.code(passage, index), passage, eid_of)


def _act(act: Act, code: str, passage: Passage, eid_of: dict[int, str]) -> str:
    told = attribute("code", code) + attribute("passage", f"#{eid_of[id(passage)]}")
    told += attribute("class", act.act) + attribute("kind", act.kind) + attribute("rule", act.rule)
    if act.force:
        told += attribute("force", str(act.force))
    if act.basis:
        told += attribute("addresseeBasis", act.basis)
    if act.reiterated:
        told += attribute("reiterated", "true")
    parts = [_quoted("verb", act.verb)]
    parts += [_quoted("addressee", addressee) for addressee in act.addressees]
    if act.action:
        parts.append(_quoted("action", act.action))
    for deadline in act.deadlines:
        more = attribute("kind", deadline.kind)
        parts.append(
            _quoted(
                "deadline",
                deadline.quote,
                more + (attribute("value", deadline.value) if deadline.value else ""),
            )
        )
    return f"<mutabaa:act{told}>{''.join(parts)}</mutabaa:act>"


def _concerns(reading: Reading) -> Iterator[str]:
    for row in concern_rows(reading, reading.language):
        told = attribute("kind", row.kind) + (attribute("passage", row.place) if row.place else "")
        quotation = f"<mutabaa:quote>{written(row.quotation)}</mutabaa:quote>" if row.quotation else ""
        yield f"<mutabaa:concern{told}>{written(row.message)}{quotation}</mutabaa:concern>"


def _quoted(element: str, quote: Quote, more: str = "") -> str:
    place = f' start="{quote.start}" end="{quote.end}"'
    return f"<mutabaa:{element}{place}{more}>{written(quote.text)}</mutabaa:{element}>"
