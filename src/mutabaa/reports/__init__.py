"""Readings in, documents out: one outline, many renderings (docx, pdf, xlsx, html)."""
