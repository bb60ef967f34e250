"""Pair two sequences in order: the pairing with the highest total score, each element used once at most."""

from collections.abc import Callable, Sequence
from typing import TypeVar

_Row = TypeVar("_Row")
_Column = TypeVar("_Column")


def pair(
    rows: Sequence[_Row],
    columns: Sequence[_Column],
    score: Callable[[_Row, _Column], float],
    *,
    gap: float,
    reach: int = 24,
) -> list[tuple[int | None, int | None]]:
    """Index pairs in order; None where one side has no partner.

    `gap`: cost of leaving one element alone, so a pair is made when it scores above -2 * gap. Pairs are
    sought no further than `reach` places (plus the difference in length) from the same place in both.

    >>> pair("abd", "acd", lambda x, y: 1.0 if x == y else -3.0, gap=1.0)
    [(0, 0), (None, 1), (1, None), (2, 2)]
    """
    reach += abs(len(rows) - len(columns))
    best: list[dict[int, float]] = [{0: 0.0}]
    for column in range(1, min(len(columns), reach) + 1):
        best[0][column] = -gap * column
    step: list[dict[int, str]] = [dict.fromkeys(range(1, len(columns) + 1), "column")]
    for row in range(1, len(rows) + 1):
        line: dict[int, float] = {}
        took: dict[int, str] = {}
        above = best[row - 1]
        for column in range(max(0, row - reach), min(len(columns), row + reach) + 1):
            choices = []
            if column and column - 1 in above:
                choices.append((above[column - 1] + score(rows[row - 1], columns[column - 1]), 2, "both"))
            if column in above:
                choices.append((above[column] - gap, 1, "row"))
            if column and column - 1 in line:
                choices.append((line[column - 1] - gap, 0, "column"))
            line[column], _, took[column] = max(choices)
        best.append(line)
        step.append(took)
    return _walk_back(step, len(rows), len(columns))


def _walk_back(step: list[dict[int, str]], row: int, column: int) -> list[tuple[int | None, int | None]]:
    found: list[tuple[int | None, int | None]] = []
    while row or column:
        move = step[row][column] if row else "column"
        if not column:
            move = "row"
        row -= move != "column"
        column -= move != "row"
        found.append((row if move != "column" else None, column if move != "row" else None))
    return found[::-1]
