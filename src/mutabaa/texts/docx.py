"""Word documents: the text as printed, automatic numbers included and tracked changes accepted."""

from typing import Any, Final

from mutabaa.texts.docx_numbering import Numbering, W
from mutabaa.texts.docx_package import Package
from mutabaa.texts.drafting import Draft
from mutabaa.texts.limits import Limits
from mutabaa.texts.official_text import Furniture, Problem
from mutabaa.texts.parsed import Parsed
from mutabaa.texts.safe_xml import local_name

_RELATION_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Text that was deleted or moved away, and instructions that print something else.
_UNPRINTED: Final = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr")
)
_TRACKED: Final = ("ins", "del", "moveFrom", "moveTo")
_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def parse_docx(content: bytes, limits: Limits) -> Parsed:
    """The text of a Word document.

    Paragraphs stand a blank line apart, table cells are parted by tabs, notes follow at the end, marked `footnote`.
    The header of the first page stands first: when the document has a header for its first page alone it belongs to
    the title block, else it is furniture. Raises Refusal for broken, encrypted and exploding files.
    """
    package = Package(content, limits)
    body = package.document().find(f"{W}body")
    writer = _Writer(package)
    furniture = _write_header(writer, package, body)
    if body is not None:
        writer.blocks(body)
    writer.write_notes(package)
    tracked = body is not None and any(next(body.iter(f"{W}{name}"), None) is not None for name in _TRACKED)
    return Parsed(
        text=writer.draft.text,
        page_starts=tuple(writer.page_starts),
        furniture=furniture,
        marks=writer.draft.finished_marks(),
        problems=(Problem(kind="tracked_changes"),) if tracked else (),
    )


def _write_header(writer: "_Writer", package: Package, body: Any) -> tuple[Furniture, ...]:
    """Write the first page's header and say whether it is furniture."""
    section = next(body.iter(f"{W}sectPr"), None) if body is not None else None
    if section is None:
        return ()
    headers = {ref.get(f"{W}type"): ref.get(_RELATION_ID) for ref in section.iterfind(f"{W}headerReference")}
    own = section.find(f"{W}titlePg") is not None
    root = package.referred(headers.get("first" if own else "default") or "")
    if root is None:
        return ()
    writer.blocks(root)
    end = writer.draft.length
    writer.draft.marks.clear()
    return () if own or not end else (Furniture(kind="running_head", start=0, end=end),)


