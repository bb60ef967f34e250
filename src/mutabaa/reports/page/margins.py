"""Head and foot of every printed page, as boxes in the margin: symbol, as-of date, page x of y."""

from mutabaa.reports.outline import Piece, Report, Sentence, Text, one_line
from mutabaa.reports.printable import guarded, isolated
from mutabaa.vocabulary import direction

_COUNTERS = {"page_number": "counter(page)", "page_count": "counter(pages)"}


def margin_boxes(report: Report) -> str:
    """The CSS rule for the margins; words in it can't end the style sheet, every sign in them is escaped."""
    way = direction(report.language)
    first, last = ("right", "left") if way == "rtl" else ("left", "right")
    boxes = {
        f"top-{first}": report.head_line,
        f"bottom-{first}": one_line(report.as_of_line),
        f"bottom-{last}": report.page_line[:1],
    }
    drawn = "".join(
        f"  @{place} {{ content: {_content(text)}; direction: {way}; font-size: 8.5pt; white-space: nowrap; }}\n"
        for place, text in boxes.items()
    )
    return f"@page {{\n{drawn}}}\n"


def _content(text: Text) -> str:
    return " ".join(_piece(piece, sentence) for sentence in text for piece in sentence.pieces)


def _piece(piece: Piece, sentence: Sentence) -> str:
    if piece.style in _COUNTERS:
        return _COUNTERS[piece.style]
    return _quoted(isolated(piece.text) if piece.language is None else guarded(piece.text, sentence.language))


def _quoted(text: str) -> str:
    """A CSS string: letters and digits as they are, every other character by its number."""
    return '"' + "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in text) + '"'
