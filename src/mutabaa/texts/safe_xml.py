"""XML from strangers: no entities, no other files, no bottomless nesting."""

import re
from typing import Any

from mutabaa.texts.problems import refusal

_ENTITY = re.compile(rb"<\s*!\s*ENTITY", re.IGNORECASE)
_WIDE_ENTITY = re.compile("<!ENTITY".encode("utf-16-le"), re.IGNORECASE)


def parse_xml(content: bytes, format: str) -> Any:
    """The root element (lxml). Raises Refusal for entity declarations and for what isn't well-formed."""
    from lxml import etree

    if _ENTITY.search(content) or _WIDE_ENTITY.search(content):
        raise refusal("forbidden_entities")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise refusal("too_deep") from error
        raise refusal("damaged", format=format) from error


def local_name(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment or the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
