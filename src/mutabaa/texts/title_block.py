"""The doubled title block: a cover page says the title, the first page says it again; the text has one."""

import re

from mutabaa.texts.normalise import fold
from mutabaa.texts.official_text import Furniture

# Where a title block may stand: the cover and the top of the page after it.
_HEAD = 6000
_LINE = re.compile(r"[^\n\r\f]+")
_WORD = re.compile(r"\w+")
# A line or two may be said twice by chance; from so many words on it is the title again.
_FEWEST_WORDS = 6
_LONGEST_COVER = 250


def repeated_title(text: str) -> list[Furniture]:
    """The second saying of a doubled title block, if there is one.

    Lines that say again, in the same order, half or more of what all lines before them said: two lines and six words
    at least; lines may be broken elsewhere, and some left out the second time.
    """
    lines: list[tuple[int, int, str]] = []
    cover, words = " ", 0
    for match in _LINE.finditer(text, 0, _HEAD):
        said = _WORD.findall(match[0])
        if not said:
            continue
        lines.append((match.start(), match.end(), " ".join(said)))
        words += len(said)
        if words > _LONGEST_COVER:
            break
    spoken = fold("\n".join(line for _, _, line in lines)).text.casefold().split("\n")
    for first, line in enumerate(spoken):
        if line and f" {line} " in cover:
            last, count = _said_again(cover, spoken, first)
            if last - first >= 2 and count >= max(_FEWEST_WORDS, cover.count(" ") / 2):
                return [Furniture(kind="repeated_title", start=lines[first][0], end=lines[last - 1][1])]
        cover += f"{line} " if line else ""
    return []


def _said_again(cover: str, spoken: list[str], first: int) -> tuple[int, int]:
    """The line after the last that repeats the cover in order, and how many words were repeated."""
    at = count = 0
    for number in range(first, len(spoken)):
        line = spoken[number]
        found = cover.find(f" {line} ", at) if line else at
        if found < 0:
            return number, count
        at = found + len(line)
        count += line.count(" ") + 1 if line else 0
    return len(spoken), count
