"""What part each paragraph plays: title, narrative, recital, operative paragraph, annex … and its number and path.

The sequence decides: a list numbered from 1 that runs in order is evidence; a number out of its turn inside an annex
or a list isn't an operative paragraph.
"""

import re
from collections.abc import Collection, Sequence

from mutabaa.reading.findings import Concern
from mutabaa.reading.flow import Block
from mutabaa.reading.numbering import Label, read_label
from mutabaa.reading.openings import (
    body_acts,
    folded_head,
    is_chapeau,
    is_formula,
    opens_annex,
    opens_closing,
    opens_operative,
    opens_recital,
    tells_what_happened,
)
from mutabaa.reading.outline import OpenList
from mutabaa.reading.passages import Passage, PassageKind
from mutabaa.reading.walk import Hint, Walk

_AFTER_STOP = r"[\"”»'’)\]*\s\u200e\u200f\u202c\u2069]*$"
_ENDS = re.compile(r"[.;:,!?؛،؟…]" + _AFTER_STOP)
_COLON = re.compile(":" + _AFTER_STOP)
_PAUSES = re.compile("[,;:،؛]" + _AFTER_STOP)
_SENTENCE = re.compile(r"[.؟!]\s+")
_COUNTING_FAMILIES = frozenset({"digit", "ordinal", "article"})
_COUNTING_SHAPES = frozenset({".", "-", ":", ")", "op", "word", "article"})
_LONGEST_HEADING = 160
# Letters at the end of a paragraph in which its last stop is looked for.
_TAIL = 12
_SHORTEST_SENTENCE = 90
_SHORTEST_CHAPEAU = 40
_LONGEST_TITLE = 400
_SHORTEST_CUT = 60
# How many paragraphs further on a number may come again.
_FAR = 60


def classify(blocks: Sequence[Block], hints: Sequence[Hint]) -> tuple[list[Passage], list[Concern]]:
    """The passages of a text in reading order, and what wasn't understood of their numbering.

    `hints`, one a block: what the file's own mark-up says of it (see `structure.py`).
    """
    labels = [read_label(block.text) for block in blocks]
    walk = Walk(blocks, labels, hints, _main_start(blocks, labels))
    for index in range(len(blocks)):
        _read(walk, index)
    if not any(unit.kind == "operative" for unit in walk.units):
        _take_narrative_as_operative(walk)
    return walk.passages(), walk.concerns


def _main_start(blocks: Sequence[Block], labels: Sequence[Label | None], first: int = 0) -> int | None:
    """Where the numbered operative paragraphs begin: the first 1 that an operative verb or a 2 comes after.

    Of a text whose beginning is missing: the first number that the next one follows. Roman numerals number the
    paragraphs only where digits and words don't.
    """
    for families in (_COUNTING_FAMILIES, {"roman"}):
        for values in ((1,), range(2, 200)):
            for index in range(first, len(blocks)):
                if _begins_chain(blocks[index], labels, index, families, values):
                    return index
    return None


def _begins_chain(
    block: Block,
    labels: Sequence[Label | None],
    index: int,
    families: Collection[str],
    values: Sequence[int],
) -> bool:
    label = labels[index]
    if label is None or not _is_main(label):
        return False
    found = next(((f, v) for f, v in label.readings if v in values and f in families), None)
    if found is None:
        return False
    if found[1] == 1 and _acts(block, label):
        return True
    if label.shape == "word" and _looks_like_heading(block.text):
        return False
    following = (found[0], found[1] + 1)
    return label.shape != "A." and any(
        later is not None and following in later.readings and later.shape == label.shape
        for later in labels[index + 1 :]
    )


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
        _read_unnumbered(walk, index)


def _is_formula_here(walk: Walk, block: Block, label: Label | None) -> bool:
    """Whether a formula stands here; among operative paragraphs "The Committee" without a comma is a heading."""
    if (label is not None and label.shape != "word") or not is_formula(block.text):
        return False
    return walk.zone in ("front", "preamble") or _pauses(block.text)


def _read_as_marked(walk: Walk, block: Block, label: Label | None, hint: str) -> bool:
    """Give a paragraph the part that the file's own mark-up gives it, where that settles the matter."""
    if hint in ("preface", "closing"):
        walk.zone = "closing" if hint == "closing" else "front"
        walk.add(hint, block, "as the file marks it")  # type: ignore[arg-type]
    elif hint == "formula":
        walk.zone = "preamble"
        walk.add("chapeau", block, "as the file marks it")
    elif hint == "preambular" and label is None:
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
    whole = len(before.block.text) < _SHORTEST_CUT or _ends(before.block.text)
    if whole or before.kind in ("heading", "preface", "chapeau"):
        return False
    head = folded_head(block.text)
    if opens_recital(head) or opens_operative(head) or opens_annex(block.text):
        return False
    first = _first_letter(block)
    if first.isupper():
        # A capital may begin a heading; but no sentence goes on, in small letters, from a heading.
        following = index + 1
        if following == len(walk.blocks) or not _first_letter(walk.blocks[following]).islower():
            return False
    elif not first.islower() and not _ends(block.text):
        return False
    before.block = before.block.joined(block)
    return True


