"""Every rendering ends with its concerns: what the reader did not understand, and what the file did not give."""

from collections.abc import Iterator
from dataclasses import dataclass

from mutabaa.reading.formats.messages import concern_message, problem_message
from mutabaa.reading.formats.words import word
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernRow:
    """A concern as a sentence. `place`: path of the passage or page of the file, empty where it has none."""

    kind: str
    place: str
    message: str
    quotation: str


def concern_rows(reading: Reading, language: Language) -> Iterator[ConcernRow]:
    """Problems of the file first, then the concerns of the reading, in their order."""
    page = word(language, "labels", "page")
    for problem in reading.official_text.problems:
        yield ConcernRow(
            kind=problem.kind,
            place=f"{page} {problem.page}" if problem.page else "",
            message=problem_message(problem, language),
            quotation="",
        )
    for concern in reading.concerns:
        yield ConcernRow(
            kind=concern.kind,
            place=concern.passage or "",
            message=concern_message(concern, language),
            quotation=concern.quote.text if concern.quote else "",
        )
