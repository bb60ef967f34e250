"""The structure of a text: its passages with kind, number and nesting."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from mutabaa.reading.classify_passages import classify
from mutabaa.reading.findings import Concern
from mutabaa.reading.flow import Block, blocks_of
from mutabaa.reading.numbering import read_label
from mutabaa.reading.passages import Passage
from mutabaa.reading.read_before import passages_read_before
from mutabaa.reading.run_together import part
from mutabaa.reading.walk import Hint
from mutabaa.texts import OfficialText

_HAS_WORDS = re.compile(r"[^\W_]")
# Akoma Ntoso elements whose place in the text is plain; of the main body the reader judges itself.
_PARTS = {
    **dict.fromkeys(("coverPage", "preface"), "preface"),
    **dict.fromkeys(("container", "recital"), "preambular"),
    **dict.fromkeys(("heading", "subheading", "crossHeading"), "heading"),
    **dict.fromkeys(("attachments", "attachment", "annex"), "annex"),
    "formula": "formula",
    "conclusions": "closing",
}
_KINDS = {"heading": "heading", "title": "preface", "footnote": "note"}


def passages_of(document: OfficialText) -> tuple[tuple[Passage, ...], tuple[Concern, ...]]:
    """The passages of a text in reading order, and what wasn't understood of its numbering."""
    if read_before := passages_read_before(document):
        return read_before, ()
    blocks = part(_with_their_numbers(blocks_of(document)))
    passages, concerns = classify(blocks, _hints(document, blocks))
    return tuple(passages), tuple(concerns)


def _hints(document: OfficialText, blocks: Sequence[Block]) -> list[Hint]:
    """What the file's own mark-up says of each block: preface, formula, preambular, heading, note, annex, closing."""
    hints: list[Hint] = [None] * len(blocks)
    if not document.marks:
        return hints
    starts = [block.start for block in blocks]
    preambles = [mark for mark in document.marks if mark.value == "preamble"]
    for mark in document.marks:
        hint = _PARTS.get(mark.value) if mark.kind == "passage" else _KINDS.get(mark.kind)
        if hint == "preambular" and not any(p.start <= mark.start < p.end for p in preambles):
            # Containers hold much else elsewhere.
            hint = None
        if hint is None:
            continue
        for index in range(
            bisect_left(starts, mark.start), bisect_left(starts, max(mark.end, mark.start + 1))
        ):
            # Marks come outermost first: what is inside says it more exactly.
            hints[index] = hint
    return hints


def _with_their_numbers(blocks: list[Block]) -> list[Block]:
    """Blocks with a number that stood alone on its line put before its paragraph."""
    joined: list[Block] = []
    alone = False
    for block in blocks:
        if not _HAS_WORDS.search(block.text):
            # A rule drawn across the page: ***, ---- or ____
            continue
        label = read_label(block.text)
        if alone and label is None:
            number = joined[-1]
            joined[-1] = number.joined(block)._replace(number_end=len(number.text) + 1)
            alone = False
            continue
        joined.append(block)
        alone = label is not None and label.end >= len(block.text) and label.shape != "bare"
    return joined
