"""Web pages: the text a reader sees, with list numbers, headings and emphasis; menus and footers set apart."""

import re
from typing import Any, Final

from mutabaa.texts.decode import decode
from mutabaa.texts.drafting import Draft
from mutabaa.texts.list_numbers import written
from mutabaa.texts.official_text import Furniture, Problem
from mutabaa.texts.parsed import Parsed
from mutabaa.texts.problems import refusal
from mutabaa.vocabulary import LANGUAGES, Language

_BLOCKS: Final = frozenset(
    (
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *(
            "figcaption",
            "figure",
            "form",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "ul",
        ),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "caption",
            "tbody",
            "thead",
            "tfoot",
            "aside",
            "nav",
            "header",
            "footer",
        ),
    )
)
_UNSEEN: Final = frozenset(
    (
        *(
            "head",
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "select",
            "textarea",
        ),
        *("button", "input", "audio", "video", "canvas", "map", "link", "meta", "title"),
    )
)
_FURNITURE: Final = frozenset(("nav", "aside", "footer"))
_EMPHASIS: Final = frozenset(("b", "strong", "i", "em", "u"))
_LIST_STYLES: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET: Final = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]+encoding=[\"']([\w.:-]+)", re.I
)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_OWN_LABEL: Final = re.compile(r"\s*\(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{2,5})\s?[.):–-]\s")
_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def parse_html(content: bytes) -> Parsed:
    """The text of a web page. Scripts, forms and hidden parts are no text; menus and footers are furniture."""
    from lxml import etree, html

    text, encoding, problems = _characters(content)
    # Pages nest deeper than the parser's cautious bound; this process has bounds of its own.
    parser = html.HTMLParser(remove_comments=True, huge_tree=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except etree.XMLSyntaxError as error:
        # The parser's word for having run out of memory.
        raise MemoryError from error
    except (etree.ParserError, ValueError) as error:
        raise refusal("no_text") from error
    writer = _Writer()
    writer.write(etree.iterwalk(root, events=("start", "end")))
    if any("depth" in error.message.lower() for error in parser.error_log):
        if not writer.draft.text:
            raise refusal("too_deep")
        problems = (*problems, Problem(kind="mended_markup"))
    language = root.get("lang", "")[:2].lower()
    hint: Language | None = next((known for known in LANGUAGES if known == language), None)
    return Parsed(
        text=writer.draft.text,
        furniture=tuple(writer.furniture),
        marks=writer.draft.finished_marks(),
        encoding=encoding,
        problems=problems,
        language_hint=hint,
    )


def _characters(content: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """The page's characters: UTF-8 where it is that, else the encoding it declares, else the one found."""
    declared = _CHARSET.search(content[:4096])
    found = decode(content)
    if found is None:
        raise refusal("damaged", format="HTML")
    if declared and not found[1].startswith("utf"):
        name = (declared[1] or declared[2]).decode("ascii")
        try:
            return content.decode(name, errors="replace"), name.lower(), ()
        except LookupError:
            pass
    return found


class _Writer:
    """Writes elements down as they open and close, however deep they lie."""

    def __init__(self) -> None:
        self.draft = Draft()
        self.furniture: list[Furniture] = []
        self._starts: list[int] = []
        self._unseen = 0
        self._verbatim = 0
        self._lists: list[list[int]] = []
        self._item: int | None = None

    def write(self, events: Any) -> None:
        """Write what a walk over the page meets."""
        for event, element in events:
            name = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if self._unseen or not name or name in _UNSEEN or _is_hidden(element):
                    self._unseen += 1
                    continue
                self._opens(element, name)
                self._words(element.text, element)
            else:
                if self._unseen:
                    self._unseen -= 1
                else:
                    self._closes(element, name)
                if not self._unseen:
                    self._words(element.tail, element.getparent())

    def _words(self, words: str | None, element: Any) -> None:
        if not words:
            return
        if self._verbatim:
            self.draft.write(words)
        elif element is not None and element.tag == "sup" and words.strip().isdecimal():
            self.draft.flow(words.translate(_SUPERSCRIPT))
        elif words.strip() or element is None or element.tag not in ("table", "tr", "ul", "ol", "tbody"):
            self.draft.flow(words)

    def _opens(self, element: Any, name: str) -> None:
        if name in ("br", "tr"):
            self.draft.line()
        elif name in ("td", "th"):
            self._opens_cell(element)
        elif name in _BLOCKS and not (name == "p" and self.draft.length == self._item):
            self.draft.block()
        if name in ("ol", "ul"):
            self._lists.append(
                [int(element.get("start", "1")) - 1 if _is_number(element.get("start")) else 0]
            )
        self._verbatim += name == "pre"
        self._starts.append(self.draft.here())
        if name == "li":
            self._label(element)
            self._item = self.draft.length

    def _label(self, item: Any) -> None:
        """Print the number or bullet that the browser would."""
        parent = item.getparent()
        counts = self._lists[-1] if self._lists else [0]
        counts[0] = int(item.get("value")) if _is_number(item.get("value")) else counts[0] + 1
        words = (item.text_content() or "").strip()
        if (
            not words
            or "none" in item.get("style", "")
            or (parent is not None and "none" in parent.get("style", ""))
        ):
            return
        if parent is None or parent.tag != "ol":
            self.draft.write("• ")
        elif not _OWN_LABEL.match(words):
            style = _LIST_STYLES.get(parent.get("type", "1"), "decimal")
            self.draft.write(f"{written(counts[0], style)}. ")

    def _opens_cell(self, cell: Any) -> None:
        if any(child.tag in _BLOCKS for child in cell):
            self.draft.block()
        elif cell.getprevious() is not None:
            self.draft.write("\t")

    def _closes(self, element: Any, name: str) -> None:
        start = self._starts.pop()
        self._verbatim -= name == "pre"
        if name in ("ol", "ul") and self._lists:
            self._lists.pop()
        if name[0] == "h" and name[1:].isdecimal():
            self.draft.mark("heading", start, name[1:])
        elif name == "p" and start != self._item:
            self.draft.mark("paragraph", start)
        elif name == "li":
            self.draft.mark("list_item", start, str(len(self._lists)))
        elif name in _EMPHASIS:
            self.draft.mark("emphasis", start)
        elif name == "table":
            self.draft.mark("table", start)
        elif name in _FURNITURE and self.draft.length > start:
            self.furniture.append(Furniture(kind="running_head", start=start, end=self.draft.length))
        if name in _BLOCKS:
            self.draft.block()


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _is_number(value: str | None) -> bool:
    return value is not None and value.isdecimal() and len(value) < 6
