"""What part each paragraph plays: title, narrative, recital, operative paragraph, annex … and its number and path.

The sequence decides: a list numbered from 1 that runs in order is evidence; a number out of its turn inside an annex
or a list isn't an operative paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mutabaa.reading.findings import Concern, Quote
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
from mutabaa.reading.outline import Outline, Place
from mutabaa.reading.passages import Passage, PassageKind

_AFTER_STOP = r"[\"”»'’)\]*\s\u200e\u200f\u202c\u2069]*$"
_ENDS = re.compile(r"[.;:,!?؛،؟…]" + _AFTER_STOP)
_COLON = re.compile(":" + _AFTER_STOP)
_MAIN_FAMILIES = frozenset({"digit", "ordinal", "article", "roman"})
_MAIN_SHAPES = frozenset({".", "-", ":", "op", "word", "article", ")"})
_LONGEST_HEADING = 160
_SHORTEST_SENTENCE = 90
_SHORTEST_CUT = 60


@dataclass(slots=True)
class _Unit:
    """A paragraph with its part, while the text is being walked."""

    kind: PassageKind
    block: Block
    rule: str
    label: Label | None = None
    number: str | None = None
    level: int = 0
    path: str = ""


@dataclass(slots=True)
class _Walk:
    """Where we are in the text, and what has been read so far."""

    blocks: Sequence[Block]
    labels: Sequence[Label | None]
    main_start: int | None
    zone: str = "front"
    outline: Outline = field(default_factory=Outline)
    units: list[_Unit] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    parts: int = 1
    annexes: int = 0
    unnumbered_operative: int = 0


def classify(blocks: Sequence[Block]) -> tuple[list[Passage], list[Concern]]:
    """The passages of a text in reading order, and what wasn't understood of their numbering."""
    labels = [read_label(block.text) for block in blocks]
    walk = _Walk(blocks, labels, _main_start(blocks, labels))
    for index in range(len(blocks)):
        _read(walk, index)
    return _passages(walk), walk.concerns


def _main_start(blocks: Sequence[Block], labels: Sequence[Label | None]) -> int | None:
    """Where the numbered operative paragraphs begin: the first 1 that an operative verb or a 2 comes after."""
    for index, label in enumerate(labels):
        if label is None or label.shape not in _MAIN_SHAPES or label.shape == "bare":
            continue
        family = next(
            (family for family, value in label.readings if value == 1 and family in _MAIN_FAMILIES), None
        )
        if family is None:
            continue
        head = folded_head(blocks[index].text[label.end :])
        if opens_operative(head) or body_acts(head):
            return index
        if any(
            later is not None and (family, 2) in later.readings and later.shape == label.shape
            for later in labels[index + 1 :]
        ):
            return index
    return None


def _read(walk: _Walk, index: int) -> None:
    """Give one paragraph its part."""
    block, label = walk.blocks[index], walk.labels[index]
    if _goes_on(walk, block, label):
        return
    if opens_annex(block.text) and walk.zone in ("operative", "annex", "closing"):
        _begin_annex(walk, block)
    elif walk.zone == "annex":
        _read_annex(walk, block, label)
    elif is_formula(block.text) and (label is None or label.shape == "word"):
        _begin_part(walk, block)
    elif label is not None and _numbers_here(walk, index, label):
        _read_numbered(walk, index, label)
    else:
        _read_unnumbered(walk, index)


def _goes_on(walk: _Walk, block: Block, label: Label | None) -> bool:
    """Join a paragraph to the one before it, which broke off in mid sentence (a page ended there)."""
    if not walk.units or label is not None or walk.zone in ("front", "closing"):
        return False
    before = walk.units[-1]
    whole = len(before.block.text) < _SHORTEST_CUT or _ENDS.search(before.block.text)
    if whole or before.kind in ("heading", "preface", "chapeau"):
        return False
    head = folded_head(block.text)
    first = block.text.lstrip("\"'«“(")[:1]
    if opens_recital(head) or opens_operative(head) or opens_annex(block.text) or first.isupper():
        return False
    if not first.islower() and not _ENDS.search(block.text):
        return False
    before.block = before.block.joined(block)
    return True


def _numbers_here(walk: _Walk, index: int, label: Label) -> bool:
    """Whether a printed number is a paragraph's number at this point, rather than part of a title."""
    if walk.zone == "front":
        return index == walk.main_start or (
            walk.main_start is None and _acts(walk, index, label) and _is_main(label)
        )
    if walk.zone == "preamble":
        return index == walk.main_start or label.shape in ("()", ")", "•", "–", "''") or (
            (walk.main_start is None or walk.main_start < index) and _is_main(label) and _acts(walk, index, label)
        )  # fmt: skip
    return True


