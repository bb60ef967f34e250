"""Draw a report as a Word document an officer can go on editing."""

from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mutabaa.reports.outline import Report
from mutabaa.reports.printable import printable
from mutabaa.reports.word.document import document_part, footer_part, header_part

# The first moment an archive can name; the clock has no part in it.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fonts.xml",
}


def render_docx(report: Report) -> bytes:
    """The report as a .docx file. The same report gives the same bytes; created and modified are the as-of date."""
    parts = {name: _fixed_part(source) for name, source in _FIXED.items()}
    parts["word/document.xml"] = document_part(report)
    for way in ("portrait", "landscape"):
        parts[f"word/header_{way}.xml"] = header_part(report)
        parts[f"word/footer_{way}.xml"] = footer_part(report, way)
    parts["docProps/core.xml"] = _core_properties(report)
    parts["docProps/app.xml"] = _APP
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content.encode("utf-8"))
    return out.getvalue()


@cache
def _fixed_part(name: str) -> str:
    return files("mutabaa.reports").joinpath("word", "parts", name).read_text(encoding="utf-8")


_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Mutabaa</Application></Properties>"
)


def _core_properties(report: Report) -> str:
    """Title, subject, language and dates, from the report alone."""
    title = " · ".join(sentence.text for sentence in report.title)
    subject = " · ".join(sentence.text for sentence in report.subtitle)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(printable(title))}</dc:title><dc:subject>{escape(printable(subject))}</dc:subject>"
        f"<dc:creator>Mutabaa</dc:creator>{_stamps(report.as_of)}<dc:language>{report.language}</dc:language>"
        "</cp:coreProperties>"
    )


def _stamps(as_of: date | None) -> str:
    if as_of is None:
        return ""
    day = f'xsi:type="dcterms:W3CDTF">{as_of.isoformat()}T00:00:00Z'
    return f"<dcterms:created {day}</dcterms:created><dcterms:modified {day}</dcterms:modified>"
