"""Readings in, documents out: one outline, many renderings (docx, pdf, xlsx, html)."""

from mutabaa.reports.outline import Column, Paragraph, Piece, Report, Row, Section, Sentence, Table, Text
from mutabaa.reports.status import status_report

__all__ = [
    "Column",
    "Paragraph",
    "Piece",
    "Report",
    "Row",
    "Section",
    "Sentence",
    "Table",
    "Text",
    "status_report",
]
