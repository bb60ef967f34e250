"""The parts of a status report's workbook. It opens openpyxl, which is slow to load: enter by
`reports.xlsx`."""

from mutabaa.reports.workbook.book import workbook_of

__all__ = ["workbook_of"]
