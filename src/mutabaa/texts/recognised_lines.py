"""Every line of a scanned page, read: by blocks, and by itself where the block's reading passed it over."""

from collections.abc import Callable
from itertools import groupby

from mutabaa.texts.page_image import Block, Picture, ink_width, trimmed
from mutabaa.texts.tesseract import ONE_LINE, RAW_LINE, Word, recognise

# Words nobody would stake anything on: they count against a reading.
_GUESS = 30.0
_WIDTH_READ = 0.93


def read_lines(
    parts: list[Block], models: str, second: str, seconds: Callable[[], float]
) -> list[list[Word]]:
    """The lines of the blocks, in order, by Tesseract's models.

    Tesseract reads a block better than a line, but loses lines without a word: where a line's ink was read in part
    or not at all, the line is read by itself, and the fuller reading is taken; lines that say nothing are tried with
    the `second` models. `seconds` tells how long each run may take.
    """
    whole = [block for block in parts if len(block.lines) > 1 or block.tall]
    read = iter(recognise([block.picture for block in whole], models, seconds=seconds()))
    found = [next(read) if block in whole else [] for block in parts]
    wanted = [line for block, words in zip(parts, found, strict=True) for line in _passed_over(block, words)]
    again = dict(zip(map(id, wanted), _one_by_one(wanted, models, second, seconds), strict=True))
    lines: list[list[Word]] = []
    for block, words in zip(parts, found, strict=True):
        for at, line in enumerate(block.lines):
            if at in block.tall:
                lines += _as_read(_within(line, words))
            else:
                lines.append(_fuller(_within(line, words), again.get(id(line), [])))
    return [line for line in lines if line]


def mean_confidence(words: list[Word]) -> float:
    """The mean confidence of words in per cent; 0 for none."""
    return sum(word.confidence for word in words) / len(words) if words else 0.0


def _passed_over(block: Block, words: list[Word]) -> list[Picture]:
    """The lines of a block that were not read, or much less of them than there is ink."""
    return [
        line
        for at, line in enumerate(block.lines)
        if at not in block.tall and _width(_within(line, words)) < _WIDTH_READ * ink_width(line)
    ]


def _one_by_one(
    lines: list[Picture], models: str, second: str, seconds: Callable[[], float]
) -> list[list[Word]]:
    lines = [trimmed(line) for line in lines]
    # Either way of reading a line finds nothing at all in some; together they miss none.
    pairs = zip(
        recognise(lines, models, layout=ONE_LINE, seconds=seconds()),
        recognise(lines, models, layout=RAW_LINE, seconds=seconds()),
        strict=True,
    )
    read = [_fuller(*pair) for pair in pairs]
    silent = [at for at, words in enumerate(read) if not words]
    if second and silent:
        tried = recognise([lines[at] for at in silent], second, layout=ONE_LINE, seconds=seconds())
        for at, words in zip(silent, tried, strict=True):
            read[at] = words
    return read


def _within(line: Picture, words: list[Word]) -> list[Word]:
    """The words whose middle lies in a line."""
    return [word for word in words if line.top <= word.top + word.height / 2 < line.top + line.height]


def _as_read(words: list[Word]) -> list[list[Word]]:
    return [list(group) for _, group in groupby(words, key=lambda word: word.line)]


def _width(words: list[Word]) -> int:
    return max(word.left + word.width for word in words) - min(word.left for word in words) if words else 0


def _fuller(one: list[Word], other: list[Word]) -> list[Word]:
    """The reading with more in it; what is hardly more than a guess counts against it."""
    if not one or not other:
        return one or other
    return other if _weight(other) > _weight(one) else one


def _weight(words: list[Word]) -> float:
    return sum((word.confidence - _GUESS) * len(word.letters) for word in words)
