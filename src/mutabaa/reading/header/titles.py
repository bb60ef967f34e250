"""The title and the kind of document, as the title block and the first sentences give them."""

import re
from collections.abc import Sequence

from mutabaa.reading.findings import Fact
from mutabaa.reading.header.dates import only_a_date
from mutabaa.reading.header.lines import HeaderLine
from mutabaa.reading.header.meetings import is_meeting
from mutabaa.reading.header.places import is_place
from mutabaa.reading.header.words import vocabulary
from mutabaa.reading.symbols import printed_symbols
from mutabaa.texts import OfficialText

_TITLE_NUMBER = re.compile(r"(?:(?:E?S-)?\d{1,4}/\d{1,4}[.\s]\s*)?[-–— ]*")
_LONGEST_KIND_LINE = 40
# "adopted the following decision": how far the kind may stand from the verb.
_NEAR = 16


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
    # What the document is about follows the line that says who adopted it, or the number it was given.
    named = next((i for i, line in enumerate(titles) if _says_adopted(line) or _is_numbered(line)), None)
    telling = [line for line in titles if _tells_the_matter(line) and not is_place(line, titles)]
    after = [line for line in telling if named is not None and titles.index(line) > named]
    others = [line for line in titles if vocabulary().kinds.search(line.lower)]
    first = next(iter(after or telling or others), None)
    if first is None:
        return None
    last = first
    for line in telling[telling.index(first) + 1 :] if first in telling else []:
        between = document.text[last.passage.end : line.passage.start]
        if between.strip() or between.count("\n") != 1:
            break
        last = line
    return _title(document, first, last)


def _is_numbered(line: HeaderLine) -> bool:
    """Whether a line is the number of a resolution or decision: "Resolution No. 12/48-POL", "قرار رقم 8801"."""
    match = vocabulary().number_words.match(line.lower)
    return match is not None and re.match(r"\s*\d", line.lower[match.end() :]) is not None


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
    if _is_cover(line) or is_meeting(line):
        return False
    if text.startswith(words.furniture) or text.endswith(words.furniture_endings) or _says_adopted(line):
        return False
    left = words.bodies.sub(" ", words.kinds.sub(" ", text)) if len(text) <= _LONGEST_KIND_LINE else text
    # "France: draft resolution" tells with one word of its own; "27 May" doesn't with one.
    fewest = 1 if ":" in text and words.kinds.search(text) else 2
    if len(re.findall(r"[^\W\d_]{2,}", left)) < fewest:
        return False
    symbols = sum(found.end - found.start for found in printed_symbols(line.folded.text))
    return symbols < 0.5 * len(text) and not only_a_date(line)
