"""A figure: what was measured, what the product promises, and the floor it may not fall below again."""

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measure. `name`: its key in floors.toml. `target`: what the product promises, None where it only reports.

    `steady`: the same on every machine, so that the floor is the measured value itself; times and sizes aren't.
    """

    name: str
    value: float
    target: float | None = None
    lower_is_better: bool = False
    steady: bool = True
    unit: str = ""
    note: str = ""
    details: tuple[str, ...] = ()

    def falls_short_of(self, mark: float | None) -> bool:
        """Whether the figure misses a mark (a target or a floor); never, where there is none."""
        if mark is None:
            return False
        return self.value > mark if self.lower_is_better else self.value < mark

    def row(self, floor: float | None) -> str:
        """Name, measured, target, floor, a word where it falls short, and the counts; details on lines of their own."""
        short = "BELOW THE FLOOR" if self.falls_short_of(floor) else ""
        short = short or ("short of target" if self.falls_short_of(self.target) else "")
        said = ": ".join(part for part in (short, self.note) if part)
        cells = [
            f"{self.name:44}",
            f"{_shown(self.value):>9}",
            f"{_shown(self.target):>9}",
            f"{_shown(floor):>9}",
        ]
        return "\n    ".join([" ".join([*cells, f"{self.unit:5}", said]).rstrip(), *self.details])


def _shown(value: float | None) -> str:
    if value is None:
        return "-"
    return (
        f"{value:.0f}"
        if value == int(value) and value > 1
        else f"{value:.4g}"
        if value >= 1
        else f"{value:.4f}"
    )


def floors() -> dict[str, float]:
    """The floors by the name of their figure."""
    return tomllib.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.exists() else {}


def raise_floors(figures: list[Figure]) -> None:
    """Write down what was measured where it is better than the floor, or where there was none.

    Times, speeds and sizes differ between machines: their floors are written by hand.
    """
    held = floors()
    for figure in figures:
        if figure.steady and not figure.falls_short_of(held.get(figure.name)):
            cautious = math.ceil if figure.lower_is_better else math.floor
            held[figure.name] = cautious(round(figure.value * 10_000, 3)) / 10_000
    head = "# Written by `make evaluate RAISE=1`, raised as the reader improves, never lowered without saying why.\n"
    lines = "".join(f'"{name}" = {held[name]:g}\n' for name in sorted(held))
    FLOORS.write_text(
        head + "# Times and sizes are set by hand, with room for a busy machine.\n" + lines, encoding="utf8"
    )
