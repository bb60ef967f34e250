"""What a spreadsheet cell may hold: words to the letter, never a formula."""

import re
from typing import Literal

from mutabaa.reports.outline import Sentence, Text
from mutabaa.reports.printable import guarded, printable, within
from mutabaa.vocabulary import direction

# A spreadsheet, or the program that reads its CSV, takes such a beginning for a formula; full-width signs
# too.
_FORMULA = re.compile(r"[\t\r]|\s*[=+\-@＝＋－＠]")
_NEUTRALISED = re.compile(rf"'(?={_FORMULA.pattern})")
_WHOLE_NUMBER = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
_LONGEST = 32_767  # Characters a cell can hold.


def neutralised(words: str) -> str:
    """Words that no spreadsheet takes for a formula: an apostrophe stands before what would begin one.

    >>> neutralised("=1+1"), neutralised("1 = 1")
    ("'=1+1", '1 = 1')
    """
    return "'" + words if _FORMULA.match(words) else words


def restored(words: str) -> str:
    """The words as they were before `neutralised`.

    >>> restored(neutralised("-5")), restored("'tis so")
    ('-5', "'tis so")
    """
    return _NEUTRALISED.sub("", words, count=1)


def cell_value(text: Text) -> str | int | None:
    """One cell: a line a sentence; a whole number as a number, so that it sorts as one; None when empty.

    A line of the other direction than the cell's is isolated.
    """
    lines = []
    for sentence in text:
        line = sentence_words(sentence)
        if line and direction(sentence.language) != way_of(text):
            line = within(line, direction(sentence.language))
        lines.append(line)
    words = "\n".join(line for line in lines if line)
    if _WHOLE_NUMBER.fullmatch(words):
        return int(words)
    if len(words) >= _LONGEST:
        words = words[: _LONGEST - 8] + " […]"
    return neutralised(words) or None


def way_of(text: Text) -> Literal["ltr", "rtl"]:
    """The one direction of a cell: that of its first line with words in it."""
    worded = (one.language for one in text if any(letter.isalpha() for letter in one.text))
    return direction(next(worded, text[0].language))


def sentence_words(sentence: Sentence) -> str:
    """The words of one line. A line of nothing but a code stays bare, so that it can be looked up."""
    if all(piece.style == "code" for piece in sentence.pieces):
        return printable(sentence.text)
    return guarded(sentence.text, sentence.language)