def _is_main(label: Label) -> bool:
    return label.shape in _MAIN_SHAPES and any(family in _MAIN_FAMILIES for family, _ in label.readings)


def _acts(walk: _Walk, index: int, label: Label | None) -> bool:
    head = folded_head(walk.blocks[index].text[label.end if label else 0 :])
    return opens_operative(head) or body_acts(head)


def _read_numbered(walk: _Walk, index: int, label: Label) -> None:
    block = walk.blocks[index]
    if walk.zone == "preamble" and index != walk.main_start and not _is_main(label):
        _read_recital_item(walk, block, label)
        return
    if walk.zone != "operative":
        walk.zone = "operative"
        walk.outline.lists.clear()
    verb = _acts(walk, index, label)
    introduced = bool(walk.units and _COLON.search(walk.units[-1].block.text))
    restarts = verb and not introduced and walk.outline.lists and _restarts(walk, label)
    if restarts:
        _new_part(walk)
    place = walk.outline.place(label, verb, introduced)
    if place is None:
        _read_unnumbered(walk, index, numbered=True)
        return
    kind: PassageKind = "operative" if place.level == 0 else "subparagraph"
    if kind == "operative" and place.number is None:
        place = _count_unnumbered(walk)
    unit = _Unit(
        kind, block, f"number in sequence: {label.shape}", label, place.number, place.level, place.path
    )
    walk.units.append(unit)
    if place.gap:
        walk.concerns.append(_concern("number_out_of_sequence", unit, number=place.number or ""))


def _restarts(walk: _Walk, label: Label) -> bool:
    main = walk.outline.lists[0]
    return any(family == main.family and value == 1 and main.last >= 1 for family, value in label.readings)


def _read_recital_item(walk: _Walk, block: Block, label: Label) -> None:
    place = walk.outline.place(label, False, True)
    path = place.path if place else walk.outline.unnumbered()
    number = place.number if place else None
    walk.units.append(_Unit("subparagraph", block, "list within a recital", label, number, 1, path))


def _read_unnumbered(walk: _Walk, index: int, numbered: bool = False) -> None:
    block = walk.blocks[index]
    head = folded_head(block.text)
    if walk.zone == "operative" and opens_closing(block.text):
        walk.zone = "closing"
    if walk.zone == "closing":
        _append(walk, "closing", block, "after the last paragraph")
    elif walk.zone == "front":
        _read_front(walk, index, head)
    elif walk.zone == "preamble":
        _read_preamble(walk, index, head)
    elif is_chapeau(block.text):
        _append(walk, "chapeau", block, "introduces what was agreed")
    elif _looks_like_heading(block.text) and not (walk.main_start is None and _acts(walk, index, None)):
        walk.outline.close_to(0)
        _append(walk, "heading", block, "a short line without a verb of the body")
    elif (walk.main_start is None or not walk.outline.lists) and _acts(walk, index, None):
        _append_operative(walk, block)
    else:
        path = walk.outline.unnumbered()
        walk.units.append(
            _Unit("subparagraph", block, "goes on with the paragraph above", level=1, path=path)
        )


def _read_front(walk: _Walk, index: int, head: str) -> None:
    """Titles, then the narrative of a report, up to what the body agreed."""
    block = walk.blocks[index]
    text = block.text
    ended = text.rstrip()[-1:]
    if is_chapeau(text) and len(text) >= 40:
        _append(walk, "chapeau", block, "introduces what was agreed")
        walk.zone = "operative"
    elif opens_recital(head) and ended in ",;،؛":
        walk.zone = "preamble"
        _append(walk, "preambular", block, "recital")
    elif len(text) >= _SHORTEST_SENTENCE and _ENDS.search(text):
        if walk.main_start is None and _acts(walk, index, None) and not tells_what_happened(head):
            walk.zone = "operative"
            _append_operative(walk, block)
        else:
            _append(walk, "narrative", block, "a sentence before what was agreed")
    else:
        kind: PassageKind = "preface"
        if any(unit.kind == "narrative" for unit in walk.units) and _looks_like_heading(text):
            kind = "heading"
        _append(walk, kind, block, "before the text begins")


