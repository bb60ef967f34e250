"""Tables of a report as Word tables: in the direction of the labels, heading rows repeated, rows kept whole."""

from itertools import count
from xml.sax.saxutils import quoteattr

from mutabaa.reports.outline import Column, Row, Sentence, Table, Text
from mutabaa.reports.printable import printable
from mutabaa.reports.word.paragraphs import paragraphs
from mutabaa.vocabulary import Language, direction

_STYLES: dict[str, str] = {"facts": "Facts", "list": "Listing", "matrix": "Matrix"}
_BLANK = "\u2026"


def table(drawn: Table, language: Language, width: int, *, numbers: "count[int]") -> str:
    """A table of `width` twentieths of a point. `numbers` gives each drop-down its number, unique in the document."""
    widths = _widths(drawn.columns, width)
    visual = "<w:bidiVisual/>" if direction(language) == "rtl" else ""
    # Which parts of the style apply: the shaded first column of facts, the shaded heading row of the others.
    look = "0680" if drawn.style == "facts" else "0620"
    head = (
        f'<w:tblPr><w:tblStyle w:val="{_STYLES[drawn.style]}"/>{visual}<w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}"/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    prefix = "Matrix" if drawn.style == "matrix" else "Cell"
    rows = [] if drawn.style == "facts" else [_heading_row(drawn.columns, widths, prefix)]
    for row in drawn.rows:
        rows.append(
            _group_row(row, widths, prefix, language)
            if row.kind == "group"
            else _row(drawn, row, widths, language, numbers)
        )
    return f"<w:tbl>{head}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _widths(columns: tuple[Column, ...], width: int) -> list[int]:
    whole = sum(column.weight for column in columns)
    widths = [width * column.weight // whole for column in columns]
    return [*widths[:-1], width - sum(widths[:-1])]


def _heading_row(columns: tuple[Column, ...], widths: list[int], prefix: str) -> str:
    cells = "".join(
        _cell(paragraphs(column.heading, f"{prefix}Heading"), width)
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _group_row(row: Row, widths: list[int], prefix: str, language: Language) -> str:
    content = paragraphs(row.cells[0], f"{prefix}Group", edge=language)
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F3F6F6"/>'
    cell = (
        f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>{shade}'
        f"</w:tcPr>{content}</w:tc>"
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _row(drawn: Table, row: Row, widths: list[int], language: Language, numbers: "count[int]") -> str:
    cells = []
    for column, cell, width in zip(drawn.columns, row.cells, widths, strict=True):
        if column.choices and not cell:
            content = _drop_down(column, next(numbers))
        else:
            # Facts stand beside their names; quotations keep to their own side.
            edge = language if drawn.style == "facts" else None
            content = paragraphs(cell, _cell_style(drawn, column, cell), edge=edge)
        cells.append(_cell(content, width))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell_style(drawn: Table, column: Column, cell: Text) -> str:
    if drawn.style == "facts" and column is drawn.columns[0]:
        return "CellName"
    if drawn.style == "matrix":
        return "MatrixCell"
    return "CellQuotation" if any(_quotes(sentence) for sentence in cell) else "Cell"


def _quotes(sentence: Sentence) -> bool:
    return all(piece.style in ("quotation", "verb") for piece in sentence.pieces)


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _drop_down(column: Column, number: int) -> str:
    """A cell to fill in: a content control that offers the values of its axis."""
    name = printable(column.heading[0].text)
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(choice)} w:value={quoteattr(choice)}/>"
        for choice in column.choices
    )
    bidi = "<w:bidi/>" if direction(column.heading[0].language) == "rtl" else ""
    rtl = "<w:rtl/>" if bidi else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="MatrixCell"/>{bidi}</w:pPr><w:sdt><w:sdtPr>'
        f"<w:alias w:val={quoteattr(name)}/><w:tag w:val={quoteattr(f'{column.key}-{number}')}/>"
        f'<w:id w:val="{number}"/><w:showingPlcHdr/><w:dropDownList>{items}</w:dropDownList></w:sdtPr><w:sdtContent>'
        f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/>{rtl}</w:rPr><w:t>{_BLANK}</w:t></w:r>'
        "</w:sdtContent></w:sdt></w:p>"
    )