class _Writer:
    """Writes the blocks of a Word document down, keeping count of its lists, pages and notes."""

    def __init__(self, package: Package) -> None:
        self.draft = Draft()
        self.page_starts = [0]
        styles = package.related("styles")
        self._numbering = Numbering(package.related("numbering"), styles)
        self._roles = _roles_of_styles(styles) if styles is not None else {}
        self._notes: list[tuple[str, str]] = []
        self._boxes: list[Any] = []

    def blocks(self, parent: Any) -> None:
        """Write the paragraphs and tables of a body, cell, text box, header or note."""
        for child in parent:
            name = local_name(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name in (
                "sdt",
                "sdtContent",
                "ins",
                "moveTo",
                "customXml",
                "smartTag",
                "AlternateContent",
                "Choice",
            ):
                self.blocks(child)

    def _paragraph(self, paragraph: Any, *, apart: bool = True) -> None:
        if apart:
            self.draft.block()
        properties = paragraph.find(f"{W}pPr")
        style = _value(properties.find(f"{W}pStyle")) if properties is not None else ""
        if _is_on(properties, "pageBreakBefore"):
            self._new_page()
        start = self.draft.here()
        label = self._numbering.label(properties, style) if _has_words(paragraph) else None
        if label:
            self.draft.write(label[0])
        self._runs(paragraph)
        role, level = self._roles.get(style, ("paragraph", ""))
        outline = properties.find(f"{W}outlineLvl") if properties is not None else None
        if outline is not None and _value(outline).isdecimal() and int(_value(outline)) < 9:
            role, level = "heading", str(int(_value(outline)) + 1)
        if label and role == "paragraph":
            role, level = "list_item", str(label[1] + 1)
        self.draft.mark(role, start, level)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _runs(self, parent: Any) -> None:
        """Write the words of a paragraph, a run, or what wraps runs."""
        for child in parent:
            name = local_name(child)
            if child.tag in _UNPRINTED or child.tag == _FALLBACK or not name:
                continue
            if name == "r":
                self._run(child)
            elif name == "txbxContent":
                self._boxes.append(child)
            else:
                self._runs(child)

    def _run(self, run: Any) -> None:
        start = self.draft.here()
        superscript = _value(run.find(f"{W}rPr/{W}vertAlign")) == "superscript"
        for child in run:
            name = local_name(child)
            if name == "t":
                words = child.text or ""
                self.draft.write(
                    words.translate(_SUPERSCRIPT) if superscript and words.isdecimal() else words
                )
            elif name in ("tab", "ptab"):
                self.draft.write("\t")
            elif name in ("br", "cr"):
                self._new_page() if child.get(f"{W}type") == "page" else self.draft.line()
            elif name == "noBreakHyphen":
                self.draft.write("\u2011")
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes.append((name.removesuffix("Reference"), child.get(f"{W}id", "")))
                self.draft.write(str(len(self._notes)).translate(_SUPERSCRIPT))
            elif child.tag not in _UNPRINTED and len(child):
                self._runs(child)
        properties = run.find(f"{W}rPr")
        if any(_is_on(properties, name) for name in ("b", "i", "bCs", "iCs", "u")):
            self._emphasis(start)

    def _emphasis(self, start: int) -> None:
        """Mark emphasis; a run that goes on where the last one ended goes on with its mark."""
        last = self.draft.marks[-1] if self.draft.marks else None
        if last and last.kind == "emphasis" and last.end == start:
            self.draft.marks.pop()
            start = last.start
        self.draft.mark("emphasis", start)

    def _table(self, table: Any) -> None:
        """Write a table row by row; a cell with several paragraphs or a table of its own stands apart."""
        self.draft.block()
        start = self.draft.here()
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl"), None) is not table:
                continue
            self.draft.line()
            begun = False
            for cell in row.iterfind(f".//{W}tc"):
                if next(cell.iterancestors(f"{W}tr"), None) is not row:
                    continue
                paragraphs = [child for child in cell if local_name(child) == "p" and _has_words(child)]
                if len(paragraphs) == 1 and cell.find(f"{W}tbl") is None:
                    if begun:
                        self.draft.write("\t")
                    self._paragraph(paragraphs[0], apart=False)
                    begun = True
                elif paragraphs or cell.find(f"{W}tbl") is not None:
                    self.blocks(cell)
                    self.draft.block()
                    begun = False
        self.draft.mark("table", start)
        self.draft.block()

    def _new_page(self) -> None:
        if self.draft.length and self.page_starts[-1] < self.draft.length:
            self.draft.page()
            self.page_starts.append(self.draft.here())

    def write_notes(self, package: Package) -> None:
        """The notes, numbered as they were referred to."""
        parts = {kind: package.related(f"{kind}s") for kind in {kind for kind, _ in self._notes}}
        for number, (kind, name) in enumerate(list(self._notes), 1):
            root = parts[kind]
            note = root.find(f"{W}{kind}[@{W}id='{name}']") if root is not None and name.isdecimal() else None
            if note is None:
                continue
            self.draft.block()
            start, marked = self.draft.here(), len(self.draft.marks)
            self.draft.write(f"{number} ")
            for paragraph in note.iter(f"{W}p"):
                self._paragraph(paragraph, apart=False)
                self.draft.space()
            del self.draft.marks[marked:]
            self.draft.mark("footnote", start)


def _roles_of_styles(styles: Any) -> dict[str, tuple[str, str]]:
    """What a paragraph style makes of its paragraphs: headings with their level, titles."""
    found = {}
    for style in styles.iterfind(f"{W}style"):
        name = _value(style.find(f"{W}name")).lower()
        outline = _value(style.find(f"{W}pPr/{W}outlineLvl"))
        if name.startswith("heading ") and name[8:].isdecimal():
            found[style.get(f"{W}styleId")] = ("heading", name[8:])
        elif name in ("title", "subtitle"):
            found[style.get(f"{W}styleId")] = ("title", "")
        elif outline.isdecimal() and int(outline) < 9:
            found[style.get(f"{W}styleId")] = ("heading", str(int(outline) + 1))
    return found


def _has_words(paragraph: Any) -> bool:
    """Whether a paragraph prints anything: Word gives an empty one no number."""
    return any(text.text and text.text.strip() for text in paragraph.iter(f"{W}t"))


def _is_on(properties: Any, name: str) -> bool:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "none", "off")


def _value(element: Any) -> str:
    return element.get(f"{W}val", "") if element is not None else ""
