"""Draw a report as PDF/A with tags for assistive technology, from its outline."""

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mutabaa.reports.outline import Column, Paragraph, Report, Row, Section, Sentence, Table, Text
from mutabaa.reports.printable import guarded, isolated, printable

if TYPE_CHECKING:
    import typst

_TEMPLATES = Path(__file__).parent / "typst"
# The archival standard demands a date in the file's properties; the first day an office file can name claims
# none.
_UNDATED = date(1980, 1, 1)
# Archival, every word searchable and tagged; and accessible.
_STANDARDS: list[Any] = ["a-2a", "ua-1"]


def render_pdf(report: Report) -> bytes:
    """The report as PDF/A-2a and PDF/UA-1. The same report gives the same bytes.

    A character that no font at hand can draw is written as its number, "[U+4E2D]", since both standards
    forbid an empty box in its place. Raises typst.TypstError when the typesetter refuses for any other
    reason.
    """
    import typst

    data = json.dumps(_report(report), ensure_ascii=False)
    while True:
        try:
            return _typeset(data)
        except typst.TypstError as refusal:
            strange = _undrawable(refusal.diagnostic) & set(data)
            if not strange:
                raise
            data = data.translate({ord(letter): f"[U+{ord(letter):04X}]" for letter in strange})


def _typeset(data: str) -> bytes:
    import typst

    compiler = typst.Compiler(
        _TEMPLATES / "report.typ", root=_TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True
    )
    drawn = compiler.compile(sys_inputs={"report": data}, format="pdf", pdf_standards=_STANDARDS)
    assert isinstance(drawn, bytes)
    return drawn


def _undrawable(diagnostic: str) -> set[str]:
    """The characters that the typesetter says it has no glyph for, or that the standard forbids."""
    named = "".join(re.findall(r'the (?:text|codepoint) `"(.*?)"`', diagnostic))
    named = re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), named)
    return {letter for letter in named if not letter.isascii()}


@cache
def _fonts() -> "typst.Fonts":
    """Amiri for Arabic; Libertinus Serif, which the typesetter carries, for Latin. Both: Open Font
    License."""
    import typst

    folder = Path(str(files("fontpkg_amiri") / "files"))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def _report(report: Report) -> dict[str, Any]:
    dated = report.as_of or _UNDATED
    return {
        "language": report.language,
        "dated": [dated.year, dated.month, dated.day],
        "plain_title": " / ".join(printable(sentence.text) for sentence in report.title),
        "title": _text(report.title),
        "subtitle": _text(report.subtitle),
        "head_line": _text(report.head_line),
        "as_of_line": _text(report.as_of_line),
        "page_line": _text(report.page_line),
        "sections": [_section(section) for section in report.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "level": section.level,
        "heading": _text(section.heading),
        "orientation": section.orientation,
        "blocks": [
            _table(block) if isinstance(block, Table) else _paragraph(block) for block in section.blocks
        ],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {"is": "paragraph", "style": paragraph.style, "text": _text(paragraph.text)}


def _table(table: Table) -> dict[str, Any]:
    return {
        "is": "table",
        "style": table.style,
        "columns": [_column(column) for column in table.columns],
        "rows": [_row(row) for row in table.rows],
    }


def _column(column: Column) -> dict[str, Any]:
    return {"heading": _text(column.heading), "weight": column.weight}


def _row(row: Row) -> dict[str, Any]:
    return {"kind": row.kind, "cells": [_text(cell) for cell in row.cells]}


def _text(text: Text) -> list[dict[str, Any]]:
    return [_sentence(sentence) for sentence in text]


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {"language": sentence.language, "pieces": list(_pieces(sentence))}


def _pieces(sentence: Sentence) -> Iterable[dict[str, str]]:
    for piece in sentence.pieces:
        text = isolated(piece.text) if piece.style == "code" else guarded(piece.text, sentence.language)
        yield {"style": piece.style, "text": text}
