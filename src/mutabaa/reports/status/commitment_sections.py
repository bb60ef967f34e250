"""The commitments brought together by addressee: words to the left or right, particulars beside them."""

from collections.abc import Iterator

from mutabaa.reports.outline import Column, Paragraph, Piece, Row, Section, Sentence, Table, Text
from mutabaa.reports.status.commitments import NOT_STATED, OWN, Addressed, Found, addressee_keys
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.status.particulars import heading_pieces, particulars
from mutabaa.reports.wording import Wording, code
from mutabaa.vocabulary import Language


def commitment_sections(matter: Matter) -> tuple[Section, ...]:
    """A section, and a part of it for every addressee."""
    heading = matter.labels("sections.commitments")
    if not matter.commitments:
        nothing = Paragraph(text=matter.labels("summary.no_commitments"))
        return (Section(key="commitments", heading=heading, blocks=(nothing,)),)
    parts = [Section(key="commitments", heading=heading)]
    for place, group in enumerate(matter.addressed):
        blocks: list[Paragraph | Table] = [_table(matter, group)] if group.first else []
        blocks += [Paragraph(text=text, style="note") for text in _see_elsewhere(matter, group)]
        part = Section(
            key=f"addressee-{place + 1}",
            heading=addressee_heading(matter, group),
            level=2,
            blocks=tuple(blocks),
        )
        parts.append(part)
    return tuple(parts)


def addressee_heading(matter: Matter, group: Addressed) -> Text:
    """The addressee as the document names it, in each version, then its official name in a label language without
    one; the labels' words for the body itself or nobody."""
    if group.key in (OWN, NOT_STATED):
        return _in_labels(matter, group)
    named = [
        _heading(Piece(text=group.names[language], style="quotation", language=language), language, group)
        for language in matter.versions
        if language in group.names
    ]
    official = [
        _heading(Piece(text=name, language=language), language, group)
        for language in matter.labels.languages
        if language not in group.names and (name := group.official(language, matter.day))
    ]
    return (*named, *official)


def _heading(name: Piece, language: Language, group: Addressed) -> Sentence:
    return Sentence(language=language, pieces=(name,), rests_on=group.codes)


def _in_labels(matter: Matter, group: Addressed) -> Text:
    def named(words: Wording) -> tuple[Piece, ...]:
        return heading_pieces(matter, words, group.key)

    return matter.labels("report.value", rests_on=group.codes, value=named)


def _table(matter: Matter, group: Addressed) -> Table:
    rows: list[Row] = []
    for one in group.first:
        rows.append(Row(cells=(_code_line(matter, one),), kind="group", code=one.code))
        rows.append(Row(cells=_cells(matter, one, group), code=one.code))
    if _beside(matter):
        columns = matter.version_columns(1)
    else:
        columns = (
            *matter.version_columns(10 if len(matter.versions) == 1 else 7),
            Column(key="particulars", heading=matter.labels("columns.particulars"), weight=8),
        )
    return Table(key="commitments", style="list", columns=columns, rows=tuple(rows))


def _beside(matter: Matter) -> bool:
    """Whether every label language has a version whose column can hold its particulars."""
    return len(matter.versions) > 1 and set(matter.labels.languages) <= set(matter.versions)


def _cells(matter: Matter, one: Found, group: Addressed) -> tuple[Text, ...]:
    said = particulars(matter, one, group)
    if not _beside(matter):
        return (*matter.quotations(one), said)
    return tuple(
        (*quotation, *(line for line in said if line.language == language))
        for language, quotation in zip(matter.versions, matter.quotations(one), strict=True)
    )


def _code_line(matter: Matter, one: Found) -> Text:
    return matter.code_cell(one.code, short=False)


def _see_elsewhere(matter: Matter, group: Addressed) -> Iterator[Text]:
    """A line for every other heading under which commitments to this addressee are given in full."""
    elsewhere: dict[str, list[str]] = {}
    for one in group.others:
        elsewhere.setdefault(addressee_keys(one)[0], []).append(one.code)
    for key, listed in elsewhere.items():
        yield _see(matter, key, tuple(listed))


def _see(matter: Matter, key: str, listed: tuple[str, ...]) -> Text:
    def where(words: Wording) -> tuple[Piece, ...]:
        return words.joined((code(one),) for one in listed)

    def named(words: Wording) -> tuple[Piece, ...]:
        return heading_pieces(matter, words, key)

    return matter.labels("particulars.see_under", rests_on=listed, codes=where, addressee=named)
