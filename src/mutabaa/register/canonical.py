"""Canonical JSON: one sequence of bytes for one value, so that a hash of it means something (RFC 8785, a subset)."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "bool | int | str | Sequence[Value] | Mapping[str, Value] | None"

_KEY = re.compile(r"[a-z][a-z0-9_]*")
# Beyond these a reader whose numbers are IEEE 754 doubles reads another number (RFC 7493).
_LARGEST = 2**53 - 1
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class NotCanonical(ValueError):
    """A value that has no canonical form: a float, a number too large, a key or a character that isn't allowed."""


def canonical(value: Value) -> bytes:
    """The value as UTF-8 JSON without spaces, keys in order, every character that need not be escaped as itself.

    Text is kept to the letter, not normalised: quotations are evidence. Keys are small ASCII words, which makes the
    order of code points and that of UTF-16 units (RFC 8785) the same. There are no floats: amounts are decimals
    written as text. Raises NotCanonical.

    >>> canonical({"says": "lifecycle", "number": 3, "ok": None}).decode()
    '{"number":3,"ok":null,"says":"lifecycle"}'
    """
    _check(value)
    try:
        return _ENCODER.encode(value).encode()
    except UnicodeEncodeError as broken:
        raise NotCanonical(f"half a character (a lone surrogate): {broken.object[:40]!r}") from broken


def _check(value: Value) -> None:
    if value is None or isinstance(value, bool | str):
        return
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise NotCanonical(f"a number beyond 2^53: {value}")
    elif isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str) or not _KEY.fullmatch(key):
                raise NotCanonical(f"not a key: {key!r}")
            _check(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check(inner)
    else:
        raise NotCanonical(f"not a JSON value without floats: {type(value).__name__}")
