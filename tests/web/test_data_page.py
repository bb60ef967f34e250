"""Data leaves by sight, and a matrix comes back: nothing changes unasked, nothing is overwritten."""

import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from tests.web.conftest import Browser, Shown
from tests.web.forms import recorded, sent
from tests.web.story import CONFIDENTIAL, LANGUAGES, MISSION, NOBODY, OFFICER, READER, REPORT

from mutabaa.desk.assign import assign
from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion
from mutabaa.reports.exchange.words import heading
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.web import door
from mutabaa.wiring import Register

EXPORTS = ("matrix", "tables", "tables?excel=1", "package", "texts", "actors", "register")
CHAD = "actor/state/tcd"
FOCAL_POINT = Viewer(name="chad", role="contributor", entity=CHAD, own=frozenset({"chad"}))
COLLEAGUE = Viewer(name="omar", role="secretariat")


@dataclass(frozen=True)
class Saved:
    """A file that came. `parts`: what is in it, where it is an archive."""

    status: int
    name: str
    content: bytes
    headers: Mapping[str, str]

    @property
    def parts(self) -> dict[str, bytes]:
        with ZipFile(io.BytesIO(self.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @property
    def everything(self) -> str:
        packed = self.content.startswith(b"PK")
        parts = self.parts.values() if packed else [self.content]
        return b"\n".join(parts).decode("utf-8", "replace")


def taken(browser: Browser, what: str, viewer: Viewer = OFFICER, language: str = "en") -> Saved:
    browser.monkeypatch.setattr(door, "viewer_of", lambda request: viewer)
    answer = browser.client.get(f"/data/{what}", headers={"Accept-Language": language})
    name = answer.headers.get("Content-Disposition", "")
    return Saved(answer.status_code, name, answer.getvalue(), answer.headers)


def filled(content: bytes, code: str, cells: Mapping[str, object], language: str = "en") -> bytes:
    book = load_workbook(io.BytesIO(content))
    page = book.worksheets[0]
    heads = {head.value: head.column for head in page[3]}
    row = next(row[0].row for row in page.iter_rows(min_row=4, max_col=1) if row[0].value == code)
    for column, value in cells.items():
        page.cell(row, heads[heading(column, language)]).value = value  # type: ignore[arg-type]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def brought(browser: Browser, content: bytes, viewer: Viewer = OFFICER, reads: str = "en") -> Shown:
    file = SimpleUploadedFile("matrix.xlsx", content)
    return sent(browser, "/data/sheets", viewer, reads, sheet=file)


def due(register: Register, on: str) -> None:
    """A colleague says when paragraph 14 is due."""
    register.record(
        lambda at: [
            Assertion(
                subject=MISSION,
                says="due",
                value={"kind": "date", "on": on},
                stated_by=COLLEAGUE.name,
                recorded_at=at,
                effective_on=PartialDate.from_iso("2023-02-10"),
                marking="internal",
            )
        ]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_data_is_in_the_readers_language(
    browser: Browser, followed_up: Register, language: str
) -> None:
    shown = browser.get("/data", language=language)
    title = {"ar": "البيانات", "en": "Data", "fr": "Données"}[language]
    assert (shown.status, f"<h1>{title}</h1>" in shown.html) == (200, True)
    assert "Akoma Ntoso" in shown.text and REPORT in shown.text


def test_every_form_is_a_file_to_be_saved_and_kept_by_no_cache(
    browser: Browser, followed_up: Register
) -> None:
    for what in EXPORTS:
        saved = taken(browser, what)
        assert (what, saved.status, saved.name.startswith("attachment")) == (what, 200, True)
        assert saved.headers["Cache-Control"] == "private, no-store"
        assert saved.headers["X-Content-Type-Options"] == "nosniff"
    assert taken(browser, "tables?excel=1").parts["commitments.csv"].startswith(b"\xef\xbb\xbf")
    assert "datapackage.json" in taken(browser, "package").parts
    texts = taken(browser, f"texts?instrument={REPORT}").parts
    assert len(texts) == 3 and all(name.endswith(".akn.xml") for name in texts)
    assert json.loads(taken(browser, "actors").content.splitlines()[0])["schema"]
    assert json.loads(taken(browser, "register").parts["manifest.json"])["scope"] == "whole"


def test_a_readers_exports_hold_nothing_confidential(browser: Browser, followed_up: Register) -> None:
    assert CONFIDENTIAL in taken(browser, "register").everything
    for what in EXPORTS:
        assert CONFIDENTIAL not in taken(browser, what, READER).everything
    manifest = json.loads(taken(browser, "register", READER).parts["manifest.json"])
    assert (manifest["scope"], manifest["root"]) == ("part", None)


def test_a_contributors_exports_hold_only_what_was_shared(browser: Browser, followed_up: Register) -> None:
    before = taken(browser, "register", FOCAL_POINT).everything
    assert MISSION not in before and taken(browser, "matrix", FOCAL_POINT).status == 404
    assign(followed_up, OFFICER, MISSION, CHAD)
    for what in ("register", "tables", "matrix"):
        exported = taken(browser, what, FOCAL_POINT).everything
        assert CONFIDENTIAL not in exported and f"{REPORT}/11.c" not in exported
    assert MISSION in taken(browser, "tables", FOCAL_POINT).everything


def test_who_may_not_is_told_nothing(browser: Browser, followed_up: Register) -> None:
    assert browser.get("/data", viewer=NOBODY).status == 302
    absent = browser.get("/data/nothing", viewer=READER)
    assert browser.get("/data/texts", viewer=READER, instrument="NOT/THERE").html == absent.html
    refused = brought(browser, taken(browser, "matrix").content, READER)
    assert (refused.status, refused.html) == (404, absent.html)
    outside = Viewer(name="x", role="contributor", entity=CHAD)
    assert browser.get("/data/texts", viewer=outside, instrument=REPORT).html == absent.html
    assert browser.get("/data/sheets/" + "0" * 32).status == 404
    assert browser.get("/data/sheets/..%2f..%2fsecret").status == 404


def test_what_is_taken_out_is_of_the_moment_looked_at(browser: Browser, followed_up: Register) -> None:
    assert "14.a" not in taken(browser, "tables?known_by=2020-01-01").everything
    shown = browser.get("/data", as_at="2023-01-15")
    assert "/data/tables?as_at=2023-01-15&amp;excel=1" in shown.html
    assert "always of today" in shown.text and "/data/matrix" not in shown.html
    assert "Nothing to take out yet" in browser.get("/data", known_by="2020-01-01").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unedited_sheet_changes_nothing(browser: Browser, followed_up: Register, language: str) -> None:
    size = followed_up.ledger.size
    content = taken(browser, "matrix", language=language).content
    answer = brought(browser, content, reads=language)
    assert answer.status == 303
    shown = browser.get(answer.location, language=language)
    said = {"ar": "لا شيء يُسجل", "en": "Nothing to record", "fr": "Rien à inscrire"}[language]
    assert said in shown.text and "<button>" not in shown.html
    done = sent(browser, answer.location, reads=language)
    assert done.location == "/data?recorded=0" and followed_up.ledger.size == size
    assert browser.get(answer.location).status == 404, "what has no more to say is thrown away"
    assert sent(browser, answer.location, reads=language).status == 422, "sent twice, it is told"


def test_a_sheet_that_nobody_recorded_is_thrown_away(browser: Browser, followed_up: Register) -> None:
    content = filled(taken(browser, "matrix").content, MISSION, {"note": "First."})
    first = brought(browser, content).location
    (kept,) = (followed_up.folder.path / "uploads" / "sheets").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    two_days_ago = kept.stat().st_mtime - 2 * 24 * 3600
    os.utime(kept, (two_days_ago, two_days_ago))
    second = brought(browser, filled(content, MISSION, {"note": "Second."})).location
    assert (browser.get(first).status, browser.get(second).status) == (404, 200)


def test_an_edit_is_shown_first_and_recorded_when_its_bringer_says_so(
    browser: Browser, followed_up: Register
) -> None:
    size = followed_up.ledger.size
    content = filled(taken(browser, "matrix").content, MISSION, {"due": "2024-06-30", "note": "أُرسل تذكير."})
    where = brought(browser, content).location
    shown = browser.get(where)
    assert "2024-06-30" in shown.text and "أُرسل تذكير." in shown.text and "Record 2 changes" in shown.text
    assert followed_up.ledger.size == size, "nothing is recorded by showing it"
    assert browser.get(where, viewer=COLLEAGUE).status == 404, "another's sheet isn't there"
    done = sent(browser, where)
    assert (done.status, done.location) == (303, "/data?recorded=2")
    assert "Recorded from the sheet: 2 entries." in browser.get("/data", recorded="2").text
    assert {(one.says, one.stated_by) for one in recorded(followed_up, size)} == {
        ("due", "amina"),
        ("note", "amina"),
    }


def test_a_conflict_is_told_left_and_settled_only_as_it_was_seen(
    browser: Browser, followed_up: Register
) -> None:
    content = filled(taken(browser, "matrix").content, MISSION, {"due": "2024-06-30"})
    due(followed_up, "2024-01-31")
    where = brought(browser, content).location
    shown = browser.get(where)
    assert "Now, by" in shown.text and "omar" in shown.text and "2024-01-31" in shown.text
    mark = shown.html.partition('name="settled" value="')[2].partition('"')[0]
    size = followed_up.ledger.size
    left = sent(browser, where)
    assert (left.location, followed_up.ledger.size) == (f"{where}?recorded=0", size)
    assert "What follows was left" in browser.get(where, recorded="0").text
    # A colleague speaks once more before the form is sent: what was settled isn't what is there.
    due(followed_up, "2024-02-29")
    size = followed_up.ledger.size
    assert sent(browser, where, settled=[mark]).location == f"{where}?recorded=0"
    mark = browser.get(where).html.partition('name="settled" value="')[2].partition('"')[0]
    assert sent(browser, where, settled=[mark]).location == "/data?recorded=1"
    (said,) = recorded(followed_up, size)
    assert said.value == {"kind": "date", "on": "2024-06-30"} and said.stated_by == "amina"


def test_a_cell_that_says_nothing_clear_is_refused_in_the_readers_language(
    browser: Browser, followed_up: Register
) -> None:
    content = filled(taken(browser, "matrix").content, MISSION, {"due": "<b>soon</b>"})
    where = brought(browser, content).location
    for language, why in (("ar", "ليس تاريخا"), ("en", "is no date"), ("fr", "n’est pas une date")):
        shown = browser.get(where, language=language)
        assert why in shown.text and "<b>soon" not in shown.html


def test_what_is_no_sheet_of_ours_is_refused_beside_the_form(browser: Browser, followed_up: Register) -> None:
    for language, why in (
        ("ar", "ليس هذا مصنفا"),
        ("en", "not a workbook"),
        ("fr", "Ce n’est pas un classeur"),
    ):
        refused = brought(browser, b"MZ", reads=language)
        assert refused.status == 422 and why in refused.text
    assert "Choose the workbook" in sent(browser, "/data/sheets").text
    assert not list((followed_up.folder.path / "uploads" / "sheets").glob("*"))


def test_an_entity_has_its_own_input_sheet_and_brings_it_back(
    browser: Browser, followed_up: Register
) -> None:
    assert "No commitment of" in browser.get("/data/input-sheet", viewer=FOCAL_POINT).text
    assign(followed_up, OFFICER, MISSION, CHAD)
    by_name = taken(browser, "input-sheet?entity=Chad")
    assert by_name.status == 200 and "input-state-tcd" in by_name.name
    own = taken(browser, "input-sheet?entity=actor/state/mli", FOCAL_POINT, "fr")
    assert "input-state-tcd-fr" in own.name and MISSION in own.everything
    assert CONFIDENTIAL not in own.everything
    content = filled(own.content, MISSION, {"note": "Rapport envoyé."}, "fr")
    size = followed_up.ledger.size
    where = brought(browser, content, FOCAL_POINT).location
    assert sent(browser, where, FOCAL_POINT).location == "/data?recorded=1"
    assert [(one.says, one.stated_by) for one in recorded(followed_up, size)] == [("note", "chad")]


def test_an_input_sheet_is_made_for_somebody_known_and_by_whom_it_is_for(
    browser: Browser, followed_up: Register
) -> None:
    shown = browser.get("/data/input-sheet", entity="Atlantis")
    assert shown.status == 422 and "Nobody is known by" in shown.text and 'value="Atlantis"' in shown.html
    assert browser.get("/data/input-sheet", viewer=READER, entity=CHAD).status == 404
