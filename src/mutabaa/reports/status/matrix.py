"""The implementation matrix: one row a commitment, timeliness computed, the other axes of status ready to fill."""

from collections.abc import Callable

from mutabaa.reports.outline import Column, Piece, Row, Section, Sentence, Table, Text
from mutabaa.reports.status.commitment_sections import addressee_heading
from mutabaa.reports.status.commitments import Found
from mutabaa.reports.status.matter import Matter
from mutabaa.reports.status.particulars import (
    basis_pieces,
    deadline_pieces,
    force_pieces,
    heading_pieces,
    instrument_pieces,
)
from mutabaa.reports.status.quotation import quote_of_act
from mutabaa.reports.status.timeliness import stated_dates, timeliness
from mutabaa.reports.wording import Filling, Wording, code

# The axes a person fills in, with the values each may take.
AXES = ("lifecycle", "implementation", "evidence", "judgement")
_WEIGHTS = {"lifecycle": 25, "implementation": 27, "evidence": 24, "judgement": 24, "note": 42}

_Said = Callable[[Matter, Wording, Found], tuple[Piece, ...]]


def matrix_section(matter: Matter) -> Section:
    """The matrix as it stands on a page: across the long side, under each first addressee."""
    rows: list[Row] = []
    for group in matter.addressed:
        if group.first:
            rows.append(Row(cells=(addressee_heading(matter, group),), kind="group"))
        rows += [_page_row(matter, one) for one in group.first]
    columns = (
        _column(matter, "short_code", 15),
        _column(matter, "commitment", 78),
        _column(matter, "deadline_timeliness", 32),
        *_status_columns(matter),
    )
    table = Table(key="matrix", style="matrix", columns=columns, rows=tuple(rows))
    return Section(
        key="matrix", heading=matter.labels("sections.matrix"), blocks=(table,), orientation="landscape"
    )


def _column(matter: Matter, key: str, weight: int) -> Column:
    return Column(key=key, heading=matter.labels(f"columns.{key}"), weight=weight)


def _status_columns(matter: Matter) -> tuple[Column, ...]:
    axes = tuple(
        Column(
            key=axis,
            heading=matter.labels(f"columns.{axis}"),
            weight=_WEIGHTS[axis],
            choices=matter.labels.choices(axis),
        )
        for axis in AXES
    )
    return (*axes, _column(matter, "note", _WEIGHTS["note"]))


def _page_row(matter: Matter, one: Found) -> Row:
    quotation: Text = (quote_of_act(one.words, one.act, one.lead, one.code),)
    if one.lead != matter.lead:
        quotation = (*_original_in(matter, one), *quotation)
    if one.below:
        quotation = (*quotation, *_subparagraphs(matter, one))
    time = (
        (*_sentences(matter, one, _deadline), *_timeliness(matter, one, strong=True))
        if one.act.deadlines
        else ()
    )
    cells: tuple[Text, ...] = (matter.code_cell(one.code), quotation, time or _timeliness(matter, one))
    return Row(cells=(*cells, *(() for _ in (*AXES, "note"))), code=one.code)


def _original_in(matter: Matter, one: Found) -> Text:
    return matter.labels("report.original_in", language=lambda words: matter.language_name(one.lead, words))


def _subparagraphs(matter: Matter, one: Found) -> Text:
    """Where the act goes on in sub-paragraphs, their places stand for them; the section on commitments quotes them."""
    first, last = one.below[0].path, one.below[-1].path
    key = "particulars.subparagraph" if first == last else "particulars.subparagraphs"
    return matter.labels(key, rests_on=(one.code,), first=code(first), last=code(last))


def _sentences(matter: Matter, one: Found, value: _Said) -> Text:
    return matter.labels("report.value", rests_on=(one.code,), value=lambda words: value(matter, words, one))


def _timeliness(matter: Matter, one: Found, *, strong: bool = False) -> Text:
    key = f"timeliness.{timeliness(one.act, matter.as_of)}"

    def said(words: Wording) -> Filling:
        return words.plain(words.text(key), "strong" if strong else "plain")

    return matter.labels("report.value", rests_on=(one.code,), value=said)


def register(matter: Matter) -> Table:
    """The whole matrix for a spreadsheet: every particular in a column of its own, one row a commitment."""
    columns = (
        _column(matter, "code", 26),
        _column(matter, "paragraph", 10),
        _column(matter, "addressee", 28),
        _column(matter, "addressee_basis", 18),
        *matter.version_columns(60),
        _column(matter, "wording", 24),
        _column(matter, "rank", 10),
        _column(matter, "instruments", 28),
        _column(matter, "deadline", 26),
        _column(matter, "deadline_date", 14),
        _column(matter, "reiterated", 10),
        _column(matter, "timeliness", 16),
        *_status_columns(matter),
    )
    rows = tuple(_register_row(matter, one) for one in matter.commitments)
    return Table(key="register", style="matrix", columns=columns, rows=rows)


def _register_row(matter: Matter, one: Found) -> Row:
    reiterated = "particulars.reiterated_yes" if one.act.reiterated else "particulars.reiterated_no"
    cells: tuple[Text, ...] = (
        matter.code_cell(one.code, short=False),
        matter.code_cell(one.passage.path, short=False),
        _addressees(matter, one),
        _sentences(matter, one, basis_pieces),
        *matter.quotations(one),
        _sentences(matter, one, _force),
        _value(matter, one, "" if one.act.force is None else str(one.act.force)),
        _sentences(matter, one, _instruments),
        _sentences(matter, one, _deadline),
        _value(matter, one, min(stated_dates(one.act)).isoformat() if stated_dates(one.act) else ""),
        matter.labels(reiterated, rests_on=(one.code,)),
        _timeliness(matter, one),
    )
    return Row(cells=(*cells, *(() for _ in (*AXES, "note"))), code=one.code)


def _addressees(matter: Matter, one: Found) -> Text:
    """The addressees as each version names them; the label's words when the document names none."""
    named = tuple(
        Sentence(
            language=language,
            pieces=tuple(
                Piece(text=text, style="quotation", language=language)
                for text in _listed([quote.text for quote in act.addressees])
            ),
            rests_on=(one.code,),
        )
        for language in matter.versions
        if (act := one.aligned.versions.get(language)) and act.addressees
    )
    if named:
        return named
    key = "self" if one.act.basis == "self" else "not_stated"
    return matter.labels(
        "report.value", rests_on=(one.code,), value=lambda words: heading_pieces(matter, words, key)
    )


def _listed(names: list[str]) -> list[str]:
    return [name if place == 0 else f"; {name}" for place, name in enumerate(names)]


def _value(matter: Matter, one: Found, value: str) -> Text:
    first = matter.labels.languages[0]
    pieces = (Piece(text=value, style="code"),) if value else ()
    return (Sentence(language=first, pieces=pieces, rests_on=(one.code,)),) if pieces else ()


def _deadline(matter: Matter, words: Wording, one: Found) -> tuple[Piece, ...]:
    return deadline_pieces(words, one)


def _force(matter: Matter, words: Wording, one: Found) -> tuple[Piece, ...]:
    return force_pieces(words, one)


def _instruments(matter: Matter, words: Wording, one: Found) -> tuple[Piece, ...]:
    return instrument_pieces(words, one)
