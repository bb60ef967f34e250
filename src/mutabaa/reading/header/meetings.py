"""The meeting: by its number, or by the name the title gives it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mutabaa.reading.findings import Fact
from mutabaa.reading.header.lines import HeaderLine
from mutabaa.reading.header.words import plain
from mutabaa.reading.ordinals import ordinal
from mutabaa.reading.phrasebooks import load
from mutabaa.vocabulary import LANGUAGES


def meeting_of(lines: Sequence[HeaderLine]) -> Fact | None:
    """The meeting as written: its number ("8701st meeting", "جلسته 8712"), else the name it goes by in the title."""
    first_sentence = next((line for line in lines if line.role == "opening"), None)
    for line in lines:
        if line.role == "title" or line is first_sentence:
            for place in _numbered_meetings(line.lower[:400]):
                quote = line.quote(*place)
                return Fact(value=quote.text, quote=quote, rule="number of the meeting")
    for line in lines:
        if line.role == "title" and (match := _meeting_openings().search(line.lower)):
            ends = [end.start() for end in _meeting_ends().finditer(line.lower, match.end())]
            quote = line.quote(match.start("name"), min(ends, default=len(line.lower.rstrip())))
            return Fact(value=quote.text, quote=quote, rule="named in the title")
    return None


def _numbered_meetings(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _numbered():
        for match in pattern.finditer(text):
            if match["number"] or ordinal(match["word"]) is not None:
                yield match.span("name")


@cache
def _numbered() -> tuple[re.Pattern[str], ...]:
    patterns = []
    for language in LANGUAGES:
        book = load(language, "header")["meeting"]
        nouns = "|".join(sorted((re.escape(plain(noun)) for noun in book["nouns"]), key=len, reverse=True))
        number = r"(?:(?P<number>\d{1,5}(?:st|nd|rd|th|ere|re|er|eme|ème|e)?)|(?P<word>[^\W\d_]{4,}(?:-[^\W\d_]+)?))"
        if book["number_first"]:
            own = "|".join(re.escape(plain(word)) for word in book["own"])
            patterns.append(re.compile(rf"(?:^|(?<!\w)(?:{own}) )(?P<name>{number} (?:{nouns}))(?!\w)"))
        else:
            patterns.append(re.compile(rf"(?<!\w)(?P<name>(?:{nouns}) {number})(?!\w)"))
    return tuple(patterns)


@cache
def _meeting_openings() -> re.Pattern[str]:
    openings = [plain(w) for language in LANGUAGES for w in load(language, "header")["meeting"]["openings"]]
    alternatives = "|".join(sorted(map(re.escape, openings), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<name>{alternatives}) ?(?=\w)")


@cache
def _meeting_ends() -> re.Pattern[str]:
    ends = [plain(w) for language in LANGUAGES for w in load(language, "header")["meeting"]["ends"]]
    return re.compile(r"[,،:.;(\d]| ?[-–—] |" + "|".join(sorted(map(re.escape, ends), key=len, reverse=True)))


def is_meeting(line: HeaderLine) -> bool:
    """Whether a line is the number of the meeting and nothing else: "984th meeting"."""
    length = len(line.lower.strip())
    return any(end - start >= length - 1 for start, end in _numbered_meetings(line.lower))
