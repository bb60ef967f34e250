"""Arabic lines from a PDF, which stores where letters stand, not in which order they are read: what readers get
wrong at the seams of the two directions, put right."""

import re

_ARABIC = "\u0621-\u063a\u0641-\u064a"
_SIGNS = "\u064b-\u0652\u0670"
_ANY_ARABIC = re.compile(f"[{_ARABIC}\ufb50-\ufdff\ufe70-\ufefc]")
_TURNED = str.maketrans("()[]{}«»<>", ")(][}{»«><")

_MENDINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    # A sign drawn after the punctuation that follows its letter: ثانيا:ً is ثانياً:
    (re.compile(rf"([:.،؛,)»]+)(ا?[{_SIGNS}]+)(?![{_ARABIC}])"), r"\2\1"),
    # A letter with its sign given twice, where no word has that: جواًاً, يسلّلّم, الموجهيْيْن
    (
        re.compile(
            rf"([اأإآ][{_SIGNS}]+|ة[{_SIGNS}]*|[{_SIGNS}]ا|[{_ARABIC}](?:[{_SIGNS}]{{2,}}|[\u064b-\u064d\u0651\u0652]))\1"
        ),
        r"\1",
    ),
    # An ending that cannot stand alone, set apart because its letter is narrow: علم اً, حص ةُ
    (re.compile(rf"(?<=[{_ARABIC}{_SIGNS}]) (ة[{_SIGNS}]*|اً|ًا)(?![{_ARABIC}])"), r"\1"),
    # Tanwin and ta marbuta end a word; the space after them was narrower than the sign is wide.
    (re.compile(rf"(اً|ًا|ة[{_SIGNS}]*)(?=[{_ARABIC}])"), r"\1 "),
    # A full stop or comma at the left end of a line that was taken for its beginning.
    (re.compile(rf"^([.،؛,:;]+)(?=[{_ARABIC}])(.*)$"), r"\2\1"),
    # A gap at the seam of a bracket or a hyphen: ( 2017), كوفيد- 19
    (re.compile(r"(?<=[(\[]) (?=\S)|(?<=\S) (?=[)\]])"), ""),
    (re.compile(rf"(?<=[{_ARABIC}])- (?=\d)"), "-"),
    # A percentage: its sign stands to the left of the number and is read after it.
    (re.compile(r"(?<![\d.,%])%(\d+(?:[.,]\d+)?)(?!\d)"), r"\1%"),
    # A resolution number that begins with figures, the letters of its committee to their left.
    (re.compile(r"(?<![A-Z/\d])([A-Z]{1,5}(?: ?\([A-Z]{1,5}\))?)-(\d{1,3}/\d{1,3})(?![\d/])"), r"\2-\1"),
    # A year before a symbol in brackets, as in 2019 (S/PRST/2019/3), that fell in with the symbol.
    (re.compile(r"([A-Z]+/[A-Z0-9/.-]+)\( ?(\d{1,4})\)"), r"\2 (\1)"),
    # A symbol cut by the end of the line: the stroke before it is the one that goes on to the next line.
    (re.compile(r"(?<=\s)/([A-Z][A-Z0-9]*[/-][A-Z0-9/.()-]*)$"), r"\1/"),
)
# The rest of that symbol begins the next line, with what closes the sentence to its left.
_CLOSED_BEFORE = re.compile(r"^([.)\]،؛:]{1,3})([A-Z][A-Z0-9/-]*[A-Z0-9])(?=\s|$)")


# Alone on a line: the rest of a word whose other letters are on the line it belongs to.
_REMNANT = re.compile(rf"[ةا]?[{_SIGNS}]*")
_DOUBLED = re.compile(rf"([{_ARABIC}][{_SIGNS}]+)\1")
_SIGNED = re.compile(rf"[{_ARABIC}][{_SIGNS}]+")


def is_remnant(line: str) -> bool:
    """Whether a line holds nothing but signs, or an ending no word consists of."""
    return _REMNANT.fullmatch(line.strip()) is not None


def without_doubled_signs(text: str) -> str:
    """A page on which letters that carry a sign come twice, as a rule, with each of them once.

    One or two may be right (تَتَبّع); where many are, the file is to blame.
    """
    doubled = len(_DOUBLED.findall(text))
    if doubled > 1 and 12 * doubled >= len(_SIGNED.findall(text)):
        return _DOUBLED.sub(r"\1", text)
    return text


def has_arabic(words: str) -> bool:
    """Whether Arabic letters are among the words."""
    return _ANY_ARABIC.search(words) is not None


def with_brackets_facing(words: str) -> str:
    """The words, their brackets turned when the first closes what none opened: ")2020(" is "(2020)"."""
    first = re.search(r"[()]", words)
    return words.translate(_TURNED) if first and first[0] == ")" else words


def with_brackets_turned(words: str) -> str:
    """The words with every bracket facing the other way: readers that don't mirror them give them as drawn."""
    return words.translate(_TURNED)


def mended_line(words: str) -> str:
    """An Arabic line with the usual errors of order at its seams put right; any other line as it is.

    >>> mended_line("ثانيا:ً ندد بنسبة (%50) من قراره POL (IS)-3/47 ومجدداًدعمه")
    'ثانياً: ندد بنسبة (50%) من قراره 3/47-POL (IS) ومجدداً دعمه'
    """
    if not has_arabic(words):
        return words
    for pattern, right in _MENDINGS:
        words = pattern.sub(right, words)
    return _CLOSED_BEFORE.sub(lambda found: found[2] + found[1][::-1], words)