def _first_letter(block: Block) -> str:
    return block.text.lstrip("\"'«“(")[:1]


def _numbers_here(walk: Walk, index: int, label: Label) -> bool:
    """Whether a printed number is a paragraph's number at this point, rather than part of a title or a sentence."""
    if walk.zone == "closing":
        return walk.outline.expects(label)
    if walk.zone == "operative" or index == walk.main_start:
        return True
    begins = _is_main(label) and _acts(walk.blocks[index], label)
    if walk.zone == "front":
        return begins and walk.main_start is None
    if begins:
        return walk.main_start is None or walk.main_start < index
    introduced = _introduces(walk.units[-1].block.text)
    return label.shape != "bare" and (introduced or walk.outline.expects(label) or label.shape in ("()", ")"))


def _is_main(label: Label) -> bool:
    """Whether a number's style is one that numbers operative paragraphs."""
    if any(family in _COUNTING_FAMILIES for family, _ in label.readings):
        return label.shape in _COUNTING_SHAPES
    return label.shape in (".", "A.") and any(family == "roman" for family, _ in label.readings)


def _acts(block: Block, label: Label | None = None) -> bool:
    """Whether a paragraph opens with an operative verb, or with the body that acts."""
    head = folded_head(block.text[label.end if label else 0 :])
    return opens_operative(head) or body_acts(head)


def _read_numbered(walk: Walk, index: int, label: Label) -> None:
    block = walk.blocks[index]
    verb = _acts(block, label)
    introduced = bool(walk.units and _introduces(walk.units[-1].block.text))
    if walk.zone == "preamble" and index != walk.main_start and not (verb and _is_main(label)):
        _read_recital_item(walk, block, label)
        return
    if walk.zone != "operative":
        walk.zone = "operative"
        walk.outline.lists.clear()
    lists = walk.outline.lists
    if not verb and _numbers_a_heading(label, lists) and _looks_like_heading(block.text):
        _add_heading(walk, block)
        return
    if lists and not introduced and _is_main(label):
        if lists[0].family == "unnumbered":
            lists.clear()
        elif verb and _restarts(lists[0], label):
            walk.new_part()
    place = None if _comes_again(walk, index, label) else walk.outline.place(label, verb, introduced)
    if place is None:
        _read_unnumbered(walk, index)
    elif place.level:
        walk.add_placed("subparagraph", block, "in a list within the paragraph", label, place)
    elif place.number is None:
        walk.add_operative(block, label)
    else:
        walk.add_placed("operative", block, "number in sequence", label, place)


def _comes_again(walk: Walk, index: int, label: Label) -> bool:
    """Whether a number without words stands with its words further on: then it isn't the paragraph's here."""
    if label.end < len(walk.blocks[index].text):
        return False
    return any(
        later is not None
        and (later.shape, later.readings) == (label.shape, label.readings)
        and later.end < len(walk.blocks[index + 1 + ahead].text)
        for ahead, later in enumerate(walk.labels[index + 1 : index + _FAR])
    )


def _numbers_a_heading(label: Label, lists: Sequence[OpenList]) -> bool:
    """Whether a number's style is that of sections: II., B., or a word where the paragraphs count in digits."""
    return label.shape.startswith("A") or (
        label.shape == "word" and bool(lists) and lists[0].family != "ordinal"
    )


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


def _read_unnumbered(walk: Walk, index: int) -> None:
    block = walk.blocks[index]
    if walk.zone == "operative" and opens_closing(block.text):
        walk.zone = "closing"
    if walk.zone == "closing":
        walk.add("closing", block, "after the last paragraph")
    elif walk.zone == "front":
        _read_front(walk, index)
    elif walk.zone == "preamble":
        _read_preamble(walk, index)
    else:
        _read_among_operative(walk, block)


def _read_front(walk: Walk, index: int) -> None:
    """Titles, then the narrative of a report, up to what the body agreed."""
    block = walk.blocks[index]
    text, head = block.text, folded_head(block.text)
    long = len(text) >= _SHORTEST_SENTENCE
    if is_chapeau(text) and len(text) >= _SHORTEST_CHAPEAU:
        walk.add("chapeau", block, "introduces what was agreed")
        walk.zone = "operative"
    elif opens_recital(head) and (_pauses(text) or (long and _recital_follows(walk, index))):
        walk.zone = "preamble"
        walk.add("preambular", block, "recital")
    elif long and _pauses(text) and _recital_follows(walk, index):
        walk.zone = "preamble"
        walk.add("chapeau", block, "the adopting body, at length")
    elif long and _introduces(text) and _is_main_start(walk, index + 1):
        walk.add("chapeau", block, "introduces the numbered paragraphs")
    elif long and (_ends(text) or (len(text) > _LONGEST_TITLE and _SENTENCE.search(text))):
        if walk.main_start is None and _acts(block) and not tells_what_happened(head):
            walk.zone = "operative"
            walk.add_operative(block)
        else:
            walk.add("narrative", block, "a sentence before what was agreed")
    elif any(unit.kind == "narrative" for unit in walk.units) and _looks_like_heading(text):
        walk.add("heading", block, "a short line without a verb of the body")
    else:
        walk.add("preface", block, "before the text begins")


