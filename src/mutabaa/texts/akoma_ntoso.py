"""Akoma Ntoso XML (AKN4UN): the text it prints, the passages it marks, and what it declares about itself."""

from typing import Any, Final

from mutabaa.texts.drafting import Draft
from mutabaa.texts.official_text import Mark
from mutabaa.texts.parsed import Parsed
from mutabaa.texts.read_before import MARK, facts_of, told_of
from mutabaa.texts.safe_xml import local_name, parse_xml
from mutabaa.vocabulary import Language

# Elements that set their words apart; any element that is neither these nor inline only holds others.
_BLOCKS: Final = frozenset(
    ("p", "heading", "subheading", "crossHeading", "longTitle", "block", "li", "formula", "num", "caption")
)
_INLINE: Final = frozenset(
    (
        *(
            "a",
            "b",
            "i",
            "u",
            "sub",
            "sup",
            "span",
            "inline",
            "abbr",
            "ref",
            "mref",
            "rref",
            "def",
            "term",
            "del",
            "ins",
        ),
        *(
            "docTitle",
            "docNumber",
            "docDate",
            "docAuthority",
            "docProponent",
            "docStatus",
            "docType",
            "docPurpose",
        ),
        *(
            "docketNumber",
            "docJurisdiction",
            "docIntroducer",
            "docCommittee",
            "docStage",
            "session",
            "shortTitle",
        ),
        *(
            "organization",
            "person",
            "role",
            "location",
            "date",
            "time",
            "quantity",
            "event",
            "concept",
            "object",
        ),
        *(
            "entity",
            "process",
            "outcome",
            "vote",
            "count",
            "documentRef",
            "neutralCitation",
            "party",
            "placeholder",
        ),
        *(
            "fillIn",
            "decoration",
            "mod",
            "quotedText",
            "remark",
            "opinion",
            "argument",
            "signature",
            "affectedDocument",
        ),
        *(
            "relatedDocument",
            "change",
            "omissis",
            "noteRef",
            "img",
            "eol",
            "authorialNote",
            "judge",
            "lawyer",
        ),
    )
)
_SILENT: Final = frozenset(("meta", "img", "componentRef", "presentation"))
_LANGUAGES: Final[dict[str, Language]] = {
    **{"ar": "ar", "ara": "ar", "en": "en", "eng": "en"},
    **{"fr": "fr", "fra": "fr", "fre": "fr"},
}
# What may hold the words that stand on the line of a number.
_BESIDE_THE_NUMBER: Final = frozenset(("content", "intro", "wrapUp"))
_UNKNOWN_DATE = "0001-01-01"


def parse_akoma_ntoso(content: bytes) -> Parsed:
    """The text of an Akoma Ntoso document.

    Numbers stand before the words they number; every structural element is a mark of kind `passage`, valued with
    its name; notes follow at the end, marked `footnote`. Raises Refusal for entities and for broken XML.
    """
    root = parse_xml(content, "Akoma Ntoso")
    writer = _Writer()
    writer.element(root)
    writer.write_notes()
    declared = _declared(root)
    return Parsed(
        text=writer.draft.text,
        marks=writer.draft.finished_marks(),
        declared=declared,
        encoding="utf-8",
        language_hint=_LANGUAGES.get(declared.get("language", "")),
    )


