"""The columns of the flat renderings (CSV, spreadsheet), and words made safe for a spreadsheet."""

from collections.abc import Iterator

from mutabaa.reading.formats.concerns import concern_rows
from mutabaa.reading.formats.rows import ActRow, act_rows
from mutabaa.reading.formats.words import word
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language

Cell = str | int | None

ACT_COLUMNS = (
    "code", "passage", "number", "act", "act_kind", "force", "verb", "addressees", "basis", "action", "deadline",
    "deadline_kind", "deadline_value", "reiterated", "instruments", "quotation", "page", "start", "end", "rule",
)  # fmt: skip
CONCERN_COLUMNS = ("document", "passage", "concern", "quotation")

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def act_cells(reading: Reading, language: Language | None = None) -> Iterator[list[Cell]]:
    """One row an act, in ACT_COLUMNS. With a language, classes and kinds are said in it; without, they are the keys."""
    for row in act_rows(reading):
        act = row.act
        deadlines = act.deadlines
        yield [
            row.code,
            _say(language, "passage_kinds", row.passage.kind),
            row.passage.number,
            _say(language, "acts", act.act),
            _say(language, "act_kinds", act.kind),
            act.force,
            act.verb.text,
            _several(quote.text for quote in act.addressees),
            _say(language, "basis", act.basis) if act.basis else None,
            act.action.text if act.action else None,
            _several(deadline.quote.text for deadline in deadlines),
            _several(_say(language, "deadline_kinds", deadline.kind) for deadline in deadlines),
            _several(deadline.value or "" for deadline in deadlines),
            _yes_or_no(act.reiterated, language),
            _several(_instruments(row)),
            row.quotation,
            reading.official_text.page_of(act.verb.start),
            act.verb.start,
            act.verb.end,
            act.rule,
        ]


def concern_cells(reading: Reading, language: Language) -> Iterator[list[Cell]]:
    """One row a concern, in CONCERN_COLUMNS."""
    for row in concern_rows(reading, language):
        yield [reading.address, row.place, row.message, row.quotation]


def harmless(value: Cell) -> Cell:
    """A value a spreadsheet will not take for a formula: an apostrophe before what could begin one.

    >>> harmless("=1+1"), harmless("- the parties"), harmless("urges"), harmless(-1)
    ("'=1+1", "'- the parties", 'urges', -1)
    """
    if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA):
        return "'" + value
    return value


def _instruments(row: ActRow) -> Iterator[str]:
    """Instruments cited within the words of the act."""
    starts = [act.verb.start for act in row.passage.acts]
    begins = row.act.verb.start
    ends = min((start for start in starts if start > begins), default=row.passage.end)
    for instrument in row.passage.instruments:
        if begins <= instrument.quote.start < ends:
            yield instrument.symbol or instrument.quote.text


def _several(values: Iterator[str]) -> str | None:
    """Values in one cell, one a line; None where there is nothing to say."""
    return "\n".join(values).strip("\n") or None


def _say(language: Language | None, table: str, key: str) -> str:
    return word(language, table, key) if language else key


def _yes_or_no(value: bool, language: Language | None) -> str:
    key = "yes" if value else "no"
    return word(language, "labels", key) if language else key
