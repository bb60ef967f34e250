"""Positions and records: quoted apart from the commitments, without status and in no denominator."""

from typing import Literal

from mutabaa.reports.outline import Column, Paragraph, Row, Section, Table
from mutabaa.reports.status.commitments import found
from mutabaa.reports.status.matter import Matter


def positions_section(matter: Matter) -> Section:
    """What the document welcomes, supports, condemns, warns of."""
    return _section(matter, "positions", acts_table(matter, "position"))


def records_section(matter: Matter) -> Section:
    """What the document notes, recalls, recognizes or has heard."""
    return _section(matter, "records", acts_table(matter, "record"))


def _section(matter: Matter, name: str, table: Table) -> Section:
    heading = matter.labels(f"sections.{name}")
    if not table.rows:
        return Section(key=name, heading=heading, blocks=(Paragraph(text=matter.labels(f"{name}.none")),))
    return Section(key=name, heading=heading, blocks=(table,), orientation=matter.orientation)


def acts_table(matter: Matter, kind: Literal["position", "record"], *, short: bool = True) -> Table:
    """One row an act: code, class, words in each version."""
    columns = (
        Column(
            key="code",
            heading=matter.labels("columns.short_code" if short else "columns.code"),
            weight=2 if short else 6,
        ),
        Column(key="class", heading=matter.labels("columns.class"), weight=4),
        *matter.version_columns(12 if len(matter.versions) == 1 else 7),
    )
    rows = tuple(
        Row(
            cells=(matter.code_cell(one.code, short=short), matter.act_name(one), *matter.quotations(one)),
            code=one.code,
        )
        for one in found(matter.aligned, matter.lead, kind)
    )
    return Table(key=f"{kind}s", style="list", columns=columns, rows=rows)
