"""What travels out of this room: a source file, and the official text found in it with the place of every character."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from mutabaa.vocabulary import Language

FileFormat = Literal["pdf", "docx", "html", "markdown", "text", "akn"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceFile:
    """A file as it came: its name, its bytes and their SHA-256 (hex)."""

    name: str
    content: bytes = field(repr=False)
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """Structure that the file itself declares over text[start:end].

    kind: `heading` (value: level), `paragraph`, `list_item` (value: level; the printed number stands in the text),
    `emphasis`, `table`, `footnote`, `title`, or `passage` (value: an Akoma Ntoso element name). A mark is evidence for
    the reader, never a verdict.
    """

    kind: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Furniture:
    """Words of the page rather than of the text: text[start:end] is kept on record and left out of the reading.

    kind: `running_head`, `page_number`, `symbol`, `page_break`, `repeated_title`, `line_hyphen`.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """What could not be had from a file: `kind` names a message of problems.toml, `facts` fill it in."""

    kind: str
    facts: dict[str, str] = field(default_factory=dict)
    page: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficialText:
    """A text as published, in reading order, with the way back to its pages.

    `text` holds every character in logical order (code points), page furniture included; pages are separated by a
    form feed. For a plain-text file it is the decoded file itself, character for character (a byte order mark is left
    out); for a file with mark-up it is what the file prints, numbers included, blocks a blank line apart.
    `page_starts` are the offsets at which each page begins. `declared` are facts the file states about itself in
    mark-up (Akoma Ntoso: `symbol`, `date`, `language`, `title`, `body`). `ocr_pages` (1-based) were read from an image.
    """

    source: SourceFile
    format: FileFormat
    text: str
    page_starts: tuple[int, ...] = (0,)
    furniture: tuple[Furniture, ...] = ()
    marks: tuple[Mark, ...] = ()
    declared: dict[str, str] = field(default_factory=dict)
    encoding: str | None = None
    ocr_pages: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    language_hint: Language | None = None

    def page_of(self, offset: int) -> int:
        """The page (1-based) on which a character stands."""
        return bisect_right(self.page_starts, offset)
