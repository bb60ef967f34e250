"""The review desk in the browser: the text beside its proposals, and a person's decision on each."""

import re
import threading
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from wsgiref.simple_server import make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from tests.web.conftest import Browser
from tests.web.forms import sent
from tests.web.story import LANGUAGES, NOBODY, OFFICER, READER, REPORT, SAMPLES
from tests.web.test_looks import CHROMIUM, Server, Silent

from mutabaa.desk.review import ProposalOnDesk, decide, desk
from mutabaa.desk.take_in import take_in
from mutabaa.people.policy import Viewer
from mutabaa.reading import read
from mutabaa.review import align
from mutabaa.texts import open_text
from mutabaa.web import door
from mutabaa.web.review.cards import Asked, cards, spans
from mutabaa.web.review.lit_text import lit_text
from mutabaa.wiring import Register
from mutabaa.wiring.served import show

DESK = f"/review/{REPORT}"
# What is decided is tried on both databases in tests/desk; what a page says of it doesn't depend on the tables.
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)
OMAR = Viewer(name="omar", role="reviewer")


@pytest.fixture
def waiting(register: Register) -> Register:
    """The sample report in three languages; nobody has decided anything."""
    return taken_in(register)


def taken_in(register: Register) -> Register:
    texts = [open_text(SAMPLES / f"lake-chad-report.{language}.md") for language in LANGUAGES]
    take_in(register, OFFICER, align([read(text) for text in texts]))
    return register


def proposal(register: Register, code: str) -> ProposalOnDesk:
    return next(one for one in desk(register, OFFICER, REPORT).proposals if one.subject == f"{REPORT}/{code}")


def correction(one: ProposalOnDesk, **changed: str) -> dict[str, str]:
    """A correction as the form sends it: every field, these changed. "due.on" is that of the due rule."""
    typed = {"proposal": one.name, "deed": "correct"}
    for number, line in enumerate(one.statements):
        value = line.statement.value
        says = line.statement.says
        if says == "act":
            typed[f"{number}-act"] = value["act"]  # type: ignore[index, call-overload, assignment]
        elif says == "addressee":
            typed[f"{number}-basis"] = value["basis"]  # type: ignore[index, call-overload, assignment]
            for language, name in (value.get("names") or {}).items():  # type: ignore[union-attr]
                typed[f"{number}-name_{language}"] = name
            typed[f"{number}-actor"] = value.get("actor") or ""  # type: ignore[union-attr, assignment]
        elif says == "due":
            for field in ("kind", "words", "on", "length", "every", "start"):
                typed[f"{number}-{field}"] = value.get(field) or ""  # type: ignore[union-attr, assignment]
        elif says in ("wording", "action"):
            typed[f"{number}-text"] = value["text"]  # type: ignore[index, call-overload, assignment]
        for name, words in changed.items():
            if name.partition("_")[0] == says:
                typed[f"{number}-{name.partition('_')[2]}"] = words
    return typed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_whole_and_its_lit_words_are_those_of_the_statements(
    waiting: Register, language: str
) -> None:
    shown = desk(waiting, OFFICER, REPORT)
    text = next(one.text for one in shown.versions if one.language == language)
    on_desk = cards(shown, text.language, Asked())
    lights = spans(on_desk, text.language)
    paragraphs = lit_text(text, lights, set())
    pieces = [piece for paragraph in paragraphs for piece in paragraph.pieces]
    assert "".join("".join(p.words for p in pieces).split()) == "".join(text.text.split())
    for span in lights:
        if span.light != "passage":
            lit = "".join(p.words for p in pieces if span.light in p.lights and span.of in p.of)
            assert "".join(text.text[span.start : span.end].split()) in "".join(lit.split())
    assert {span.light for span in lights} == {"act", "addressee", "due", "action", "position", "passage"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", ("النص كما نُشر", "الجهة المخاطبة", "دليل العبارات العربية", "قبول", "استبعاد")),
        ("en", ("Text as published", "Addressee", "English phrasebook", "Accept", "Set aside")),
        ("fr", ("Texte tel que publié", "Destinataire", "Recueil d’expressions françaises", "Écarter")),
    ],
)
def test_the_desk_shows_the_text_its_proposals_and_the_rule_of_each_in_the_readers_language(
    waiting: Register, browser: Browser, language: str, words: tuple[str, ...]
) -> None:
    page = browser.get(DESK, language=language)
    assert page.status == 200
    for each in words:
        assert each in page.text
    direction = "rtl" if language == "ar" else "ltr"
    assert f'id="published" lang="{language}" dir="{direction}"' in page.html
    assert 'dir="ltr" class="code">14.a' in page.html
    other = browser.get(DESK, language=language, version="ar")
    assert 'id="published" lang="ar" dir="rtl"' in other.html
    assert browser.get("/review", language=language).status == 200


