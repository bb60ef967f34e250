"""Whose resolution a number is: the symbol that its form, its date and its adopting body make."""

import re

from mutabaa.reading.citations.numbers import Number

# The General Assembly has numbered by session and resolution since its thirty-first session (1976).
_FIRST_SLASHED_SESSION = 31
# Session n of the General Assembly opens in 1945 + n; the Human Rights Council has met about three times a year
# since 2006, so that its session n falls in 2005 + n / 3, give or take a year.
_ASSEMBLY_BEGAN, _COUNCIL_BEGAN, _COUNCIL_SESSIONS_A_YEAR = 1945, 2005, 3
# No session of the Human Rights Council is so high before the late 2020s: such a number is the Assembly's.
_COUNCIL_REACHES = 66
_SERIES = {"un/ga": "A", "un/hrc": "A/HRC", "council": "A/HRC"}
_BEYOND_ASSEMBLY = re.compile(r"XXX[IVX]+|X?L[IVX]*")


def symbol_of(
    number: Number, kind: str, named: str | None, own: bool, body: str | None, year: int | None
) -> str | None:
    """The symbol of a numbered resolution or decision, None when number and body don't tell.

    `kind`: "RES" or "DEC". `named`: key of the body the text names with it (`council`: "the Council" alone; `other`:
    a body whose symbols aren't known here). `own`: the text says "its". `body`: key of the body that adopted the
    citing text. `year`: of the date that follows the number.
    """
    if number.form == "suffixed":
        return number.first
    if number.form == "bare":
        return f"S/{kind}/{number.first}" if "un/sc" in (named, body if named is None else None) else None
    if number.form == "year":
        return f"S/{kind}/{number.first} ({number.second})" if named != "other" else None
    if named in ("other", "stranger"):
        return None
    if number.form == "session":
        series = "E" if named == "un/ecosoc" or _BEYOND_ASSEMBLY.fullmatch(number.second) else "A"
        return f"{series}/{kind}/{number.first}({number.second})"
    if named == "un/unea":
        return f"UNEP/EA.{number.first}/{kind.capitalize()}.{number.second}"
    if number.yearly:
        if kind == "DEC":
            return None
        return f"{'E/CN.4' if named == 'un/chr' else 'E'}/{kind}/{number.written}"
    series = "A" if number.special == "ES-" else _SERIES.get(named or "", "")
    series = series or _by_date(number, year) or _by_form(number, own, body)
    if kind == "DEC" and series != "A/HRC":
        # Decisions of the General Assembly and of the Economic and Social Council have no document of their own.
        return None
    return f"{series}/{kind}/{number.written}" if series else None


def may_be(number: Number, body: str | None) -> bool:
    """Whether a number may be one of the Human Rights Council's, when that is the body named around it."""
    return (
        body != "un/hrc"
        or bool(number.special)
        or not number.first.isdigit()
        or int(number.first) < _COUNCIL_REACHES
    )


def _by_date(number: Number, year: int | None) -> str:
    """Series of a number such as 70/1 or 34/5 by the year of its adoption."""
    if year is None or number.special:
        return ""
    session = int(number.first)
    if year - _ASSEMBLY_BEGAN - session in (0, 1):
        return "A"
    return "A/HRC" if abs(year - _COUNCIL_BEGAN - session / _COUNCIL_SESSIONS_A_YEAR) <= 1.5 else ""


def _by_form(number: Number, own: bool, body: str | None) -> str:
    """Series of a number such as 70/1, 31/2 or S-24/1 by its form and the body that cites it."""
    early = not number.special and int(number.first) < _FIRST_SLASHED_SESSION
    if body == "un/hrc" and (own or early or number.special):
        return "A/HRC"
    return "" if early else "A"
