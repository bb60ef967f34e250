"""Reading pages that are pictures: Tesseract by blocks, Arabic first, symbols in Latin letters looked at again."""

import re
import subprocess
import time
from dataclasses import replace
from itertools import groupby
from typing import Any

from mutabaa.texts.limits import Limits
from mutabaa.texts.page_image import Block, Picture, blocks, columns, ink_width, picture_of
from mutabaa.texts.pdf_lines import PrintedLine, as_paragraphs
from mutabaa.texts.right_to_left import has_arabic, mended_line
from mutabaa.texts.tesseract import MODELS, Word, installed_models, program, recognise

_LATIN_SYMBOL = re.compile(r"[A-Z0-9][A-Z0-9./()\[\]-]+,?|\(?\d+\)?[.,]?")
_MIXED = re.compile(r"[\u0621-\u064a\u0660-\u0669].*[0-9A-Za-z]|[0-9A-Za-z].*[\u0621-\u064a\u0660-\u0669]")
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_GOOD, _POOR, _GUESS = 75.0, 50.0, 30.0
_SECOND_LOOKS, _WIDTH_READ = 12, 0.93
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
            read = [self._column(column) for column in columns(picture_of(page))]
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
        parts = blocks(picture)
        words = self._best_reading(parts)
        lines = []
        looks = 0
        for _, group in groupby(words, key=lambda word: word.line):
            line = list(group)
            if self._script == "ara" and "eng" in self._models and looks < _SECOND_LOOKS and _doubtful(line):
                line = self._second_look(picture, line)
                looks += 1
            lines.append(_printed(line, picture.scale))
        return lines, words

    def _best_reading(self, parts: list[Block]) -> list[Word]:
        """The words by the models of the script the first page showed; both scripts are tried when in doubt."""
        readings = []
        scripts = [self._script] if self._script else []
        for script in scripts + [other for other in ("ara", "latin") if other not in scripts]:
            models = self._models_of(script)
            if not models:
                continue
            words = self._reading(parts, models)
            confidence = _confidence(words)
            readings.append((confidence, script, words))
            if confidence > _GOOD:
                break
        if not readings:
            return []
        _, self._script, words = max(readings, key=lambda reading: reading[0])
        return words

    def _reading(self, parts: list[Block], models: str) -> list[Word]:
        """Read by blocks, but line by line where a block is one line, or where lines or parts of them went missing."""
        whole = [block for block in parts if len(block.lines) > 1 or not block.certain]
        read = iter(recognise([block.picture for block in whole], models, seconds=self._seconds()))
        by_block = [next(read) if block in whole else [] for block in parts]
        unsure = [_falls_short(found, block) for found, block in zip(by_block, parts, strict=True)]
        singles = [line for block, again in zip(parts, unsure, strict=True) if again for line in block.lines]
        read = iter(self._line_by_line(singles, models))
        words: list[Word] = []
        for block, found, again in zip(parts, by_block, unsure, strict=True):
            by_line = [_apart(word) for _ in block.lines for word in next(read)] if again else []
            words += by_line if not found or _weight(by_line) > _weight(found) else found
        return words

    def _line_by_line(self, lines: list[Picture], models: str) -> list[list[Word]]:
        """Each line by itself; one in which no Arabic is found may be a symbol in Latin letters."""
        read = recognise(lines, models, line=True, seconds=self._seconds())
        silent = [at for at, words in enumerate(read) if not words]
        if models == MODELS["ar"] and MODELS["en"] in self._models and silent:
            again = recognise([lines[at] for at in silent], "ara+eng", line=True, seconds=self._seconds())
            for at, words in zip(silent, again, strict=True):
                read[at] = [replace(word, line=(at, *word.line[1:])) for word in words]
        return read

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
        (again,) = recognise([cut], "ara+eng", line=True, seconds=self._seconds())
        if not again or not all(has_arabic(word.letters) or _is_symbol(word) for word in again):
            return line
        if _confidence(again) <= _confidence(line):
            return line
        return [replace(word, line=line[0].line) for word in again]

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


def _apart(word: Word) -> Word:
    """The word, its line not to be taken for one of a block."""
    return replace(word, line=(-1 - word.line[0], *word.line[1:]))


def _confidence(words: list[Word]) -> float:
    return sum(word.confidence for word in words) / len(words) if words else 0.0


def _weight(words: list[Word]) -> float:
    """How much was read, what is hardly more than a guess counting against it."""
    return sum((word.confidence - _GUESS) * len(word.letters) for word in words)


def _falls_short(words: list[Word], block: Block) -> bool:
    """Whether fewer or more lines were read than there are, or much less than their width."""
    count = len({word.line for word in words})
    if count < len(block.lines) or (block.certain and count > len(block.lines)):
        return True
    read = 0
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        read += max(word.left + word.width for word in line) - min(word.left for word in line)
    return read < _WIDTH_READ * sum(ink_width(line) for line in block.lines)


def _doubtful(line: list[Word]) -> bool:
    """Whether Latin letters or figures may have been read as Arabic in a line."""
    mixed = any(_MIXED.search(word.letters) for word in line)
    return mixed or _confidence(line) < _POOR


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
