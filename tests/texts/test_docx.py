"""Word documents give the text as printed: automatic numbers, accepted changes, notes, tables, headers."""

import io
from typing import Any

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from mutabaa.texts import Limits, OfficialText, open_text
from mutabaa.texts.docx import parse_docx
from mutabaa.texts.parsed import Parsed


def _saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _parsed(document: Any) -> Parsed:
    return parse_docx(_saved(document), Limits())


def _marked(parsed: Parsed | OfficialText, kind: str) -> list[tuple[str, str]]:
    return [(parsed.text[mark.start : mark.end], mark.value) for mark in parsed.marks if mark.kind == kind]


def _numbering(document: Any, *levels: tuple[str, str]) -> None:
    """Give the document list 77, its levels counting in these styles and patterns."""
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (style, pattern) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{written}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _item(document: Any, words: str, depth: int = 0) -> None:
    properties = document.add_paragraph(words)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>')
    )


def test_automatic_numbers_are_printed_so_they_stand_in_the_text() -> None:
    document = Document()
    _numbering(document, ("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3."))
    _item(document, "Decides:")
    _item(document, "to meet;", 1)
    _item(document, "to vote,", 1)
    _item(document, "in secret;", 2)
    _item(document, "")
    _item(document, "Requests:")
    _item(document, "a report.", 1)
    parsed = _parsed(document)
    assert parsed.text.split("\n\n") == [
        *("1. Decides:", "(a) to meet;", "(b) to vote,", "i. in secret;", "2. Requests:", "(a) a report.")
    ]
    assert _marked(parsed, "list_item")[3] == ("i. in secret;", "3")


def test_arabic_lists_count_in_arabic_letters() -> None:
    document = Document()
    _numbering(document, ("arabicAbjad", "(%1)"))
    for words in ("السدود", "الزوارق", "الوقود"):
        _item(document, words)
    assert _parsed(document).text.split("\n\n") == ["(أ) السدود", "(ب) الزوارق", "(ج) الوقود"]


def test_headings_titles_and_emphasis_are_marked() -> None:
    document = Document()
    document.add_paragraph("Report", style="Title")
    document.add_heading("Sharing of waters", 2)
    paragraph = document.add_paragraph()
    paragraph.add_run("Strongly ").italic = True
    paragraph.add_run("urges").italic = True
    paragraph.add_run(" the members to agree.")
    parsed = _parsed(document)
    assert _marked(parsed, "title") == [("Report", "")]
    assert _marked(parsed, "heading") == [("Sharing of waters", "2")]
    assert _marked(parsed, "emphasis") == [("Strongly urges", "")]


def test_tracked_changes_are_read_as_accepted_and_said_so() -> None:
    document = Document()
    paragraph = document.add_paragraph("Decides to ")._p
    for name, text_name, words in (("w:del", "w:delText", "postpone"), ("w:ins", "w:t", "hold")):
        change, run, text = OxmlElement(name), OxmlElement("w:r"), OxmlElement(text_name)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph.append(change)
    document.paragraphs[0].add_run(" the session.")
    parsed = _parsed(document)
    assert parsed.text == "Decides to hold the session."
    assert [problem.kind for problem in parsed.problems] == ["tracked_changes"]


def test_a_table_keeps_its_rows_and_cells() -> None:
    document = Document()
    document.add_paragraph("Boats lent:")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("State", "Boats", "Sumba", "4"), strict=True):
        cell.text = words
    document.add_paragraph("Noted.")
    parsed = _parsed(document)
    assert parsed.text == "Boats lent:\n\nState\tBoats\nSumba\t4\n\nNoted."
    assert _marked(parsed, "table") == [("State\tBoats\nSumba\t4", "")]


def test_an_explicit_page_break_begins_a_page() -> None:
    document = Document()
    document.add_paragraph("Cover")
    document.add_page_break()
    document.add_paragraph("The Conference met.")
    official = open_text(_saved(document), name="report.docx")
    assert official.page_of(official.text.index("The Conference")) == 2
    assert [piece.kind for piece in official.furniture] == ["page_break"]


def test_the_header_of_the_first_page_alone_belongs_to_the_text() -> None:
    document = Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "LSC/CONF.4/DEC/7"
    document.add_paragraph("The Conference met.")
    assert open_text(_saved(document), name="a.docx").text.startswith("LSC/CONF.4/DEC/7\n\nThe")


def test_a_header_of_every_page_is_furniture() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Lake States Conference"
    document.add_paragraph("The Conference met.")
    official = open_text(_saved(document), name="a.docx")
    assert [(piece.kind, official.text[piece.start : piece.end]) for piece in official.furniture] == [
        ("running_head", "Lake States Conference")
    ]


def test_a_notes_number_is_raised_and_the_note_follows_the_text() -> None:
    document = Document()
    run = document.add_paragraph("See decision 7")._p.add_r()
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "2")
    run.append(reference)
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
        "<w:r><w:t>Adopted in Mwanza.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    parsed = parse_docx(_with_part(_saved(document), "footnotes", notes), Limits())
    assert parsed.text == "See decision 7¹\n\n1 Adopted in Mwanza."
    assert _marked(parsed, "footnote") == [("1 Adopted in Mwanza.", "")]


def _with_part(content: bytes, purpose: str, xml: str) -> bytes:
    """The document with one more part, related to its main part."""
    import zipfile

    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{purpose}"
    relation = f'<Relationship Id="rIdX" Type="{kind}" Target="{purpose}.xml"/></Relationships>'
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/_rels/document.xml.rels":
                part = part.replace(b"</Relationships>", relation.encode())
            new.writestr(name, part)
        new.writestr(f"word/{purpose}.xml", xml)
    return file.getvalue()
