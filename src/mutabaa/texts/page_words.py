"""The words and shapes of pages, from page_words.toml, as patterns."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class PageWords:
    """`edge_line`: a whole line of page number, symbol and job number only; its groups say which were there.

    `lone_number`: a whole line that can only be a page number, wherever it stands. `running_on`: words after which
    a sentence goes on. `compound_first`, `compound_last`: parts of words that keep their hyphen at a line's end.
    """

    edge_line: re.Pattern[str]
    lone_number: re.Pattern[str]
    running_on: frozenset[str]
    compound_first: frozenset[str]
    compound_last: frozenset[str]


@lru_cache(maxsize=1)
def page_words() -> PageWords:
    """The knowledge of page_words.toml."""
    data = tomllib.loads(Path(__file__).with_name("page_words.toml").read_text(encoding="utf-8"))
    labels = _any_of(data["page_numbers"]["labels"])
    totals = _any_of(data["page_numbers"]["totals"])
    # \d is any script's digit: the text isn't folded before page numbers are looked for.
    number = r"\d{1,4}"
    # Never more than a few: a line of blanks a mile long must not be tried in every way.
    gap = r"[ \t]{0,4}"
    labelled = rf"(?i:{labels}){gap}:?{gap}{number}(?:{gap}(?i:{totals}){gap}{number})?"
    # "3 | Page", "Page | 3"
    labelled = rf"{labelled}|(?i:{labels}){gap}\|{gap}{number}|{number}{gap}\|{gap}(?i:{labels})"
    sure = rf"{labelled}|{number}{gap}(?i:{totals}){gap}{number}|[-–—]{gap}{number}{gap}[-–—]|\[{number}\]"
    symbol, job = data["shapes"]["symbol"], data["shapes"]["job"]
    edge = rf"(?:(?P<page>{sure})|(?P<job>{job})|(?P<bare>{number}|[ivx]{{1,6}})|(?P<symbol>{symbol}))"
    further = re.sub(r"\?P<\w+>", "?:", edge)
    return PageWords(
        edge_line=re.compile(rf"[|·•\s]*{edge}(?:[|·•\s]+{further}){{0,3}}[|·•\s]*"),
        lone_number=re.compile(rf"^[ \t]{{0,80}}(?:{sure})[ \t]{{0,80}}$", re.MULTILINE),
        running_on=frozenset(word for words in data["words_that_run_on"].values() for word in words),
        compound_first=frozenset(data["compounds"]["first"]),
        compound_last=frozenset(data["compounds"]["last"]),
    )


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
