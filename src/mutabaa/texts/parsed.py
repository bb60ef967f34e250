"""What a parser makes of a file's bytes, before page furniture is looked for."""

from dataclasses import dataclass, field

from mutabaa.texts.official_text import Mark, Problem
from mutabaa.vocabulary import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Parsed:
    """Text in reading order with its pages and marks; the fields mean what they mean in `OfficialText`."""

    text: str
    page_starts: tuple[int, ...] = (0,)
    marks: tuple[Mark, ...] = ()
    declared: dict[str, str] = field(default_factory=dict)
    encoding: str | None = None
    ocr_pages: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    language_hint: Language | None = None
