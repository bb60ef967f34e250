"""A reading written down: for a terminal, for other programs (JSON, CSV, Akoma Ntoso), for people (XLSX, HTML).

It stands within the reading room, since what it writes is the reading itself, field by field, and nothing else: no
status, no alignment, no report. Whatever the format, the concerns come last.
"""

from mutabaa.reading.formats.written import FORMATS, Format, format_of, suffix_of, written

__all__ = ["FORMATS", "Format", "format_of", "suffix_of", "written"]