def test_who_may_not_review_is_told_what_is_told_of_what_is_not_there(
    waiting: Register, browser: Browser
) -> None:
    assert browser.get(DESK, READER).status == 404
    assert browser.get("/review", READER).status == 404
    assert browser.get("/review/NO/SUCH").status == 404
    assert browser.get(DESK, READER).html == browser.get("/review/NO/SUCH", READER).html
    assert browser.get(DESK, NOBODY).location.startswith("/sign-in")
    one = proposal(waiting, "14.a")
    assert sent(browser, DESK, READER, deed="accept", proposal=one.name).status == 404
    assert waiting.ledger.size == 0


def test_a_form_without_its_token_records_nothing(waiting: Register, browser: Browser) -> None:
    strict = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1")
    browser.monkeypatch.setattr(door, "viewer_of", lambda request: OFFICER)
    typed = {"deed": "accept", "proposal": proposal(waiting, "14.a").name}
    assert strict.post(DESK, typed).status_code == 403
    assert waiting.ledger.size == 0
    page = strict.get(DESK).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    answer = strict.post(DESK, typed | {"csrfmiddlewaretoken": token[1]})
    assert answer.status_code == 303
    assert waiting.ledger.size == len(proposal(waiting, "14.a").statements)


def test_accepting_leads_to_the_next_that_waits_and_keeps_what_was_asked_for(
    waiting: Register, browser: Browser
) -> None:
    one = proposal(waiting, "14.a")
    answer = sent(
        browser, DESK + "?version=fr&kind=commitment", deed="accept", proposal=one.name, following=40
    )
    assert answer.status == 303
    assert "version=fr" in answer.location
    assert "kind=commitment" in answer.location
    assert answer.location.endswith("#p40")
    page = browser.get(answer.location.partition("#")[0])
    assert "message" in page.html
    assert proposal(waiting, "14.a").decision is not None


def test_a_second_reviewer_is_told_who_decided_before(waiting: Register, browser: Browser) -> None:
    one = proposal(waiting, "14.a")
    decide(waiting, OMAR, one.name, "accepted")
    size = waiting.ledger.size
    answer = sent(browser, DESK, deed="accept", proposal=one.name, reads="fr")
    assert answer.status == 409
    assert "omar" in answer.text
    assert "a déjà accepté cette proposition" in answer.text
    assert waiting.ledger.size == size


def test_setting_aside_wants_a_reason_and_can_be_taken_back(waiting: Register, browser: Browser) -> None:
    one = proposal(waiting, "14.a")
    refused = sent(browser, DESK, deed="reject", proposal=one.name, reason=" ", reads="ar")
    assert refused.status == 409
    assert "بيّن سبب الاستبعاد" in refused.text
    assert sent(browser, DESK, deed="reject", proposal=one.name, reason="Of another <body>").status == 303
    page = browser.get(DESK)
    assert "Of another &lt;body&gt;" in page.html
    assert "Accept after all" in page.text
    assert sent(browser, DESK, deed="accept", proposal=one.name, instead_of=1).status == 303
    after = proposal(waiting, "14.a")
    assert [each.verdict for each in after.decided] == ["rejected", "accepted"]


def test_a_correction_keeps_what_was_left_and_finds_the_place_of_new_words(
    waiting: Register, browser: Browser
) -> None:
    one = proposal(waiting, "9.b")
    form = browser.get(DESK, correct=one.name)
    assert "Record as corrected" in form.text
    answer = sent(
        browser, DESK, **correction(one, act_act="urge", due_on="2023-01", addressee_name_en="States")
    )
    assert answer.status == 303
    decision = proposal(waiting, "9.b").decision
    assert decision is not None
    assert decision.verdict == "corrected"
    stated = {each.says: each for each in decision.statements}
    assert stated["act"].value["act"] == "urge"  # type: ignore[index, call-overload]
    assert stated["act"].because == ""
    assert stated["due"].value["on"] == "2023-01"  # type: ignore[index, call-overload]
    place = stated["addressee"].value["places"]["en"]  # type: ignore[index, call-overload]
    english = next(v.text for v in desk(waiting, OFFICER, REPORT).versions if v.language == "en")
    assert english.text[place["start"] : place["end"]] == "States"
    kept = [line.statement for line in one.statements if line.statement.says == "action"]
    assert [each for each in decision.statements if each.says == "action"] == kept


