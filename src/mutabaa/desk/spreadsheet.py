"""The matrix goes out as a workbook and comes back edited: what would change is shown first, then said by whoever
brings it; what a colleague changed meanwhile is a conflict to settle and never overwritten."""

import hmac
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from mutabaa.desk.assign import assign
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.spreadsheet_edits import CellRefused, Desk, Said, said_by
from mutabaa.desk.spreadsheet_rows import (
    DEEDS,
    choices,
    editable_columns,
    last_author,
    matrix_row,
    names,
)
from mutabaa.desk.words import say
from mutabaa.people.policy import Viewer
from mutabaa.register import Misstated, State, standing, standings_of
from mutabaa.register.particulars import particulars
from mutabaa.register.statements import check
from mutabaa.reports.exchange.matrix import (
    ADDING,
    GROUPS,
    BadSheet,
    Form,
    Formula,
    Matrix,
    MatrixRow,
    Returned,
    ReturnedRow,
    digest_of,
)
from mutabaa.reports.exchange.words import exchange_words
from mutabaa.vocabulary import Language
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring.register import Register

_MOST = 10_000
_READ = ("code", "wording", "addressee", "timeliness", "evidence", "judgement")
_MATRIX_GROUPS = ("lifecycle", "assessment", "due", "focal_point", "evidence", "note")


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One edit: the cells of a group as they went out and as they came back. `said`: what is recorded for it."""

    row: int
    code: str
    group: str
    base: Mapping[str, str]
    edited: Mapping[str, str]
    said: tuple[Said, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """By which a conflict is named when it is settled."""
        return self.code, self.group


@dataclass(frozen=True, kw_only=True, slots=True)
class Conflict:
    """An edit of what somebody else changed meanwhile. `now`: the cells as they are; `by`: who spoke last."""

    change: Change
    now: Mapping[str, str]
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """A cell (or, without a column, a row) that isn't taken. `kind` names a refusal of reports.exchange.words."""

    row: int
    code: str
    column: str
    kind: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """What an edited sheet would do. `unchanged`: how many rows say what they said."""

    language: Language
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    refusals: tuple[Refused, ...]
    unchanged: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """What was recorded (how many entries), and what was left: conflicts nobody settled, and refusals."""

    recorded: int
    left: tuple[Conflict, ...]
    refusals: tuple[Refused, ...]


def matrix_out(
    register: Register,
    viewer: Viewer,
    language: Language,
    *,
    codes: Sequence[str] | None = None,
    instrument: str | None = None,
) -> bytes:
    """The matrix as XLSX, a row a commitment that the viewer sees: these, those of an instrument, or all.

    Raises NotAllowed, NotThere (no commitment is left), NotDone `sheet_too_many_rows`.
    """
    viewer.must("export")
    state = register.state(now(register), viewer.sight)
    chosen = [
        code
        for code in (codes or state.codes("commitment"))
        if instrument is None or code.startswith(instrument + "/")
    ]
    may_fill_in = editable_columns(viewer, _MATRIX_GROUPS)
    return sheet_of(register, language, state, chosen, "matrix", _MATRIX_GROUPS, may_fill_in)


def sheet_of(
    register: Register,
    language: Language,
    state: State,
    codes: Sequence[str],
    form: Form,
    groups: Sequence[str],
    editable: frozenset[str],
) -> bytes:
    """A sheet of these commitments with these groups of columns. Raises NotThere, NotDone."""
    from mutabaa.reports.exchange.matrix_sheet import matrix_workbook

    if not codes:
        raise NotThere()
    if len(codes) > _MOST:
        raise NotDone("sheet_too_many_rows", count=str(len(codes)), most=str(_MOST))
    words = exchange_words(language)["sheet"]
    found = standings_of(codes, state)
    whole = (particulars(one.commitment, state).instrument for one in found)
    instruments = sorted({instrument for instrument in whole if instrument})
    matrix = Matrix(
        form=form,
        language=language,
        title=f"{words[form]} — {', '.join(instruments[:3])}{' …' if len(instruments) > 3 else ''}",
        known=words["as_known"].format(day=state.moment.known_by.date()),
        columns=(*_READ, *(column for group in groups for column in GROUPS[group])),
        editable=editable,
        choices=choices(language),
        rows=tuple(matrix_row(one, state, language) for one in found),
    )
    return matrix_workbook(matrix, _seal(register))


