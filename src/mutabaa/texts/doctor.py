"""What this machine has for reading files, and what it lacks."""

from importlib.util import find_spec
from typing import NamedTuple

_MODEL_HOW = (
    "npm pack @tesseract.js-data/{model}; unpack 4.0.0_best_int/{model}.traineddata.gz into "
    "~/.local/share/mutabaa/tessdata (or the folder named by MUTABAA_TESSDATA)"
)


class Part(NamedTuple):
    """One part: its name, whether it is there, what it is for, and how to install it."""

    name: str
    present: bool
    purpose: str
    how: str


def doctor() -> list[Part]:
    """The parts that reading files rests on, the needed ones first, then those for scanned pages."""
    from mutabaa.texts.tesseract import MODELS, installed_models, model_folder, program

    libraries = (
        ("qalam", "Arabic text of PDF files"),
        ("pypdfium2", "PDF files: text, page images"),
        ("lxml", "Word, HTML and Akoma Ntoso files"),
        ("markdown_it", "Markdown files"),
    )
    parts = [
        Part(name, find_spec(name) is not None, purpose, "reinstall mutabaa") for name, purpose in libraries
    ]
    parts.append(
        Part(
            "bounds for parsers",
            find_spec("resource") is not None,
            "limits on memory and processor time while files from others are parsed",
            "use Linux or macOS",
        )
    )
    parts.append(
        Part(
            "tesseract",
            program() is not None,
            "scanned pages",
            "apt-get install tesseract-ocr (or brew, winget)",
        )
    )
    here = installed_models() if program() else frozenset[str]()
    for language, model in MODELS.items():
        purpose = f"scanned pages in {model} ({language})"
        parts.append(Part(f"tesseract model {model}", model in here, purpose, _MODEL_HOW.format(model=model)))
    if "ara" in here and model_folder() is None:
        how = _MODEL_HOW.format(model="ara")
        parts.append(
            Part("tesseract model ara, best", False, "five times fewer errors than the system's model", how)
        )
    return parts
