"""Who an Akoma Ntoso document is: its addresses as a work, a language version and a file (FRBR), by AKN4UN's naming."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import quoteattr

from mutabaa.reading.reading import Reading

# AKN4UN writes this where a date is not known; a partial date stands in full beside the reading.
UNKNOWN_DATE = "0001-01-01"
# CLDR's code for an unknown territory: the body of the document could not be read.
UNKNOWN_ORGANIZATION = "zz"
_WHOLE_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_UN_RESOLUTION = re.compile(r"(?:S|A|A/HRC|E)/RES/(.+)")


@cache
def names() -> dict[str, Any]:
    """The tables of akoma_ntoso.toml."""
    text = files("mutabaa.reading.formats").joinpath("akoma_ntoso.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """The parts of a document's address. `author` is the eId of the adopting body among the references."""

    element: str
    kind: str
    organization: str
    body: str
    author: str
    date: str
    number: str
    language: str

    @property
    def work(self) -> str:
        kind = "statement/deliberation" if self.element == "statement" else f"doc/{slug(self.kind)}"
        return f"/akn/{self.organization}/{kind}/{self.body}/{self.date}/{self.number}"

    @property
    def expression(self) -> str:
        return f"{self.work}/{self.language}@"


def identity_of(reading: Reading) -> Identity:
    """The address of the document read; what the text doesn't state is named unknown, never guessed."""
    kind = reading.kind.value if reading.kind else "document"
    body = reading.body.value if reading.body else ""
    known = names()["bodies"].get(body)
    organization = known["organization"] if known else slug(body.partition("/")[0]) or UNKNOWN_ORGANIZATION
    symbol = reading.symbol.value if reading.symbol else reading.address
    resolution = _UN_RESOLUTION.fullmatch(symbol)
    return Identity(
        element="statement" if kind in names()["statements"]["kinds"] else "doc",
        kind=kind,
        organization=organization,
        body=known["name"] if known else slug(body) or "unknown",
        author="body" if body else "unknown",
        date=whole_date(reading.date.value if reading.date else None) or UNKNOWN_DATE,
        number=slug(resolution[1] if resolution else symbol) or "nn",
        language=names()["languages"][reading.language],
    )


def identification(identity: Identity, part: str = "main") -> str:
    """The identification block, of the document itself or of its annex (`main/annex`)."""
    work, expression, date = identity.work, identity.expression, identity.date
    return "".join(
        (
            '<identification source="#mutabaa"><FRBRWork>',
            _valued("FRBRthis", f"{work}/!{part}/"),
            _valued("FRBRuri", f"{work}/"),
            f'<FRBRdate date="{date}" name="adoption"/><FRBRauthor href="#{identity.author}" as="#author"/>',
            _valued("FRBRcountry", identity.organization),
            "</FRBRWork><FRBRExpression>",
            _valued("FRBRthis", f"{expression}!{part}/"),
            _valued("FRBRuri", f"{expression}/"),
            f'<FRBRdate date="{date}" name="publication"/><FRBRauthor href="#{identity.author}" as="#author"/>',
            f'<FRBRlanguage language="{identity.language}"/></FRBRExpression><FRBRManifestation>',
            _valued("FRBRthis", f"{expression}/!{part}.xml"),
            _valued("FRBRuri", f"{expression}.xml"),
            f'<FRBRdate date="{UNKNOWN_DATE}" name="markup"/><FRBRauthor href="#mutabaa" as="#editor"/>',
            "</FRBRManifestation></identification>",
        )
    )


def whole_date(date: str | None) -> str | None:
    """A date to the day, or None for one that isn't: the schema has no room for "May 2019"."""
    return date if date and _WHOLE_DATE.fullmatch(date) and date[5:7] != "00" and date[8:] != "00" else None


def slug(text: str) -> str:
    """A name that can stand in an address: letters and digits of any script, the rest hyphens.

    >>> slug("S/RES/2541 (2020)"), slug("OIC/ACM-2017/MALI-REP")
    ('s-res-2541-2020', 'oic-acm-2017-mali-rep')
    """
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")


def _valued(element: str, value: str) -> str:
    return f"<{element} value={quoteattr(value)}/>"