def preview(register: Register, viewer: Viewer, content: bytes) -> Preview:
    """What an edited sheet would change. Raises NotAllowed; NotDone when the workbook isn't taken at all."""
    return _preview(register, viewer, _returned(register, viewer, content), now(register), frozenset())


def apply(
    register: Register, viewer: Viewer, content: bytes, settled: Collection[tuple[str, str]] = ()
) -> Applied:
    """Record what an edited sheet changes, each edit as its own assertion by the viewer, all at one instant.

    `settled`: code and group of each conflict in which the sheet's words are to stand, after the colleague's; other
    conflicts are left as they are. Raises NotAllowed, NotDone.
    """
    came_back = _returned(register, viewer, content)
    with register.ledger.turn():
        instant = register.now()
        moment = Moment(as_at=instant.date(), known_by=instant)
        found = _preview(register, viewer, came_back, moment, frozenset(settled))
        told = (one.at(instant, viewer.name) for change in found.changes for one in _plain(change.said))
        # A new source that two rows cite is one source.
        said = list({one.to_bytes(): one for one in told}.values())
        entries = register.ledger.append(said) if said else ()
        refusals = list(found.refusals)
        assigned = 0
        for change in found.changes:
            for one in change.said:
                if one.says == "focal_point":
                    try:
                        assigned += len(assign(register, viewer, one.subject, _entity(one)))
                    except NotDone as refusal:
                        reason = say(refusal.kind, came_back.language, **refusal.facts)
                        cell = CellRefused("focal_point", "not_admitted", reason=reason)
                        refusals.append(_refused(change, cell))
    return Applied(recorded=len(entries) + assigned, left=found.conflicts, refusals=tuple(refusals))


def _preview(
    register: Register,
    viewer: Viewer,
    came_back: Returned,
    moment: Moment,
    settled: frozenset[tuple[str, str]],
) -> Preview:
    state = register.state(moment, viewer.sight)
    desk = Desk(viewer=viewer, language=came_back.language, state=state)
    changes, conflicts, refusals = list[Change](), list[Conflict](), list[Refused]()
    unchanged = 0
    rows = list(_each_once(came_back, refusals))
    edits = [(row, went, list(_edits(row, went, came_back, refusals))) for row, went in rows]
    state.gather([row.code for row, _, changed in edits if changed])
    for row, _, changed in edits:
        before = len(changes) + len(conflicts) + len(refusals)
        for change in changed:
            conflict = _conflict(change, came_back, state)
            if conflict is not None and change.key not in settled:
                if conflict.now != change.edited and not _says_the_same(change, desk):
                    conflicts.append(conflict)
                continue
            try:
                said = _said(change, desk)
            except CellRefused as refusal:
                refusals.append(_refused(change, refusal))
                continue
            if said:
                changes.append(replace(change, said=said))
        touched = len(changes) + len(conflicts) + len(refusals) > before
        unchanged += not touched and not any(refused.row == row.number for refused in refusals)
    return Preview(
        language=came_back.language,
        changes=tuple(changes),
        conflicts=tuple(conflicts),
        refusals=tuple(sorted(refusals, key=lambda refused: refused.row)),
        unchanged=unchanged,
    )


def _each_once(came_back: Returned, refusals: list[Refused]) -> Iterator[tuple[ReturnedRow, MatrixRow]]:
    """Rows that went out, each once, wherever they stand now; rows deleted say nothing."""
    seen: dict[str, ReturnedRow] = {}
    for row in came_back.rows:
        went = came_back.went_out.get(row.code)
        told = {"row": str(row.number), "code": row.code[:100]}
        kind = ""
        if not row.code:
            kind = "row_without_code"
        elif went is None:
            kind = "row_unknown"
        elif row.code in seen:
            kind = "row_twice" if row.cells != seen[row.code].cells else ""
        else:
            seen[row.code] = row
            yield row, went
        if kind:
            refusals.append(Refused(row=row.number, code=row.code, column="", kind=kind, facts=told))


