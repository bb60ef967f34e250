"""PDF files, page by page: qalam reads Arabic, PDFium reads the rest and checks it, images go to recognition.

Runs in the child process. qalam keeps the order of Arabic letters better than any other reader, but leaves out
running heads that the file calls artefacts and sometimes breaks numbers; PDFium sees everything that is printed, at
its place, but turns brackets and reverses symbols in Arabic lines.
"""

import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from mutabaa.texts.limits import Limits
from mutabaa.texts.normalise import fold
from mutabaa.texts.official_text import Problem
from mutabaa.texts.pdf_lines import PrintedLine, as_paragraphs, printed_lines
from mutabaa.texts.problems import refusal
from mutabaa.texts.right_to_left import has_arabic, is_remnant, mended_line, without_doubled_signs
from mutabaa.texts.two_readings import numbers_mended, words_mended

_WRONG_PASSWORD = 4
_WORD = re.compile(r"\w{2,}")
# Letters no official text is written in: what a font without a table of characters comes out as.
_FOREIGN = re.compile(
    r"[^\W\d_\u0000-\u024f\u0300-\u036f\u0600-\u06ff\u0750-\u077f\u1e00-\u1eff\ufb00-\ufeff]|[\ue000-\uf8ff\ufffd]"
)
_FEWEST_LETTERS, _STAMP = 8, 250
# The end of a file may be followed by what mail programs append.
_TRAILER = 2048
_DISAGREEMENT = 0.4


def read_pages(content: bytes, limits: Limits, *, page_by_page: bool) -> Iterator[dict[str, Any]]:
    """The pages of a PDF as messages: first how many there are, then each with its text and problems.

    `page_by_page`: without qalam, which reads the whole file at once. Raises Refusal for encrypted and broken files.
    """
    began = time.monotonic()
    document = _opened(content)
    total = len(document)
    yield {"pages": total}
    read = min(total, limits.pages)
    if b"%%EOF" not in content[-_TRAILER:]:
        yield {"cut_short": True}
    arabic = [] if page_by_page else _arabic_reading(content)
    images = _Pictures(limits)
    for index in range(read):
        if images.out_of_time(began):
            yield {"out_of_time": index}
            return
        try:
            message = _page_message(
                document[index], arabic[index] if index < len(arabic) else None, index + 1, images
            )
        except RuntimeError:
            # PDFium's word for a page it can't make sense of; the next may be sound.
            message = {"text": "", "problems": [asdict(Problem(kind="page_unreadable", page=index + 1))]}
        yield {"page": index + 1, **message}
    if read < total:
        yield {"left_out": read}


def _page_message(page: Any, arabic: Any, number: int, images: "_Pictures") -> dict[str, Any]:
    """The text and problems of one page, read or looked at."""
    text, problems = _page_text(page, arabic, number)
    if not _is_an_image(text, page):
        page.close()
        return {"text": text, "problems": [asdict(problem) for problem in problems]}
    seen = images.recognition().read(page, number)
    page.close()
    # A stamp that could be read is better than nothing.
    return {**seen, "text": seen["text"] or _meaningful(text)}


class _Pictures:
    """Recognition, begun with the first page that needs it; its time is counted apart."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._begun: Any = None

    def recognition(self) -> Any:
        if self._begun is None:
            from mutabaa.texts.ocr import Recognition

            self._begun = Recognition(self._limits)
        return self._begun

    def out_of_time(self, began: float) -> bool:
        """Whether there is no time for another page of a file begun at that moment."""
        if self._begun is None:
            return time.monotonic() - began > self._limits.seconds * 0.9
        return bool(self._begun.exhausted())


def _opened(content: bytes) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _WRONG_PASSWORD or "assword" in str(error):
            raise refusal("encrypted") from error
        raise refusal("damaged", format="PDF") from error
    if not len(document):
        raise refusal("damaged", format="PDF")
    return document


def _arabic_reading(content: bytes) -> list[Any]:
    """qalam's pages; none when it can't read the file."""
    import qalam  # type: ignore[import-untyped]

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(content)
        try:
            return list(qalam.Document(str(path)).pages)
        except (qalam.QalamError, ValueError, OSError):
            return []


def _page_text(page: Any, arabic: Any, number: int) -> tuple[str, list[Problem]]:
    """The text of a page from both readings of it."""
    try:
        lines = printed_lines(page)
    except RuntimeError:
        lines = []
    printed = as_paragraphs(lines)
    if arabic is None:
        return printed, []
    problems = _disagreement(arabic.text, printed, number)
    if not has_arabic(arabic.text) and (has_arabic(printed) or len(printed) >= len(arabic.text) // 2):
        return words_mended(printed, arabic.text), problems
    return without_doubled_signs(numbers_mended(_merged(arabic.blocks, lines), printed)), problems


def _merged(blocks: list[Any], lines: list[PrintedLine]) -> str:
    """qalam's lines, mended, with the printed lines it left out where they stand on the page."""
    written = [block for block in blocks if block.kind != "image" and block.text.strip()]
    left_out = [line for line in lines if not any(_spans(block, line.baseline) for block in written)]
    seen: set[tuple[int, str]] = set()
    fresh = [_new_lines(block, seen) if block.kind == "text" else [] for block in written]
    if _is_one_column(written, fresh):
        found = [PrintedLine(line.text, 0, 0, line.baseline, line.size) for block in fresh for line in block]
        lines = [
            replace(line, words=mended_line(line.words.strip()))
            for line in found
            if not is_remnant(line.words)
        ]
        text = as_paragraphs(sorted(lines + left_out, key=lambda line: -line.baseline))
    else:
        text = _by_blocks(written, fresh, left_out)
    return _OPENED_AT_END.sub(r"\2\1", text)


