"""The structure of a text: its passages with kind, number and nesting."""

import re

from mutabaa.reading.classify_passages import classify
from mutabaa.reading.findings import Concern
from mutabaa.reading.flow import Block, blocks_of
from mutabaa.reading.numbering import read_label
from mutabaa.reading.passages import Passage
from mutabaa.reading.run_together import part
from mutabaa.texts import OfficialText

_HAS_WORDS = re.compile(r"\w")


def passages_of(document: OfficialText) -> tuple[tuple[Passage, ...], tuple[Concern, ...]]:
    """The passages of a text in reading order, and what wasn't understood of its numbering."""
    blocks = part(_with_their_numbers(blocks_of(document)))
    passages, concerns = classify(blocks)
    return tuple(passages), tuple(concerns)


def _with_their_numbers(blocks: list[Block]) -> list[Block]:
    """Blocks with a number that stood alone on its line put before its paragraph."""
    joined: list[Block] = []
    alone = False
    for block in blocks:
        if not _HAS_WORDS.search(block.text):
            # A rule drawn across the page: *** or ----
            continue
        label = read_label(block.text)
        if alone and label is None:
            joined[-1] = joined[-1].joined(block)
            alone = False
            continue
        joined.append(block)
        alone = label is not None and label.end >= len(block.text) and label.shape != "bare"
    return joined
