"""Where the language versions of the document say different things, as the alignment found it."""

from collections import Counter

from mutabaa.reports.outline import Column, Paragraph, Piece, Row, Section, Sentence, Table, Text
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.wording import Wording, counted
from mutabaa.review import Difference
from mutabaa.vocabulary import ACT_CLASSES, Language

_SEVERITIES = ("high", "medium", "low")


def differences_section(matter: Matter) -> Section:
    """Substantive differences first, in the order of the text; each version's words beside the other's."""
    heading = matter.labels("sections.differences")
    found = sorted(matter.aligned.differences, key=lambda one: _SEVERITIES.index(one.severity))
    if not found:
        return Section(
            key="differences", heading=heading, blocks=(Paragraph(text=matter.labels("differences.none")),)
        )
    columns = (
        Column(key="code", heading=matter.labels("columns.short_code"), weight=2),
        Column(key="difference", heading=matter.labels("columns.difference"), weight=4),
        *matter.version_columns(7),
    )
    table = Table(
        key="differences", style="list", columns=columns, rows=tuple(_row(matter, one) for one in found)
    )
    compared = Paragraph(text=_compared(matter))
    return Section(key="differences", heading=heading, blocks=(compared, table))


def _compared(matter: Matter) -> Text:
    counts = Counter(one.severity for one in matter.aligned.differences)
    return matter.labels(
        "differences.compared",
        rests_on=tuple(dict.fromkeys(one.code for one in matter.aligned.differences)),
        n=counted("difference", counts.total()),
        high=counts["high"],
        medium=counts["medium"],
        low=counts["low"],
    )


def _row(matter: Matter, one: Difference) -> Row:
    what = matter.labels(
        "differences.kind",
        rests_on=(one.code,),
        kind=lambda words: words.plain(words.text(f"differences.{one.kind}"), "strong"),
        severity=lambda words: words.text(f"differences.severity_{one.severity}"),
    )
    said = tuple(_said(matter, one, language) for language in matter.versions)
    return Row(cells=(matter.code_cell(one.code), what, *said), code=one.code)


def _said(matter: Matter, one: Difference, language: Language) -> Text:
    """The value in the labels' words, and under it the version's own words."""
    values = one.values.get(language, ())
    quotes = one.quotes.get(language, ())
    if not values and not quotes:
        return matter.labels("differences.absent", rests_on=(one.code,))
    told: Text = ()
    if values and one.kind not in ("paragraph_missing", "addressee"):
        told = _own_language(matter, language, one, values)
    words_of_version = tuple(
        Sentence(
            language=language,
            pieces=(Piece(text=quote.text, style="quotation", language=language),),
            rests_on=(one.code,),
        )
        for quote in quotes
    )
    return (*told, *words_of_version)


def _own_language(matter: Matter, language: Language, one: Difference, values: tuple[str, ...]) -> Text:
    """The values in the words of the column's own language, or of every label when none is in it."""
    told = matter.labels(
        "report.value",
        rests_on=(one.code,),
        value=lambda words: words.joined(_value(words, one, value) for value in values),
    )
    return tuple(sentence for sentence in told if sentence.language == language) or told


def _value(words: Wording, one: Difference, value: str) -> tuple[Piece, ...]:
    if one.kind in ("date", "document_date", "deadline"):
        written = words.calendar.period(value) if "P" in value else words.calendar.write(value)
        return (words.plain(written),)
    if one.kind == "act_class" and value in ACT_CLASSES:
        return (words.plain(words.text(f"acts.{value}")),)
    return (Piece(text=value, style="code"),)