class _Writer:
    """Writes elements down; `numbered` is set between a number and the words that stand beside it."""

    def __init__(self) -> None:
        self.draft = Draft()
        self.numbered = False
        self.to_the_letter = False
        self.notes: list[Any] = []

    def element(self, element: Any) -> None:
        name = local_name(element)
        if name in _SILENT or not name:
            return
        if name == "authorialNote":
            self.notes.append(element)
            self.draft.write(element.get("marker", "*").translate(_SUPERSCRIPT))
        elif name == "eol":
            self.draft.line()
        elif name in _INLINE:
            self._inline(element)
        elif name == "num":
            self._number(element)
        elif name in _BLOCKS:
            self._block(element, name)
        elif name in ("td", "th"):
            self._cell(element)
        else:
            self._structure(element, name)

    def _inline(self, element: Any) -> None:
        start = self.draft.here()
        self._read_before(element)
        style = element.get("class", "") + element.get("style", "")
        if local_name(element) in ("b", "i", "u") or "italic" in style or "bold" in style:
            self.draft.mark("emphasis", start)

    def _number(self, element: Any) -> None:
        self.draft.block()
        self._content(element)
        self.draft.space()
        self.numbered = True

    def _block(self, element: Any, name: str) -> None:
        if self.numbered:
            self.draft.space()
        elif name != "p" or local_name(element.getparent()) not in ("td", "th"):
            self.draft.block()
        self.numbered = False
        start = self.draft.here()
        self._read_before(element)
        if name in ("heading", "subheading", "crossHeading"):
            self.draft.mark("heading", start)
        if name != "p":
            self.draft.mark("passage", start, name)
        self.draft.line()

    def _cell(self, element: Any) -> None:
        if element.getprevious() is not None:
            self.draft.write("\t")
        self._content(element)

    def _structure(self, element: Any, name: str) -> None:
        if name not in _BESIDE_THE_NUMBER:
            self.numbered = False
        if not self.numbered:
            self.draft.line() if name == "tr" else self.draft.block()
        start = self.draft.here()
        self._content(element)
        if name not in ("content", "tr", "akomaNtoso"):
            self.draft.mark("table" if name == "table" else "passage", start, "" if name == "table" else name)

    def _read_before(self, element: Any) -> None:
        """The content of an element; the words of a passage read before are written to the letter and marked."""
        told = told_of(element)
        if told is None:
            self._content(element)
            return
        start, self.to_the_letter = self.draft.here(), True
        self._content(element)
        self.to_the_letter = False
        end = max(start, self.draft.length)
        self.draft.marks.append(Mark(kind=MARK, start=start, end=end, value=told))

    def _content(self, element: Any) -> None:
        if element.text:
            self._words(element.text, element)
        for child in element:
            self.element(child)
            if child.tail:
                self._words(child.tail, element)

    def _words(self, words: str, parent: Any) -> None:
        """White space between structural elements is layout of the file, not of the text."""
        if self.to_the_letter:
            self.draft.write(words)
            return
        if words.strip() or local_name(parent) in _INLINE or local_name(parent) in _BLOCKS:
            self.draft.flow(words)

    def write_notes(self) -> None:
        """The notes, after the text; a note within a note comes after it."""
        for note in self.notes:
            self.draft.block()
            start = self.draft.here()
            self.draft.write(note.get("marker", "*"))
            self.draft.space()
            self.numbered = True
            self._content(note)
            self.numbered = False
            self.draft.mark("footnote", start)


_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _declared(root: Any) -> dict[str, str]:
    """Symbol, date, language, title and adopting body, as the metadata and the title block state them."""
    found = {
        "symbol": _symbol(root),
        "date": _date(root),
        "language": _value(root, "FRBRExpression", "FRBRlanguage", "language"),
        "title": _title(root),
        "body": _body(root),
    }
    language = _LANGUAGES.get(found["language"])
    if language:
        found["language"] = language
    read_before = facts_of(root)
    if read_before:
        found = read_before
    return {key: value for key, value in found.items() if value}


def _title(root: Any) -> str:
    """The title in the preface, else the first title on the cover."""
    for place in (".//{*}preface//{*}docTitle", ".//{*}docTitle"):
        for title in root.iterfind(place):
            return _words_of(title).lstrip("-–— ")
    return ""


def _symbol(root: Any) -> str:
    for number in root.iter("{*}docNumber"):
        words = _words_of(number)
        if number.get("refersTo", "").lower().endswith("symbol") or "/RES/" in words:
            return words
    return _value(root, "FRBRWork", "FRBRnumber", "value") or _value(root, "FRBRWork", "FRBRname", "value")


def _date(root: Any) -> str:
    for date in root.iter("{*}docDate"):
        if (
            "adoption" in date.get("refersTo", "").lower()
            and date.get("date", _UNKNOWN_DATE) != _UNKNOWN_DATE
        ):
            return str(date.get("date"))
    for date in root.iterfind(".//{*}FRBRWork/{*}FRBRdate"):
        if date.get("date", _UNKNOWN_DATE) != _UNKNOWN_DATE:
            return str(date.get("date"))
    return ""


def _body(root: Any) -> str:
    """The adopting body by the name the cover prints, or by the name the references give the work's author."""
    printed = {
        name.get("refersTo", "").lstrip("#").lower(): _words_of(name) for name in root.iter("{*}docAuthority")
    }
    author = _value(root, "FRBRWork", "FRBRauthor", "href").lstrip("#")
    known = {name.get("eId"): str(name.get("showAs", "")) for name in root.iter("{*}TLCOrganization")}
    return printed.get("subsidiarybody") or printed.get("issuingbody") or known.get(author) or author


def _words_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _value(root: Any, part: str, element: str, attribute: str) -> str:
    found = next(root.iterfind(f".//{{*}}{part}/{{*}}{element}"), None)
    return str(found.get(attribute, "")) if found is not None else ""
