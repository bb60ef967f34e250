"""Every figure beside its target and its floor: `make evaluate`; `FULL=1` for all documents, `RAISE=1` for new floors.

Fails when a figure falls below its floor: a regression. Falling short of a target is said, and counted, but passes.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from evaluation import documents, mali, paragraphs, pdf_text, speed
from evaluation.figures import Figure, floors, raise_floors

ROOT = Path(__file__).resolve().parents[1]
MUTABAA = Path(sys.executable).with_name("mutabaa")
SHARE = 0.1
# A floor holds for the documents it was measured on: all of them, or the sample.
SAMPLE, ALL = "documents", "all documents"
ONLY_OF_ALL = (ALL, "speed: all")


def corpora() -> Path | None:
    """Where the development corpora are; None on a machine that doesn't have them."""
    folder = Path(os.environ.get("MUTABAA_SHARED", ROOT.parent / "shared")) / "corpora"
    return folder if folder.is_dir() else None


def measure(folder: Path, share: float) -> Iterator[Figure]:
    """Every figure, in the order of the table, as soon as it is known."""
    yield from mali.measure(folder)
    yield from paragraphs.measure(folder, MUTABAA)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        gold = documents.sample(folder, share, place)
        yield from documents.measure(folder, MUTABAA, gold, place, ALL if share >= 1 else SAMPLE)
        yield drafts_as_pdf(folder)
        yield from speed.measure(folder, MUTABAA, place / "texts-lines")
        if share >= 1:
            yield speed.whole_corpus(MUTABAA, place / "texts-lines", place)


def drafts_as_pdf(folder: Path) -> Figure:
    """Character errors of Security Council drafts read from PDF."""
    told = pdf_text.measure(folder.parent)
    rate, note = told["character_error_rate"], f"{told['errors']} of {told['characters']} characters"
    assert isinstance(rate, float)
    return Figure(name="PDF: character errors", value=rate, target=0.005, lower_is_better=True, note=note)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make evaluate", description=__doc__)
    parser.add_argument("--full", action="store_true", help=f"all UN documents, not {SHARE:.0%} of them")
    parser.add_argument(
        "--raise", dest="raising", action="store_true", help="write better figures down as floors"
    )
    options = parser.parse_args()
    folder = corpora()
    if folder is None:
        print(
            "The development corpora are not on this machine (MUTABAA_SHARED names their folder): nothing measured."
        )
        return 0
    held, figures = floors(), []
    print(
        f"UN documents: {'all' if options.full else f'{SHARE:.0%} of them, by hash of their key; FULL=1 for all'}\n"
    )
    print(f"{'':44} {'measured':>9} {'target':>9} {'floor':>9}")
    for figure in measure(folder, 1.0 if options.full else SHARE):
        figures.append(figure)
        print(figure.row(held.get(figure.name)), flush=True)
    if options.raising:
        raise_floors(figures)
        held = floors()
    unmeasured = (f"{SAMPLE}, ", f"{SAMPLE}: ") if options.full else ONLY_OF_ALL
    return verdict(figures, {name: floor for name, floor in held.items() if not name.startswith(unmeasured)})


def verdict(figures: list[Figure], held: dict[str, float]) -> int:
    """Say what falls short; 1 when a floor was broken or a figure that has one is gone."""
    targets = [figure for figure in figures if figure.target is not None]
    reached = sum(not figure.falls_short_of(figure.target) for figure in targets)
    broken = [figure.name for figure in figures if figure.falls_short_of(held.get(figure.name))]
    gone = sorted(held.keys() - {figure.name for figure in figures})
    print(f"\n{reached} of {len(targets)} targets reached; {len(broken) + len(gone)} below the floor.")
    for name in broken:
        print(f"  fell below its floor: {name}")
    for name in gone:
        print(f"  no longer measured: {name}")
    return 1 if broken or gone else 0


if __name__ == "__main__":
    sys.exit(main())
