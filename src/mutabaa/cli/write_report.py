"""From the files of one document to its report in each form."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mutabaa.cli.exits import NOT_READ, complain, problem_words, write_out
from mutabaa.cli.read_files import read_one_file
from mutabaa.cli.words import say
from mutabaa.reports import Report
from mutabaa.vocabulary import Language


def write_report(
    files: Sequence[Path], outputs: Sequence[Path], as_of: date, languages: tuple[Language, ...]
) -> None:
    """Write the report of the document in `files`. Ends with 1 where a file can't be read or is another document."""
    from mutabaa.reports import status_report
    from mutabaa.review import NotOneDocument, align

    readings = list(filter(None, map(read_one_file, files)))
    if len(readings) < len(files):
        raise SystemExit(NOT_READ)
    try:
        aligned = align(readings)
    except NotOneDocument as refusal:
        complain(problem_words(refusal.problem))
        raise SystemExit(NOT_READ) from refusal
    report = status_report(aligned, as_of=as_of, labels=languages or (readings[0].language,))
    for output in outputs:
        write_out(rendered(report, output.suffix.lower()), output)
        complain(say("written_to", path=output))


def rendered(report: Report, suffix: str) -> bytes:
    """The report in the form an ending names. Each renderer is imported where it is used, and only then."""
    if suffix == ".docx":
        from mutabaa.reports.docx import render_docx

        return render_docx(report)
    if suffix == ".pdf":
        from mutabaa.reports.pdf import render_pdf

        return render_pdf(report)
    if suffix == ".xlsx":
        from mutabaa.reports.xlsx import render_xlsx

        return render_xlsx(report)
    from mutabaa.reports.html import render_html

    return render_html(report).encode()
