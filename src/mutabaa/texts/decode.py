"""From bytes to characters: the encoding of a text file is found from its content."""

import codecs
import re
import tomllib
from functools import lru_cache
from pathlib import Path

from mutabaa.texts.official_text import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# High bytes of UTF-16 in these texts: Latin, Arabic, general punctuation.
_UTF16_ROWS = bytes((0x00, 0x06, 0x20))
_SAMPLE = 65536
# Single bytes that cannot be part of a text: control characters but tab, line ends, form feed.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(content: bytes) -> tuple[str, str, tuple[Problem, ...]] | None:
    """The characters of a text file, its encoding, and what was lost; None when the bytes are no text.

    A byte order mark is left out and said so. Characters that the encoding doesn't have become U+FFFD and are
    counted. Tried in this order: byte order mark, UTF-8, UTF-16 without mark, then the one-byte encoding
    (windows-1256, ISO-8859-6, windows-1252) under which the commonest words of such texts appear.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            problem = Problem(kind="byte_order_mark", facts={"encoding": encoding})
            text, losses = _lenient(content[len(mark) :], encoding)
            return text, encoding, (problem, *losses)
    sample = content[:_SAMPLE]
    wide = _utf16_without_mark(sample)
    if wide:
        text, losses = _lenient(content, wide)
        return text, wide, losses
    if len(_BINARY.findall(sample)) > len(sample) // 100:
        return None
    try:
        return content.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        encoding = "utf-8" if _mostly_utf8(sample) else _one_byte_encoding(sample)
    text, losses = _lenient(content, encoding)
    return text, encoding, losses


def _lenient(content: bytes, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    text = content.decode(encoding, errors="replace")
    lost = text.count("\ufffd") - content.count("\ufffd".encode(encoding, errors="ignore") or b"\xff" * 9)
    if lost <= 0:
        return text, ()
    return text, (Problem(kind="undecodable", facts={"count": str(lost), "encoding": encoding}),)


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 shows in one byte of every two being a row number; ASCII alone never has one."""
    pairs = len(sample) // 2
    if pairs < 2 or (sample.count(0) == 0 and 0x06 not in sample):
        return None
    for encoding, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        rows = sample[at : pairs * 2 : 2]
        others = sample[1 - at : pairs * 2 : 2]
        expected = sum(rows.count(row) for row in _UTF16_ROWS)
        if expected > 0.95 * pairs and sum(others.count(row) for row in (0x00, 0x06)) < 0.2 * pairs:
            return encoding
    return None


def _mostly_utf8(sample: bytes) -> bool:
    """A UTF-8 file with a few broken bytes: nearly everything beyond ASCII still decodes."""
    text = sample.decode("utf-8", errors="replace")
    beyond = sum(1 for c in text if c > "\x7f")
    return text.count("\ufffd") <= max(1, beyond // 20) and beyond > 2


def _one_byte_encoding(sample: bytes) -> str:
    """The encoding under which the commonest words are found; Arabic shows in runs of high bytes."""
    high = sum(1 for byte in sample if byte > 0x7F)
    in_runs = sum(len(run) for run in re.findall(rb"[\xc0-\xff]{3,}", sample))
    candidates = ("windows-1256", "iso-8859-6") if in_runs > high // 2 else ("windows-1252",)
    return max(candidates, key=lambda encoding: _familiarity(sample, encoding))


def _familiarity(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, errors="replace")
    return sum(text.count(f" {word}") for word in _common_words()) - text.count("\ufffd")


@lru_cache(maxsize=1)
def _common_words() -> list[str]:
    data = tomllib.loads(Path(__file__).with_name("encodings.toml").read_text(encoding="utf-8"))
    return list(data["arabic"])
