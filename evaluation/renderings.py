"""The same document in other forms, made from its Markdown: plain text, HTML, DOCX and PDF.

Only the Markdown of such reports: headings, bold and italic words, hard line ends, a rule between paragraphs.
"""

import json
import re
from html import escape
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from mutabaa.vocabulary import Language, direction


class Block(NamedTuple):
    """One block: its heading level (0: a paragraph) and its pieces, (words, bold)."""

    level: int
    pieces: list[tuple[str, bool]]

    @property
    def text(self) -> str:
        return "".join(words for words, _ in self.pieces)


def blocks(markdown: str) -> list[Block]:
    """The blocks of a Markdown document in order; rules are left out.

    >>> [(b.level, b.text) for b in blocks("## Report\\n\\n**First:** The Meeting *noted*\\n\\n---")]
    [(2, 'Report'), (0, 'First: The Meeting noted')]
    """
    found = []
    for chunk in re.split(r"\n\s*\n", markdown):
        words = re.sub(r"[ \t]*\n", " ", chunk.strip().removesuffix("---")).strip()
        if not words:
            continue
        heading = re.match(r"(#+)\s+", words)
        words = words[heading.end() :] if heading else words
        words = re.sub(r"(?<!\*)\*(?!\*)([^*]+)\*(?!\*)", r"\1", words)
        pieces = [(piece, n % 2 == 1) for n, piece in enumerate(words.split("**")) if piece]
        found.append(Block(len(heading[1]) if heading else 0, pieces))
    return found


def as_text(markdown: str) -> str:
    """Plain text: the words alone, a blank line between blocks."""
    return "\n\n".join(block.text for block in blocks(markdown)) + "\n"


def as_html(markdown: str, language: Language) -> str:
    """A page with the document's headings and paragraphs."""

    def piece(words: str, bold: bool) -> str:
        return f"<strong>{escape(words)}</strong>" if bold else escape(words)

    body = "\n".join(
        f"<{tag}>{''.join(piece(*p) for p in block.pieces)}</{tag}>"
        for block in blocks(markdown)
        for tag in [f"h{block.level}" if block.level else "p"]
    )
    attributes = f'lang="{language}" dir="{direction(language)}"'
    head = f'<!doctype html>\n<html {attributes}>\n<meta charset="utf-8">\n<title></title>\n'
    return f"{head}<body>\n{body}\n</body>\n</html>\n"


def as_docx(markdown: str, language: Language) -> bytes:
    """A Word file: headings as headings, real right-to-left paragraphs and runs in Arabic. No clock in its bytes."""
    from docx import Document
    from docx.oxml.parser import OxmlElement

    from mutabaa.reading.formats.steady_archive import without_a_clock

    document = Document()
    for block in blocks(markdown):
        paragraph = document.add_paragraph(style=f"Heading {block.level}" if block.level else "Normal")
        if language == "ar":
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for words, bold in block.pieces:
            run = paragraph.add_run(words)
            run.bold = bold or None
            if language == "ar":
                run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
                if bold:
                    run._r.get_or_add_rPr().append(OxmlElement("w:bCs"))
    out = BytesIO()
    document.save(out)
    return without_a_clock(out.getvalue(), None)


_TYPST = """
#let doc = json(bytes(sys.inputs.document))
#set page(paper: "a4", margin: 2.5cm, numbering: "1")
#set text(font: ("Amiri", "Libertinus Serif"), size: 12pt, lang: doc.language,
  dir: if doc.language == "ar" { rtl } else { ltr })
#set par(justify: true)
#set document(date: none)
#for block in doc.blocks {
  let words = block.pieces.map(p => if p.at(1) { strong(p.at(0)) } else { p.at(0) }).join()
  if block.level > 0 { heading(level: block.level, words) } else { par(words) }
}
"""


def as_pdf(markdown: str, language: Language) -> bytes:
    """A PDF with real text, A4, page numbers at the foot."""
    import typst

    folder = Path(str(files("fontpkg_amiri") / "files"))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
    data: dict[str, Any] = {
        "language": language,
        "blocks": [{"level": b.level, "pieces": b.pieces} for b in blocks(markdown)],
    }
    drawn = typst.compile(
        _TYPST.encode(),
        font_paths=fonts,
        format="pdf",
        sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
    )
    assert isinstance(drawn, bytes)
    return drawn
