"""The parts of a Word file: unpacked within bounds, so that a zip bomb stays folded."""

import io
import zipfile
import zlib
from typing import Any

from mutabaa.texts.limits import Limits
from mutabaa.texts.problems import refusal
from mutabaa.texts.safe_xml import parse_xml

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
# The strict variant of the standard has the same elements under other names.
_STRICT_WORDS = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)
_STRICT_RELATIONS = (b"http://purl.oclc.org/ooxml/officeDocument/relationships/", _OFFICE.encode())


class Package:
    """The XML parts of a Word file, by what they are for."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._limit = limits.unpacked_megabytes
        self._room = limits.unpacked_megabytes * 1_000_000
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise refusal("damaged", format="DOCX") from error
        if any(entry.flag_bits & 1 for entry in self._zip.infolist()):
            raise refusal("encrypted")
        if sum(entry.file_size for entry in self._zip.infolist()) > self._room:
            raise refusal("unpacks_too_large", limit=str(self._limit))
        self.main = self._main_part()
        self._related = self._relations_of(self.main)

    def document(self) -> Any:
        """The root of the main document. Raises Refusal when it isn't there or is broken."""
        root = self.part(self.main)
        if root is None:
            raise refusal("damaged", format="DOCX")
        return root

    def related(self, purpose: str) -> Any | None:
        """The root of the part the document uses for a purpose ("numbering", "styles", "footnotes"), if any."""
        for kind, target in self._related.values():
            if kind == _OFFICE + purpose:
                return self.part(target)
        return None

    def referred(self, relation: str) -> Any | None:
        """The root of the part behind a relation's id, if any."""
        return self.part(self._related[relation][1]) if relation in self._related else None

    def part(self, name: str) -> Any | None:
        """The root of a part by its name, None when the file has no such part."""
        content = self._unpacked(name)
        return None if content is None else parse_xml(content, "DOCX")

    def _unpacked(self, name: str) -> bytes | None:
        try:
            with self._zip.open(name) as part:
                # What the directory says of sizes may be a lie: never unpack more than there is room for.
                content = part.read(self._room + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise refusal("damaged", format="DOCX") from error
        self._room -= len(content)
        if self._room < 0:
            raise refusal("unpacks_too_large", limit=str(self._limit))
        return content.replace(*_STRICT_WORDS).replace(*_STRICT_RELATIONS)

    def _main_part(self) -> str:
        root = self.part("_rels/.rels")
        if root is not None:
            for relation in root.iterfind(f"{_RELATIONS}Relationship"):
                if relation.get("Type", "").endswith("/officeDocument"):
                    return str(relation.get("Target", "")).lstrip("/")
        return "word/document.xml"

    def _relations_of(self, part: str) -> dict[str, tuple[str, str]]:
        folder, _, name = part.rpartition("/")
        root = self.part(f"{folder}/_rels/{name}.rels")
        if root is None:
            return {}
        found = {}
        for relation in root.iterfind(f"{_RELATIONS}Relationship"):
            target = str(relation.get("Target", ""))
            if relation.get("TargetMode") != "External":
                place = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                found[str(relation.get("Id"))] = (str(relation.get("Type", "")), place)
        return found
