"""CSV: one row an act, for other programs; concerns follow as rows of their own."""

import csv
from collections.abc import Iterable
from io import StringIO

from mutabaa.reading.formats.cells import ACT_COLUMNS, Cell, act_cells, concern_cells, harmless
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language

# The first column says what a row is; a concern fills `code`, `passage`, `quotation` and `message`.
COLUMNS = ("row", "document", *ACT_COLUMNS, "message")
_QUOTATION, _PASSAGE = ACT_COLUMNS.index("quotation"), ACT_COLUMNS.index("passage")


def csv_of(readings: Iterable[Reading], language: Language | None = None) -> str:
    """RFC 4180 with a heading row and the keys of the codebook as values, in every language the same.

    The first column is `act` or `concern`. Text that a spreadsheet could take for a formula begins with an
    apostrophe. `language` is that of the concerns' messages; each document's own when None.
    """
    held = list(readings)
    out = StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    write.writerow(COLUMNS)
    for reading in held:
        for row in act_cells(reading):
            write.writerow(["act", harmless(reading.address), *map(harmless, row), None])
    for reading in held:
        for _, place, message, quotation in concern_cells(reading, language or reading.language):
            cells: list[Cell] = [None] * len(ACT_COLUMNS)
            cells[_PASSAGE], cells[_QUOTATION] = place, quotation
            write.writerow(["concern", harmless(reading.address), *map(harmless, cells), harmless(message)])
    return out.getvalue()
