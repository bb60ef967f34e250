"""Writing a text down in reading order while keeping the structure its file declares."""

import re

from mutabaa.texts.official_text import Mark

_SPACE = re.compile(r"[ \t\r\n\f]+")


class Draft:
    """A text in the making. Blocks stand apart by a blank line; marks are made over what was written since a place."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._wanted = ""
        self.length = 0
        self.marks: list[Mark] = []

    @property
    def text(self) -> str:
        """All that was written, without trailing separation."""
        return "".join(self._parts)

    def block(self) -> None:
        """What comes next stands apart."""
        self._want("\n\n")

    def line(self) -> None:
        """What comes next stands on a line of its own."""
        self._want("\n")

    def page(self) -> None:
        """What comes next stands on the next page."""
        self._want("\f")

    def space(self) -> None:
        """What comes next is another word."""
        self._want(" ")

    def _want(self, separator: str) -> None:
        ranks = ("", " ", "\n", "\n\n", "\f")
        if ranks.index(separator) > ranks.index(self._wanted):
            self._wanted = separator

    def here(self) -> int:
        """Where the next written character will stand."""
        return self.length + len(self._wanted) if self.length else 0

    def write(self, words: str) -> None:
        """Write words to the letter."""
        if not words:
            return
        if self._wanted and self.length:
            self._parts.append(self._wanted)
            self.length += len(self._wanted)
        self._wanted = ""
        self._parts.append(words)
        self.length += len(words)

    def flow(self, words: str) -> None:
        """Write words of a mark-up in which any run of white space means one space."""
        inner = _SPACE.sub(" ", words)
        if inner.startswith(" "):
            self.space()
        self.write(inner.strip(" "))
        if len(inner) > 1 and inner.endswith(" "):
            self.space()

    def mark(self, kind: str, start: int, value: str = "") -> None:
        """Declare structure over all that was written from `start` on; nothing written, nothing marked."""
        if self.length > start:
            self.marks.append(Mark(kind=kind, start=start, end=self.length, value=value))

    def finished_marks(self) -> tuple[Mark, ...]:
        """The marks in order of place, the wider before the narrower."""
        return tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end, mark.kind == "emphasis")))
