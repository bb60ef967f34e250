"""How the cells of a workbook look: by what a row is, and the direction of the words in the cell."""

from typing import TYPE_CHECKING

from mutabaa.reports.outline import Text
from mutabaa.reports.workbook.cell_text import way_of
from mutabaa.vocabulary import Language, direction

if TYPE_CHECKING:
    from openpyxl import Workbook

_FACE = "Arial"
_ACCENT, _HEAD_FILL, _GROUP_FILL, _LINE = "0B5351", "E3ECEB", "F3F6F6", "B9C2C4"
# For each way of setting words: the side they start from, and Excel's number for the order they are read in.
_WAYS = {"ltr": ("left", 1), "rtl": ("right", 2), "code": ("left", 1), "code in rtl": ("right", 1)}
_KINDS = ("entry", "group", "heading", "title", "loose")


def add_styles(book: "Workbook") -> None:
    """Registers a named style for every kind of row and direction."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    line = Side(style="thin", color=_LINE)
    for kind in _KINDS:
        for way, (side, order) in _WAYS.items():
            style = NamedStyle(name=f"{kind} {way}")
            style.font = Font(
                name=_FACE,
                size=13 if kind == "title" else 10,
                bold=kind in ("group", "heading", "title"),
                color=_ACCENT if kind == "title" else "1B1F23",
            )
            style.alignment = Alignment(
                wrap_text=kind != "title",
                vertical="center" if kind == "heading" else "top",
                horizontal=side,
                readingOrder=order,
                indent=1 if kind in ("entry", "group", "heading") else 0,
            )
            if kind in ("entry", "group", "heading"):
                style.border = Border(left=line, right=line, top=line, bottom=line)
            if kind in ("group", "heading"):
                style.fill = PatternFill("solid", fgColor=_HEAD_FILL if kind == "heading" else _GROUP_FILL)
            book.add_named_style(style)


def style_of(kind: str, text: Text, sheet: Language) -> str:
    """The style of a cell: words run as their language does; codes left to right, from where the sheet
    begins."""
    if text and any(piece.style != "code" for sentence in text for piece in sentence.pieces):
        return f"{kind} {way_of(text)}"
    return f"{kind} code" + (" in rtl" if direction(sheet) == "rtl" else "")


def line_height(kind: str) -> float:
    """Points from one line to the next in cells of this kind."""
    return 17.0 if kind == "title" else 13.2
