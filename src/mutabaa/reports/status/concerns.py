"""What no rule understood, with its words, so that a person may read it."""

from mutabaa.reading import Concern, Reading
from mutabaa.reading.formats.messages import concern_message
from mutabaa.reports.outline import Column, Paragraph, Piece, Row, Section, Sentence, Table, Text
from mutabaa.reports.status.matter import Matter
from mutabaa.vocabulary import Language


def concerns_section(matter: Matter) -> Section:
    """The concerns of every version, in the order of the text; a sentence when there is none."""
    heading = matter.labels("sections.concerns")
    rows = tuple(
        _row(matter, language, concern)
        for language in matter.versions
        for concern in matter.aligned.readings[language].concerns
    )
    if not rows:
        return Section(
            key="concerns", heading=heading, blocks=(Paragraph(text=matter.labels("concerns.none")),)
        )
    columns = (
        Column(key="paragraph", heading=matter.labels("columns.short_code"), weight=2),
        Column(key="concern", heading=matter.labels("columns.concern"), weight=6),
        Column(key="quotation", heading=matter.labels("columns.quotation"), weight=9),
    )
    table = Table(key="concerns", style="list", columns=columns, rows=rows)
    explained = Paragraph(text=matter.labels("concerns.explained"))
    return Section(key="concerns", heading=heading, blocks=(explained, table))


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
