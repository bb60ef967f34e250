"""The list that numbers the operative paragraphs: in which style, and where it begins."""

from collections.abc import Collection, Sequence

from mutabaa.reading.block_ends import introduces, looks_like_heading
from mutabaa.reading.flow import Block
from mutabaa.reading.numbering import Label
from mutabaa.reading.openings import body_acts, folded_head, is_chapeau, opens_annex, opens_operative

_COUNTING_FAMILIES = frozenset({"digit", "ordinal", "article"})
_UNUSUAL_SHAPES = frozenset({"()", "[]", ".", "-", "bare", ")"})
COUNTING_SHAPES = frozenset({".", "-", ":", ")", "op", "word", "article"})


def main_start(blocks: Sequence[Block], labels: Sequence[Label | None], first: int = 0) -> int | None:
    """Where the numbered operative paragraphs begin: the first 1 that an operative verb or a 2 comes after.

    Of a text whose beginning is missing: the first number that the next one follows. Roman numerals number the
    paragraphs only where digits and words don't.
    """
    annex = next((i for i in range(first + 1, len(blocks)) if opens_annex(blocks[i].text)), len(blocks))
    for families in (_COUNTING_FAMILIES, {"roman"}):
        for values in ((1,), range(2, 200)):
            for index in range(first, annex):
                if _begins_chain(blocks[index], labels, index, families, values):
                    return index
    return next((i for i in range(first, annex) if _begins_unusually(blocks, labels, i)), None)


def _begins_unusually(blocks: Sequence[Block], labels: Sequence[Label | None], index: int) -> bool:
    """Whether paragraphs are numbered (1), a., أ- or 1 without a stop: each with a verb, and no colon before them."""
    label = labels[index]
    if label is None or label.shape not in _UNUSUAL_SHAPES or not acts(blocks[index], label):
        return False
    first = next((family for family, value in label.readings if value == 1), None)
    before = blocks[index - 1].text if index else ""
    if first is None or (introduces(before) and not is_chapeau(before)):
        return False
    return any(
        later is not None
        and later.shape == label.shape
        and (first, 2) in later.readings
        and acts(block, later)
        for block, later in zip(blocks[index + 1 :], labels[index + 1 :], strict=True)
    )


def _begins_chain(
    block: Block,
    labels: Sequence[Label | None],
    index: int,
    families: Collection[str],
    values: Sequence[int],
) -> bool:
    label = labels[index]
    if label is None or not is_main(label):
        return False
    found = next(((f, v) for f, v in label.readings if v in values and f in families), None)
    if found is None:
        return False
    if found[1] == 1 and acts(block, label):
        return True
    if label.shape == "word" and looks_like_heading(block.text):
        return False
    following = (found[0], found[1] + 1)
    return label.shape != "A." and any(
        later is not None and following in later.readings and later.shape == label.shape
        for later in labels[index + 1 :]
    )


def is_main(label: Label) -> bool:
    """Whether a number's style is one that numbers operative paragraphs."""
    if any(family in _COUNTING_FAMILIES for family, _ in label.readings):
        return label.shape in COUNTING_SHAPES
    return label.shape in (".", "A.") and any(family == "roman" for family, _ in label.readings)


def acts(block: Block, label: Label | None = None) -> bool:
    """Whether a paragraph opens with an operative verb, or with the body that acts."""
    head = folded_head(block.text[label.end if label else 0 :])
    return opens_operative(head) or body_acts(head)
