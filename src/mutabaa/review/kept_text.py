"""A text as published, kept with its places, so that it can be shown and read again without its file."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from mutabaa.reading import Reading
from mutabaa.register.canonical import Value, canonical
from mutabaa.texts import Furniture, Mark, OfficialText, SourceFile
from mutabaa.vocabulary import Language, direction


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptText:
    """The text of a version. `file`, `file_name`: SHA-256 and name of its file. `reader`: the reader's version.

    `official`: the text, its pages, its furniture and marks; its file's bytes are kept elsewhere and left out.
    """

    language: Language
    reader: str
    official: OfficialText

    @property
    def text(self) -> str:
        return self.official.text

    @property
    def format(self) -> str:
        return self.official.format

    @property
    def file(self) -> str:
        return self.official.source.sha256

    @property
    def file_name(self) -> str:
        return self.official.source.name

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def pages(self) -> tuple[tuple[int, int], ...]:
        """Where each page begins and ends."""
        starts = self.official.page_starts
        return tuple(zip(starts, (*starts[1:], len(self.text)), strict=True))

    @property
    def name(self) -> str:
        """SHA-256 of its canonical bytes: the same file read alike has one text."""
        return sha256(canonical(self.plain())).hexdigest()

    def words_at(self, start: int, end: int) -> str:
        """The words between two places, page furniture left out, on one line: to be held against a quotation."""
        cut, here = [], start
        for one in sorted(self.official.furniture, key=lambda one: one.start):
            if one.end > here and one.start < end:
                cut.append(self.text[here : max(here, one.start)])
                here = one.end
        return " ".join("".join([*cut, self.text[here:end]]).split())

    def page_of(self, offset: int) -> int:
        return bisect_right(self.official.page_starts, offset)

    @classmethod
    def of(cls, reading: Reading) -> "KeptText":
        return cls(language=reading.language, reader=reading.reader, official=reading.official_text)

    def plain(self) -> dict[str, Value]:
        """As plain values."""
        one = self.official
        return {
            "language": self.language,
            "reader": self.reader,
            "file": one.source.sha256,
            "file_name": one.source.name,
            "format": one.format,
            "text": one.text,
            "page_starts": list(one.page_starts),
            "furniture": [[each.kind, each.start, each.end] for each in one.furniture],
            "marks": [[each.kind, each.start, each.end, each.value] for each in one.marks],
            "declared": [[name, value] for name, value in sorted(one.declared.items())],
            "encoding": one.encoding,
            "ocr_pages": list(one.ocr_pages),
            "language_hint": one.language_hint,
        }

    @classmethod
    def from_plain(cls, fields: Mapping[str, Any]) -> "KeptText":
        return cls(
            language=fields["language"],
            reader=fields["reader"],
            official=OfficialText(
                source=SourceFile(name=fields["file_name"], content=b"", sha256=fields["file"]),
                format=fields["format"],
                text=fields["text"],
                page_starts=tuple(fields["page_starts"]),
                furniture=tuple(Furniture(kind=k, start=s, end=e) for k, s, e in fields["furniture"]),
                marks=tuple(Mark(kind=k, start=s, end=e, value=v) for k, s, e, v in fields["marks"]),
                declared=dict(fields["declared"]),
                encoding=fields["encoding"],
                ocr_pages=tuple(fields["ocr_pages"]),
                language_hint=fields["language_hint"],
            ),
        )
