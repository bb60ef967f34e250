"""Reading pages that are pictures: Tesseract by blocks, Arabic first, symbols in Latin letters looked at again."""

import re
import subprocess
import time
from typing import Any

from mutabaa.texts.limits import Limits
from mutabaa.texts.page_image import Block, Picture, blocks, columns, picture_of, straightened
from mutabaa.texts.pdf_lines import PrintedLine, as_paragraphs
from mutabaa.texts.recognised_lines import mean_confidence, read_lines
from mutabaa.texts.right_to_left import has_arabic, mended_line
from mutabaa.texts.tesseract import MODELS, ONE_LINE, Word, installed_models, program, recognise

_LATIN_SYMBOL = re.compile(r"[A-Z0-9][A-Z0-9./()\[\]-]+,?|\(?\d+\)?[.,]?")
_MIXED = re.compile(r"[\u0621-\u064a\u0660-\u0669].*[0-9A-Za-z]|[0-9A-Za-z].*[\u0621-\u064a\u0660-\u0669]")
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_GOOD, _POOR = 75.0, 50.0
_SECOND_LOOKS = 12
_SECONDS_A_PAGE = 120.0


class Recognition:
    """Reads pages that are pictures until the time for it is spent."""

    def __init__(self, limits: Limits) -> None:
        self._ends = time.monotonic() + limits.ocr_seconds
        self._models = installed_models() if program() else frozenset[str]()
        self._script = ""
        _allow_processor_time(limits)

    def exhausted(self) -> bool:
        """Whether the time is spent."""
        return time.monotonic() > self._ends

    def read(self, page: Any, number: int) -> dict[str, Any]:
        """The text of a page and the problems with it, as a message; without text when it could not be read."""
        if not self._models & set(MODELS.values()):
            return _unread(number)
        try:
            read = [self._column(column) for column in columns(straightened(picture_of(page)))]
        except subprocess.TimeoutExpired:
            return _unread(number)
        arabic = any(has_arabic(line.words) for lines, _ in read for line in lines)
        if arabic:
            read.reverse()
        words = [word for _, found in read for word in found]
        if not words:
            return {"text": "", "recognised": True, "problems": []}
        confidence = sum(word.confidence * len(word.letters) for word in words) / sum(
            len(word.letters) for word in words
        )
        problem = {"kind": "page_by_ocr", "facts": {"confidence": str(round(confidence))}, "page": number}
        text = "\n\n".join(as_paragraphs(lines) for lines, _ in read)
        return {"text": text, "recognised": True, "problems": [problem, *self._missing()]}

    def _column(self, picture: Picture) -> tuple[list[PrintedLine], list[Word]]:
        found = self._best_reading(blocks(picture))
        lines = []
        looks = 0
        for line in found:
            if self._script == "ara" and "eng" in self._models and looks < _SECOND_LOOKS and _doubtful(line):
                line = self._second_look(picture, line)
                looks += 1
            lines.append(_printed(line, picture.scale))
        return lines, [word for line in found for word in line]

    def _best_reading(self, parts: list[Block]) -> list[list[Word]]:
        """The lines by the models of the script the first page showed; both scripts are tried when in doubt."""
        readings = []
        scripts = [self._script] if self._script else []
        for script in scripts + [other for other in ("ara", "latin") if other not in scripts]:
            models = self._models_of(script)
            if not models:
                continue
            # A line in which no Arabic is found may be a symbol in Latin letters.
            second = "ara+eng" if models == MODELS["ar"] and MODELS["en"] in self._models else ""
            lines = read_lines(parts, models, second, self._seconds)
            confidence = mean_confidence([word for line in lines for word in line])
            readings.append((confidence, script, lines))
            if confidence > _GOOD:
                break
        if not readings:
            return []
        _, self._script, lines = max(readings, key=lambda reading: reading[0])
        return lines

    def _models_of(self, script: str) -> str:
        wanted = ("ara",) if script == "ara" else ("fra", "eng")
        return "+".join(model for model in wanted if model in self._models)

    def _second_look(self, picture: Picture, line: list[Word]) -> list[Word]:
        """A line read again with Latin letters allowed; they are believed only in symbols."""
        room = max(word.height for word in line) // 2
        cut = picture.cut(
            min(word.left for word in line) - picture.left - 2 * room,
            min(word.top for word in line) - picture.top - room,
            max(word.left + word.width for word in line) - picture.left + 2 * room,
            max(word.top + word.height for word in line) - picture.top + room,
        )
        (again,) = recognise([cut], "ara+eng", layout=ONE_LINE, seconds=self._seconds())
        if not again or not all(has_arabic(word.letters) or _is_symbol(word) for word in again):
            return line
        if mean_confidence(again) <= mean_confidence(line):
            return line
        return again

    def _seconds(self) -> float:
        return min(self._ends - time.monotonic(), _SECONDS_A_PAGE)

    def _missing(self) -> list[dict[str, Any]]:
        """What could have been read better: a model of the page's script that isn't installed."""
        wanted = {"ar", "en"} if self._script == "ara" else {"en", "fr"}
        return [
            {"kind": "ocr_language_missing", "facts": {"language": language}, "page": None}
            for language, model in MODELS.items()
            if language in wanted and model not in self._models
        ]


def _unread(number: int) -> dict[str, Any]:
    return {"text": "", "problems": [{"kind": "page_without_text", "facts": {}, "page": number}]}


def _doubtful(line: list[Word]) -> bool:
    """Whether Latin letters or figures may have been read as Arabic in a line."""
    mixed = any(_MIXED.search(word.letters) for word in line)
    return mixed or mean_confidence(line) < _POOR


def _is_symbol(word: Word) -> bool:
    return _LATIN_SYMBOL.fullmatch(_DIRECTION_MARKS.sub("", word.letters)) is not None


def _printed(line: list[Word], scale: float) -> PrintedLine:
    """Recognised words as a line of the page; the model writes the Arabic comma in ways of its own."""
    words = _DIRECTION_MARKS.sub("", " ".join(word.letters for word in line))
    if has_arabic(words):
        words = re.sub(r"(?<=[\u0621-\u0652]),", "،", words)
        words = re.sub(r"(?<=[\u0621-\u0652]);", "؛", words)
        words = re.sub(r"(?<=[\u0621-\u0652])»(?=\s)", "،", words) if "«" not in words else words
        words = mended_line(words)
    return PrintedLine(
        words=words,
        left=min(word.left for word in line) / scale,
        right=max(word.left + word.width for word in line) / scale,
        baseline=-max(word.top + word.height for word in line) / scale,
        size=sorted(word.height for word in line)[len(line) // 2] / scale,
    )


def _allow_processor_time(limits: Limits) -> None:
    """Recognition takes longer than parsing: its own share is added to this process's bound."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        more = limits.seconds + limits.ocr_seconds
        resource.setrlimit(resource.RLIMIT_CPU, (more if hard == resource.RLIM_INFINITY else hard, hard))
