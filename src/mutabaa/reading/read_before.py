"""Passages and facts of a text that was read before and written down as Akoma Ntoso: taken as they were read.

What was found in each passage is found anew by today's rules; only where the passages begin and end, which is no longer
to be seen in the file's layout, is taken from its marks.
"""

from dataclasses import fields, replace
from typing import Any

from mutabaa.reading.findings import Fact
from mutabaa.reading.header import Header
from mutabaa.reading.passages import Passage
from mutabaa.texts import Mark, OfficialText
from mutabaa.texts.read_before import MARK

_RULE = "as it was read before"


def passages_read_before(document: OfficialText) -> tuple[Passage, ...]:
    """The passages the file marks as read before; none for any other file."""
    if "read_before" not in document.declared:
        return ()
    return tuple(_passage(mark, document.text) for mark in document.marks if mark.kind == MARK)


def facts_read_before(document: OfficialText, header: Header) -> Header:
    """The header with the facts of the earlier reading: what was not stated then isn't now."""
    if "read_before" not in document.declared:
        return header
    facts: dict[str, Any] = {
        field.name: _fact(document.declared.get(field.name), getattr(header, field.name))
        for field in fields(Header)
        if field.name != "concerns"
    }
    return replace(header, **facts)


def _passage(mark: Mark, text: str) -> Passage:
    kind, path, level, number, label = mark.value.split("\t")
    before = text[: mark.start].rstrip()
    return Passage(
        kind=kind,  # type: ignore[arg-type]
        start=len(before) - len(label) if label and before.endswith(label) else mark.start,
        end=mark.end,
        number=number or None,
        label=label,
        level=int(level),
        path=path,
        text=text[mark.start : mark.end],
        segments=((0, mark.start),),
        rule=_RULE,
    )


def _fact(value: str | None, found: Fact | None) -> Fact | None:
    """The fact as it was read before; with its words where they are found again."""
    if value is None:
        return None
    return found if found and found.value == value else Fact(value=value, quote=None, rule=_RULE)
