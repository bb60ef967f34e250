"""What could not be had from a file and what no rule understood, so that a person may look at it."""

from dataclasses import replace

from mutabaa.reading import Concern, Reading
from mutabaa.reading.formats.messages import concern_message, problem_message
from mutabaa.reports.outline import Column, Paragraph, Piece, Row, Section, Sentence, Table, Text
from mutabaa.reports.status.matter import Matter
from mutabaa.texts import Problem
from mutabaa.vocabulary import Language


def concerns_section(matter: Matter) -> Section:
    """The concerns of every version, in the order of the text; a sentence when there is none."""
    heading = matter.labels("sections.concerns")
    rows: list[Row] = []
    for language in matter.versions:
        reading = matter.aligned.readings[language]
        rows += [_problem_row(matter, problem, reading) for problem in reading.official_text.problems]
        rows += [_row(matter, language, concern) for concern in reading.concerns]
    if not rows:
        return Section(
            key="concerns", heading=heading, blocks=(Paragraph(text=matter.labels("concerns.none")),)
        )
    columns = (
        Column(key="paragraph", heading=matter.labels("columns.short_code"), weight=2),
        Column(key="concern", heading=matter.labels("columns.concern"), weight=6),
        Column(key="quotation", heading=matter.labels("columns.quotation"), weight=9),
    )
    table = Table(key="concerns", style="list", columns=columns, rows=tuple(rows))
    explained = Paragraph(text=matter.labels("concerns.explained"))
    return Section(key="concerns", heading=heading, blocks=(explained, table))


def _problem_row(matter: Matter, problem: Problem, reading: Reading) -> Row:
    """What could not be had from a file, beside the file's name."""
    known = replace(problem, facts={"name": reading.official_text.source.name, **problem.facts})
    message: Text = tuple(
        Sentence(language=label, pieces=(Piece(text=problem_message(known, label), language=label),))
        for label in matter.labels.languages
    )
    return Row(cells=((), message, matter.code_cell(reading.official_text.source.name, short=False)))


def _row(matter: Matter, language: Language, concern: Concern) -> Row:
    rests_on = (_code(matter.aligned.readings[language], concern),) if concern.passage else ()
    message: Text = tuple(
        Sentence(
            language=label,
            pieces=(Piece(text=concern_message(concern, label), language=label),),
            rests_on=rests_on,
        )
        for label in matter.labels.languages
    )
    words: Text = ()
    if concern.quote:
        piece = Piece(text=concern.quote.text, style="quotation", language=language)
        words = (Sentence(language=language, pieces=(piece,), rests_on=rests_on),)
    where = matter.code_cell(concern.passage, short=False) if concern.passage else ()
    return Row(cells=(where, message, words))


def _code(reading: Reading, concern: Concern) -> str:
    return f"{reading.address}/{concern.passage}"
