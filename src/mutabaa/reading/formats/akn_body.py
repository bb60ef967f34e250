"""The passages of a reading as the parts of an Akoma Ntoso document: preface, preamble, main body, conclusions, annex.

| passage | element |
|---|---|
| preface | `p` of the preface |
| chapeau, preambular | `formula`, `container` (named by its verb) of the preamble |
| narrative, operative | `paragraph` with `num` and `content` |
| subparagraph | `point` of a `list` or `sublist`, the paragraph it hangs from becoming its `intro` |
| heading | `paragraph` with a `heading` |
| closing | `p` of the conclusions |
| annex | the first opens an `attachment` |

A passage out of this order (a preambular paragraph after an operative one) stays where it is, as a `container` of the
main body. The element that holds the words of a passage carries its kind, path, level, number and printed number in
the mutabaa namespace, by which the file is read again as it was (texts/read_before.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mutabaa.reading.formats.akn_inline import attribute, marked_text, written
from mutabaa.reading.formats.akn_references import References
from mutabaa.reading.passages import Passage
from mutabaa.reading.reading import Reading

_OF_THE_BODY = ("operative", "narrative", "subparagraph", "heading")


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """Passages by the part of the document they belong to."""

    preface: Sequence[Passage]
    preamble: Sequence[Passage]
    main: Sequence[Passage]
    conclusions: Sequence[Passage]
    annex: Sequence[Passage]


def parts_of(passages: Sequence[Passage]) -> Parts:
    """Cut a document into its parts; every passage is in exactly one, and their order stays."""
    first = _run(passages, 0, ("preface",))
    body = _run(passages, first, ("chapeau", "preambular"))
    annex = next((i for i in range(body, len(passages)) if passages[i].kind == "annex"), len(passages))
    closing = annex
    while closing > body and passages[closing - 1].kind == "closing":
        closing -= 1
    if closing == body:
        # The schema wants a main body: where there is none, the part before it serves.
        body = first if first < body else 0
        first = min(first, body)
    return Parts(
        preface=passages[:first],
        preamble=passages[first:body],
        main=passages[body:closing],
        conclusions=passages[closing:annex],
        annex=passages[annex:],
    )


def _run(passages: Sequence[Passage], start: int, kinds: tuple[str, ...]) -> int:
    while start < len(passages) and passages[start].kind in kinds:
        start += 1
    return start


@dataclass(slots=True)
class _Unit:
    """A passage of the main body with what hangs from it."""

    passage: Passage
    below: list["_Unit"] = field(default_factory=list)


class BodyWriter:
    """Draws passages; every eId is given once."""

    def __init__(self, reading: Reading, references: References) -> None:
        self._reading = reading
        self._references = references
        self._given: set[str] = set()
        self.eid_of: dict[int, str] = {}

    def preface(self, passages: Sequence[Passage]) -> str:
        return self._plain("preface", passages)

    def conclusions(self, passages: Sequence[Passage]) -> str:
        return self._plain("conclusions", passages)

    def preamble(self, passages: Sequence[Passage]) -> str:
        if not passages:
            return ""
        return f"<preamble>{''.join(map(self._of_preamble, passages))}</preamble>"

    def main_body(self, passages: Sequence[Passage]) -> str:
        drawn = "".join(self._unit(unit, top=True) for unit in _nested(passages))
        return f"<mainBody>{drawn or '<p/>'}</mainBody>"

    def _plain(self, part: str, passages: Sequence[Passage]) -> str:
        if not passages:
            return ""
        drawn = "".join(self._paragraph(passage, self._named(passage, part)) for passage in passages)
        return f"<{part}>{drawn}</{part}>"

    def _of_preamble(self, passage: Passage) -> str:
        if passage.kind == "chapeau":
            named = self._named(passage, "formula")
            return f'<formula name="enactingFormula"{named}>{self._paragraph(passage)}</formula>'
        return self._container(passage)

    def _container(self, passage: Passage) -> str:
        """A container, which AKN4UN names by the verb it begins with."""
        first = passage.text.split(maxsplit=1)[0].strip(",:;.،؛") if passage.text.strip() else ""
        name = first if passage.kind == "preambular" and first else passage.kind
        named = self._named(passage, "container")
        return f"<container{attribute('name', name)}{named}>{self._paragraph(passage)}</container>"

    def _unit(self, unit: _Unit, top: bool) -> str:
        passage = unit.passage
        if passage.kind not in _OF_THE_BODY:
            return self._container(passage)
        element = "point" if passage.kind == "subparagraph" else "paragraph"
        named = self._named(passage, "para" if top else "point")
        eid = self.eid_of[id(passage)]
        number = f"<num>{written(passage.label)}</num>" if passage.label else ""
        if passage.kind == "heading":
            heading = f"<heading{_told(passage)}>{self._words(passage)}</heading>"
            return f"<{element}{named}>{number}{heading}</{element}>"
        words = f'<p xml:space="preserve"{_told(passage)}>{self._words(passage)}</p>'
        if not unit.below:
            return f'<{element}{named}>{number}<content eId="{eid}__content">{words}</content></{element}>'
        points = "".join(self._unit(below, top=False) for below in unit.below)
        inner = f'<intro eId="{eid}__list__intro">{words}</intro>{points}'
        return f'<{element}{named}>{number}<list eId="{eid}__list">{inner}</list></{element}>'

    def _paragraph(self, passage: Passage, named: str = "") -> str:
        """A paragraph where there is no element for a number: the number stands before the words."""
        told, words = _told(passage), self._words(passage)
        if not passage.label:
            return f'<p xml:space="preserve"{named}{told}>{words}</p>'
        return f'<p xml:space="preserve"{named}>{written(passage.label)} <span{told}>{words}</span></p>'

    def _words(self, passage: Passage) -> str:
        return marked_text(passage, self._reading, self._references)

    def _named(self, passage: Passage, prefix: str) -> str:
        """The attributes that name an element after its passage."""
        eid = wanted = f"{prefix}_{passage.path.replace('/', '__').replace(' ', '_') or 'x'}"
        count = 1
        while eid in self._given:
            count += 1
            eid = f"{wanted}~{count}"
        self._given.add(eid)
        self.eid_of[id(passage)] = eid
        return f"{attribute('eId', eid)}{attribute('class', passage.kind)}"


def _told(passage: Passage) -> str:
    """What a passage is, on the element that holds its words."""
    fields = {
        "kind": passage.kind,
        "path": passage.path,
        "level": str(passage.level),
        "number": passage.number or "",
        "label": passage.label,
    }
    return "".join(attribute(f"mutabaa:{name}", value) for name, value in fields.items() if value)


def _nested(passages: Sequence[Passage]) -> Iterator[_Unit]:
    """Sub-paragraphs under what they hang from; an iterator of the outermost units."""
    top: list[_Unit] = []
    path: list[_Unit] = []
    for passage in passages:
        unit = _Unit(passage)
        if passage.kind != "subparagraph":
            top.append(unit)
            path = [unit] if passage.kind in ("operative", "narrative") else []
            continue
        while path and path[-1].passage.level >= passage.level:
            path.pop()
        (path[-1].below if path else top).append(unit)
        path.append(unit)
    return iter(top)
