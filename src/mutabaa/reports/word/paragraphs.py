"""Sentences as Word paragraphs: each with its own direction, each run with its own language.

In a right-to-left line a symbol is a left-to-right run between two left-to-right marks: Word goes by the run, other
programs by the marks, and "S/RES/2374 (2017)" keeps its order and its brackets in both.
"""

import re
from xml.sax.saxutils import escape

from mutabaa.reports.outline import Piece, Sentence, Text
from mutabaa.reports.printable import guarded, printable
from mutabaa.vocabulary import Language, direction

_LANGUAGE_TAGS = {
    "ar": '<w:rtl/><w:lang w:bidi="ar-SA"/>',
    "en": '<w:lang w:val="en-GB"/>',
    "fr": '<w:lang w:val="fr-FR"/>',
}
_CHARACTER_STYLES = {"verb": "Verb", "strong": "Strong", "quiet": "Quiet", "code": "Code"}
_FIELDS = {"page_number": "PAGE", "page_count": "NUMPAGES"}
_LRM, _RLM = "\u200e", "\u200f"
_ARABIC_LETTER = re.compile("[\u0620-\u064a]")
_ISOLATED = re.compile("\u2066(.*?)\u2069", re.DOTALL)


def paragraphs(text: Text, style: str, *, edge: Language | None = None) -> str:
    """Sentences one under the other, each at the leading edge of its own direction; an empty cell is an empty
    paragraph. `edge`: the language at whose leading edge all of them stand.
    """
    if not text:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
    return "".join(paragraph(sentence, style, edge=edge) for sentence in text)


def paragraph(
    sentence: Sentence,
    style: str,
    *,
    tabs: str = "",
    edge: Language | None = None,
    content: str | None = None,
) -> str:
    """One paragraph; `content` stands for the sentence's own runs."""
    way = direction(sentence.language)
    bidi = "<w:bidi/>" if way == "rtl" else ""
    # "right" is the trailing edge of a paragraph, whichever way it runs.
    trailing = '<w:jc w:val="right"/>' if edge is not None and direction(edge) != way else ""
    runs = content if content is not None else runs_of(sentence)
    if bidi and runs and "<w:rtl/>" not in runs:
        # The height of a line comes from its fonts: a code alone would stand higher than the Arabic beside it.
        runs += mark_run(_RLM)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}{bidi}{trailing}</w:pPr>{runs}</w:p>'


def runs_of(sentence: Sentence) -> str:
    """The runs of a sentence."""
    return "".join(_runs(piece, sentence.language) for piece in sentence.pieces)


def _runs(piece: Piece, line: Language) -> str:
    if piece.style in _FIELDS:
        tags = _LANGUAGE_TAGS[line]
        number = f"<w:r><w:rPr>{tags}</w:rPr><w:t>1</w:t></w:r>"
        return f'<w:fldSimple w:instr=" {_FIELDS[piece.style]} ">{number}</w:fldSimple>'
    named = _CHARACTER_STYLES.get(piece.style)
    style = f'<w:rStyle w:val="{named}"/>' if named else ""
    if piece.language is None:
        return _left_to_right(piece.text, style, line, "")
    tags = _LANGUAGE_TAGS[piece.language]
    if piece.language != "ar":
        return _left_to_right(piece.text, style, line, tags)
    mark = "" if line == "ar" else _RLM
    return mark_run(mark) + _arabic(piece.text, style) + mark_run(mark)


def mark_run(mark: str) -> str:
    """A direction mark in a run of its own."""
    return _run(mark, "", "<w:rtl/>") if mark else ""


def _left_to_right(text: str, style: str, line: Language, tags: str) -> str:
    mark = _LRM if line == "ar" else ""
    return _run(f"{mark}{printable(text)}{mark}", style, tags)


def _arabic(text: str, style: str) -> str:
    """Arabic words, every symbol among them a left-to-right run."""
    made = []
    for place, part in enumerate(_ISOLATED.split(guarded(text, "ar"))):
        if not part:
            continue
        if place % 2:
            made.append(_run(f"{_LRM}{part}{_LRM}", style, ""))
            continue
        # Signs and figures without a letter would go the way of the Latin words they stand between.
        mark = "" if _ARABIC_LETTER.search(part) else _RLM
        made.append(_run(f"{mark}{part}{mark}", style, _LANGUAGE_TAGS["ar"]))
    return "".join(made)


def _run(text: str, style: str, tags: str) -> str:
    lines = escape(text).replace("\t", " ").split("\n")
    said = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    properties = f"<w:rPr>{style}{tags}</w:rPr>" if style or tags else ""
    return f"<w:r>{properties}{said}</w:r>"
