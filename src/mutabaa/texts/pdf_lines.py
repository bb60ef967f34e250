"""The printed lines of a PDF page, with their places, as PDFium sees them; and paragraphs from their spacing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from mutabaa.texts.right_to_left import has_arabic, mended_line, with_brackets_facing, with_brackets_turned

# PDFium's own signs: a hyphen that ended a line, and characters it has no code for.
_END_HYPHEN = "\ufffe"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
# A line that ends with a hyphen goes on with the next one, without any line end.
_LINE = re.compile(rf"[^\r\n{_END_HYPHEN}]*[^\s{_END_HYPHEN}][^\r\n{_END_HYPHEN}]*{_END_HYPHEN}?")
_SAME_LINE = 2.0
_COLUMN_WORDS = 25
# The share of the longest lines, in letters, from which on a line may have been wrapped.
_FULL_LINE = 0.8


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page: its words, its left and right edge, its baseline and letter size, in points from below left."""

    words: str
    left: float
    right: float
    baseline: float
    size: float


def printed_lines(page: Any) -> list[PrintedLine]:
    """The lines of a page (pypdfium2) in reading order."""
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    lines = []
    if len(text) == text_page.count_chars():
        arabic = has_arabic(text)
        lines = [_line(text_page, match, on_arabic_page=arabic) for match in _LINE.finditer(text)]
    else:
        lines = [PrintedLine(_clean(line), 0, 0, 0, 0) for line in text.splitlines() if line.strip()]
    text_page.close()
    return _in_reading_order(lines)


def _line(text_page: Any, match: re.Match[str], *, on_arabic_page: bool) -> PrintedLine:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    end = match.start() + len(match[0].rstrip()) - 1
    first, last = text_page.get_charbox(start, loose=True), text_page.get_charbox(end, loose=True)
    words = _clean(match[0])
    if has_arabic(words):
        words = mended_line(with_brackets_turned(words))
    elif on_arabic_page:
        words = with_brackets_facing(_clean(_as_drawn(text_page, match.string, start, end + 1)))
    return PrintedLine(
        words=words,
        left=min(first[0], last[0]),
        right=max(first[2], last[2]),
        baseline=_baseline(text_page, start),
        size=max(first[3] - first[1], 1.0),
    )


def _as_drawn(text_page: Any, text: str, start: int, end: int) -> str:
    """Letters from left to right: among Arabic ones PDFium takes symbols apart at their strokes and reverses them."""
    placed = [
        (text_page.get_charbox(at, loose=True), text[at])
        for at in range(start, end)
        if not text[at].isspace()
    ]
    placed.sort(key=lambda pair: pair[0][0])
    words = placed[0][1]
    for ((_, bottom, right, top), _), (box, letter) in pairwise(placed):
        words += (" " if box[0] - right > 0.15 * max(top - bottom, box[3] - box[1]) else "") + letter
    return words


def _baseline(text_page: Any, index: int) -> float:
    """Where the letter's origin is; the bottom of its box would differ between g and h."""
    import ctypes

    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, across, up)
    return up.value


def _clean(words: str) -> str:
    return _CONTROLS.sub("", words.replace(_END_HYPHEN, "-")).strip()


def _in_reading_order(lines: list[PrintedLine]) -> list[PrintedLine]:
    """From top to bottom, pieces of one line joined; pages in columns keep the order of the file."""
    if not any(line.size for line in lines) or _has_columns(lines):
        return lines
    ordered: list[PrintedLine] = []
    for line in sorted(lines, key=lambda line: -line.baseline):
        last = ordered[-1] if ordered else None
        if last and abs(last.baseline - line.baseline) < _SAME_LINE:
            ordered[-1] = _joined(last, line)
        else:
            ordered.append(line)
    return ordered


def _joined(one: PrintedLine, other: PrintedLine) -> PrintedLine:
    """Two pieces of one line, in the order they are read: a wide gap between them is a tab."""
    first, second = sorted((one, other), key=lambda line: line.left)
    gap = "\t" if second.left - first.right > 1.5 * first.size else " "
    if has_arabic(first.words) and has_arabic(second.words):
        words = f"{second.words}{gap}{first.words}"
    else:
        words = f"{first.words}{gap}{second.words}"
    return replace(
        first, words=words, right=max(first.right, second.right), size=max(first.size, second.size)
    )


def _has_columns(lines: list[PrintedLine]) -> bool:
    """Whether long pieces of text stand side by side."""
    long = sorted(
        (line for line in lines if len(line.words) > _COLUMN_WORDS), key=lambda line: -line.baseline
    )
    beside = sum(
        1
        for one, other in pairwise(long)
        if abs(one.baseline - other.baseline) < _SAME_LINE
        and (one.right <= other.left + 1 or other.right <= one.left + 1)
    )
    return beside >= 4


def as_paragraphs(lines: Sequence[PrintedLine]) -> str:
    """The lines as text: one a line, with a blank line where the page leaves more space than between lines."""
    if not lines:
        return ""
    steps = [before.baseline - after.baseline for before, after in pairwise(lines)]
    pitch = _pitch(lines, steps)
    margin = _usual_left(lines)
    parts = [lines[0].words]
    for number, (before, after) in enumerate(pairwise(lines)):
        apart = steps[number] > 1.25 * pitch + 0.5 or _is_indented(lines, number + 1, margin)
        resized = before.size > 0 and not 0.8 < after.size / before.size < 1.25
        parts.append("\n\n" if pitch and (apart or resized) else "\n")
        parts.append(after.words)
    return "".join(parts)


def _pitch(lines: Sequence[PrintedLine], steps: Sequence[float]) -> float:
    """The step from a line to the next one of its paragraph, 0 when nothing tells.

    Where most paragraphs are one line long, most steps lead from paragraph to paragraph: then the step below a full
    line of the usual letters tells, unless it is too small to be one.
    """
    usual = [step for step, line in zip(steps, lines, strict=False) if 0 < step < 3 * line.size]
    if not usual:
        return 0.0
    middle = median(usual)
    full = _FULL_LINE * sorted(len(line.words) for line in lines)[-1 - len(lines) // 10]
    letters = median(line.size for line in lines)
    inner = [
        step
        for step, (before, after) in zip(steps, pairwise(lines), strict=True)
        if len(before.words) > full > _COLUMN_WORDS
        and max(middle / 2, 0.7 * min(before.size, after.size)) < step < middle
        and (has_arabic(before.words) or min(before.size, after.size) > 0.9 * letters)
    ]
    return min(inner, default=middle)


def _usual_left(lines: Sequence[PrintedLine]) -> float:
    lefts = [round(line.left) for line in lines]
    return float(max(set(lefts), key=lefts.count))


def _is_indented(lines: Sequence[PrintedLine], at: int, margin: float) -> bool:
    """Whether a line begins to the right of the line before and after it, which keep to the margin."""
    line, before = lines[at], lines[at - 1]
    after = lines[at + 1] if at + 1 < len(lines) else before
    keeps = abs(before.left - margin) < 1.5 and abs(after.left - margin) < 1.5
    return keeps and 8 < line.left - margin < 60 and not has_arabic(line.words)
