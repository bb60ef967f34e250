"""The matrix goes out and comes back: nothing lost, nothing overwritten, nothing run."""

import io
import random
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.register.said import said
from tests.store.test_story import AMINA, CONFERENCE, MISSION, NEWS, REPORT, STUDY, on, record, told

from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.desk.input_sheet import input_sheet
from mutabaa.desk.spreadsheet import Preview, apply, matrix_out, now, preview
from mutabaa.people.policy import NotAllowed, Viewer, at_the_terminal
from mutabaa.reports.exchange.words import heading, refusal_words, says_why
from mutabaa.vocabulary import LANGUAGES, Language
from mutabaa.wiring import Register

OFFICER = at_the_terminal("Omar")
Edit = Callable[[Worksheet], None]


@pytest.fixture
def office(register: Register) -> Register:
    """The register after the story, some days later."""
    told(register)
    return on(register, "2023-04-01")


def edited(content: bytes, edit: Edit) -> bytes:
    book = load_workbook(io.BytesIO(content))
    edit(book.worksheets[0])
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(sheet: Worksheet, code: str, column: str, language: Language = "en"):  # type: ignore[no-untyped-def]
    heads = {head.value: head.column for head in sheet[3]}
    row = next(row[0].row for row in sheet.iter_rows(min_row=4, max_col=1) if row[0].value == code)
    return sheet.cell(row, heads[heading(column, language)])


def filled(content: bytes, code: str, cells: Mapping[str, object], language: Language = "en") -> bytes:
    def edit(sheet: Worksheet) -> None:
        for column, value in cells.items():
            cell(sheet, code, column, language).value = value

    return edited(content, edit)


def brought(office: Register, code: str, cells: Mapping[str, object], viewer: Viewer = OFFICER) -> Preview:
    return preview(office, viewer, filled(matrix_out(office, OFFICER, "en"), code, cells))


def kinds(found: Preview) -> list[tuple[str, str]]:
    return [(refused.column, refused.kind) for refused in found.refusals]


def test_an_unedited_sheet_changes_nothing(office: Register) -> None:
    sheets = [matrix_out(office, OFFICER, language) for language in LANGUAGES]
    assert sheets[0] == matrix_out(office, OFFICER, LANGUAGES[0])
    for came_back in (*sheets, *(edited(sheet, lambda _: None) for sheet in sheets)):
        found = preview(office, OFFICER, came_back)
        assert (found.changes, found.conflicts, found.refusals) == ((), (), ())
        assert found.unchanged == len(office.state(now(office), OFFICER.sight).codes("commitment"))
        assert apply(office, OFFICER, came_back).recorded == 0


