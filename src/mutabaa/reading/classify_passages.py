"""What part each paragraph plays: title, narrative, recital, operative paragraph, annex … and its number and path.

The sequence decides: a list numbered from 1 that runs in order is evidence; a number out of its turn inside an annex
or a list isn't an operative paragraph.
"""

from collections.abc import Sequence

from mutabaa.reading.articles import numbers_its_paragraphs, read_article_heading, within_article
from mutabaa.reading.block_ends import ends, first_letter, introduces, looks_like_heading, pauses
from mutabaa.reading.findings import Concern
from mutabaa.reading.flow import Block
from mutabaa.reading.main_list import acts, is_main, main_start
from mutabaa.reading.numbering import Label, read_label
from mutabaa.reading.openings import folded_head, is_formula, opens_annex, opens_operative, opens_recital
from mutabaa.reading.outline import OpenList
from mutabaa.reading.passages import Passage, PassageKind
from mutabaa.reading.unnumbered_passages import read_unnumbered, take_narrative_as_operative
from mutabaa.reading.walk import Hint, Walk

_SHORTEST_CUT = 60
# How many paragraphs further on a number may come again.
_FAR = 60


def classify(blocks: Sequence[Block], hints: Sequence[Hint]) -> tuple[list[Passage], list[Concern]]:
    """The passages of a text in reading order, and what wasn't understood of their numbering.

    `hints`, one a block: what the file's own mark-up says of it (see `structure.py`).
    """
    labels = [
        read_label(block.text[: block.number_end] if block.number_end else block.text) for block in blocks
    ]
    walk = Walk(blocks, labels, hints, main_start(blocks, labels))
    for index in range(len(blocks)):
        _read(walk, index)
    if not any(unit.kind == "operative" for unit in walk.units):
        take_narrative_as_operative(walk)
    return walk.passages(), walk.concerns


def _read(walk: Walk, index: int) -> None:
    """Give one paragraph its part."""
    block, label, hint = walk.blocks[index], walk.labels[index], walk.hints[index]
    if hint is not None and _read_as_marked(walk, block, label, hint):
        return
    if _goes_on(walk, index):
        return
    if walk.zone in ("operative", "annex", "closing") and opens_annex(block.text):
        walk.new_annex(block)
    elif walk.zone == "annex":
        _read_annex(walk, block, label)
    elif _is_formula_here(walk, block, label):
        _begin_part(walk, index)
    elif label is not None and label.shape == "pp":
        walk.zone = "preamble"
        walk.add("preambular", block, "numbered as a preambular paragraph")
        walk.units[-1].label, walk.units[-1].number = label, str(label.readings[0][1])
    elif label is not None and _numbers_here(walk, index, label):
        _read_numbered(walk, index, label)
    else:
        read_unnumbered(walk, index)


def _is_formula_here(walk: Walk, block: Block, label: Label | None) -> bool:
    """Whether a formula stands here; among operative paragraphs "The Committee" without a comma is a heading."""
    if (label is not None and label.shape != "word") or within_article(walk) or not is_formula(block.text):
        return False
    return walk.zone in ("front", "preamble") or pauses(block.text)


def _read_as_marked(walk: Walk, block: Block, label: Label | None, hint: str) -> bool:
    """Give a paragraph the part that the file's own mark-up gives it, where that settles the matter."""
    if hint in ("preface", "closing"):
        walk.zone = "closing" if hint == "closing" else "front"
        walk.add(hint, block, "as the file marks it")  # type: ignore[arg-type]
    elif hint == "formula":
        walk.zone = "preamble"
        walk.add("chapeau", block, "as the file marks it")
    elif (
        hint == "preambular"
        and label is None
        and not (acts(block) and not opens_recital(folded_head(block.text)))
    ):
        walk.zone = "preamble"
        walk.add("preambular", block, "as the file marks it")
    elif hint == "annex" and walk.zone != "annex":
        walk.new_annex(block)
    elif hint == "note":
        walk.add("closing", block, "a note")
    elif hint == "heading" and label is None and walk.zone != "front":
        kind: PassageKind = "annex" if walk.zone == "annex" else "heading"
        if kind == "annex" or opens_annex(block.text):
            return False
        walk.add(kind, block, "as the file marks it")
    else:
        return False
    return True


def _goes_on(walk: Walk, index: int) -> bool:
    """Join a paragraph to the one before it, which broke off in mid sentence (a page ended there)."""
    block = walk.blocks[index]
    if not walk.units or walk.labels[index] is not None or walk.zone in ("front", "closing"):
        return False
    before = walk.units[-1]
    whole = len(before.block.text) < _SHORTEST_CUT or ends(before.block.text)
    if whole or before.kind in ("heading", "preface", "chapeau"):
        return False
    head = folded_head(block.text)
    if opens_recital(head) or opens_operative(head) or opens_annex(block.text):
        return False
    first = first_letter(block)
    if first.isupper():
        # A capital may begin a heading; but no sentence goes on, in small letters, from a heading.
        following = index + 1
        if following == len(walk.blocks) or not first_letter(walk.blocks[following]).islower():
            return False
    elif not first.islower() and not ends(block.text):
        return False
    before.block = before.block.joined(block)
    return True


