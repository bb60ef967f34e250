"""The number of a resolution or decision in a sentence: 2374 (2017), 1541 (XV), 70/1, 2021/12, S-24/1."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_LETTER = "(?:[A-Z]|الف|باء|جيم|دال|هاء|واو|زاي|حاء)"
_SESSION = r"(?:ES-|S-)?[IVXL]{1,8}|د(?: ?ا(?: ?ط)?)? ?- ?\d{1,2}"

# Where a number may begin. By itself, and with the character first, it is found four times as fast as all of NUMBER.
_BEGINS = re.compile(r"[\dESد](?:(?<![\w/.\-–(].)|(?<=[\s،,]و.))")
# Groups by form; `number_of` reads them. The opening bracket as closing one is a slip of right-to-left typing.
NUMBER = (
    r"(?:"
    r"(?P<suffixed>\d{1,3}/\d{1,3} ?- ?(?:[A-Z]{1,6}|[ء-ي]{1,3})(?: ?\((?:IS|EX|ق ?\. ?ا\.?)\))?)"
    r"|(?P<sc>\d{1,4}) ?\((?P<year>19[4-9]\d|2\d{3})[)(]"
    rf"|(?P<ga>\d{{1,4}})(?: ?{_LETTER})? ?\((?P<session>{_SESSION})[)(]"
    r"|(?P<special>(?:ES|S|داط|دا|د ا ط|د ا) ?- ?)?(?P<of>\d{1,4})/(?P<item>\d{1,3})"
    rf"(?: ?{_LETTER}(?: (?:and|to|et|à|و|الي) ?{_LETTER})?(?!\w))?(?![\w/]|-\w)"
    r")"
)


class Number(NamedTuple):
    """A number and its form: `year` 2374 (2017), `session` 1541 (XV), `slash` 70/1 A, `suffixed` 3/47-POL, `bare` 2395.

    The parts A, B … of a resolution are held by one document: no symbol needs them.
    """

    form: Literal["year", "session", "slash", "suffixed", "bare"]
    first: str
    second: str = ""
    special: str = ""

    @property
    def yearly(self) -> bool:
        """The first part is a calendar year."""
        return self.form == "slash" and not self.special and len(self.first) == 4

    @property
    def written(self) -> str:
        """The slash form as a symbol spells it."""
        return f"{self.special}{self.first}/{self.second}"


_NUMBER = re.compile(NUMBER)


def numbers_in(text: str) -> Iterator[re.Match[str]]:
    """The places of a text that look like a number, from left to right."""
    reached = 0
    for begins in _BEGINS.finditer(text):
        if begins.start() >= reached and (found := _NUMBER.match(text, begins.start())):
            reached = found.end()
            yield found


def number_of(found: re.Match[str]) -> Number | None:
    """The number that a match of NUMBER holds; None when its parts can't be a resolution's.

    >>> number_of(re.match(NUMBER, "50/221 باء"))
    Number(form='slash', first='50', second='221', special='')
    """
    if found["suffixed"]:
        return Number(form="suffixed", first=found["suffixed"].replace(" ", ""))
    if found["sc"]:
        return Number(form="year", first=found["sc"], second=found["year"])
    if found["ga"]:
        session = found["session"]
        roman = roman_session(session) if session.startswith("د") else session
        return Number(form="session", first=found["ga"], second=roman)
    first = found["of"]
    if len(first) == 3 or (len(first) == 4 and not 1945 < int(first) < 2100):
        return None
    return Number(
        form="slash",
        first=first,
        second=found["item"],
        special=_SPECIAL[(found["special"] or "").strip(" -")],
    )


_SPECIAL = {"": "", "S": "S-", "ES": "ES-", "دا": "S-", "د ا": "S-", "داط": "ES-", "د ا ط": "ES-"}
_KINDS_OF_SESSION = {"د": "", "دا": "S-", "داط": "ES-"}
_ROMAN = ((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman_session(arabic: str) -> str:
    """A session as Arabic texts letter it, in the numerals of the symbol.

    >>> roman_session("د-15"), roman_session("دا-4"), roman_session("داط-5")
    ('XV', 'S-IV', 'ES-V')
    """
    kind, _, count = arabic.replace(" ", "").partition("-")
    left, roman = int(count), ""
    for value, sign in _ROMAN:
        while left >= value:
            roman, left = roman + sign, left - value
    return _KINDS_OF_SESSION[kind] + roman
