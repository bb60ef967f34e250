"""The table a terminal shows: header facts, one row an act, the concerns at the end."""

from collections.abc import Iterator

from mutabaa.reading.findings import Act
from mutabaa.reading.formats.concerns import concern_rows
from mutabaa.reading.formats.display_width import cell, display_width, isolated, shortened
from mutabaa.reading.formats.rows import (
    ActRow,
    act_rows,
    addressee_words,
    count_line,
    deadline_words,
    fact_lines,
)
from mutabaa.reading.formats.words import word
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language, on_one_line

NARROWEST = 60
_BETWEEN = "  "
_COLUMNS = ("code", "act", "addressees", "deadline", "quotation")


def table_of(reading: Reading, language: Language, width: int) -> str:
    """A reading as lines no wider than `width` columns (60 at least).

    Columns run left to right in every language, code first, so that the code stands where the eye looks for it; each
    cell keeps its own direction whether or not the terminal orders right-to-left text.
    """
    width = max(width, NARROWEST)
    parts = ["\n".join(_header(reading, language, width)), "\n".join(_acts(reading, language, width))]
    parts.append("\n".join(_concerns(reading, language, width)))
    return "\n\n".join(parts) + "\n"


def _header(reading: Reading, language: Language, width: int) -> Iterator[str]:
    facts = list(fact_lines(reading, language))
    label_width = max(display_width(label) for label, _ in facts)
    for label, value in facts:
        room = width - label_width - len(_BETWEEN)
        yield cell(label, label_width) + _BETWEEN + isolated(shortened(on_one_line(value), room))


def _acts(reading: Reading, language: Language, width: int) -> Iterator[str]:
    yield from _wrapped(count_line(reading, language), width)
    rows = [_cells(row, language) for row in act_rows(reading)]
    if not rows:
        yield isolated(word(language, "labels", "no_acts"))
        return
    headings = [word(language, "labels", column) for column in _COLUMNS]
    widths = _widths([headings, *rows], width)
    yield _line(*zip(headings, widths, strict=True))
    yield _BETWEEN.join("─" * column for column in widths)
    for row in rows:
        yield _line(*zip(row, widths, strict=True))
    yield from _wrapped(word(language, "labels", "read_note"), width)


def _cells(row: ActRow, language: Language) -> list[str]:
    act_class = word(language, "acts", row.act.act)
    if row.act.reiterated:
        act_class += f" ({word(language, 'labels', 'reiterated').lower()})"
    return [
        row.short_code,
        act_class,
        addressee_words(row.act, language),
        _deadline(row.act, language),
        row.quotation,
    ]


def _deadline(act: Act, language: Language) -> str:
    """A date as read, which is short and sorts; any other deadline in the document's words."""
    if act.deadlines and (first := act.deadlines[0]).kind == "date" and first.value:
        return first.value
    return deadline_words(act, language)


def _widths(rows: list[list[str]], width: int) -> list[int]:
    """Width of each column: what its words need up to a bound; the quotation has the rest, a third at least."""
    room = width - len(_BETWEEN) * (len(_COLUMNS) - 1)
    bounds = (0.14, 0.21, 0.26, 0.22)
    widths = [
        min(max(display_width(on_one_line(row[index])) for row in rows), int(room * bound))
        for index, bound in enumerate(bounds)
    ]
    while sum(widths) > room * 2 // 3:
        widths[widths.index(max(widths))] -= 1
    return [*widths, room - sum(widths)]


def _concerns(reading: Reading, language: Language, width: int) -> Iterator[str]:
    rows = list(concern_rows(reading, language))
    if not rows:
        yield isolated(word(language, "labels", "no_concerns"))
        return
    yield isolated(f"{word(language, 'labels', 'concerns')} ({len(rows)})")
    place_width = min(max(display_width(row.place) for row in rows), 16)
    for row in rows:
        room = width - place_width - len(_BETWEEN)
        lines = list(_wrapped(row.message, room))
        if row.quotation:
            lines.append(isolated(shortened(on_one_line(row.quotation), room)))
        for index, line in enumerate(lines):
            yield cell(row.place if index == 0 else "", place_width) + _BETWEEN + line


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of whole words, each isolated."""
    line = ""
    for piece in on_one_line(text).split(" "):
        longer = f"{line} {piece}" if line else piece
        if line and display_width(longer) > width:
            yield isolated(line)
            line = piece
        else:
            line = longer
    yield isolated(line)


def _line(*cells: tuple[str, int]) -> str:
    return _BETWEEN.join(cell(text, width) for text, width in cells).rstrip()
