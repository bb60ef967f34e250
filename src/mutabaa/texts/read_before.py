"""What an Akoma Ntoso file of our own says of an earlier reading, so that reading it again gives the same passages.

The writer (`reading/formats/akoma_ntoso.py`) puts kind, path, level, number and printed number of each passage on the
element that holds its words, and the facts of the document into the analysis, all in a namespace of our own. Files of
others have none of it.
"""

from typing import Any

NAMESPACE = "urn:mutabaa:akn:1"
# Kind of the mark over the words of a passage; its value: these fields, a tab between each.
MARK = "read_before"
FIELDS = ("kind", "path", "level", "number", "label")
_TABLE = str.maketrans("\t\n\r", "   ")


def told_of(element: Any) -> str | None:
    """The value of the mark over an element that holds the words of a passage, None for any other element."""
    if element.get(f"{{{NAMESPACE}}}kind") is None:
        return None
    return "\t".join(element.get(f"{{{NAMESPACE}}}{name}", "").translate(_TABLE) for name in FIELDS)


def facts_of(root: Any) -> dict[str, str]:
    """The facts of the document as they were read; `read_before` names the reader, and is what tells such a file."""
    for reading in root.iter(f"{{{NAMESPACE}}}reading"):
        facts = {"read_before": reading.get("reader", ""), "language": reading.get("language", "")}
        for fact in root.iter(f"{{{NAMESPACE}}}fact"):
            facts[fact.get("name", "")] = fact.get("value", "")
        return facts
    return {}