def _read_preamble(walk: _Walk, index: int, head: str) -> None:
    block = walk.blocks[index]
    text = block.text
    numbers_ahead = walk.main_start is not None and index < walk.main_start
    if is_chapeau(text) and not opens_recital(head):
        _append(walk, "chapeau", block, "introduces what was agreed")
        walk.zone = "operative"
    elif not numbers_ahead and not opens_recital(head) and (opens_operative(head) or body_acts(head)):
        walk.zone = "operative"
        walk.outline.lists.clear()
        _append_operative(walk, block)
    elif _looks_like_heading(text) and not opens_recital(head):
        _append(walk, "heading", block, "a short line without a verb of the body")
    else:
        walk.outline.lists.clear()
        _append(walk, "preambular", block, "between the formula and the first operative paragraph")


def _begin_part(walk: _Walk, block: Block) -> None:
    """A formula opens the preamble; a second one opens another resolution printed with the first."""
    if walk.zone in ("operative", "closing"):
        _new_part(walk)
        if walk.main_start is not None:
            later = _main_start(walk.blocks[len(walk.units) :], walk.labels[len(walk.units) :])
            walk.main_start = walk.main_start if later is None else len(walk.units) + later
    walk.zone = "preamble"
    _append(walk, "chapeau", block, "the adopting body alone")


def _new_part(walk: _Walk) -> None:
    if walk.outline.lists or walk.unnumbered_operative:
        walk.parts += 1
        walk.unnumbered_operative = 0
        walk.outline = Outline(prefix=f"part{walk.parts}/")


def _begin_annex(walk: _Walk, block: Block) -> None:
    walk.zone = "annex"
    walk.annexes += 1
    name = "annex" if walk.annexes == 1 else f"annex{walk.annexes}"
    walk.outline = Outline(prefix=f"{name}/")
    walk.units.append(_Unit("annex", block, "announced as an annex", path=name))


def _read_annex(walk: _Walk, block: Block, label: Label | None) -> None:
    place: Place | None = None
    if label is not None:
        introduced = bool(_COLON.search(walk.units[-1].block.text))
        place = walk.outline.place(label, False, introduced)
    if place is None:
        path = walk.outline.unnumbered()
        walk.units.append(_Unit("annex", block, "within an annex", path=path))
    else:
        walk.units.append(
            _Unit("annex", block, "within an annex", label, place.number, place.level, place.path)
        )


def _looks_like_heading(text: str) -> bool:
    return len(text) < _LONGEST_HEADING and not _ENDS.search(text)


def _count_unnumbered(walk: _Walk) -> Place:
    walk.unnumbered_operative += 1
    return Place(0, None, f"{walk.outline.prefix}{walk.unnumbered_operative}")


def _append_operative(walk: _Walk, block: Block) -> None:
    """Add an operative paragraph without a number of its own; its path counts."""
    path = _count_unnumbered(walk).path
    walk.units.append(_Unit("operative", block, "operative verb of the body", path=path))


def _append(walk: _Walk, kind: PassageKind, block: Block, rule: str) -> None:
    """Add a passage that has no number, counted among its kind."""
    name = {"preambular": "preamble"}.get(kind, kind)
    walk.counts[kind] = walk.counts.get(kind, 0) + 1
    walk.units.append(_Unit(kind, block, rule, path=f"{name}/{walk.counts[kind]}"))


def _concern(kind: str, unit: _Unit, **facts: str) -> Concern:
    text = unit.block.text[:80]
    quote = Quote(text=text, start=unit.block.start, end=unit.block.published(len(text) - 1) + 1)
    return Concern(kind=kind, quote=quote, passage=unit.path, facts=facts)


def _passages(walk: _Walk) -> list[Passage]:
    """The units as passages, each path unique."""
    seen: dict[str, int] = {}
    passages = []
    for unit in walk.units:
        seen[unit.path] = seen.get(unit.path, 0) + 1
        path = unit.path if seen[unit.path] == 1 else f"{unit.path}-{seen[unit.path]}"
        block, label = unit.block, unit.label
        words = block
        if label is not None:
            whole = label.end >= len(block.text)
            words = Block("", ((0, block.end),)) if whole else block.cut(label.end)
        passages.append(
            Passage(
                kind=unit.kind,
                start=block.start,
                end=block.end,
                number=unit.number,
                label=label.text if label else "",
                level=unit.level,
                path=path,
                text=words.text,
                segments=words.segments,
                rule=unit.rule,
            )
        )
    return passages