def test_what_cannot_be_stated_is_told_beside_its_field_and_nothing_typed_is_lost(
    waiting: Register, browser: Browser
) -> None:
    one = proposal(waiting, "9.b")
    typed = correction(one, due_on="soon", action_text="Come <all>")
    answer = sent(browser, DESK, reads="ar", **typed)
    assert answer.status == 422
    assert "ليس تاريخاً" in answer.text
    assert 'value="soon"' in answer.html
    assert "Come &lt;all&gt;" in answer.html
    assert 'aria-invalid="true"' in answer.html
    assert waiting.ledger.size == 0


def test_all_that_only_adds_is_accepted_at_once(waiting: Register, browser: Browser) -> None:
    page = browser.get(DESK)
    count = len(desk(waiting, OFFICER, REPORT).proposals)
    assert f"Accept all that only adds (\u2068{count}\u2069)" in page.text
    answer = sent(browser, DESK, deed="accept_all")
    assert answer.status == 303
    assert desk(waiting, OFFICER, REPORT).counts["waiting"] == 0
    assert f"accepted={count}" in answer.location


def test_a_filter_dims_the_rest_and_hides_nothing(waiting: Register, browser: Browser) -> None:
    whole, dimmed = browser.get(DESK), browser.get(DESK, kind="commitment", words="14.a")
    assert dimmed.html.count('<article class="proposal') == whole.html.count('<article class="proposal')
    assert dimmed.html.count('<article class="proposal off') == whole.html.count("<article") - 1
    assert '<p class="off">' in dimmed.html
    assert '<p class="off">' not in whole.html

    def published(html: str) -> str:
        text = html.partition('id="published"')[2].partition("</section>")[0]
        return "".join(unescape(re.sub(r"<[^>]+>", "", text)).split())

    assert published(whole.html) == published(dimmed.html)
    assert browser.get(DESK, show="nonsense").status == 400


def test_a_mended_text_marks_what_is_stale_and_shows_both_sides_of_what_differs(
    waiting: Register, browser: Browser, folder: Path
) -> None:
    sent(browser, DESK, deed="accept_all")
    mended = (SAMPLES / "lake-chad-report.en.md").read_text(encoding="utf-8")
    file = folder.parent / "report.en.md"
    file.write_text(mended.replace("to take part in it", "to attend it in numbers"), encoding="utf-8")
    take_in(waiting, OFFICER, align([read(open_text(file))]))
    counts = desk(waiting, OFFICER, REPORT).counts
    assert counts["differing"] > 0
    page = browser.get(DESK, show="differing")
    assert re.search(
        r"<del><bdi[^>]*>take part in it</bdi></del> <ins><bdi[^>]*>attend it in numbers", page.html
    )
    assert "Out of date" in page.text


@pytest.fixture
def address(register: Register, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    taken_in(register)
    show(register)
    monkeypatch.setattr(door, "viewer_of", lambda request: OFFICER)
    server = make_server("127.0.0.1", 0, WSGIHandler(), server_class=Server, handler_class=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_three_proposals_are_accepted_and_one_set_aside_with_the_keyboard_alone_in_arabic(
    address: str,
) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    if not CHROMIUM.exists():
        pytest.skip(f"no browser to look with ({CHROMIUM})")
    wrong: list[str] = []
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = chromium.new_context(locale="ar", viewport={"width": 1280, "height": 800}).new_page()
        page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: asked.url.startswith(address) or wrong.append(asked.url))
        page.goto(f"{address}{DESK}?kind=commitment&show=waiting")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.classList.contains('proposal')")
        for _ in range(2):
            with page.expect_navigation():
                page.keyboard.press("a")
        with page.expect_navigation():
            # The same key of an Arabic keyboard, which the driver can't press.
            page.evaluate(
                "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ش', bubbles: true}))"
            )
        page.keyboard.press("j")
        # The words of the chosen proposal are seen in the text.
        assert page.evaluate(
            "(() => { const lit = document.querySelector('.published .chosen').getBoundingClientRect();"
            " const pane = document.getElementById('published').getBoundingClientRect();"
            " return lit.top >= pane.top && lit.top < pane.bottom; })()"
        )
        page.keyboard.press("x")
        page.keyboard.type("لا يخص هذه الهيئة")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.inner_text(".tally li:nth-child(3) b") == "3"
        assert page.inner_text(".tally li:nth-child(5) b") == "1"
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "words"
        found = [
            (one["id"], one["nodes"][0]["html"])
            for path in (DESK, f"{DESK}?kind=commitment", "/review", "/add")
            if page.goto(address + path)
            for one in axe.Axe().run(page).response["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        page.goto(address + DESK)
        page.keyboard.press("j")
        with page.expect_navigation():
            page.keyboard.press("c")
        found += [
            (one["id"], one["nodes"][0]["html"])
            for one in axe.Axe().run(page).response["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        chromium.close()
    assert found == []
    assert wrong == []
