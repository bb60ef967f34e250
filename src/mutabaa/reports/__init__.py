"""Readings in, documents out: one outline, many renderings (docx, pdf, xlsx, html)."""

from mutabaa.reports.outline import Column, Paragraph, Piece, Report, Row, Section, Sentence, Table, Text

__all__ = ["Column", "Paragraph", "Piece", "Report", "Row", "Section", "Sentence", "Table", "Text"]
