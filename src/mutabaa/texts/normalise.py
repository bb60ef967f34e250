"""A copy of a text that is easy to match (one form for each letter, digit and quote), with the way back."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

# Zero-width characters, bidi controls, soft hyphen, byte order mark: nobody sees them.
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
# Kashida, harakat, tanwin, shadda, sukun, superscript alef, Quranic marks.
_VOWELLING = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"}
_DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_SIGNS = {
    **dict.fromkeys("\u2018\u2019\u201b", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
    **dict.fromkeys("\u00a0\u2009\u202f", " "),
    "\u2011": "-",
    "\u066a": "%",
}
_RARE_SIGNS = {
    **dict.fromkeys("\u201a\u2032\u02bc", "'"),
    **dict.fromkeys("\u201f\u2033", '"'),
    **dict.fromkeys("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a\u205f\u3000", " "),
    **dict.fromkeys("\u0085\u2028\u2029", "\n"),
    "\u2010": "-",
    "\u066b": ".",
    "\u066c": ",",
    "\u2116": "No",
}
_EVERYDAY = {**_LETTERS, **_DIGITS, **_SIGNS}
_EVERYDAY_VARIANTS = tuple(_EVERYDAY.items())
_EVERYDAY_TABLE = str.maketrans(_EVERYDAY)
# From so many characters on it is quicker to ask for each variant than to look up each character.
_MANY = 24
_DROPPED_RUN = re.compile(f"[{_UNSEEN}{_VOWELLING}]+")


def _compatibility_forms() -> dict[str, str]:
    """Presentation forms, Latin ligatures, full-width signs: each with its NFKC form, folded in turn."""
    found = dict(_RARE_SIGNS)
    for first, last in ((0xFB00, 0xFB06), (0xFB50, 0xFDFC), (0xFE70, 0xFEFC), (0xFF01, 0xFF5E)):
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if plain != chr(code):
                # A vowel sign standing alone is written as a space that carries it.
                bare = plain.lstrip() if len(plain) > 1 and unicodedata.combining(plain[1]) else plain
                found[chr(code)] = "".join(_EVERYDAY.get(c, c) for c in _DROPPED_RUN.sub("", bare))
    return found


_RARE = _compatibility_forms()
_ANY_RARE = re.compile(
    "[\u0085\u02bc\u066b\u066c\u2000-\u200a\u2010\u201a\u201f\u2028\u2029\u2032\u2033\u205f\u2116\u3000"
    "\ufb00-\ufb06\ufb50-\ufdfc\ufe70-\ufefc\uff01-\uff5e]"
)
# What may change length. Presentation forms are all in, so that the class stays a few ranges, which is fast.
_RESIZED = re.compile(
    "([^\\W\\d_][\u0300-\u036f\u0653-\u0655]+"
    f"|[{_UNSEEN}{_VOWELLING}]+|[\u2116\ufb00-\ufb06\ufb50-\ufdfc\ufe70-\ufefc])"
)
_ANY_RESIZED = re.compile(
    f"[\u0300-\u036f{_UNSEEN}{_VOWELLING}\u2116\ufb00-\ufb06\ufb50-\ufdfc\ufe70-\ufefc]"
)
_ANY_COMBINING = re.compile("[\u0300-\u036f\u0653-\u0655]")
_RESIZED_BUT_COMPOSED = re.compile(
    f"([{_UNSEEN}{_VOWELLING}]+|[\u2116\ufb00-\ufb06\ufb50-\ufdfc\ufe70-\ufefc])"
)
_CARRIED = re.compile(f"[{_VOWELLING}\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A normalised copy, and the way from it back to the original.

    `text`: the copy. From text offset `_here[k]` on, copy and original run in step, starting at original
    offset `_there[k]`; both are empty when no length changed: offsets are then the same.
    """

    text: str
    original: str
    _here: tuple[int, ...] = ()
    _there: tuple[int, ...] = ()

    def origin(self, i: int) -> int:
        """Where character `i` of the copy stands in the original; `len(text)` gives the original's length."""
        if not self._here:
            return i
        if i >= len(self.text):
            return len(self.original)
        k = bisect_right(self._here, i) - 1
        place = self._there[k] + i - self._here[k]
        # The letters of an expanded ligature all stand where the ligature does.
        return min(place, self._there[k + 1] - 1) if k + 1 < len(self._there) else place

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind text[start:end], with the vowel signs its last letter carries."""
        if not self._here:
            return start, end
        first = self.origin(start)
        if end <= start:
            return first, first
        last = self.origin(end - 1) + 1
        carried = _CARRIED.match(self.original, last)
        return first, carried.end() if carried else last


def fold(text: str) -> Folded:
    """Fold variants of letters, digits, spaces and quotes into one form each; case, and all else, is kept.

    Dropped: kashida, harakat and tanwin, zero-width and bidi controls, soft hyphens. Made one: أإآٱ as ا,
    ى as ي, ة as ه, Arabic-Indic digits as 0-9, every space as " ", curly quotes as ' and ", non-breaking
    hyphens as "-", Arabic presentation forms, Latin ligatures and decomposed letters as their plain letters.
    Superscripts stay: they are note references. Any text is accepted.

    >>> folded = fold("تاسعاً: ﻻ يجوز")
    >>> folded.text
    'تاسعا: لا يجوز'
    >>> folded.back(0, 6), folded.back(7, 9)
    ((0, 7), (8, 9))
    """
    if text.isascii():
        return Folded(text, text)
    if _ANY_RESIZED.search(text):
        return _fold_resized(text)
    return Folded(_fold_in_place(text), text)


def _fold_in_place(text: str) -> str:
    """Replace what becomes exactly one other character."""
    text = _fold_everyday(text)
    if _ANY_RARE.search(text):
        text = _ANY_RARE.sub(lambda form: _RARE.get(form[0], form[0]), text)
    return text


def _fold_everyday(text: str) -> str:
    """Replace the everyday variants: in a paragraph, asking for each costs a fifth of looking up each character."""
    if len(text) < _MANY:
        return text.translate(_EVERYDAY_TABLE)
    for variant, plain in _EVERYDAY_VARIANTS:
        if variant in text:
            text = text.replace(variant, plain)
    return text


def folded_everyday(text: str) -> str | None:
    """The folded letters of a text in which only everyday variants occur; None where `fold` must look closer."""
    if text.isascii():
        return text
    return None if _ANY_RESIZED.search(text) or _ANY_RARE.search(text) else _fold_everyday(text)


def _fold_resized(text: str) -> Folded:
    """Fold a text in which something is dropped, expanded or composed, and keep where the lengths part."""
    pieces = (_RESIZED if _ANY_COMBINING.search(text) else _RESIZED_BUT_COMPOSED).split(text)
    here, there = [0], [0]
    copied = read = 0
    for k in range(1, len(pieces), 2):
        plain = _plain(pieces[k])
        copied += len(pieces[k - 1]) + len(plain)
        read += len(pieces[k - 1]) + len(pieces[k])
        if len(plain) != len(pieces[k]):
            here.append(copied)
            there.append(read)
        pieces[k] = plain
    return Folded(_fold_in_place("".join(pieces)), text, tuple(here), tuple(there))


def _plain(piece: str) -> str:
    """What a dropped, expanded or decomposed piece becomes."""
    if piece in _RARE:
        return _RARE[piece]
    if piece in _VOWEL_SIGNS:
        return ""
    return _DROPPED_RUN.sub("", unicodedata.normalize("NFC", piece))


_VOWEL_SIGNS = frozenset("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
