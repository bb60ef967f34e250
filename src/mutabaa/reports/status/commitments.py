"""The commitments of a document, each with the places of its addressees, brought together under each addressee."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from mutabaa.reading import Act, Passage, Quote, Reading
from mutabaa.reports.wording import wording
from mutabaa.review import AlignedAct, AlignedPassage, AlignedText
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import Kind, Language
from mutabaa.vocabulary.names import official_name

# Headings that are not names: the body that binds itself, and nobody named.
OWN, NOT_STATED = "self", "not_stated"


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """An act of the text with the passage it stands in; `lead`: the language whose version speaks for it.

    `below`: the sub-paragraphs that go on with what it says, having no act of their own. `actors`: the actors the
    reader knows by their bare names, wherever in the text they are named.
    """

    passage: AlignedPassage
    aligned: AlignedAct
    lead: Language
    below: tuple[AlignedPassage, ...] = ()
    actors: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def code(self) -> str:
        return self.aligned.code

    @property
    def act(self) -> Act:
        return self.aligned.versions[self.lead]

    @property
    def words(self) -> Passage:
        return self.passage.versions[self.lead]

    def version(self, language: Language) -> tuple[Language, Passage, Act]:
        """The act in this language where that version holds it, else in the lead version."""
        if language in self.aligned.versions and language in self.passage.versions:
            return language, self.passage.versions[language], self.aligned.versions[language]
        return self.lead, self.words, self.act


@dataclass(frozen=True, kw_only=True, slots=True)
class Addressed:
    """The commitments of one addressee: those given in full here, and those given in full under another's heading."""

    key: str
    names: dict[Language, str]
    first: tuple[Found, ...]
    others: tuple[Found, ...]

    def official(self, language: Language, on: str) -> str | None:
        """The addressee's official name in a language on the day of the document, when the reader knows who it is."""
        known = self.key.partition(":")[2]
        return official_name(known, language, on) if known else None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(one.code for one in (*self.first, *self.others))


def found(aligned: AlignedText, lead: Language, *kinds: Kind) -> tuple[Found, ...]:
    """The acts of these kinds in the order of the text."""
    actors = {language: _actors(reading) for language, reading in aligned.readings.items()}
    return tuple(
        Found(
            passage=passage,
            aligned=act,
            lead=act.preferred(lead)[0],
            actors=actors[act.preferred(lead)[0]],
            below=_below(aligned.passages[place + 1 :], passage) if act is passage.acts[-1] else (),
        )
        for place, passage in enumerate(aligned.passages)
        for act in passage.acts
        if act.preferred(lead)[1].kind in kinds
    )


def _below(later: Sequence[AlignedPassage], passage: AlignedPassage) -> tuple[AlignedPassage, ...]:
    """The sub-paragraphs of a passage, up to the first that holds an act."""
    under = f"{passage.path}/"
    return (
        tuple(takewhile(lambda one: one.path.startswith(under) and not one.acts, later))
        if passage.path
        else ()
    )


def _actors(reading: Reading) -> dict[str, str]:
    """Bare name of every actor and mechanism the reader knows in a text, and its key."""
    return {
        bare_name(mention.quote.text, reading.language): f"{mention.kind}:{mention.name}"
        for passage in reading.passages
        for mention in passage.mentions
        if mention.name and mention.kind in ("actor", "mechanism")
    }


def addressee_keys(one: Found) -> tuple[str, ...]:
    """Under which headings a commitment belongs: one a named addressee, or `self`, or `not_stated`."""
    if one.act.addressees:
        return tuple(dict.fromkeys(addressee_key(one, quote) for quote in one.act.addressees))
    return (OWN,) if one.act.basis == "self" else (NOT_STATED,)


def addressee_key(one: Found, quote: Quote) -> str:
    """One form for the spellings of a name: an actor the reader knows by its key, others by their folded words."""
    bare = bare_name(quote.text, one.lead)
    # "the Islamic Development Bank (IsDB)" is the Bank, when the reader knows the Bank.
    without_acronym = bare.partition(" (")[0] if bare.endswith(")") else bare
    return one.actors.get(bare) or one.actors.get(without_acronym) or bare


def bare_name(name: str, language: Language) -> str:
    """A name without articles and variants of spelling.

    >>> bare_name("The Secretary-General", "en"), bare_name("للأمين العام", "ar") == bare_name("الأمين العام", "ar")
    ('secretary-general', True)
    """
    words = wording(language).tables["addressees"]
    bare = fold(name).text.casefold().strip()
    for head in sorted(words["set_aside"], key=len, reverse=True):
        folded = fold(head).text
        gap = "" if folded.endswith("'") else " "
        if bare.startswith(folded + gap):
            bare = bare[len(folded + gap) :]
            break
    return respelt(bare, language)


def respelt(name: str, language: Language) -> str:
    """A name as it stands alone: "للمنظمة" (to the Organization) is headed "المنظمة" (the Organization)."""
    heads: dict[str, str] = wording(language).tables["addressees"]["respelt"]
    for written, meant in heads.items():
        if name.startswith(written):
            return meant + name[len(written) :]
    return name


def by_addressee(commitments: Iterable[Found]) -> tuple[Addressed, ...]:
    """The commitments under each addressee, in the order in which the text names them.

    The body itself and "not stated" come last. A commitment with several addressees is in full under its first.
    """
    first: dict[str, list[Found]] = {}
    others: dict[str, list[Found]] = {}
    for one in commitments:
        keys = addressee_keys(one)
        for key in keys:
            first.setdefault(key, [])
            others.setdefault(key, [])
        first[keys[0]].append(one)
        for key in keys[1:]:
            others[key].append(one)
    ordered = [key for key in first if key not in (OWN, NOT_STATED)]
    ordered += [key for key in (OWN, NOT_STATED) if key in first]
    return tuple(
        Addressed(
            key=key,
            names=_names(key, first[key] + others[key]),
            first=tuple(first[key]),
            others=tuple(others[key]),
        )
        for key in ordered
    )


def _names(key: str, commitments: list[Found]) -> dict[Language, str]:
    """The addressee's name as first written, in each version that names as many addressees as the lead does."""
    names: dict[Language, str] = {}
    for one in commitments:
        for place, quote in enumerate(one.act.addressees):
            if addressee_key(one, quote) != key:
                continue
            for language, act in one.aligned.versions.items():
                if len(act.addressees) == len(one.act.addressees):
                    names.setdefault(language, respelt(act.addressees[place].text, language))
    return names


def carried_from(
    one: Found, reading: Reading, acts: Iterable[tuple[AlignedPassage, AlignedAct]]
) -> str | None:
    """Code of the earlier act whose addressees an act carries over, else of the paragraph where the words stand."""
    wanted = {(quote.start, quote.end) for quote in one.act.addressees}
    for _, other in acts:
        act = other.versions.get(one.lead)
        if act is None or act is one.act:
            continue
        if act.basis == "stated" and wanted & {(quote.start, quote.end) for quote in act.addressees}:
            return other.code
    starts = sorted(start for start, _ in wanted)
    for passage in reading.passages:
        if starts and passage.start <= starts[0] < passage.end and passage.path:
            return reading.code(passage)
    return None
