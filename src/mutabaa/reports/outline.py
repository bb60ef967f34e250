"""A report before it takes a form: sections, tables and sentences, each naming the findings it rests on.

Every renderer (docx, pdf, xlsx, html) draws this outline and adds no words of its own. Languages are rows:
a label in three languages is three sentences one under the other, each with its own direction.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mutabaa.vocabulary import Language

# `code`: symbols, hashes, file names: left to right whatever stands around them.
# `quotation`: words of the document to the letter; `verb`: the operative verb within a quotation.
# `page_number`, `page_count`: the renderer's own count stands here; `text` is empty.
PieceStyle = Literal["plain", "strong", "code", "quotation", "verb", "quiet", "page_number", "page_count"]
Orientation = Literal["portrait", "landscape"]
ParagraphStyle = Literal["body", "note", "quotation"]
TableStyle = Literal["facts", "list", "matrix"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A run of characters of one style. `language` is None where there is none (a symbol, a hash)."""

    text: str
    style: PieceStyle = "plain"
    language: Language | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """One line of one language, set in its direction. `rests_on`: codes of acts and paragraphs."""

    language: Language
    pieces: tuple[Piece, ...]
    rests_on: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The bare words."""
        return "".join(piece.text for piece in self.pieces)


# Sentences set one under the other: one a label language, or one a language version.
Text = tuple[Sentence, ...]


def one_line(text: Text, between: str = " · ") -> Text:
    """Several sentences as one, set in the direction of the first: a heading in all its languages."""
    if len(text) < 2:
        return text
    pieces: list[Piece] = []
    for sentence in text:
        pieces += [Piece(text=between, language=text[0].language)] if pieces else []
        pieces += sentence.pieces
    return (Sentence(language=text[0].language, pieces=tuple(pieces), rests_on=text[0].rests_on),)


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column. `weight`: its share of the width. `choices`: the drop-down of a cell to fill in, () if none."""

    key: str
    heading: Text
    weight: int
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row: one cell a column. A `group` row has a single cell and spans the table."""

    cells: tuple[Text, ...]
    kind: Literal["entry", "group"] = "entry"
    code: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table: `facts` (names and values, no heading row), `list`, or `matrix` (has cells to fill in)."""

    key: str
    style: TableStyle
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """Sentences outside a table."""

    text: Text
    style: ParagraphStyle = "body"


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A heading and what stands under it. `level`: 1 a section, 2 a part of the section before it."""

    key: str
    heading: Text
    level: int = 1
    blocks: tuple[Paragraph | Table, ...] = ()
    orientation: Orientation = "portrait"


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """A status report, ready to be drawn.

    `labels`: languages of the labels, the first gives the direction of pages and tables. `versions`: languages
    in which the document itself is quoted. `head_line` stands at the head of every page, `as_of_line` and
    `page_line` at its foot. `register`: the whole matrix, one row a commitment, for a spreadsheet;
    `positions` and `questions` likewise. `as_of` is given, never taken from the clock.
    """

    labels: tuple[Language, ...]
    versions: tuple[Language, ...]
    symbol: str | None
    as_of: date | None
    title: Text
    subtitle: Text
    head_line: Text
    as_of_line: Text
    page_line: Text
    sections: tuple[Section, ...]
    register: Table
    positions: Table
    questions: Table

    @property
    def language(self) -> Language:
        """The language whose direction the pages follow."""
        return self.labels[0]

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence of the sections, in order."""
        for section in self.sections:
            yield from section.heading
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield from block.text
                    continue
                for column in block.columns:
                    yield from column.heading
                for row in block.rows:
                    for cell in row.cells:
                        yield from cell
