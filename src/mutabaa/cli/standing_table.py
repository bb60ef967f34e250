"""The table of standings for a terminal: codes to the left in every language, each cell in its own direction."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mutabaa.cli.words import say
from mutabaa.reading.formats.display_width import cell, display_width, isolated
from mutabaa.register import AXES, Record, Standing, State, standings
from mutabaa.register.words import axis_name, axis_value, why
from mutabaa.vocabulary import Language, on_one_line

_BETWEEN = "  "
_WIDEST = 34


def standing_table(state: State, language: Language, *, with_reasons: bool) -> str:
    """Every commitment of a state; with reasons, under each row why each axis is what it is and on which entries."""
    found = standings(state)
    moment = state.moment
    lines = [
        isolated(
            say(
                "standing_title",
                language,
                count=len(found),
                as_at=moment.as_at,
                known_by=_known(moment.known_by),
            )
        )
    ]
    by_instrument: dict[str, list[Standing]] = {}
    for one in found:
        by_instrument.setdefault(_instrument(one.commitment, state), []).append(one)
    for instrument, ones in by_instrument.items():
        lines += ["", isolated(instrument), *_rows(instrument, ones, language, with_reasons=with_reasons)]
    return "\n".join(lines) + "\n"


def _rows(
    instrument: str, found: Sequence[Standing], language: Language, *, with_reasons: bool
) -> Iterator[str]:
    head = [
        say("code", language),
        say("addressee", language),
        *(axis_name(axis, language) for axis in AXES),
    ]
    rows = [_cells(instrument, one, language) for one in found]
    widths = [
        min(max(display_width(on_one_line(row[at])) for row in [head, *rows]), _WIDEST)
        for at in range(len(head))
    ]
    yield _line(head, widths)
    yield _BETWEEN.join("─" * width for width in widths)
    for one, row in zip(found, rows, strict=True):
        yield _line(row, widths)
        if with_reasons:
            yield from _reasons(one, language)


def _cells(instrument: str, one: Standing, language: Language) -> list[str]:
    return [
        one.code.removeprefix(instrument + "/"),
        "; ".join(_addressees(one.commitment, language)),
        *(axis_value(axis, one.axes[axis].value, language) for axis in AXES),
    ]


def _reasons(one: Standing, language: Language) -> Iterator[str]:
    for axis in AXES:
        entries = " ".join(f"#{number}" for number in one.axes[axis].rests_on)
        sentence = isolated(f"{axis_name(axis, language)}: {on_one_line(why(one.axes[axis], language))}")
        yield f"    {sentence} {entries}".rstrip()


def _addressees(commitment: Record, language: Language) -> Iterator[str]:
    """Each addressee in this language or in one that names it; not stated is said."""
    for entry in commitment.all("addressee"):
        value: Mapping[str, Any] = entry.assertion.value  # type: ignore[assignment]
        names = value.get("names") or {}
        if names:
            yield names.get(language) or next(iter(names.values()))
        else:
            yield say("the_body_itself" if value["basis"] == "self" else "not_stated", language)


def _instrument(commitment: Record, state: State) -> str:
    """The instrument a commitment stands in, up through its provisions."""
    code, seen = commitment.code, set[str]()
    while code not in seen:
        seen.add(code)
        record = state.record(code)
        if record.kind == "instrument":
            break
        code = record.value("part_of") or code
    return code


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _BETWEEN.join(cell(text, width) for text, width in zip(cells, widths, strict=True)).rstrip()


def _known(instant: Any) -> str:
    return f"{instant:%Y-%m-%d %H:%M} UTC"
