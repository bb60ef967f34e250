"""Draw a report as a workbook: the matrix with one row a commitment, positions, questions, differences,
notes."""

from io import BytesIO

from mutabaa.reading.formats.steady_archive import without_a_clock
from mutabaa.reports.outline import Report


def render_xlsx(report: Report) -> bytes:
    """The report as XLSX. The same report gives the same bytes; no words become a formula."""
    from mutabaa.reports.workbook import workbook_of

    out = BytesIO()
    workbook_of(report).save(out)
    return without_a_clock(out.getvalue(), report.as_of)
