"""From bytes to an official text, with the place of every character."""

from mutabaa.texts.doctor import Part, doctor
from mutabaa.texts.door import open_text
from mutabaa.texts.limits import Limits
from mutabaa.texts.official_text import FileFormat, Furniture, Mark, OfficialText, Problem, SourceFile
from mutabaa.texts.problems import Refusal, say

__all__ = [
    "FileFormat",
    "Furniture",
    "Limits",
    "Mark",
    "OfficialText",
    "Part",
    "Problem",
    "Refusal",
    "SourceFile",
    "doctor",
    "open_text",
    "say",
]
