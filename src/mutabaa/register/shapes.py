"""The shapes a value may have: each is a function that gives what is wrong with a value, or None."""

import re
from collections.abc import Callable, Mapping

from mutabaa.register.canonical import Value
from mutabaa.vocabulary import LANGUAGES
from mutabaa.vocabulary.dates import PartialDate

Shape = Callable[[Value], str | None]


def text(value: Value) -> str | None:
    return None if isinstance(value, str) and value.strip() else "not a text, or an empty one"


def code(value: Value) -> str | None:
    """A public address of a record."""
    return None if isinstance(value, str) and value and value == value.strip() else "not a code"


def partial_date(value: Value) -> str | None:
    try:
        return None if isinstance(value, str) and PartialDate.from_iso(value) else "not a date"
    except ValueError as wrong:
        return str(wrong)


def whole(value: Value) -> str | None:
    """A number of things or a place in a text."""
    return None if type(value) is int and value >= 0 else "not a whole number"


def flag(value: Value) -> str | None:
    return None if isinstance(value, bool) else "neither true nor false"


def nothing(value: Value) -> str | None:
    """The statement says it all."""
    return None if value is None else "this statement has no value"


def sha256(value: Value) -> str | None:
    good = isinstance(value, str) and re.fullmatch(r"[0-9a-f]{64}", value)
    return None if good else "not a SHA-256 in hexadecimal"


def choice(*allowed: str | int) -> Shape:
    def shape(value: Value) -> str | None:
        # True is not 1 here.
        good = not isinstance(value, bool) and value in allowed
        return None if good else f"not one of {', '.join(map(str, allowed))}"

    return shape


def many(shape: Shape) -> Shape:
    """A list, each of this shape."""

    def listed(value: Value) -> str | None:
        if not isinstance(value, list | tuple):
            return "not a list"
        return next(filter(None, map(shape, value)), None)

    return listed


def per_language(shape: Shape) -> Shape:
    """A value a language; languages are rows, any of them may be absent."""

    def spoken(value: Value) -> str | None:
        if not isinstance(value, Mapping) or not set(value) <= set(LANGUAGES):
            return "not words by language"
        return next(filter(None, map(shape, value.values())), None)

    return spoken


def fields(required: Mapping[str, Shape], **optional: Shape) -> Shape:
    """Named fields and no others; an optional one may be null or absent."""

    def shape(value: Value) -> str | None:
        if not isinstance(value, Mapping):
            return "not fields"
        if missing := next((name for name in required if name not in value), None):
            return f"without {missing}"
        for name, inner in value.items():
            inner_shape = required.get(name) or optional.get(name)
            if inner_shape is None:
                return f"no such field: {name}"
            if inner is None and name not in required:
                continue
            if wrong := inner_shape(inner):
                return f"{name}: {wrong}"
        return None

    return shape


def decimal(value: Value) -> str | None:
    """An exact amount, written out: "1500000.50". Never a float, never with a sign or an exponent."""
    good = isinstance(value, str) and re.fullmatch(r"(0|[1-9][0-9]{0,23})(\.[0-9]{1,6})?", value)
    return None if good else "not an exact amount, written in digits"


def currency(value: Value) -> str | None:
    """A currency by its three letters (ISO 4217)."""
    return None if isinstance(value, str) and re.fullmatch(r"[A-Z]{3}", value) else "not a currency"


def between(least: Shape, **optional: Shape) -> Shape:
    """A range of whole numbers, `least` to `most`; both the same where one number was given."""
    inner = fields({"least": least, "most": least}, **optional)

    def shape(value: Value) -> str | None:
        if wrong := inner(value):
            return wrong
        assert isinstance(value, Mapping)
        return None if int(str(value["least"])) <= int(str(value["most"])) else "least is more than most"

    return shape


def stretch(value: Value) -> str | None:
    """When something happened, as far as is known: `from` a date, `to` another; `words` as it was told."""
    wrong = _STRETCH(value)
    if wrong or not isinstance(value, Mapping) or value.get("to") is None:
        return wrong
    first, last = (PartialDate.from_iso(str(value[end])) for end in ("from", "to"))
    return None if first.first_day <= last.last_day else "it ends before it begins"


_STRETCH = fields({"from": partial_date}, to=partial_date, words=text)


# Where words stand in the text of a version as published, in code points; `page` counts from 1.
place = fields({"start": whole, "end": whole}, page=whole)
quotation = fields({"text": text, "start": whole, "end": whole}, page=whole)
