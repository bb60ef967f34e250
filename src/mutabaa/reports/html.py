"""Draw a report as one web page: nothing is fetched, nothing runs, everything is escaped and keeps its direction."""

from functools import cache
from html import escape
from importlib.resources import files

from mutabaa.reports.outline import (
    Column,
    Paragraph,
    Piece,
    Report,
    Row,
    Section,
    Sentence,
    Table,
    Text,
    one_line,
)
from mutabaa.reports.page.margins import margin_boxes
from mutabaa.reports.printable import guarded, printable
from mutabaa.vocabulary import Language, direction


def render_html(report: Report) -> str:
    """A self-contained page. The same report gives the same characters."""
    head = _head(report)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{report.language}" dir="{direction(report.language)}">\n{head}\n<body>',
        f'<header class="page">{_spans(report.head_line)}</header>',
        f"<h1>{_spans(report.title)}</h1>",
        f'<div class="subtitle">{_spans(report.subtitle)}{_spans(report.as_of_line)}</div>',
        *(_section(section) for section in report.sections),
        f'<footer class="page">{_spans(one_line(report.as_of_line))}</footer>',
        "</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _head(report: Report) -> str:
    names = [report.symbol or "", *(sentence.text for sentence in report.title)]
    title = escape(printable(" · ".join(name for name in names if name)))
    return (
        '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_style_sheet()}{margin_boxes(report)}</style>\n</head>"
    )


@cache
def _style_sheet() -> str:
    return files("mutabaa.reports").joinpath("page", "style.css").read_text(encoding="utf-8")


def _section(section: Section) -> str:
    level = section.level + 1
    heading = one_line(section.heading) if section.level == 1 else section.heading
    parts = [f'<section class="{section.orientation}" id="{escape(section.key)}">']
    parts.append(f"<h{level}>{_spans(heading)}</h{level}>")
    for block in section.blocks:
        if isinstance(block, Paragraph):
            parts.append(f'<p class="{block.style}">{_spans(block.text)}</p>')
        else:
            parts.append(_table(block))
    parts.append("</section>")
    return "\n".join(parts)


def _table(table: Table) -> str:
    whole = sum(column.weight for column in table.columns)
    columns = "".join(
        f'<col style="inline-size: {100 * column.weight / whole:.2f}%">' for column in table.columns
    )
    parts = [f'<div class="wide"><table class="{table.style}"><colgroup>{columns}</colgroup>']
    if table.style != "facts":
        parts.append(f"<thead><tr>{''.join(map(_heading, table.columns))}</tr></thead>")
    parts.append("<tbody>")
    parts += [_row(table, row) for row in table.rows]
    parts.append("</tbody></table></div>")
    return "\n".join(parts)


def _heading(column: Column) -> str:
    return f'<th scope="col">{_spans(column.heading)}</th>'


def _row(table: Table, row: Row) -> str:
    if row.kind == "group":
        return f'<tr class="group"><td colspan="{len(table.columns)}">{_spans(row.cells[0])}</td></tr>'
    cells = [f"<td>{_spans(cell)}</td>" for cell in row.cells]
    if table.style == "facts":
        cells[0] = f'<th scope="row">{_spans(row.cells[0])}</th>'
    return f"<tr>{''.join(cells)}</tr>"


def _spans(text: Text) -> str:
    return "".join(map(_span, text))


def _span(sentence: Sentence) -> str:
    pieces = "".join(_piece(piece, sentence.language) for piece in sentence.pieces)
    return f'<span lang="{sentence.language}" dir="{direction(sentence.language)}">{pieces}</span>'


def _piece(piece: Piece, line: Language) -> str:
    if piece.language is None:
        return f'<bdi class="code" dir="ltr">{escape(printable(piece.text))}</bdi>' if piece.text else ""
    words = escape(guarded(piece.text, piece.language)).replace("\n", "<br>")
    if piece.style in ("verb", "strong"):
        words = f"<b>{words}</b>"
    elif piece.style == "quiet":
        words = f'<span class="quiet">{words}</span>'
    if piece.language == line:
        return words
    return f'<bdi lang="{piece.language}" dir="{direction(piece.language)}">{words}</bdi>'
