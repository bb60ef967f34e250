"""The number a paragraph begins with, in every style: 1. · ١ - · OP1 · (a) · ii. · ’1‘ · أولاً: · Article 3 · •."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from mutabaa.reading.heads import folded_letters
from mutabaa.reading.ordinals import leading_ordinal, ordinal
from mutabaa.reading.phrasebooks import load
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import LANGUAGES, act_letter

# A label may mean several numbers: (i) is a letter after (h) and a Roman numeral else; ج is third or fifth.
Reading = tuple[str, int]

_HEAD = 48
_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HIJAI = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_NUMERAL = re.compile(r"(?=.)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")

_LABEL = re.compile(
    r"""\s*(?:
      (?P<series>OP|PP|Op|Pp)\s?(?P<op>\d{1,3})\s?[.:)–-]?(?=\s|$)
    | (?P<dotted>\d{1,3}(?:\.\d{1,3})+)(?P<after_dotted>\.|\s?[-–:)])?(?=\s)
    | (?P<digit>\d{1,3})\s?(?P<digit_shape>[.):°]|[–—-]{1,2}|/-?)(?=\s*(?:[^\s\d]|$))
    | \[(?P<square>\d{1,3})\](?=\s|$)
    | \(\s?(?P<paren>\d{1,3}|[a-z]|([a-z])(?P=pair)|[ivxlIVXL]{2,6}|[A-Z]|[ا-ي])\s?\)(?!\()
    | (?P<half>\d{1,3}|[a-z]|[ivxl]{2,6}|[A-Z]|[ا-ي])\)(?=\s|$)
    | '(?P<quoted>\d{1,2})'(?=\s|$)
    | (?P<letter>[a-z]|[ivxl]{2,6}|[A-Z]|[IVXL]{2,6})\.(?=\s|$)
    | (?P<arabic>[ا-ي])\s?(?:[.)]|[–—-]{1,2})(?=\s*(?:[^\s\d]|$))
    | (?P<bullet>[•▪●◦‣·∙○■□➢*–—-])(?=\s|$)
    | (?P<bare>\d{1,3})(?=\s+[^\W\d_]|$)
    )\s*""".replace("([a-z])(?P=pair)", "(?P<pair>[a-z])(?P=pair)"),
    re.VERBOSE,
)
_MAYBE = re.compile(
    r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*[\d٠-٩۰-۹(\[\"'‘’•▪●◦‣·∙○■□➢*–—]|.{1,8}[.):°/–—-]|-\s|O|P"
)


class Label(NamedTuple):
    """A printed number. `end`: where the words begin. `shape`: what surrounds it, so that lists can be told apart."""

    text: str
    end: int
    shape: str
    readings: tuple[Reading, ...]
    # The parts of a number such as 2.1.3
    parts: tuple[int, ...] = ()


def read_label(text: str) -> Label | None:
    """The number a paragraph begins with, or None.

    >>> [read_label(t).readings for t in ("١٢ - يقرر", "(b) the", "حادي عشر: رحب", "Article premier")]
    [(('digit', 12),), (('letter', 2),), (('ordinal', 11),), (('article', 1),)]
    """
    return _label_of(text[:_HEAD])


@lru_cache(maxsize=4096)
def _label_of(beginning: str) -> Label | None:
    # A kashida before a space does a dash's work: ١ـ, أولاً ـ
    head = folded_letters(beginning.replace("ـ ", "- "))
    found = (
        _read_article(head) or (_read_numeral(head) if _MAYBE.match(head) else None) or _read_ordinal(head)
    )
    if found is None:
        return None
    shape, readings, end, parts = found
    if end >= len(head):
        end = len(beginning)
    elif len(head) != len(beginning):
        end = fold(beginning).origin(end)
    return Label(beginning[:end].strip(), end, shape, readings, parts)


_Found = tuple[str, tuple[Reading, ...], int, tuple[int, ...]]


def _read_numeral(head: str) -> _Found | None:
    match = _LABEL.match(head)
    if match is None:
        return None
    group = match.groupdict()
    end = match.end()
    if group["op"]:
        return group["series"].lower(), (("digit", int(group["op"])),), end, ()
    if group["dotted"]:
        return "dotted", (), end, tuple(int(part) for part in group["dotted"].split("."))
    if group["digit"]:
        shape = group["digit_shape"]
        shape = "-" if shape[-1] in "–—-" else "." if shape in "/°" else shape
        return shape, (("digit", int(group["digit"])),), end, ()
    if group["square"]:
        return "[]", (("digit", int(group["square"])),), end, ()
    if group["quoted"]:
        # Arabic prints ’1‘ where English and French print (i).
        return "''", (("roman", int(group["quoted"])),), end, ()
    if group["bullet"]:
        return group["bullet"], (("bullet", 0),), end, ()
    if group["bare"]:
        return "bare", (("digit", int(group["bare"])),), end, ()
    for name, shape in (("paren", "()"), ("half", ")"), ("letter", "."), ("arabic", "-")):
        if sign := group[name]:
            readings = _readings(sign)
            case = "A" if sign.isupper() else ""
            return (case + shape, readings, end, ()) if readings else None
    return None


def _readings(sign: str) -> tuple[Reading, ...]:
    """What a letter, a doubled letter, a Roman numeral or digits in brackets may mean."""
    if sign.isdigit():
        return (("digit", int(sign)),)
    found: list[Reading] = []
    lower = sign.lower()
    if len(lower) == 1 and lower in _ABJAD:
        found.append(("letter", _ABJAD.index(lower) + 1))
        if (hijai := _HIJAI.index(lower) + 1) != found[0][1]:
            found.append(("letter", hijai))
    elif len(lower) == 1:
        found.append(("letter", ord(lower) - 96))
    elif len(lower) == 2 and lower[0] == lower[1] and lower not in ("ii", "xx"):
        found.append(("letter", ord(lower[0]) - 96 + 26))
    if _ROMAN_NUMERAL.match(lower):
        found.append(("roman", _roman_value(lower)))
    if lower in ("ii", "xx"):
        found.append(("letter", ord(lower[0]) - 96 + 26))
    return tuple(found)


def _roman_value(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-v if any(later > v for later in values[i + 1 :]) else v for i, v in enumerate(values))


def roman(value: int) -> str:
    """A small number as a lower-case Roman numeral.

    >>> roman(4), roman(19), roman(88)
    ('iv', 'xix', 'lxxxviii')
    """
    numeral = ""
    for sign, worth in (
        ("xc", 90),
        ("l", 50),
        ("xl", 40),
        ("x", 10),
        ("ix", 9),
        ("v", 5),
        ("iv", 4),
        ("i", 1),
    ):
        while value >= worth:
            numeral += sign
            value -= worth
    return numeral


def written(family: str, value: int) -> str:
    """A number in its normal form: "14", "c", "ii".

    >>> written("letter", 3), written("roman", 2), written("ordinal", 14)
    ('c', 'ii', '14')
    """
    if family == "letter":
        return act_letter(value - 1) if value <= 26 else chr(96 + value - 26) * 2
    return roman(value) if family == "roman" else str(value)


@cache
def _article() -> re.Pattern[str]:
    words = [
        fold(word).text for language in LANGUAGES for word in load(language, "structure")["article"]["words"]
    ]
    longest_first = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    # "Article 2 of the Charter" cites; a label is followed by punctuation or by nothing.
    number = r"(?:(?P<digits>\d{1,3})|(?P<roman>[IVXL]{1,7})|(?P<word>[^\W\d_]+(?: [^\W\d_]+)??))"
    return re.compile(rf"\s*(?:{longest_first})\s+{number}(?:\s?[.:–—-]+\s*|\s*$)")


def _read_article(head: str) -> _Found | None:
    match = _article().match(head)
    if match is None:
        return None
    if match["roman"] and _ROMAN_NUMERAL.match(match["roman"].lower()):
        number: int | None = _roman_value(match["roman"].lower())
    else:
        number = int(match["digits"]) if match["digits"] else ordinal(match["word"] or match["roman"])
    return None if number is None else ("article", (("article", number),), match.end(), ())


def _read_ordinal(head: str) -> _Found | None:
    found = leading_ordinal(head)
    return found and ("word", (("ordinal", found[0]),), found[1], ())
