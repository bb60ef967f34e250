"""A passage: one unit of the text, its kind, number and nesting, and its flowing words with their way back."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from mutabaa.reading.findings import Act, Instrument, Mention, Quote

PassageKind = Literal[
    "preface",
    "narrative",
    "preambular",
    "chapeau",
    "operative",
    "subparagraph",
    "heading",
    "annex",
    "closing",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A unit of the text.

    `start`, `end`: code points of the text as published, the number included. `number`: normalised ("14", "a", "ii"),
    None where the text prints none. `label`: the number as printed ("رابع عشر:", "OP1."). `path`: the address within
    the document, made of the numbers above it ("14", "3/a"); unnumbered passages count within their parent ("14/1").
    `text`: the flowing words without the number. `segments`: pairs (offset in `text`, offset as published), ascending,
    each saying that from this offset on both run in step.
    """

    kind: PassageKind
    start: int
    end: int
    number: str | None = None
    label: str = ""
    level: int = 0
    path: str = ""
    text: str
    segments: tuple[tuple[int, int], ...]
    rule: str
    acts: tuple[Act, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def published(self, offset: int) -> int:
        """Where a character of `text` stands in the text as published."""
        if len(self.segments) == 1:
            return self.segments[0][1] + offset - self.segments[0][0]
        here, there = self.segments[bisect_right(self.segments, (offset, 1 << 60)) - 1]
        return there + offset - here

    def quote(self, start: int, end: int) -> Quote:
        """The words text[start:end] with their place. Raises ValueError for an empty span."""
        if end <= start:
            raise ValueError(f"empty span {start}:{end}")
        if len(self.segments) == 1:
            moved = self.segments[0][1] - self.segments[0][0]
            return Quote(text=self.text[start:end], start=start + moved, end=end + moved)
        return Quote(text=self.text[start:end], start=self.published(start), end=self.published(end - 1) + 1)

    def with_findings(
        self, acts: tuple[Act, ...], instruments: tuple[Instrument, ...], mentions: tuple[Mention, ...]
    ) -> "Passage":
        """The same passage with what was found in it. Written out, for `replace` takes twice as long."""
        return Passage(
            kind=self.kind,
            start=self.start,
            end=self.end,
            number=self.number,
            label=self.label,
            level=self.level,
            path=self.path,
            text=self.text,
            segments=self.segments,
            rule=self.rule,
            acts=acts,
            instruments=instruments,
            mentions=mentions,
        )
