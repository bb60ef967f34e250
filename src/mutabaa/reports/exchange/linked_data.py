"""The ledger as JSON-LD, an entry a line: the canonical bytes to the letter, with the entry's name before them.

A whole document is one JSON object whose @graph is written line by line, so that a million entries pass through
without being held; and a line without its name is what the ledger hashes, so that nothing is lost on the way.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import IO, Any

from mutabaa.register.merkle import leaf_hash

OURS = "urn:mutabaa:term:"
# What a line may hold at most, in bytes: a text of six million Arabic letters, with its places, fits.
LONGEST_LINE = 64 * 1024 * 1024
_ENTRY = re.compile(rb'\{"@id":"urn:mutabaa:entry:([0-9a-f]{64})",')

# A term of another vocabulary only where it means what ours means. Codes and people are text here, not addresses on
# the web, hence neither prov:wasAttributedTo nor skos:Concept.
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "@vocab": OURS,
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "recorded_at": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "proposed_at": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "decided_at": {"@id": "prov:endedAtTime", "@type": "xsd:dateTime"},
    "corrects": {
        "@id": "prov:wasRevisionOf",
        "@type": "@vocab",
        "@context": {"@vocab": "urn:mutabaa:entry:"},
    },
    "source": "dcterms:source",
    "bytes": "dcterms:extent",
    # Its shape is that of the statement (docs/reference/ledger.md); the values stay as they are.
    "value": {"@type": "@json"},
    "content": {"@type": "@json"},
}


class NotLinkedData(ValueError):
    """A line that isn't as it was written. `line`: from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def document(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a JSON-LD document around nodes, each of them one line. The same nodes give the same bytes."""
    context = json.dumps(CONTEXT, sort_keys=True, separators=(",", ":"))
    yield b'{"@context":' + context.encode() + b',"@graph":[\n'
    first = True
    for line in lines:
        yield (b"" if first else b",\n") + line
        first = False
    yield b"\n]}\n"


def nodes(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The nodes of such a document with the numbers of their lines. Raises NotLinkedData."""
    if file.readline(LONGEST_LINE) != next(document(())):
        raise NotLinkedData(1)
    number, ended = 1, False
    while line := file.readline(LONGEST_LINE):
        number += 1
        if line == b"]}\n":
            ended = True
            break
        node = line.removesuffix(b"\n").removesuffix(b",")
        if not line.endswith(b"\n") or (not node and number > 2):
            raise NotLinkedData(number)
        if node:
            yield number, node
    if not ended or file.read(1):
        raise NotLinkedData(number + 1)


def entry_line(content: bytes) -> bytes:
    """An entry as a node that bears its name."""
    return b'{"@id":"urn:mutabaa:entry:' + leaf_hash(content).hex().encode() + b'",' + content[1:]


def nameless_line(content: bytes) -> bytes:
    """An entry of which something was left out: it isn't what was hashed, and bears no name."""
    return content


def entry_content(line: bytes) -> bytes | None:
    """The canonical bytes in a line; None when they aren't those of the name it bears."""
    found = _ENTRY.match(line)
    if found is None:
        return None
    content = b"{" + line[found.end() :]
    return content if leaf_hash(content).hex().encode() == found[1] else None
