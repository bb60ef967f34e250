"""The body of the Word file: title, sections, pages upright or across, head and foot."""

from itertools import count, groupby

from mutabaa.reports.outline import Orientation, Paragraph, Report, Section, Sentence, one_line
from mutabaa.reports.word.paragraphs import paragraph, paragraphs, runs_of
from mutabaa.reports.word.tables import table
from mutabaa.vocabulary import direction

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# A4 in twentieths of a point: the sides, the margin left and right, and what remains for words.
_SHORT, _LONG = 11906, 16838
_MARGIN: dict[Orientation, int] = {"portrait": 1134, "landscape": 851}
_WIDTH: dict[Orientation, int] = {"portrait": _SHORT - 2 * 1134, "landscape": _LONG - 2 * 851}
_PARAGRAPH_STYLES = {"body": "Normal", "note": "Note", "quotation": "Quotation"}


def document_part(report: Report) -> str:
    """word/document.xml."""
    numbers = count(1)
    edge = report.language
    parts = [paragraphs(report.title, "Title", edge=edge), paragraphs(report.subtitle, "Subtitle", edge=edge)]
    parts.append(paragraphs(report.as_of_line, "Subtitle", edge=edge))
    runs = [
        (way, list(sections)) for way, sections in groupby(report.sections, key=lambda one: one.orientation)
    ]
    for place, (way, sections) in enumerate(runs):
        parts += [_section(report, section, numbers) for section in sections]
        ends = _section_end(report, way)
        # A section of pages but the last ends in a paragraph that carries its shape.
        last = place == len(runs) - 1
        parts.append(ends if last else f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{ends}</w:pPr></w:p>')
    return f"{_HEAD}<w:document {W} {_R}><w:body>{''.join(parts)}</w:body></w:document>"


def _section(report: Report, section: Section, numbers: "count[int]") -> str:
    heading = one_line(section.heading) if section.level == 1 else section.heading
    parts = [paragraphs(heading, f"Heading{section.level}", edge=report.language)]
    for block in section.blocks:
        if isinstance(block, Paragraph):
            parts.append(paragraphs(block.text, _PARAGRAPH_STYLES[block.style]))
            continue
        parts.append(table(block, report.language, _WIDTH[section.orientation], numbers=numbers))
        # Two tables that touch would become one.
        parts.append('<w:p><w:pPr><w:pStyle w:val="SectionEnd"/></w:pPr></w:p>')
    return "".join(parts)


def _section_end(report: Report, way: Orientation) -> str:
    width, height = (_SHORT, _LONG) if way == "portrait" else (_LONG, _SHORT)
    turned = "" if way == "portrait" else ' w:orient="landscape"'
    side = _MARGIN[way]
    bidi = "<w:bidi/>" if direction(report.language) == "rtl" else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="header_{way}"/>'
        f'<w:footerReference w:type="default" r:id="footer_{way}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="1247" w:right="{side}" w:bottom="1134"'
        f' w:left="{side}" w:header="567" w:footer="510" w:gutter="0"/><w:cols w:space="708"/>{bidi}</w:sectPr>'
    )


def header_part(report: Report) -> str:
    """The head of every page: the symbol of the document and the name of the report."""
    return f"{_HEAD}<w:hdr {W} {_R}>{paragraphs(report.head_line, 'Header')}</w:hdr>"


def footer_part(report: Report, way: Orientation) -> str:
    """The foot of every page: the as-of date at one edge, "page x of y" at the other, a line a label language."""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{_WIDTH[way]}"/></w:tabs>'
    lines = [
        paragraph(as_of, "Footer", tabs=tabs, content=_two_edges(as_of, page))
        for as_of, page in zip(report.as_of_line, report.page_line, strict=True)
    ]
    return f"{_HEAD}<w:ftr {W} {_R}>{''.join(lines)}</w:ftr>"


def _two_edges(first: Sentence, last: Sentence) -> str:
    return f"{runs_of(first)}<w:r><w:tab/></w:r>{runs_of(last)}"
