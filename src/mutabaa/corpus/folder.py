"""Which files of a folder are read, and where each reading goes."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# What a name may end with to be taken from a folder; a file named on the command line is tried whatever its name.
READABLE = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".xml", ".akn")


@dataclass(frozen=True, kw_only=True, slots=True)
class Assignment:
    """A file to read, and the file its reading is written to."""

    source: Path
    target: Path


def readable(path: Path) -> bool:
    return path.name.lower().endswith(READABLE) and not path.name.startswith((".", "~$"))


def files_of(folder: Path) -> Iterator[Path]:
    """Every file below a folder, hidden folders left out, in the order of their names."""
    for here, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))


def targets_in(out: Path, roots: Iterable[tuple[Path, Sequence[Path]]], suffix: str) -> list[Assignment]:
    """Where each file's reading goes: under `out` as the file lies under its root, its ending replaced.

    Files that would meet in one name (`a.pdf`, `a.docx`) keep their own ending before the new one.
    """
    pairs = [(file, out / file.relative_to(root)) for root, files in roots for file in files]
    stems = Counter(mirrored.with_name(_stem(mirrored.name)) for _, mirrored in pairs)
    return [
        Assignment(
            source=file,
            target=mirrored.with_name(
                (
                    _stem(mirrored.name)
                    if stems[mirrored.with_name(_stem(mirrored.name))] == 1
                    else mirrored.name
                )
                + suffix
            ),
        )
        for file, mirrored in pairs
    ]


def _stem(name: str) -> str:
    """A name without its ending.

    >>> _stem("S_RES_2541_en.txt"), _stem("report.akn.xml")
    ('S_RES_2541_en', 'report')
    """
    return Path(name).stem.removesuffix(".akn") or name