def test_a_sheet_saved_again_by_another_program_changes_nothing(office: Register, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("no LibreOffice on this machine (soffice)")
    out = tmp_path / "out"
    (tmp_path / "matrix.xlsx").write_bytes(matrix_out(office, OFFICER, "ar"))
    # By its own format and back, which loses what either doesn't know.
    for source, form in ((tmp_path / "matrix.xlsx", "ods"), (out / "matrix.ods", "xlsx")):
        subprocess.run(
            [
                "soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", form,
                "--outdir", str(out), str(source),
            ],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    found = preview(office, OFFICER, (out / "matrix.xlsx").read_bytes())
    assert (found.changes, found.conflicts, found.refusals) == ((), (), ())


def test_an_edit_is_one_assertion_by_whoever_brings_it(office: Register) -> None:
    content = filled(
        matrix_out(office, OFFICER, "en"),
        STUDY,
        {"level": "minimum", "reasons": "Terms were drafted.", "sources": NEWS, "assessed_on": "2023-03-30"},
    )
    (change,) = preview(office, OFFICER, content).changes
    assert (change.code, change.group, change.base["level"]) == (STUDY, "assessment", "")
    before = office.ledger.size
    assert apply(office, OFFICER, content).recorded == 1
    (entry,) = [kept.entry() for kept in office.ledger.kept(before)]
    assertion = entry.assertion
    assert (assertion.says, assertion.stated_by, assertion.marking) == ("assessment", "Omar", "internal")
    assert assertion.value == {"level": 1, "reasons": "Terms were drafted.", "sources": [NEWS]}
    # The same sheet brought twice says nothing twice.
    assert apply(office, OFFICER, content).recorded == 0


def test_words_of_all_three_languages_are_understood(office: Register) -> None:
    content = matrix_out(office, OFFICER, "en")
    others = {"reasons": "As seen.", "sources": NEWS, "assessed_on": "2023-03"}
    for typed in ("intermediate", "Intermédiaire", "متوسط", "مُتَوَسِّط", "2", "٢", 2):
        found = preview(office, OFFICER, filled(content, STUDY, {"level": typed, **others}))
        (change,) = found.changes
        assert change.said[0].value == {"level": 2, "reasons": "As seen.", "sources": [NEWS]}


def test_what_a_colleague_changed_meanwhile_is_a_conflict_and_is_not_overwritten(office: Register) -> None:
    content = filled(
        matrix_out(office, OFFICER, "en"),
        CONFERENCE,
        {"lifecycle": "withdrawn", "lifecycle_since": "2023-03-29", "lifecycle_source": NEWS},
    )
    record(
        office, "2023-04-02", said(CONFERENCE, "lifecycle", "renewed", source=NEWS, on="2023-03-30", by=AMINA)
    )
    later = on(office, "2023-04-03")
    (conflict,) = preview(later, OFFICER, content).conflicts
    assert (conflict.by, conflict.now["lifecycle"], conflict.change.edited["lifecycle"]) == (
        AMINA,
        "renewed",
        "withdrawn",
    )
    assert len(apply(later, OFFICER, content).left) == 1
    # Settled for the sheet: its words follow the colleague's, which stay on record.
    assert apply(later, OFFICER, content, {conflict.change.key}).recorded == 1
    state = later.state(now(later), OFFICER.sight)
    assert state.record(CONFERENCE).value("lifecycle") == "withdrawn"


def test_two_who_change_other_cells_of_a_row_do_not_meet(office: Register) -> None:
    content = filled(matrix_out(office, OFFICER, "en"), STUDY, {"note": "Ask the chair."})
    record(office, "2023-04-02", said(STUDY, "lifecycle", "renewed", source=NEWS, on="2023-03-30", by=AMINA))
    later = on(office, "2023-04-03")
    assert not preview(later, OFFICER, content).conflicts
    assert apply(later, OFFICER, content).recorded == 1


def test_rows_sorted_and_deleted_and_columns_moved_lose_nothing(office: Register) -> None:
    def shuffled(sheet: Worksheet) -> None:
        cell(sheet, STUDY, "note").value = "Ask the chair."
        rows = [[one.value for one in row] for row in sheet.iter_rows(min_row=3)]
        head, body = rows[0], rows[1:]
        chance = random.Random(7)
        chance.shuffle(body)
        body = [row for row in body if row[0] in (STUDY, MISSION) or chance.random() < 0.5]
        order = list(range(len(head)))
        chance.shuffle(order)
        sheet.delete_rows(1, sheet.max_row)
        for row in [head, *body]:
            sheet.append([row[index] for index in order])

    found = preview(office, OFFICER, edited(matrix_out(office, OFFICER, "en"), shuffled))
    assert [(change.code, change.group) for change in found.changes] == [(STUDY, "note")]
    assert not found.refusals


def test_rows_added_or_doubled_are_refused_by_their_number(office: Register) -> None:
    def added(sheet: Worksheet) -> None:
        sheet.append([None, "a row of one's own"])
        sheet.append(["MADE/UP/1.a", "another"])
        sheet.append([STUDY, "said twice"])

    found = preview(office, OFFICER, edited(matrix_out(office, OFFICER, "en"), added))
    assert [refused.kind for refused in found.refusals] == ["row_without_code", "row_unknown", "row_twice"]
    assert not found.changes


BAD_CELLS: list[tuple[Mapping[str, object], tuple[str, str]]] = [
    ({"level": "splendid"}, ("level", "not_a_word")),
    ({"level": "full"}, ("reasons", "reasons_needed")),
    ({"level": "full", "reasons": "x"}, ("sources", "reasons_needed")),
    ({"level": "full", "reasons": "x", "sources": "source/none"}, ("sources", "source_unknown")),
    ({"level": "full", "reasons": "x", "sources": NEWS}, ("assessed_on", "date_needed")),
    ({"lifecycle": "completed"}, ("lifecycle_since", "date_needed")),
    ({"lifecycle": "completed", "lifecycle_since": "soon"}, ("lifecycle_since", "not_a_date")),
    ({"lifecycle": "completed", "lifecycle_since": "2023-03"}, ("lifecycle_source", "source_needed")),
    ({"due": "=TODAY()"}, ("due", "formula")),
    ({"note": '=HYPERLINK("http://x","y")'}, ("note", "formula")),
    ({"note": "x" * 30_001}, ("note", "too_long")),
    ({"wording": "Not what was agreed."}, ("wording", "read_only")),
    ({"bearing": "supports", "evidence_on": "2023", "evidence_source": "a friend"},
     ("evidence_source", "source_unknown")),
    ({"focal_point": "nobody"}, ("focal_point", "no_such_actor")),
]  # fmt: skip


def test_a_bad_cell_is_refused_with_its_reason_and_records_nothing(office: Register) -> None:
    content = matrix_out(office, OFFICER, "en")
    for cells, refused in BAD_CELLS:
        found = preview(office, OFFICER, filled(content, STUDY, cells))
        assert refused in kinds(found)
        assert not found.changes
        for one in found.refusals:
            for language in LANGUAGES:
                assert refusal_words(one.kind, language, **one.facts)


def test_what_was_said_is_not_taken_out_by_emptying_a_cell(office: Register) -> None:
    assert kinds(brought(office, MISSION, {"reasons": None})) == [("reasons", "cleared")]


def test_another_level_needs_other_reasons(office: Register) -> None:
    assert kinds(brought(office, MISSION, {"level": "full"})) == [("reasons", "reasons_of_another_level")]


def test_words_that_look_like_a_formula_go_out_and_come_back_as_they_are(office: Register) -> None:
    dangerous = "=cmd|' /C calc'!A0"
    reasons = {"level": 1, "reasons": dangerous, "sources": [NEWS]}
    record(office, "2023-04-02", said(STUDY, "assessment", reasons, on="2023-04-02"))
    later = on(office, "2023-04-03")
    content = matrix_out(later, OFFICER, "en")
    out = cell(load_workbook(io.BytesIO(content)).worksheets[0], STUDY, "reasons")
    assert (out.value, out.data_type) == ("'" + dangerous, "s")
    assert not preview(later, OFFICER, content).changes
    found = preview(later, OFFICER, filled(content, STUDY, {"reasons": "'- two points"}))
    assert found.changes[0].edited["reasons"] == "- two points"


def test_a_new_web_address_becomes_a_source_once_and_evidence_rests_on_it(office: Register) -> None:
    content = matrix_out(office, OFFICER, "en")
    for code in (STUDY, CONFERENCE):
        content = filled(
            content,
            code,
            {"bearing": "يؤيد", "evidence_source": "https://example.org/news/1", "evidence_on": "2023-03-29"},
        )
    assert apply(office, OFFICER, content).recorded == 4
    state = office.state(now(office), OFFICER.sight)
    (evidence,) = state.record(STUDY).all("evidence")
    assert evidence.assertion.source is not None
    assert state.record(evidence.assertion.source).value("url") == "https://example.org/news/1"
    assert apply(office, OFFICER, content).recorded == 0


def test_random_edits_come_back_as_they_were_made(office: Register) -> None:
    """One law: what the sheet says after it was applied is what was typed into it, in whatever order it went."""
    chance = random.Random(20230401)
    codes = office.state(now(office), OFFICER.sight).codes("commitment")
    content, typed = matrix_out(office, OFFICER, "fr"), {}
    for code in chance.sample(codes, 6):
        what = chance.choice(["assessment", "lifecycle", "due"])
        cells = {
            "assessment": {
                "level": chance.choice(["minimal", "complet", "non entamé"]),
                "reasons": f"Motif {chance.random()}\n- نعم",
                "sources": NEWS,
                "assessed_on": f"2023-03-{chance.randint(22, 28)}",
            },
            "lifecycle": {"lifecycle": "achevé", "lifecycle_since": "2023-03", "lifecycle_source": NEWS},
            "due": {"due": f"20{chance.randint(24, 40)}-0{chance.randint(1, 9)}"},
        }[what]
        typed[code] = cells
        content = filled(content, code, cells, "fr")
    assert apply(office, OFFICER, content).recorded == len(typed)
    later = on(office, "2023-04-02")
    sheet = load_workbook(io.BytesIO(matrix_out(later, OFFICER, "fr"))).worksheets[0]
    for code, cells in typed.items():
        for column, value in cells.items():
            shown = str(cell(sheet, code, column, "fr").value)
            assert shown.lstrip("'").translate({0x2066: None, 0x2067: None, 0x2069: None}) == value


def test_a_sheet_whose_hidden_part_was_changed_or_that_is_another_registers_is_refused(
    office: Register,
) -> None:
    book = load_workbook(io.BytesIO(matrix_out(office, OFFICER, "en")))
    hidden = book["went_out"]
    hidden["A3"].value = str(hidden["A3"].value).replace("active", "renewed")
    with pytest.raises(NotDone, match="sheet_seal_broken"):
        preview(office, OFFICER, saved(book))
    del book["went_out"]
    with pytest.raises(NotDone, match="sheet_seal_broken"):
        preview(office, OFFICER, saved(book))


def with_part(content: bytes, name: str, words: bytes) -> bytes:
    out = io.BytesIO(content)
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr(name, words)
    return out.getvalue()


def with_entities(content: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as archive, ZipFile(out, "w") as written:
        for name in archive.namelist():
            words = archive.read(name)
            if name == "xl/workbook.xml":
                words = b'<!DOCTYPE x [<!ENTITY a "b">]>' + words
            written.writestr(name, words)
    return out.getvalue()


def far_away(content: bytes) -> bytes:
    return edited(content, lambda sheet: sheet.cell(1_048_576, 1, "far away") and None)


HOSTILE: list[tuple[Callable[[bytes], bytes], str]] = [
    (lambda content: b"no workbook", "not_a_sheet"),
    (lambda content: content[:4000], "not_a_sheet"),
    (lambda content: with_part(content, "xl/vbaProject.bin", b"x"), "sheet_unsafe"),
    (lambda content: with_part(content, "xl/externalLinks/externalLink1.xml", b"<x/>"), "sheet_unsafe"),
    (lambda content: with_part(content, "xl/embeddings/oleObject1.bin", b"x"), "sheet_unsafe"),
    (with_entities, "sheet_unsafe"),
    (lambda content: with_part(content, "xl/bomb.xml", bytes(201 * 1024 * 1024)), "sheet_too_large"),
    (far_away, "sheet_too_large"),
]


def test_a_hostile_workbook_is_refused(office: Register) -> None:
    content = matrix_out(office, OFFICER, "en")
    for hostile, kind in HOSTILE:
        with pytest.raises(NotDone, match=kind):
            preview(office, OFFICER, hostile(content))


def test_who_may_only_read_gets_a_sheet_with_nothing_to_fill_in_and_brings_none(office: Register) -> None:
    reader = Viewer(name="Rachid", role="reader")
    sheet = load_workbook(io.BytesIO(matrix_out(office, reader, "en"))).worksheets[0]
    assert all(one.protection.locked for row in sheet.iter_rows() for one in row)
    with pytest.raises(NotAllowed):
        preview(office, reader, matrix_out(office, OFFICER, "en"))


def test_cells_of_another_role_are_refused_one_by_one(office: Register) -> None:
    analyst = Viewer(name="Nadia", role="analyst")
    ok = replace(analyst)
    found = brought(office, STUDY, {"note": "Seen.", "focal_point": "anybody"}, ok)
    assert kinds(found) == [("focal_point", "not_yours")]
    assert [change.group for change in found.changes] == ["note"]


def test_an_entitys_input_sheet_holds_its_commitments_and_takes_its_reply(office: Register) -> None:
    state = office.state(now(office), OFFICER.sight)
    entity = next(
        value["actor"]
        for code in state.codes("commitment")
        for entry in state.record(code).all("addressee")
        for value in [entry.assertion.value]
        if isinstance(value, dict) and value.get("actor")
    )
    with pytest.raises(NotThere):
        input_sheet(office, OFFICER, entity, "ar")  # Nothing was shared with it.
    addressed = [
        code
        for code in state.codes("commitment")
        if any(e.assertion.value.get("actor") == entity for e in state.record(code).all("addressee"))  # type: ignore[union-attr]
    ]
    code = addressed[0]
    judged = {"level": 1, "reasons": "Little was seen.", "sources": [NEWS]}
    record(
        office,
        "2023-04-02",
        said(code, "shared_with", entity),
        said(code, "assessment", judged, on="2023-04-02", by=AMINA),
    )
    later = on(office, "2023-04-03")
    focal = Viewer(name="Focal point", role="contributor", entity=entity)
    content = input_sheet(later, OFFICER, entity, "ar")
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert sheet.sheet_view.rightToLeft
    assert [row[0].value for row in sheet.iter_rows(min_row=4, max_col=1)] == [code]
    replied = filled(content, code, {"reply": "نفذنا الشطر الأول."}, "ar")
    assert kinds(preview(later, OFFICER, replied)) == [("reply", "not_yours")]
    assert apply(later, focal, replied).recorded == 1
    step = later.state(now(later), OFFICER.sight).record(code).value("judgement")
    assert (step["step"], step["words"], step["entity"]) == ("contested", "نفذنا الشطر الأول.", entity)
    with pytest.raises(NotThere):
        input_sheet(later, replace(focal, entity="somebody_else"), entity, "ar")


def test_an_entity_says_by_a_sheet_only_what_it_may_say_on_the_page(register: Register) -> None:
    """What is public it sees; that is no invitation to say what became of it."""
    judged = {"level": 1, "reasons": "Little was seen.", "sources": ["source/a"]}
    entries = [
        ("source/a", "kind", "source"),
        ("OIC/P/1", "kind", "provision"),
        ("OIC/P/1.a", "kind", "commitment"),
        ("OIC/P/1.a", "part_of", "OIC/P/1"),
    ]
    record(register, "2023-04-01", *(said(*one, marking="public") for one in entries))
    record(register, "2023-04-02", said("OIC/P/1.a", "assessment", judged, on="2023-04-02", marking="public"))
    other = Viewer(name="Omar", role="contributor", entity="actor/oic/ircica")
    content = matrix_out(register, at_the_terminal("Omar"), "en")
    cited = {"evidence_source": "source/a", "bearing": "contradicts", "evidence_on": "2023-04-02"}
    found = preview(register, other, filled(content, "OIC/P/1.a", cited))
    assert [kind for _, kind in kinds(found)] == ["not_yours"] and found.changes == ()


def test_only_one_instruments_commitments_go_out_when_it_is_named(office: Register) -> None:
    assert matrix_out(office, OFFICER, "en", instrument=REPORT)
    with pytest.raises(NotThere):
        matrix_out(office, OFFICER, "en", instrument="OTHER/1")


def test_every_refusal_of_an_import_or_a_sheet_has_words() -> None:
    import re

    root = Path(__file__).parents[2] / "src" / "mutabaa"
    files = [
        *root.glob("desk/spreadsheet*.py"),
        root / "desk" / "import_.py",
        *root.glob("reports/exchange/*.py"),
    ]
    raised = {
        kind
        for file in files
        for kind in re.findall(r'(?:NotDone|BadSheet)\(\s*"(\w+)"', file.read_text("utf-8"))
        + re.findall(r'CellRefused\(\s*[\w"]+,\s*"(\w+)"', file.read_text("utf-8"))
    }
    assert len(raised) > 25
    assert not [kind for kind in raised if not says_why(kind)]
