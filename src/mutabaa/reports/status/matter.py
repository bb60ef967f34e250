"""What a status report is made from, and the cells that several of its tables share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mutabaa.reading import Passage
from mutabaa.reading.formats.words import word
from mutabaa.reports.outline import Column, Orientation, Piece, Sentence, Text
from mutabaa.reports.status.commitments import Addressed, Found, by_addressee, found
from mutabaa.reports.status.quotation import quote_of_act
from mutabaa.reports.wording import Labels, Wording, code
from mutabaa.review import AlignedText
from mutabaa.vocabulary import Language


@dataclass(frozen=True, kw_only=True)
class Matter:
    """The document in its versions, the as-of date and the label languages."""

    aligned: AlignedText
    as_of: date | None
    labels: Labels

    @cached_property
    def versions(self) -> tuple[Language, ...]:
        """The languages supplied: those of the labels in their order, then the others."""
        supplied = self.aligned.languages
        chosen = [language for language in self.labels.languages if language in supplied]
        return (*chosen, *(language for language in supplied if language not in chosen))

    @property
    def lead(self) -> Language:
        """The version quoted where only one is."""
        return self.versions[0]

    @property
    def orientation(self) -> Orientation:
        """How a page lies that shows every version: three beside each other need its long side."""
        return "landscape" if len(self.versions) > 2 else "portrait"

    @property
    def day(self) -> str:
        """The date of the document (ISO, partial allowed), "" when no version states it: names are as of then."""
        dates = (self.aligned.readings[language].date for language in self.versions)
        return next((fact.value for fact in dates if fact), "")

    @cached_property
    def commitments(self) -> tuple[Found, ...]:
        return found(self.aligned, self.lead, "directive")

    @cached_property
    def addressed(self) -> tuple[Addressed, ...]:
        return by_addressee(self.commitments)

    def short(self, code: str) -> str:
        """A code without the symbol: "14.a"."""
        return code.removeprefix(f"{self.aligned.symbol}/")

    def language_name(self, language: Language, words: Wording) -> str:
        """The name of a language in the language of the words."""
        return word(words.language, "languages", language)

    def version_columns(self, weight: int) -> tuple[Column, ...]:
        """A column for each version's words; a version whose language no label has is marked as the original."""
        return tuple(
            Column(key=f"text_{language}", heading=self._version_heading(language), weight=weight)
            for language in self.versions
        )

    def _version_heading(self, language: Language) -> Text:
        if language not in self.labels.languages:
            return self.labels(
                "report.original_in", language=lambda words: self.language_name(language, words)
            )
        if len(self.versions) == 1:
            return self.labels("columns.text")
        heading = self.labels("report.version", language=lambda words: self.language_name(language, words))
        # The reader of a column reads its language.
        return tuple(sentence for sentence in heading if sentence.language == language)

    def quotations(self, one: Found) -> tuple[Text, ...]:
        """The words of an act in each version; a version without it says so."""
        return tuple(self._quotation(one, language) for language in self.versions)

    def _quotation(self, one: Found, language: Language) -> Text:
        act = one.aligned.versions.get(language)
        passage = one.passage.versions.get(language)
        if act is None or passage is None:
            return self.labels("particulars.not_in_version", rests_on=(one.code,))
        below = (version for each in one.below if (version := each.versions.get(language)))
        return (
            quote_of_act(passage, act, language, one.code),
            *(self._below(one, language, sub) for sub in below),
        )

    def _below(self, one: Found, language: Language, passage: Passage) -> Sentence:
        """A sub-paragraph with its number as printed."""
        words = f"{passage.label} {passage.text}".strip()
        piece = Piece(text=words, style="quotation", language=language)
        return Sentence(language=language, pieces=(piece,), rests_on=(one.code,))

    def act_name(self, one: Found) -> Text:
        """The class of an act, with its rank where it has one."""
        return self.labels(f"acts.{one.act.act}", rests_on=(one.code,))

    def codes_cell(self, listed: Iterable[str]) -> Text:
        """Codes in a cell of their own, without the symbol."""
        rests_on = tuple(listed)
        words = self.labels.wordings[0]
        pieces = words.joined((code(self.short(one)),) for one in rests_on)
        return (Sentence(language=words.language, pieces=pieces, rests_on=rests_on),)

    def code_cell(self, one_code: str, *, short: bool = True) -> Text:
        """A code in a cell of its own."""
        shown = self.short(one_code) if short else one_code
        first = self.labels.languages[0]
        return (Sentence(language=first, pieces=(code(shown),), rests_on=(one_code,)),)