def _numbers_here(walk: Walk, index: int, label: Label) -> bool:
    """Whether a printed number is a paragraph's number at this point, rather than part of a title or a sentence."""
    if walk.zone == "closing":
        return walk.outline.expects(label)
    if walk.zone == "operative" or index == walk.main_start:
        return True
    begins = _may_be_main(walk, label) and acts(walk.blocks[index], label)
    if walk.zone == "front":
        return begins and walk.main_start is None
    if begins:
        return walk.main_start is None or walk.main_start < index
    introduced = introduces(walk.units[-1].block.text)
    return label.shape != "bare" and (introduced or walk.outline.expects(label) or label.shape in ("()", ")"))


def _may_be_main(walk: Walk, label: Label) -> bool:
    """Whether a label's style is one of operative paragraphs: in a text that numbers none, bullets too."""
    return is_main(label) or (walk.main_start is None and label.readings[:1] == (("bullet", 0),))


def _read_numbered(walk: Walk, index: int, label: Label) -> None:
    block = walk.blocks[index]
    verb = acts(block, label)
    introduced = bool(walk.units and introduces(walk.units[-1].block.text))
    if walk.zone == "preamble" and index != walk.main_start and not (verb and _may_be_main(walk, label)):
        _read_recital_item(walk, block, label)
        return
    if walk.zone != "operative":
        walk.zone = "operative"
        walk.outline.lists.clear()
    lists = walk.outline.lists
    heading = _numbers_a_heading(label, lists) or (not introduced and _letters_a_heading(walk, label, block))
    if not verb and heading and looks_like_heading(block.text):
        walk.add_heading(block)
        return
    if lists and not introduced and is_main(label):
        if lists[0].family == "unnumbered":
            lists.clear()
        elif verb and _restarts(lists[0], label):
            walk.new_part()
    if read_article_heading(walk, block, label):
        return
    if index == walk.main_start and label.shape == "bare":
        walk.outline.await_first(label)
    lost = is_main(label) and _lost_its_words(walk, index, label)
    place = None if lost else walk.outline.place(label, verb, introduced)
    if place is None:
        read_unnumbered(walk, index)
    elif numbers_its_paragraphs(walk, place.level):
        walk.add_placed("operative", block, "numbered within an article", label, place)
    elif place.level:
        walk.add_placed("subparagraph", block, "in a list within the paragraph", label, place)
    elif place.number is None:
        walk.add_operative(block, label)
    else:
        walk.add_placed("operative", block, "number in sequence", label, place)


def _lost_its_words(walk: Walk, index: int, label: Label) -> bool:
    """Whether a bare number isn't a paragraph's: it stands among others as bare, or with its words further on."""
    if not _is_bare(walk, index):
        return False
    if any(
        _is_bare(walk, beside) and _same_style(walk.labels[beside], label)
        for beside in (index - 1, index + 1)
    ):
        return True
    following = range(index + 1, min(index + _FAR, len(walk.blocks)))
    return any(
        (later := walk.labels[i]) is not None
        and (later.shape, later.readings) == (label.shape, label.readings)
        and not _is_bare(walk, i)
        for i in following
    )


def _is_bare(walk: Walk, index: int) -> bool:
    """Whether a block is a number and nothing else."""
    label = walk.labels[index] if 0 <= index < len(walk.blocks) else None
    return label is not None and label.end >= len(walk.blocks[index].text)


def _same_style(one: Label | None, other: Label) -> bool:
    """Whether two numbers belong to one kind of list."""
    if one is None or one.shape != other.shape:
        return False
    return {family for family, _ in one.readings} == {family for family, _ in other.readings}


def _numbers_a_heading(label: Label, lists: Sequence[OpenList]) -> bool:
    """Whether a number's style is that of sections: II., B., or a word where the paragraphs count in digits."""
    return label.shape.startswith("A") or (
        label.shape == "word" and bool(lists) and lists[0].family != "ordinal"
    )


def _letters_a_heading(walk: Walk, label: Label, block: Block) -> bool:
    """Whether "a." opens a section rather than a list: nothing announced a list, and a capital follows."""
    lettered = label.shape == "." and label.readings[:1] and label.readings[0][0] == "letter"
    return bool(lettered) and not walk.outline.expects(label) and block.text[label.end :][:1].isupper()


def _restarts(main: OpenList, label: Label) -> bool:
    return any(family == main.family and value == 1 and main.last >= 1 for family, value in label.readings)


def _read_recital_item(walk: Walk, block: Block, label: Label) -> None:
    place = walk.outline.place(label, False, True)
    if place is None:
        walk.add("preambular", block, "between the formula and the first operative paragraph")
        return
    walk.add_placed("subparagraph", block, "in a list within a recital", label, place)
    walk.units[-1].level += 1
    walk.units[-1].path = f"preamble/{walk.counts.get('preamble', 0)}/{place.path}"


def _begin_part(walk: Walk, index: int) -> None:
    """A formula opens the preamble; a second one opens another resolution printed with the first."""
    if walk.zone in ("operative", "closing"):
        walk.new_part()
        if walk.main_start is not None:
            walk.main_start = main_start(walk.blocks, walk.labels, index)
    walk.zone = "preamble"
    walk.add("chapeau", walk.blocks[index], "the adopting body alone")


def _read_annex(walk: Walk, block: Block, label: Label | None) -> None:
    place = None
    if label is not None and not (label.shape.startswith("A") and looks_like_heading(block.text)):
        place = walk.outline.place(label, False, introduces(walk.units[-1].block.text))
    if place is None or label is None:
        walk.add_within("annex", block, "within an annex")
    else:
        walk.add_placed("annex", block, "within an annex", label, place)
