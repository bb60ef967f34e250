"""Files sent in the browser: read in the sandbox, told of in the reader's language, and nothing recorded by it."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.conftest import Browser, Shown
from tests.web.forms import sent
from tests.web.story import LANGUAGES, NOBODY, OFFICER, READER, REPORT, SAMPLES

from mutabaa.desk import upload
from mutabaa.desk.errors import NotDone, NotThere
from mutabaa.people.policy import NotAllowed, Viewer
from mutabaa.store.jobs import take
from mutabaa.wiring import Register, sandbox

OMAR = Viewer(name="omar", role="analyst")
needs_sandbox = pytest.mark.skipif(not sandbox.is_there(), reason="no sandbox to read files in")


def report(language: str) -> tuple[str, bytes]:
    name = f"lake-chad-report.{language}.md"
    return name, (SAMPLES / name).read_bytes()


def taken_in(register: Register, viewer: Viewer, name: str) -> upload.Upload:
    upload.work(register, viewer, name)
    return upload.look(register, viewer, name)


def until_ended(browser: Browser, address: str, language: str) -> Shown:
    """The page of an upload, once the reading that goes on beside has ended."""
    for _ in range(200):
        page = browser.get(address, language=language)
        if "<progress" not in page.html:
            return page
        time.sleep(0.1)
    raise AssertionError("the reading never ended")


@needs_sandbox
def test_three_versions_are_sent_read_beside_and_wait_on_the_desk(
    register: Register, browser: Browser
) -> None:
    files = [SimpleUploadedFile(*report(language)) for language in LANGUAGES]
    answer = sent(browser, "/add", reads="ar", files=files, marking="restricted")
    assert answer.status == 303
    page = until_ended(browser, answer.location, "ar")
    assert "لم يُسجَّل شيء بعد" in page.text
    assert f'href="/review/{REPORT}"' in page.html
    assert register.ledger.size == 0
    assert register.proposals.intakes(REPORT, ("restricted",))
    assert not register.proposals.intakes(REPORT, ("internal",))


@needs_sandbox
def test_one_refused_file_loses_nothing_of_the_others(register: Register, browser: Browser) -> None:
    files = [report("en"), ("broken.pdf", b"%PDF-1.7\nnothing of the kind")]
    name = upload.send(register, OFFICER, files).name
    assert taken_in(register, OFFICER, name).taken_in is None
    for language, word in (("ar", "مرفوض"), ("en", "refused"), ("fr", "refusé")):
        page = browser.get(f"/add/{name}", language=language)
        assert word in page.text
        assert "broken.pdf" in page.text
    answer = sent(browser, f"/add/{name}", files=[SimpleUploadedFile(*report("fr"))])
    assert answer.status == 303
    assert f"/review/{REPORT}" in until_ended(browser, f"/add/{name}", "en").html
    (intake,) = register.proposals.intakes(REPORT, ("internal",))
    assert {version.language for version in intake.versions} == {"en", "fr"}


@needs_sandbox
def test_what_is_no_one_text_is_told_and_the_stranger_can_be_left_out(
    register: Register, browser: Browser
) -> None:
    stranger = "lake-chad-resolution.fr.txt"
    name = upload.send(register, OFFICER, [report("en"), (stranger, (SAMPLES / stranger).read_bytes())]).name
    found = taken_in(register, OFFICER, name)
    assert found.problem is not None
    assert found.ended
    page = browser.get(f"/add/{name}", language="fr")
    assert "Retirez ce qui n’appartient pas à ce texte" in page.text
    other = next(one for one in found.files if one.name == stranger)
    upload.send_more(register, OFFICER, name, leave_out=[other.kept_as])
    again = taken_in(register, OFFICER, name)
    assert again.taken_in is not None
    assert again.taken_in.instrument == REPORT
    with pytest.raises(NotDone, match="upload_goes_on"):
        upload.send_more(register, OFFICER, name)


def test_what_was_sent_is_the_senders_alone(register: Register, browser: Browser) -> None:
    name = upload.send(register, OFFICER, [report("en")]).name
    with pytest.raises(NotThere):
        upload.look(register, OMAR, name)
    assert browser.get(f"/add/{name}", OMAR).status == 404
    assert browser.get(f"/add/{name}", READER).status == 404
    assert browser.get("/add", READER).status == 404
    assert browser.get("/add/..%2f..%2fsecret").status == 404
    assert browser.get("/add", NOBODY).location.startswith("/sign-in")
    with pytest.raises(NotAllowed):
        upload.send(register, READER, [report("en")])
    with pytest.raises(NotAllowed):
        upload.send(register, OMAR, [report("en")], "confidential")


@needs_sandbox
def test_nothing_sent_or_too_much_is_told_beside_the_form(register: Register, browser: Browser) -> None:
    answer = sent(browser, "/add", reads="ar", marking="restricted")
    assert answer.status == 422
    assert "اختر ملفاً واحداً على الأقل" in answer.text
    assert '<option value="restricted" selected' in answer.html
    files = [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(upload.MOST_FILES + 1)]
    assert sent(browser, "/add", files=files, marking="internal").status == 422
    unheard = sent(browser, "/add", files=files[:1], marking="nonsense")
    assert unheard.status == 422


def test_a_file_beyond_the_limit_is_refused_without_being_kept(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "MOST_BYTES", 10)
    sent_files = upload.send(register, OFFICER, [("long.txt", b"eleven bytes and more")])
    (refused,) = sent_files.refused
    assert refused.problem is not None
    assert refused.problem.kind == "too_large"
    assert not (register.folder.path / "uploads" / sent_files.name / refused.kept_as).exists()


def test_a_reading_that_somebody_is_at_is_left_to_them_and_one_that_never_ends_is_given_up(
    register: Register,
) -> None:
    name = upload.send(register, OFFICER, [report("en")]).name
    lease = take(f"upload/{name}", register.clock)
    assert lease is not None
    assert taken_in(register, OFFICER, name).attempts == 0
    lease.give_back()
    folder = register.folder.path / "uploads" / name
    upload._write(folder, upload.replace(upload.look(register, OFFICER, name), attempts=3))
    assert taken_in(register, OFFICER, name).stopped
