"""The table of what an Akoma Ntoso document refers to: actors, concepts, cited instruments, each entered once."""

from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from mutabaa.reading.formats.akn_identity import names, slug
from mutabaa.reading.formats.words import word
from mutabaa.reading.reading import Reading
from mutabaa.vocabulary import Language

# Where the UN publishes what bears these symbols.
_PUBLISHED_BY_UN = ("S/", "A/", "E/", "ST/")
_COUNTED = ("organization", "location", "instrument")


class References:
    """Entries are numbered in the order they are first met, so that the same reading gives the same file."""

    def __init__(self, reading: Reading) -> None:
        self._language: Language = reading.language
        self._entries: dict[tuple[str, str], str] = {}
        self._elements: list[str] = []
        self._counts: dict[str, int] = {}
        self._enter("TLCOrganization", "mutabaa", "mutabaa", "/akn/ontology/organization/mutabaa", "Mutabaa")
        body = reading.body.value if reading.body else ""
        name = body or word(reading.language, "labels", "not_stated")
        if reading.body and reading.body.quote:
            name = reading.body.quote.text
        key = "body" if body else "unknown"
        self._enter(
            "TLCOrganization", key, key, f"/akn/ontology/organization/{slug(body) or 'unknown'}", name
        )
        for role, shown in names()["roles"].items():
            self._enter("TLCRole", role, role, f"/akn/ontology/role/un/{role}", shown)

    def act(self, act_class: str) -> str:
        """The class of an act, as a concept."""
        href = f"/akn/ontology/concept/mutabaa/act/{act_class}"
        shown = word(self._language, "acts", act_class)
        return self._enter("TLCConcept", act_class, f"act_{act_class}", href, shown)

    def named(self, sort: str, text: str, name: str | None) -> str:
        """Somebody or something named in the text, by its key in the reference tables or, unlisted, by its words."""
        element = "TLCLocation" if sort == "place" else "TLCOrganization"
        noun = "location" if sort == "place" else "organization"
        known = slug(name or text) or "unnamed"
        return self._enter(element, known, noun, f"/akn/ontology/{noun}/{known}", text)

    def instrument(self, text: str, symbol: str | None) -> str:
        """Where a cited instrument is found: its UN address when it has one, else an entry of the table."""
        if symbol and symbol.startswith(_PUBLISHED_BY_UN):
            address = quote(symbol.replace(" (", "("), safe="/()")
            return f"https://undocs.org/{self._language}/{address}"
        known = slug(symbol or text) or "unnamed"
        href = f"/akn/ontology/reference/{known}"
        return "#" + self._enter(
            "TLCReference", known, "instrument", href, symbol or text, ' name="instrument"'
        )

    def xml(self) -> str:
        return f'<references source="#mutabaa">{"".join(self._elements)}</references>'

    def _enter(self, element: str, key: str, noun: str, href: str, shown: str, more: str = "") -> str:
        """The eId of an entry, entered when it is new: its noun, and among several of one noun their count."""
        known = self._entries.get((element, key))
        if known is not None:
            return known
        eid = noun
        if noun in _COUNTED:
            self._counts[noun] = self._counts.get(noun, 0) + 1
            eid = f"{noun}_{self._counts[noun]}"
        self._entries[element, key] = eid
        entry = f'<{element} eId="{eid}" href={quoteattr(quote(href, safe="/"))} showAs={quoteattr(shown)}{more}/>'
        self._elements.append(entry)
        return eid
