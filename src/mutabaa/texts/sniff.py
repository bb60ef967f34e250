"""What a file is: its content says so first, its name only where the content leaves it open."""

import re
from typing import Final, NamedTuple

from mutabaa.texts.official_text import FileFormat
from mutabaa.texts.problems import refusal

FORMAT_NAMES: Final[dict[FileFormat, str]] = {
    "pdf": "PDF",
    "docx": "DOCX",
    "html": "HTML",
    "markdown": "Markdown",
    "text": "TXT",
    "akn": "Akoma Ntoso",
}
_BY_EXTENSION: dict[str, FileFormat] = {
    "pdf": "pdf",
    "docx": "docx",
    "docm": "docx",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "md": "markdown",
    "markdown": "markdown",
    "txt": "text",
    "text": "text",
    "akn": "akn",
    "xml": "akn",
}
# Beginnings of formats that are known but not read, and what to save them as.
_OTHERS = (
    (b"{\\rtf", "RTF", "DOCX"),
    (b"\x89PNG", "PNG", "PDF"),
    (b"\xff\xd8\xff", "JPEG", "PDF"),
    (b"II*\x00", "TIFF", "PDF"),
    (b"MM\x00*", "TIFF", "PDF"),
    (b"GIF8", "GIF", "PDF"),
    (b"\x1f\x8b", "gzip", "PDF / DOCX"),
    (b"7z\xbc\xaf", "7-Zip", "PDF / DOCX"),
    (b"Rar!", "RAR", "PDF / DOCX"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_HTML = re.compile(r"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_HTML_FRAGMENT = re.compile(r"<(p|div|h[1-6]|table|span|ul|ol|br)\b[^<>]*>", re.IGNORECASE)


class Nature(NamedTuple):
    """The format of a file, and whether its name promised another one."""

    format: FileFormat
    misnamed: bool


def extension(name: str) -> str:
    """The ending of a file's name, small and without the dot; empty when it has none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def sniff_bytes(content: bytes, name: str) -> Nature | None:
    """The format of a file that isn't characters alone; None when it may be text. Raises Refusal for others."""
    ending = extension(name)
    if b"%PDF-" in content[:1024]:
        return Nature("pdf", _BY_EXTENSION.get(ending, "pdf") != "pdf")
    if content.startswith(b"PK\x03\x04"):
        if b"word/" not in content:
            raise refusal("other_format", name=name, format=_package(content), instead="DOCX / PDF")
        return Nature("docx", _BY_EXTENSION.get(ending, "docx") != "docx")
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise refusal("encrypted", name=name)
        raise refusal("other_format", name=name, format="Word 97–2003 (DOC)", instead="DOCX")
    for beginning, kind, instead in _OTHERS:
        if content.startswith(beginning):
            raise refusal("other_format", name=name, format=kind, instead=instead)
    return None


def _package(content: bytes) -> str:
    """What a zip file seems to be."""
    if b"xl/" in content:
        return "XLSX"
    if b"ppt/" in content:
        return "PPTX"
    if b"opendocument.text" in content[:200]:
        return "ODT"
    return "ZIP"


def sniff_text(text: str, name: str) -> Nature:
    """The format of a file that decodes to characters. Raises Refusal for XML that is neither HTML nor Akoma Ntoso."""
    ending = extension(name)
    named = _BY_EXTENSION.get(ending)
    head = text[:4096].lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        root = _ROOT.search(head)
        if root and root[1] == "akomaNtoso":
            return Nature("akn", named not in ("akn", None))
        if _HTML.search(head):
            return Nature("html", named not in ("html", None))
        if head.startswith("<?xml"):
            kind = f"XML <{root[1]}>" if root else "XML"
            raise refusal("other_format", name=name, format=kind, instead="Akoma Ntoso / HTML")
    if named == "html" or (named is None and len(_HTML_FRAGMENT.findall(text[:4096])) > 3):
        return Nature("html", False) if _HTML_FRAGMENT.search(text) else Nature("text", named is not None)
    if named == "markdown":
        return Nature("markdown", False)
    return Nature("text", named not in ("text", None))
