"""The operative verbs of a language: their forms, and what their complement makes of them (phrasebooks/*/acts.toml)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import ahocorasick_rs

from mutabaa.reading.acts.on_demand import on_demand
from mutabaa.reading.phrasebooks import PhrasebookError, load
from mutabaa.texts.normalise import fold
from mutabaa.vocabulary import ACT_CLASSES, Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Complement:
    """What may follow a verb and changes its class.

    `pattern` is matched right after the verb and the adverbs it carries, or, where its family has a lead ("عن", "its"),
    after what the lead matches there. `act` None leaves the verb's own class. `span`: the matched words (or the group
    `verb`) belong to the verb. `frame` names how addressee and action are laid out ("" leaves the verb's own).
    """

    name: str
    lead: re.Pattern[str] | None
    pattern: re.Pattern[str]
    act: str | None
    frame: str
    span: bool
    reiterated: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Verb:
    """One operative verb: default class and frame, complements in order of precedence, and words that rule it out.

    `pronouns`: an object pronoun may be written on it (Arabic دعاها); on other verbs such letters make another word.
    `everyday`: so common in descriptions that "and" alone before it shows no act.
    """

    name: str
    act: str
    frame: str
    complements: tuple[Complement, ...]
    unless: re.Pattern[str] | None
    reiterated: bool
    pronouns: bool
    everyday: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb as it is written. `paradigm`: the tense, person or gender it shows ("present", "past_m")."""

    verb: Verb
    paradigm: str


class Candidate(NamedTuple):
    """A place in folded, lower-cased text where a form of an operative verb stands, a written-on pronoun included."""

    start: int
    end: int
    form: Form
    pronoun: bool = False


class Verbs:
    """All operative verbs of one language, ready to be found; made from its phrasebook `acts`."""

    def __init__(self, language: Language) -> None:
        book = load(language, "acts")
        self.language = language
        self.fragments = {name: expand(text, {}) for name, text in book.get("fragments", {}).items()}
        for name in self.fragments:
            self.fragments[name] = expand(self.fragments[name], self.fragments)
        leads = {name: self.compile(text) for name, text in book.get("leads", {}).items()}
        families = {
            name: tuple(self._complement(rule, f"family.{name}", leads.get(name)) for rule in rules)
            for name, rules in book.get("family", {}).items()
        }
        forms: dict[str, list[Form]] = {}
        # The verb of treaty clauses, whatever its wording.
        self.binding: Verb | None = None
        for entry in book["verb"]:
            verb = self._verb(entry, families)
            if verb.frame == "treaty":
                self.binding = verb
            for paradigm, written in entry["forms"].items():
                for form in written:
                    forms.setdefault(fold(form).text.lower(), []).append(Form(verb, paradigm))
        self._forms = [tuple(found) for found in forms.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        self.patterns = {name: self.compile(text) for name, text in book["patterns"].items()}
        self.book = book

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A phrasebook pattern: `{name}` stands for a fragment, letters are folded as the text is.

        A pattern that is no pattern is found by the tests, which compile them all (tests/reading/).
        """
        return on_demand(expand(pattern, self.fragments))

    def find(self, text: str) -> Iterator[Candidate]:
        """Every place where a verb form stands as a word of its own (Arabic: with و or ف written on, pronouns too)."""
        before, after = self.patterns["word_before"], self.patterns["word_after"]
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            word_end = after.match(text, end)
            if not word_end or not before.search(text, max(0, start - 3), start):
                continue
            pronoun = word_end.end() > end
            shown: set[str] = set()
            for form in self._forms[index]:
                unless = form.verb.unless
                if form.paradigm in shown or (pronoun and not form.verb.pronouns):
                    continue
                if unless is None or not unless.match(text, word_end.end()):
                    shown.add(form.paradigm)
                    yield Candidate(start, word_end.end(), form, pronoun)

    def _verb(self, entry: dict[str, Any], families: dict[str, tuple[Complement, ...]]) -> Verb:
        name, act = entry["name"], entry["act"]
        if act not in ACT_CLASSES:
            raise PhrasebookError(f"{self.language}/acts.toml: {name}: no act class {act!r} in the codebook")
        own = tuple(self._complement(rule, name) for rule in entry.get("then", ()))
        shared = tuple(rule for family in entry.get("families", ()) for rule in families[family])
        return Verb(
            name=name,
            act=act,
            frame=entry.get("frame", ""),
            complements=own + shared,
            unless=self.compile(entry["unless"]) if "unless" in entry else None,
            reiterated=entry.get("reiterated", False),
            pronouns=entry.get("pronouns", False),
            everyday=entry.get("everyday", False),
        )

    def _complement(
        self, rule: dict[str, Any], where: str, lead: re.Pattern[str] | None = None
    ) -> Complement:
        act = rule.get("act")
        if act is not None and act not in ACT_CLASSES:
            raise PhrasebookError(f"{self.language}/acts.toml: {where}: no act class {act!r} in the codebook")
        return Complement(
            name=rule["name"],
            lead=lead,
            pattern=self.compile(rule["pattern"]),
            act=act,
            frame=rule.get("frame", ""),
            span=rule.get("span", False),
            reiterated=rule.get("reiterated", False),
        )


def expand(pattern: str, fragments: dict[str, str]) -> str:
    """Put fragments in their places and fold the letters of a pattern.

    >>> expand("(?:{again})", {"again": "مجددا"})
    '(?:مجددا)'
    """
    for name, text in fragments.items():
        pattern = pattern.replace("{" + name + "}", text)
    return fold(pattern).text


@cache
def verbs_of(language: Language) -> Verbs:
    """The verbs of a language, read once. Raises PhrasebookError when the phrasebook can't be used."""
    return Verbs(language)
