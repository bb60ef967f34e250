"""The walk through a text: where we are, what has been read, and the passages that come of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mutabaa.reading.findings import Concern, Quote
from mutabaa.reading.flow import Block
from mutabaa.reading.numbering import Label
from mutabaa.reading.outline import OpenList, Outline, Place
from mutabaa.reading.passages import Passage, PassageKind

# What a file's own mark-up says of a paragraph; None where it says nothing.
Hint = str | None


@dataclass(slots=True)
class Unit:
    """A paragraph with its part in the text."""

    kind: PassageKind
    block: Block
    rule: str
    label: Label | None = None
    number: str | None = None
    level: int = 0
    path: str = ""


@dataclass(slots=True)
class Walk:
    """Where we are. `zone`: front, preamble, operative, closing or annex. `main_start`: index of paragraph 1."""

    blocks: Sequence[Block]
    labels: Sequence[Label | None]
    hints: Sequence[Hint]
    main_start: int | None
    zone: str = "front"
    outline: Outline = field(default_factory=Outline)
    units: list[Unit] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    parts: int = 1
    annexes: int = 0
    unnumbered_operative: int = 0
    # Path of an article of which so far only the heading was read.
    headed: str = ""

    def add(self, kind: PassageKind, block: Block, rule: str) -> None:
        """Add a passage that has no number, counted among its kind."""
        name = "preamble" if kind == "preambular" else kind
        self.counts[name] = self.counts.get(name, 0) + 1
        self.units.append(Unit(kind, block, rule, path=f"{name}/{self.counts[name]}"))

    def add_at(self, kind: PassageKind, block: Block, rule: str, path: str) -> None:
        """Add an unnumbered passage at a path that its heading already counted."""
        self.units.append(Unit(kind, block, rule, path=path))

    def add_heading(self, block: Block) -> None:
        """Add a heading among operative paragraphs: it ends their lists, not their count."""
        self.outline.close_to(0)
        self.add("heading", block, "a short line without a verb of the body")

    def add_placed(self, kind: PassageKind, block: Block, rule: str, label: Label, place: Place) -> None:
        """Add a passage with a number of its own."""
        unit = Unit(kind, block, rule, label, place.number, place.level, place.path)
        self.units.append(unit)
        if place.gap:
            self.concerns.append(concern("number_out_of_sequence", unit, number=place.number or label.text))

    def add_operative(self, block: Block, label: Label | None = None) -> None:
        """Add an operative paragraph without a number of its own (a bullet at most); its path counts."""
        self.unnumbered_operative += 1
        path = f"{self.outline.prefix}{self.unnumbered_operative}"
        if label is None:
            self.outline.lists = [OpenList("unnumbered", "", self.unnumbered_operative, True, "", path)]
        self.units.append(Unit("operative", block, "operative verb of the body", label, path=path))

    def add_within(self, kind: PassageKind, block: Block, rule: str) -> None:
        """Add an unnumbered passage that belongs to the item last placed."""
        self.units.append(Unit(kind, block, rule, level=1, path=self.outline.unnumbered()))

    def new_part(self) -> None:
        """Numbers begin again: another resolution, or another section that counts by itself."""
        if self.outline.lists or self.unnumbered_operative:
            self.parts += 1
            self.unnumbered_operative = 0
            self.outline = Outline(prefix=f"part{self.parts}/")

    def new_annex(self, block: Block) -> None:
        """An annex begins with the line that announces it."""
        self.zone = "annex"
        self.annexes += 1
        name = "annex" if self.annexes == 1 else f"annex{self.annexes}"
        self.outline = Outline(prefix=f"{name}/")
        self.units.append(Unit("annex", block, "announced as an annex", path=name))

    def passages(self) -> list[Passage]:
        """The paragraphs read as passages, each with a path of its own."""
        self._close()
        seen: dict[str, int] = {}
        passages = []
        for unit in self.units:
            seen[unit.path] = seen.get(unit.path, 0) + 1
            path = unit.path if seen[unit.path] == 1 else f"{unit.path}-{seen[unit.path]}"
            passages.append(_passage(unit, path))
        return passages

    def _close(self) -> None:
        """Short lines after the last paragraph aren't headings of anything: place, date, names."""
        trailing = []
        for unit in reversed(self.units):
            if unit.kind not in ("heading", "closing"):
                break
            if unit.kind == "heading":
                trailing.append(unit)
        if len(trailing) == len(self.units):
            return
        for unit in reversed(trailing):
            self.counts["closing"] = self.counts.get("closing", 0) + 1
            unit.kind, unit.rule = "closing", "after the last paragraph"
            unit.path = f"closing/{self.counts['closing']}"


def concern(kind: str, unit: Unit, **facts: str) -> Concern:
    """Something about a paragraph that wasn't understood, with its first words."""
    text = unit.block.text[:80]
    quote = Quote(text=text, start=unit.block.start, end=unit.block.published(len(text) - 1) + 1)
    return Concern(kind=kind, quote=quote, passage=unit.path, facts=facts)


def _passage(unit: Unit, path: str) -> Passage:
    block, label = unit.block, unit.label
    words = block
    if label is not None:
        words = block.cut(label.end) if label.end < len(block.text) else Block("", ((0, block.end),))
    return Passage(
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