# A bracket that opens at the end of a line belongs to the word on the next.
_OPENED_AT_END = re.compile(r" ?([(\[])(\n+)(?=\S)")


def _spans(block: Any, baseline: float) -> bool:
    return bool(block.bbox) and block.bbox[1] - 3 <= baseline <= block.bbox[3] + 3


def _is_one_column(blocks: list[Any], fresh: list[list[Any]]) -> bool:
    """Whether no two lines of a page stand side by side: their height is then their order, whatever the file says."""
    heights = [round(line.baseline) for lines in fresh for line in lines]
    beside = len(heights) - len(set(heights))
    return all(block.kind == "text" for block in blocks) and beside <= len(heights) // 20


def _by_blocks(blocks: list[Any], fresh: list[list[Any]], left_out: list[PrintedLine]) -> str:
    """The blocks in qalam's order: columns and tables."""
    waiting = list(left_out)
    parts: list[str] = []
    for block, lines in zip(blocks, fresh, strict=True):
        while waiting and block.bbox and waiting[0].baseline > block.bbox[3]:
            parts.append(waiting.pop(0).words)
        found = [line.text for line in lines] if block.kind == "text" else block.text.splitlines()
        parts.append("\n".join(mended_line(line.strip()) for line in found if not is_remnant(line)))
    parts += [line.words for line in waiting]
    return "\n\n".join(part for part in parts if part)


def _new_lines(block: Any, seen: set[tuple[int, str]]) -> list[Any]:
    """The lines of a block that no earlier block had: a paragraph that goes on overleaf may be given twice."""
    lines = []
    for line in block.lines:
        place = (round(line.baseline), "".join(_WORD.findall(line.text))[:40])
        if place not in seen:
            seen.add(place)
            lines.append(line)
    return lines


def _disagreement(one: str, other: str, number: int) -> list[Problem]:
    """A problem when too many words of one reading aren't in the other; vowel signs and order apart."""
    words = Counter(_WORD.findall(fold(one).text))
    if sum(words.values()) < 20:
        return []
    share = sum((words - Counter(_WORD.findall(fold(other).text))).values()) / sum(words.values())
    if share < _DISAGREEMENT:
        return []
    return [Problem(kind="page_readings_differ", facts={"share": str(round(100 * share))}, page=number)]


def _is_an_image(text: str, page: Any) -> bool:
    """Whether a page is to be looked at rather than read.

    It has no letters to speak of while something is drawn on it, or letters that mean nothing, or hardly more than a
    stamp over a picture that fills the page.
    """
    letters = sum(1 for letter in text if letter.isalpha())
    foreign = len(_FOREIGN.findall(text))
    if foreign >= 0.3 * (letters + foreign) > 0:
        return True
    if letters < _FEWEST_LETTERS:
        return any(True for _ in page.get_objects(max_depth=2))
    return letters < _STAMP and _picture_share(page) > 0.6


def _meaningful(text: str) -> str:
    return "" if _FOREIGN.search(text) else text


def _picture_share(page: Any) -> float:
    """The share of a page that its largest picture covers."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    width, height = page.get_size()
    areas = [0.0]
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = picture.get_bounds()
        areas.append((min(right, width) - max(left, 0)) * (min(top, height) - max(bottom, 0)))
    return float(max(areas) / max(width * height, 1))
