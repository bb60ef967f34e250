"""Tesseract, as this machine has it: the program, its language models, and running it on one image."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mutabaa.texts.page_image import Picture
from mutabaa.vocabulary import Language

# Language models go by ISO 639-2 codes.
MODELS: dict[Language, str] = {"ar": "ara", "en": "eng", "fr": "fra"}
# How Tesseract is to see a picture (its page segmentation modes): a block of lines; one line; one line as it is.
ONE_BLOCK, ONE_LINE, RAW_LINE = "6", "7", "13"


@dataclass(frozen=True, slots=True)
class Word:
    """A word recognised: its line (picture, block, paragraph, line), its place on the page in pixels, and confidence
    in per cent."""

    line: tuple[int, int, int, int]
    left: int
    top: int
    width: int
    height: int
    confidence: float
    letters: str


def program() -> str | None:
    """Where Tesseract is installed, if it is."""
    return shutil.which("tesseract")


def model_folder() -> Path | None:
    """The folder of language models: $MUTABAA_TESSDATA, else mutabaa/tessdata among the user's data, if there.

    Models of that folder go before those the system has: Debian's Arabic model makes five times the errors of the
    one we name in the documentation.
    """
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    named = os.environ.get("MUTABAA_TESSDATA")
    for folder in ([Path(named)] if named else []) + [data / "mutabaa" / "tessdata"]:
        if any(folder.glob("*.traineddata")):
            return folder
    return None


@lru_cache(maxsize=1)
def installed_models() -> frozenset[str]:
    """The models that can be used, by Tesseract's names for them."""
    folder = model_folder()
    if folder is not None:
        return frozenset(path.stem for path in folder.glob("*.traineddata"))
    tesseract = program()
    if tesseract is None:
        return frozenset()
    listed = subprocess.run(
        [tesseract, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
    )
    return frozenset(listed.stdout.split()[1:])


def recognise(
    pictures: list[Picture], models: str, *, layout: str = ONE_BLOCK, seconds: float
) -> list[list[Word]]:
    """The words of each picture in reading order, their places those of the page.

    Raises subprocess.TimeoutExpired when it takes too long; where nothing was recognised the list is empty.
    """
    tesseract = program()
    read: list[list[Word]] = [[] for _ in pictures]
    if tesseract is None or not pictures:
        return read
    folder = model_folder()
    with tempfile.TemporaryDirectory() as place:
        # One run for all: loading the model takes longer than reading a block.
        names = [Path(place) / f"{number}.pgm" for number in range(len(pictures))]
        for name, picture in zip(names, pictures, strict=True):
            name.write_bytes(picture.pgm())
        listed = Path(place) / "pictures.txt"
        listed.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
        command = [tesseract, str(listed), "stdout", "-l", models, "--psm", layout]
        command += ["--tessdata-dir", str(folder)] if folder else []
        # The configuration file "tsv" isn't beside models that were brought in.
        command += ["-c", "tessedit_create_tsv=1"]
        ran = subprocess.run(command, capture_output=True, timeout=max(seconds, 1), check=False)
    for row in ran.stdout.decode("utf-8", errors="replace").splitlines():
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == "5" and cells[11].strip():
            at = int(cells[1]) - 1
            read[at].append(_word(cells, pictures[at], at))
    return read


def _word(cells: list[str], picture: Picture, at: int) -> Word:
    left, top, width, height = (int(cell) for cell in cells[6:10])
    return Word(
        line=(at, int(cells[2]), int(cells[3]), int(cells[4])),
        left=left + picture.left,
        top=top + picture.top,
        width=width,
        height=height,
        confidence=float(cells[10]),
        letters=cells[11].strip(),
    )
