"""What a parser makes of a file's bytes, before page furniture is looked for; and its passage between processes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from mutabaa.texts.official_text import Furniture, Mark, Problem
from mutabaa.vocabulary import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Parsed:
    """Text in reading order with its pages and marks; the fields mean what they mean in `OfficialText`.

    `furniture` is what the file's own mark-up sets apart, such as the header of a Word document or the menu of a web
    page.
    """

    text: str
    page_starts: tuple[int, ...] = (0,)
    furniture: tuple[Furniture, ...] = ()
    marks: tuple[Mark, ...] = ()
    declared: dict[str, str] = field(default_factory=dict)
    encoding: str | None = None
    ocr_pages: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    language_hint: Language | None = None


def as_record(parsed: Parsed) -> dict[str, Any]:
    """Plain lists and dictionaries that JSON can hold."""
    return asdict(parsed)


def from_record(record: Mapping[str, Any]) -> Parsed:
    """What `as_record` was given. Raises KeyError or TypeError for anything else: the other side isn't trusted."""
    return Parsed(
        text=str(record["text"]),
        page_starts=tuple(int(start) for start in record["page_starts"]),
        furniture=tuple(Furniture(**piece) for piece in record["furniture"]),
        marks=tuple(Mark(**mark) for mark in record["marks"]),
        declared={str(key): str(value) for key, value in record["declared"].items()},
        encoding=record["encoding"],
        ocr_pages=tuple(int(page) for page in record["ocr_pages"]),
        problems=tuple(Problem(**problem) for problem in record["problems"]),
        language_hint=record["language_hint"],
    )
