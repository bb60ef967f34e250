"""The door of the engine: an official text in, its reading out."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import mutabaa
from mutabaa.reading import phrasebooks
from mutabaa.reading.acts import find_acts
from mutabaa.reading.deadlines import find_deadlines
from mutabaa.reading.findings import Concern
from mutabaa.reading.flow import Block
from mutabaa.reading.header import header_of
from mutabaa.reading.instruments import find_instruments
from mutabaa.reading.language import languages_of, passage_language
from mutabaa.reading.mentions import find_mentions
from mutabaa.reading.numbering import read_label
from mutabaa.reading.openings import body_acts, folded_head, opens_operative
from mutabaa.reading.passages import Passage
from mutabaa.reading.read_before import facts_read_before, passages_read_before
from mutabaa.reading.reading import Reading
from mutabaa.reading.structure import passages_of
from mutabaa.texts import OfficialText
from mutabaa.vocabulary import Language, PartialDate

# Titles and headings cite and name too, but what they say is the document's header, not a finding.
_WITHOUT_FINDINGS = frozenset({"preface", "heading"})


def read(official_text: OfficialText) -> Reading:
    """Read an official text: its header, its passages, and what each of them says. Any text is read; nothing raises."""
    before = passages_read_before(official_text)
    passages, concerns = (before, ()) if before else passages_of(official_text)
    found, languages = languages_of(passage.text for passage in passages)
    language = official_text.language_hint or found
    if language is None:
        language = "en"
        concerns = (*concerns, Concern(kind="language_unknown"))
    if not any(passage.kind == "operative" for passage in passages):
        concerns = (*concerns, Concern(kind="nothing_operative"))
    header = facts_read_before(official_text, header_of(official_text, passages, language))
    body = header.body.value if header.body else None
    adopted = PartialDate.from_iso(header.date.value) if header.date else None
    read_passages: list[Passage] = []
    antecedents: list[Passage] = []
    more: list[Concern] = [*concerns, *header.concerns]
    for passage in passages:
        own = passage_language(passage.text, language) if len(languages) > 1 else language
        done, heard = _read(passage, own, body, antecedents, adopted)
        read_passages.append(done)
        if done.kind in ("operative", "subparagraph"):
            antecedents.append(done)
        more += heard
    return Reading(
        official_text=official_text,
        reader=reader_version(),
        language=language,
        languages=languages or (language,),
        body=header.body,
        symbol=header.symbol,
        title=header.title,
        kind=header.kind,
        place=header.place,
        date=header.date,
        meeting=header.meeting,
        passages=tuple(read_passages),
        concerns=tuple(more),
    )


def read_passage(
    text: str, language: Language, body: str | None = None
) -> tuple[Passage, tuple[Concern, ...]]:
    """Read one operative paragraph that comes without its document; a number it begins with is taken off."""
    label = read_label(text)
    if label is not None and label.shape == "bare":
        label = None
    start = label.end if label else 0
    words = Block(text, ((0, 0),)).cut(start) if start < len(text) else Block("", ((0, len(text)),))
    number = str(label.readings[0][1]) if label and label.readings else None
    passage = Passage(
        kind="operative",
        start=0,
        end=len(text),
        number=number,
        label=label.text if label else "",
        path=number or "1",
        text=words.text,
        segments=words.segments,
        rule="a paragraph given by itself",
    )
    return _read(passage, language, body, ())


@cache
def reader_version() -> str:
    """Version of the reader: that of the package, and the first digits of the SHA-256 of all phrasebooks."""
    digest = hashlib.sha256()
    for path in sorted(Path(phrasebooks.__file__).parent.rglob("*.toml")):
        digest.update(path.read_bytes())
    return f"mutabaa {mutabaa.__version__}, phrasebooks {digest.hexdigest()[:8]}"


def _read(
    passage: Passage,
    language: Language,
    body: str | None,
    earlier: Sequence[Passage],
    adopted: PartialDate | None = None,
) -> tuple[Passage, tuple[Concern, ...]]:
    """A passage with its findings.

    `earlier`: the operative passages before it, where antecedents may stand; `adopted`: the day of the text.
    """
    if passage.kind in _WITHOUT_FINDINGS or not passage.text:
        return passage, ()
    instruments = find_instruments(passage, language, body)
    mentions = find_mentions(passage, language)
    if not _may_hold_acts(passage):
        return passage.with_findings((), instruments, mentions), ()
    deadlines = find_deadlines(passage, language)
    acts, concerns = find_acts(passage, language, deadlines, earlier, adopted)
    return passage.with_findings(acts, instruments, mentions), concerns


def _may_hold_acts(passage: Passage) -> bool:
    """Operative paragraphs, and those of their parts that begin with an operative verb of their own."""
    if passage.kind != "subparagraph":
        return passage.kind == "operative"
    head = folded_head(passage.text)
    return not passage.path.startswith("preamble") and (opens_operative(head) or body_acts(head))