def _recital_follows(walk: Walk, index: int) -> bool:
    return index + 1 < len(walk.blocks) and opens_recital(folded_head(walk.blocks[index + 1].text))


def _is_main_start(walk: Walk, index: int) -> bool:
    """Whether the numbered paragraphs begin here, or the formula before them stands here."""
    return index == walk.main_start or (index < len(walk.blocks) and is_formula(walk.blocks[index].text))


def _read_preamble(walk: Walk, index: int) -> None:
    block = walk.blocks[index]
    head = folded_head(block.text)
    recital = opens_recital(head)
    numbers_ahead = walk.main_start is not None and index < walk.main_start
    if not recital and is_chapeau(block.text):
        walk.add("chapeau", block, "introduces what was agreed")
        walk.zone = "operative"
        walk.outline.lists.clear()
    elif (
        not recital
        and (opens_operative(head) or body_acts(head))
        and not (numbers_ahead and _in_row(walk, index))
    ):
        walk.zone = "operative"
        walk.add_operative(block)
    elif not recital and _looks_like_heading(block.text):
        walk.add("heading", block, "a short line without a verb of the body")
    else:
        walk.outline.lists.clear()
        walk.add("preambular", block, "between the formula and the first operative paragraph")


def _read_among_operative(walk: Walk, block: Block) -> None:
    """An unnumbered paragraph where operative ones are expected or have begun."""
    unnumbered = walk.main_start is None or not walk.outline.lists
    if is_chapeau(block.text):
        walk.add("chapeau", block, "introduces what was agreed")
        if unnumbered:
            walk.outline.lists.clear()
    elif unnumbered and _acts(block):
        walk.add_operative(block)
    elif _looks_like_heading(block.text):
        _add_heading(walk, block)
    elif (
        unnumbered and len(block.text) >= _SHORTEST_SENTENCE and tells_what_happened(folded_head(block.text))
    ):
        walk.add("narrative", block, "tells what happened")
    else:
        walk.add_within("subparagraph", block, "goes on with the paragraph above")


def _take_narrative_as_operative(walk: Walk) -> None:
    """Where a communiqué is one run of sentences, a paragraph that holds the body's acts is operative."""
    for unit in walk.units:
        if unit.kind != "narrative":
            continue
        sentences = _SENTENCE.split(unit.block.text)
        if any(_acts(Block(sentence, ((0, 0),))) for sentence in sentences if sentence):
            walk.unnumbered_operative += 1
            unit.kind, unit.rule = "operative", "sentences of the body among the narrative"
            unit.path = str(walk.unnumbered_operative)


def _in_row(walk: Walk, index: int) -> bool:
    """Whether the next paragraph isn't a formula: then an operative verb among recitals is one of them."""
    return index + 1 == len(walk.blocks) or not is_formula(walk.blocks[index + 1].text)


def _begin_part(walk: Walk, index: int) -> None:
    """A formula opens the preamble; a second one opens another resolution printed with the first."""
    if walk.zone in ("operative", "closing"):
        walk.new_part()
        if walk.main_start is not None:
            walk.main_start = _main_start(walk.blocks, walk.labels, index)
    walk.zone = "preamble"
    walk.add("chapeau", walk.blocks[index], "the adopting body alone")


def _read_annex(walk: Walk, block: Block, label: Label | None) -> None:
    place = None
    if label is not None and not (label.shape.startswith("A") and _looks_like_heading(block.text)):
        place = walk.outline.place(label, False, _introduces(walk.units[-1].block.text))
    if place is None or label is None:
        walk.add_within("annex", block, "within an annex")
    else:
        walk.add_placed("annex", block, "within an annex", label, place)


def _add_heading(walk: Walk, block: Block) -> None:
    walk.outline.close_to(0)
    walk.add("heading", block, "a short line without a verb of the body")


def _looks_like_heading(text: str) -> bool:
    return len(text) < _LONGEST_HEADING and not _ends(text)


def _ends(text: str) -> bool:
    """Whether a paragraph ends with a stop or a pause."""
    return _ENDS.search(text[-_TAIL:]) is not None


def _introduces(text: str) -> bool:
    """Whether a paragraph ends with a colon."""
    return _COLON.search(text[-_TAIL:]) is not None


def _pauses(text: str) -> bool:
    """Whether a paragraph ends with anything but a full stop."""
    return _PAUSES.search(text[-_TAIL:]) is not None
