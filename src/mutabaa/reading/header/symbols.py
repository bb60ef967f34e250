"""The document's own symbol: printed, or made of body and number; at last from the file's name."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from mutabaa.reading.findings import Fact
from mutabaa.reading.header.lines import HeaderLine
from mutabaa.reading.header.words import vocabulary
from mutabaa.reading.symbols import normal_symbol, printed_symbols
from mutabaa.texts import OfficialText

FROM_FILE_NAME = "from the file's name"

# A line is the symbol's own when the symbol fills this much of it.
_ALONE = 0.7
_SERIES = {"un/ga": "A/RES", "un/hrc": "A/HRC/RES", "un/ecosoc": "E/RES"}
_NUMBER_AND_YEAR = re.compile(r"\s*(?P<number>\d{1,4}) \((?P<year>(?:19|20)\d\d)\)")
_SESSION_NUMBER = re.compile(r"\s*(?P<number>(?:E?S-)?\d{1,4}/\d{1,4}(?: [A-Z](?:-[A-Z])?)?)(?=[.\s:–-])")
_DESIGNATION = re.compile(r"\s*(?P<number>\d{1,4} ?/ ?\d{1,4} ?- ?[^\W\d_]{1,4}(?: ?\([^()]{1,8}\))?)")
# The whole of a line; a date at its end isn't of it.
_LONG_DESIGNATION = re.compile(r"\s*(?P<number>\d{1,5}(?: ?[-–/] ?[^\s–-][^–-]{0,14}?){0,4})\s*$")
_DATE_AT_END = re.compile(r"[\s–-]+\d{1,2} ?/ ?\d{1,2} ?/ ?\d{4}\s*$")
# S_RES_2522, A_HRC_RES_54_17, OIC_ACM-2017_MALI-REP: capitals, digits and no word in small letters.
_FILE_NAME = re.compile(
    r"(?P<series>[A-Z]{1,8})(?P<rest>(?:[_/][A-Z0-9][A-Z0-9.()-]*?)+?)"
    r"(?:[ _]?\((?P<year>\d{4})\))?(?:[._-](?i:ar|en|fr|ara|eng|fra|[AEF]))?"
)


def symbol_of(
    document: OfficialText, lines: Sequence[HeaderLine], body: str | None, year: str | None
) -> Fact | None:
    """The symbol, normalised; None when neither the text nor the file states one. `year`: of the document's date."""
    if declared := document.declared.get("symbol"):
        return Fact(value=normal_symbol(declared), quote=None, rule="declared by the file")
    return (
        _printed(lines)
        or _number_of_the_body(lines, body)
        or _designation(lines)
        or symbol_in_file_name(document.source.name, year)
    )


def _printed(lines: Sequence[HeaderLine]) -> Fact | None:
    """A symbol that has a line to itself, in the title block or at the head of a page."""
    for role, rule in (("title", "alone in the title block"), ("head", "at the head of the pages")):
        for line in lines:
            if line.role != role:
                continue
            around = len(vocabulary().cover.sub("", line.lower).strip())
            for found in printed_symbols(line.folded.text):
                if found.end - found.start >= _ALONE * around or role == "head":
                    return Fact(value=found.symbol, quote=line.quote(found.start, found.end), rule=rule)
    return None


def _number_of_the_body(lines: Sequence[HeaderLine], body: str | None) -> Fact | None:
    """ "Resolution 2505 (2020)" of the Security Council; "74/212. Title" of the General Assembly."""
    for line in lines:
        if line.role != "title":
            continue
        text = line.folded.text
        word = vocabulary().number_words.match(line.lower)
        if body == "un/sc" and word and (match := _NUMBER_AND_YEAR.match(text, word.end())):
            value = f"S/RES/{match['number']} ({match['year']})"
            return Fact(value=value, quote=line.quote(0, match.end()), rule="number and year, of the body")
        start = word.end() if word else 0
        if body in _SERIES and (match := _SESSION_NUMBER.match(text, start)):
            value = f"{_SERIES[body]}/{match['number'].upper()}"
            return Fact(
                value=value, quote=line.quote(0, match.end()), rule="number before the title, of the body"
            )
    return None


def _designation(lines: Sequence[HeaderLine]) -> Fact | None:
    """ "Resolution No. 8/22-E", "قرار رقم 8801 - د.ع (160)": the number as the body itself writes it."""
    for line in lines:
        if line.role not in ("title", "opening"):
            continue
        for word in vocabulary().number_words.finditer(line.lower[:300]):
            match = _DESIGNATION.match(line.folded.text, word.end())
            if match is None and word.start() == 0:
                match = _LONG_DESIGNATION.match(_DATE_AT_END.sub("", line.folded.text), word.end())
            if match:
                number = line.quote(match.start("number"), match.end("number")).text
                value = re.sub(r" ?([/-]) ?", r"\1", number)
                quote = line.quote(word.start(), match.end("number"))
                return Fact(value=value, quote=quote, rule="the number it is given")
    return None


def symbol_in_file_name(name: str, year: str | None) -> Fact | None:
    """The symbol a file is named after (S_RES_2522_ar.txt), None when its name isn't one."""
    match = _FILE_NAME.fullmatch(PurePath(name).stem)
    if match is None or not re.search(r"\d", match["rest"]):
        return None
    value = match["series"] + match["rest"].replace("_", "/")
    if value.startswith("S/RES/") and (match["year"] or year):
        value += f" ({match['year'] or year})"
    return Fact(value=value, quote=None, rule=FROM_FILE_NAME)
