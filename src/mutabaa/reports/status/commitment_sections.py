"""The commitments brought together by addressee: words to the left or right, particulars beside them."""

from mutabaa.reports.outline import Column, Paragraph, Piece, Row, Section, Sentence, Table, Text
from mutabaa.reports.status.commitments import NOT_STATED, OWN, Addressed, Found
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.status.particulars import heading_pieces, particulars
from mutabaa.reports.wording import Wording, code


def commitment_sections(matter: Matter) -> tuple[Section, ...]:
    """A section, and a part of it for every addressee."""
    heading = matter.labels("sections.commitments")
    if not matter.commitments:
        nothing = Paragraph(text=matter.labels("summary.no_commitments"))
        return (Section(key="commitments", heading=heading, blocks=(nothing,)),)
    parts = [Section(key="commitments", heading=heading, orientation=matter.orientation)]
    for place, group in enumerate(matter.addressed):
        blocks: list[Paragraph | Table] = [_table(matter, group)] if group.first else []
        blocks += [Paragraph(text=_see(matter, one), style="note") for one in group.others]
        part = Section(
            key=f"addressee-{place + 1}",
            heading=addressee_heading(matter, group),
            level=2,
            blocks=tuple(blocks),
            orientation=matter.orientation,
        )
        parts.append(part)
    return tuple(parts)


def addressee_heading(matter: Matter, group: Addressed) -> Text:
    """The addressee as the document names it, in each version; the labels' words for the body itself or nobody."""
    if group.key == OWN:
        return _in_labels(matter, group)
    if group.key == NOT_STATED:
        return _in_labels(matter, group)
    return tuple(
        Sentence(
            language=language,
            pieces=(Piece(text=group.names[language], style="quotation", language=language),),
            rests_on=group.codes,
        )
        for language in matter.versions
        if language in group.names
    )


def _in_labels(matter: Matter, group: Addressed) -> Text:
    def named(words: Wording) -> tuple[Piece, ...]:
        return heading_pieces(matter, words, group.key)

    return matter.labels("report.value", rests_on=group.codes, value=named)


def _table(matter: Matter, group: Addressed) -> Table:
    rows: list[Row] = []
    for one in group.first:
        rows.append(Row(cells=(_code_line(matter, one),), kind="group", code=one.code))
        cells = (*matter.quotations(one), particulars(matter, one, group))
        rows.append(Row(cells=cells, code=one.code))
    columns = (
        *matter.version_columns(10 if len(matter.versions) == 1 else 7),
        Column(key="particulars", heading=matter.labels("columns.particulars"), weight=7),
    )
    return Table(key="commitments", style="list", columns=columns, rows=tuple(rows))


def _code_line(matter: Matter, one: Found) -> Text:
    return matter.code_cell(one.code, short=False)


def _see(matter: Matter, one: Found) -> Text:
    under = next(group for group in matter.addressed if one in group.first)

    def named(words: Wording) -> tuple[Piece, ...]:
        return heading_pieces(matter, words, under.key)

    return matter.labels("particulars.see_under", rests_on=(one.code,), code=code(one.code), addressee=named)
