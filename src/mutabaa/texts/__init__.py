"""From bytes to an official text, with the place of every character."""

from mutabaa.texts.official_text import FileFormat, Furniture, Mark, OfficialText, Problem, SourceFile

__all__ = ["FileFormat", "Furniture", "Mark", "OfficialText", "Problem", "SourceFile"]
