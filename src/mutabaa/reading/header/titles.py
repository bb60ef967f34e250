"""The title, the kind of document, the meeting and the place, as the title block and the first sentences give them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mutabaa.reading.findings import Fact
from mutabaa.reading.header.dates import dates_in, place_before_date
from mutabaa.reading.header.lines import HeaderLine
from mutabaa.reading.header.words import plain, vocabulary
from mutabaa.reading.ordinals import ordinal
from mutabaa.reading.phrasebooks import load
from mutabaa.reading.symbols import printed_symbols
from mutabaa.texts import OfficialText
from mutabaa.vocabulary import LANGUAGES, Language

_TITLE_NUMBER = re.compile(r"(?:(?:E?S-)?\d{1,4}/\d{1,4}[.\s]\s*)?[-–— ]*")
_LONGEST_KIND_LINE = 40
# "adopted the following decision": how far the kind may stand from the verb.
_NEAR = 16
_NAME = r"[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){0,2}"
_NAMES = rf"{_NAME}(?:, {_NAME})?"
_HELD_IN_AFTER = re.compile(rf",? (?:in|at|à|au) (?P<place>{_NAMES})")
_HELD_IN_BEFORE = re.compile(rf"(?<!\w)(?:in|at|à|au) (?P<place>{_NAMES}),? (?:on|from|le|du|les) $")
_PLACE = re.compile(
    r"\W*(?P<place>[^\d:]{2,60}?)[\s,،\-–—:]*(?:\b(?:on|the|le|les|du|from|في|يوم|بتاريخ|من)\s*)*$",
    re.IGNORECASE,
)


def kind_of(lines: Sequence[HeaderLine]) -> Fact | None:
    """The kind of document: a line that says nothing else, a line that begins with it, a title that names it."""
    words = vocabulary()
    ranked: list[tuple[int, int, HeaderLine, re.Match[str]]] = []
    for order, line in enumerate(lines):
        if line.role not in ("title", "opening"):
            continue
        match = words.kinds.search(line.lower)
        if match is None:
            continue
        begins = match.start() <= 4
        if line.role == "title":
            alone = begins and match.end() >= len(line.lower.strip()) - 2
            ranked.append((0 if alone or begins else 1, order, line, match))
        elif any(
            0 <= match.start() - adopted.end() <= _NEAR for adopted in words.adoption.finditer(line.lower)
        ):
            ranked.append((2, order, line, match))
    if not ranked:
        return None
    _, _, line, match = min(ranked, key=lambda found: found[:2])
    rule = "named in the title block" if line.role == "title" else "named in the first sentence"
    return Fact(value=words.kind_of[match["word"]], quote=line.quote(match.start(), match.end()), rule=rule)


def title_of(document: OfficialText, lines: Sequence[HeaderLine]) -> Fact | None:
    """The title: what the title block says once body, symbol, kind, date and the cover's own words are left out."""
    if declared := document.declared.get("title"):
        return Fact(value=declared, quote=None, rule="declared by the file")
    titles = [line for line in lines if line.role == "title"]
    adopted = next((i for i, line in enumerate(titles) if _says_adopted(line)), None)
    telling = [line for line in titles if _tells_the_matter(line)]
    after = [line for line in telling if adopted is not None and titles.index(line) > adopted]
    named = [line for line in titles if not _is_cover(line) and not _only_a_date(line)]
    chosen = (after or telling or named)[:1]
    if not chosen:
        return None
    first = chosen[0]
    last = first
    for line in telling[telling.index(first) + 1 :] if first in telling else []:
        between = document.text[last.passage.end : line.passage.start]
        if between.strip() or between.count("\n") != 1:
            break
        last = line
    return _title(document, first, last)


def _title(document: OfficialText, first: HeaderLine, last: HeaderLine) -> Fact:
    start = _TITLE_NUMBER.match(first.folded.text)
    quote = first.quote(start.end() if start and start.end() < len(first.lower) else 0)
    value = quote.text
    if last is not first:
        quote = type(quote)(text=f"{quote.text} {last.passage.text}", start=quote.start, end=last.passage.end)
        value = " ".join(document.text[quote.start : quote.end].split())
    return Fact(value=value, quote=quote, rule="in the title block")


def _says_adopted(line: HeaderLine) -> bool:
    return vocabulary().adoption.search(line.lower) is not None


def _is_cover(line: HeaderLine) -> bool:
    """Whether a line bears the cover's own words: the organization, the distribution, the original's language."""
    return vocabulary().cover.search(line.lower) is not None and len(line.lower) <= _LONGEST_KIND_LINE


def _tells_the_matter(line: HeaderLine) -> bool:
    """Whether a line says what the document is about, rather than who issued it, when, and to whom it went."""
    words, text = vocabulary(), line.lower.strip()
    if _is_cover(line):
        return False
    if text.startswith(words.furniture) or text.endswith(words.furniture_endings) or _says_adopted(line):
        return False
    left = words.bodies.sub(" ", words.kinds.sub(" ", text)) if len(text) <= _LONGEST_KIND_LINE else text
    # "France: draft resolution" tells with one word of its own; "27 May" doesn't with one.
    fewest = 1 if ":" in text and words.kinds.search(text) else 2
    if len(re.findall(r"[^\W\d_]{2,}", left)) < fewest:
        return False
    symbols = sum(found.end - found.start for found in printed_symbols(line.folded.text))
    return symbols < 0.5 * len(text) and not _only_a_date(line)


def _only_a_date(line: HeaderLine) -> bool:
    """Whether a line is a date, with a place at most."""
    text = line.lower.strip()
    dated = len(text) < 60 and re.search(r"(?:19|20)\d\d\W*$", text) is not None
    return dated and len(text.split()) <= 6


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


def place_of(lines: Sequence[HeaderLine], language: Language) -> Fact | None:
    """The place: before the date on a short line of its own, else right beside the date of the meeting."""
    found = place_before_date(lines, language)
    if found is not None:
        line, date = found
        match = _PLACE.match(line.folded.text[:date])
        before = line.lower[:date]
        if match and not vocabulary().kinds.search(before) and not vocabulary().held.search(before):
            return _place(line, match, "beside the date")
    for line in lines:
        if line.role in ("title", "opening") and vocabulary().held.search(line.lower):
            for first, last in dates_in(line, language):
                match = _HELD_IN_AFTER.match(line.folded.text, last) or _held_in_before(line, first)
                if match:
                    return _place(line, match, "beside the date of the meeting")
    return None


def _place(line: HeaderLine, match: re.Match[str], rule: str) -> Fact:
    quote = line.quote(match.start("place"), match.end("place"))
    return Fact(value=quote.text, quote=quote, rule=rule)


def _held_in_before(line: HeaderLine, date: int) -> re.Match[str] | None:
    """The place named just before a date: "in Accra, Ghana, on 3 May", "à Djeddah, le 13 mai"."""
    return next(_HELD_IN_BEFORE.finditer(line.folded.text, max(0, date - 70), date), None)
