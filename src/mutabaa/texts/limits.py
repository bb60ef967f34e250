"""How much of a machine one file may take."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Bounds for one file.

    `megabytes`: of the file itself. `characters`: of its text, whose reading takes memory by its length.
    `unpacked_megabytes`: of what a compressed file unpacks to. `pages`: read at most; the rest is reported.
    `seconds`: of wall time for parsing, `ocr_seconds` for the pages that are images. `memory_megabytes`: address
    space of the child process that parses PDF, DOCX, HTML and images.
    """

    megabytes: int = 64
    characters: int = 6_000_000
    unpacked_megabytes: int = 256
    pages: int = 1000
    seconds: int = 60
    ocr_seconds: int = 600
    memory_megabytes: int = 1536
