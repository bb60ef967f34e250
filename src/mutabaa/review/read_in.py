"""Where a statement was read: the passage, the version and its file, and how that is written in the register."""

from dataclasses import dataclass

from mutabaa.reading import Quote
from mutabaa.register.canonical import Value
from mutabaa.review.aligned_text import AlignedAct, AlignedPassage, AlignedText
from mutabaa.review.proposal import Proposed
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import PartialDate


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadIn:
    """A passage of a text. `adopted`: the date since which what it says is so."""

    aligned: AlignedText
    passage: AlignedPassage
    adopted: PartialDate | None

    def statement(
        self, says: str, value: Value, *, because: str = "", language: Language | None = None
    ) -> Proposed:
        """A statement read in this passage, in this version or in the one that speaks for it."""
        version = language or self.passage.preferred(self.aligned.base)[0]
        reading = self.aligned.readings[version]
        return Proposed(
            says=says,
            value=value,
            source=f"source/{reading.official_text.source.sha256[:16]}",
            passage=self.passage.code,
            because=because,
            effective_on=self.adopted,
        )

    def words(self, language: Language, quote: Quote) -> dict[str, Value]:
        """A quotation with its place in the text as published."""
        return {"language": language, "text": quote.text, **self.place(language, quote)}

    def place(self, language: Language, quote: Quote) -> dict[str, Value]:
        """Where words stand in the text as published."""
        return {"start": quote.start, "end": quote.end, "page": self.page(language, quote.start)}

    def page(self, language: Language, offset: int) -> int:
        return self.aligned.readings[language].official_text.page_of(offset)

    def rule(self, act: AlignedAct) -> str:
        """The rule by which an act was found in the version that speaks for it."""
        return act.preferred(self.aligned.base)[1].rule
