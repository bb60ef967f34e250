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
    # A letter with its sign drawn twice: جواًاً
    (re.compile(rf"(ا[{_SIGNS}]|[{_SIGNS}]ا)\1"), r"\1"),
    # Tanwin and ta marbuta end a word; the space after them was narrower than the sign is wide.
    (re.compile(rf"(اً|ًا|ة[{_SIGNS}]*)(?=[{_ARABIC}])"), r"\1 "),
    # A full stop or comma at the left end of a line that was taken for its beginning.
    (re.compile(rf"^([.،؛,:;]+)(?=[{_ARABIC}])(.*)$"), r"\2\1"),
    # A percentage: its sign stands to the left of the number and is read after it.
    (re.compile(r"(?<![\d.,%])%(\d+(?:[.,]\d+)?)(?!\d)"), r"\1%"),
    # A resolution number that begins with figures, the letters of its committee to their left.
    (re.compile(r"(?<![A-Z/\d])([A-Z]{1,5}(?: ?\([A-Z]{1,5}\))?)-(\d{1,3}/\d{1,3})(?![\d/])"), r"\2-\1"),
    # A symbol cut by the end of the line: the stroke before it is the one that goes on to the next line.
    (re.compile(r"(?<=\s)/([A-Z][A-Z0-9]*[/-][A-Z0-9/.()-]*)$"), r"\1/"),
)
# The rest of that symbol begins the next line, with what closes the sentence to its left.
_CLOSED_BEFORE = re.compile(r"^([.)\]،؛:]{1,3})([A-Z][A-Z0-9/-]*[A-Z0-9])(?=\s|$)")


def has_arabic(words: str) -> bool:
    """Whether Arabic letters are among the words."""
    return _ANY_ARABIC.search(words) is not None


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