def _edits(
    row: ReturnedRow, went: MatrixRow, came_back: Returned, refusals: list[Refused]
) -> Iterator[Change]:
    """The groups in which a cell isn't what went out. A column that is gone says nothing."""
    for column, value in row.cells.items():
        if column not in came_back.editable and column != "code":
            sealed = went.cells.get(column, "")
            if isinstance(value, Formula) or digest_of(value) != sealed:
                refusals.append(Refused(row=row.number, code=row.code, column=column, kind="read_only"))
    for group, columns in GROUPS.items():
        of_it = [column for column in columns if column in came_back.editable]
        given = {column: row.cells.get(column, went.cells.get(column, "")) for column in of_it}
        formulas = [column for column, value in given.items() if isinstance(value, Formula)]
        refusals += [
            Refused(row=row.number, code=row.code, column=column, kind="formula") for column in formulas
        ]
        edited = {column: value for column, value in given.items() if isinstance(value, str)}
        base = {column: went.cells.get(column, "") for column in of_it}
        if edited != base and not formulas:
            yield Change(row=row.number, code=row.code, group=group, base=base, edited=edited)


def _conflict(change: Change, came_back: Returned, state: State) -> Conflict | None:
    """Whether the register says something else now than what the sheet went out with."""
    if change.group in ADDING:
        return None
    record = state.record(change.code)
    if names(record)[change.group] == came_back.went_out[change.code].names.get(change.group, ""):
        return None
    now = matrix_row(standing(change.code, state), state, came_back.language)
    cells = {column: now.cells.get(column, "") for column in change.edited}
    return Conflict(change=change, now=cells, by=last_author(record, change.group))


def _says_the_same(change: Change, desk: Desk) -> bool:
    """Whether an edit says in its own words what the register says by now."""
    try:
        return not _said(change, desk)
    except CellRefused:
        return False


def _said(change: Change, desk: Desk) -> tuple[Said, ...]:
    """What the edit says. Raises CellRefused."""
    first = next(column for column in change.edited if change.edited[column] != change.base[column])
    record = desk.state.record(change.code)
    if not any(map(desk.viewer.may, DEEDS[change.group])) or record.kind != "commitment":
        raise CellRefused(first, "not_yours")
    said = said_by(change.group, change.edited, change.base, record, desk)
    for one in said:
        try:
            check(one.at(desk.state.moment.known_by, desk.viewer.name))
        except Misstated as wrong:
            raise CellRefused(first, "not_admitted", reason=str(wrong)) from wrong
    return said


def _refused(change: Change, refusal: CellRefused) -> Refused:
    return Refused(
        row=change.row, code=change.code, column=refusal.column, kind=refusal.kind, facts=refusal.facts
    )


def _plain(said: Sequence[Said]) -> Iterator[Said]:
    """What is recorded as it stands; to assign a focal point is a deed of its own."""
    return (one for one in said if one.says != "focal_point")


def _entity(said: Said) -> str:
    assert isinstance(said.value, Mapping)
    return str(said.value["entity"])


def _returned(register: Register, viewer: Viewer, content: bytes) -> Returned:
    from mutabaa.reports.exchange.returned_sheet import returned

    if not editable_columns(viewer, tuple(GROUPS)):
        viewer.must("record")
    try:
        return returned(content, _seal(register))
    except BadSheet as bad:
        raise NotDone(bad.kind, **bad.facts) from bad


def now(register: Register) -> Moment:
    """As at today, as known now."""
    instant = register.now()
    return Moment(as_at=instant.date(), known_by=instant)


def _seal(register: Register) -> Callable[[bytes], str]:
    """What only this register can put on a sheet."""
    key = sha256(b"matrix sheet\x00" + (register.folder.secret_key() or "").encode()).digest()
    return lambda content: hmac.new(key, content, sha256).hexdigest()
