"""Open questions: what the text leaves unsaid and a person has to settle. Nothing is filled in here."""

from collections.abc import Callable, Iterable, Iterator

from mutabaa.reading import Passage, Quote
from mutabaa.reports.outline import Column, Paragraph, Piece, Row, Section, Sentence, Table, Text
from mutabaa.reports.status.commitments import Found
from mutabaa.reports.status.document import STATED, fact_of
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.wording import Wording
from mutabaa.vocabulary import Language


def questions_section(matter: Matter) -> Section:
    """The questions, each with the codes of the acts it is asked of."""
    heading = matter.labels("sections.questions")
    table = questions_table(matter)
    if not table.rows:
        return Section(
            key="questions", heading=heading, blocks=(Paragraph(text=matter.labels("questions.none")),)
        )
    return Section(key="questions", heading=heading, blocks=(table,))


def questions_table(matter: Matter) -> Table:
    """One row a question."""
    columns = (
        Column(key="question", heading=matter.labels("columns.question"), weight=8),
        Column(key="codes", heading=matter.labels("columns.codes"), weight=5),
        Column(key="quotation", heading=matter.labels("columns.quotation"), weight=6),
    )
    rows = (*_of_commitments(matter), *_of_years(matter), *_of_facts(matter))
    return Table(key="questions", style="list", columns=columns, rows=rows)


def _of_commitments(matter: Matter) -> Iterator[Row]:
    def kinds(one: Found) -> set[str]:
        return {line.kind for line in one.act.deadlines}

    tests: dict[str, Callable[[Found], bool]] = {
        "addressee_not_stated": lambda one: one.act.basis == "not_stated",
        "addressee_carried_over": lambda one: one.act.basis == "carried_over",
        "no_deadline": lambda one: not one.act.deadlines,
        "urgent_undated": lambda one: kinds(one) == {"open"},
        "duration_unanchored": lambda one: "duration" in kinds(one),
        "event_undated": lambda one: "event" in kinds(one),
        "reiterated_untraced": lambda one: one.act.reiterated,
    }
    for question, asked in tests.items():
        open_ones = [one for one in matter.commitments if asked(one)]
        if open_ones:
            quotes = [quote for one in open_ones for quote in _words_in_question(question, one)]
            yield _row(matter, question, [one.code for one in open_ones], quotes)


def _words_in_question(question: str, one: Found) -> Iterator[tuple[Language, str]]:
    """The deadlines that are in question, in the document's words; the other questions are plain from the code."""
    kind = {"duration_unanchored": "duration", "event_undated": "event", "urgent_undated": "open"}.get(
        question
    )
    for line in one.act.deadlines:
        if line.kind == kind:
            yield one.lead, line.quote.text


def _of_years(matter: Matter) -> Iterator[Row]:
    found: dict[str, list[tuple[Language, str]]] = {}
    for aligned in matter.aligned.passages:
        language, passage = aligned.preferred(matter.lead)
        for quote in _yearless(passage):
            found.setdefault(aligned.code, []).append((language, quote.text))
    if found:
        yield _row(matter, "year_not_stated", found, [quote for quotes in found.values() for quote in quotes])


def _yearless(passage: Passage) -> Iterator[Quote]:
    """Days and months written without a year: the reader gives them no value, or one that leaves the year open."""
    seen: set[tuple[int, int]] = set()
    for mention in passage.mentions:
        if mention.kind == "date" and (mention.name is None or mention.name.startswith("-")):
            seen.add((mention.quote.start, mention.quote.end))
            yield mention.quote
    for act in passage.acts:
        for line in act.deadlines:
            without_year = line.kind == "date" and (line.value is None or line.value.startswith("-"))
            if without_year and not any(s <= line.quote.end and line.quote.start <= e for s, e in seen):
                yield line.quote


def _of_facts(matter: Matter) -> Iterator[Row]:
    for name in STATED:
        if not any(fact_of(reading, name) for reading in matter.aligned.readings.values()):

            def fact(words: Wording, name: str = name) -> str:
                return words.text(f"facts.{name}")

            question = matter.labels("questions.fact_not_stated", fact=fact)
            yield Row(cells=(question, (), ()))


def _row(matter: Matter, question: str, where: Iterable[str], quotes: Iterable[tuple[Language, str]]) -> Row:
    rests_on = tuple(where)
    said: Text = tuple(
        Sentence(language=language, pieces=(Piece(text=text, style="quotation", language=language),))
        for language, text in dict.fromkeys(quotes)
    )
    return Row(
        cells=(matter.labels(f"questions.{question}", rests_on=rests_on), matter.codes_cell(rests_on), said)
    )
