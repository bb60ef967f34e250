"""The whole way of a text through a register, by the commands and pages people use, in a browser, in each language."""

import base64
import hashlib
import hmac
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from tests.web.served import mutabaa, served
from tests.web.signed_in import PASSWORD

from mutabaa.web import door
from mutabaa.wiring import sandbox

CHROMIUM = Path("/usr/bin/chromium")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SEEN_ON = "2018-03-13"
NOTED = {
    "ar": "اختتمت البعثة المشتركة لتقييم الاحتياجات زيارتها.",
    "en": "The joint needs assessment mission ended its visit.",
    "fr": "La mission conjointe d'évaluation des besoins a achevé sa visite.",
}
REASONS = {
    "ar": "انتهت البعثة المشتركة ولم يُطّلع على تقريرها.",
    "en": "The joint mission ended; no report of it was seen.",
    "fr": "La mission conjointe a pris fin ; aucun rapport n'en a été vu.",
}
# What a page says of itself: not what it quotes, which is in another language, a code or a name.
_OWN_WORDS = r"""() => [...document.querySelectorAll("h1, h2, h3, button, label, legend, summary, th, nav a, .deeds a")]
    .filter(one => one.closest("[lang]") === document.documentElement)
    .map(one => { const copy = one.cloneNode(true);
        for (const quoted of copy.querySelectorAll("bdi, code, kbd, [lang], select, input")) quoted.remove();
        return copy.textContent.replace(/\u2068[^\u2069]*\u2069/g, "").trim(); })
    .filter(words => words)"""


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    """The report on Mali in Arabic and the opening of its English version; the sample report elsewhere."""
    folder = Path(os.environ.get("MUTABAA_SHARED", SAMPLES.parents[1] / "shared")) / "corpora" / "oic"
    report, opening = (
        folder / "OIC_ACM-2017_MALI-REP.ar.md",
        folder / "oic_mali_contactgroup_2017-09-20_en.txt",
    )
    if report.exists() and opening.exists():
        return [report, opening]
    return [SAMPLES / f"lake-chad-report.{language}.md" for language in ("ar", "en", "fr")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip(f"no browser to try with ({CHROMIUM})")
    if not sandbox.is_there():
        pytest.skip("no closed room to read what is sent in (bubblewrap)")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield started
        started.close()


class Person:
    """Somebody at a browser of their own: where they look, the page must be in order."""

    def __init__(self, browser: Any, address: str, language: str) -> None:
        self.address, self.language = address, language
        self.page = browser.new_context(locale=language, viewport={"width": 1280, "height": 900}).new_page()
        self.failed: list[str] = []
        self.page.set_default_timeout(60_000)
        self.page.on("console", lambda said: self.failed.extend([said.text] if said.type == "error" else []))
        self.page.on("pageerror", lambda error: self.failed.append(str(error)))
        self.page.on("request", lambda asked: self._asked(asked.url))
        self.foreign = _foreign(language)

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.failed.append(url)

    def goes(self, place: str) -> None:
        self.page.goto(place if "://" in place else self.address + place)

    def types(self, **fields: str) -> None:
        for name, typed in fields.items():
            self.page.fill(f"main [name={name}]", typed)

    def picks(self, **fields: str) -> None:
        for name, chosen in fields.items():
            self.page.select_option(f"main [name={name}]", chosen)

    def presses(self, selector: str = "main form[method=post] button") -> None:
        """Presses it and waits for the page that answers."""
        with self.page.expect_navigation():
            self.page.locator(selector).last.click()

    def looks(self, name: str) -> str:
        """What the page says, once it is found to be in the reader's language and direction, without a failure."""
        if folder := os.environ.get("MUTABAA_SCREENSHOTS"):
            self.page.screenshot(path=f"{folder}/{self.language}-{name}.png", full_page=True)
        html = self.page.locator("html")
        direction = "rtl" if self.language == "ar" else "ltr"
        assert (html.get_attribute("lang"), html.get_attribute("dir")) == (self.language, direction), name
        assert not self.failed, (name, self.failed)
        untranslated = [words for words in self.page.evaluate(_OWN_WORDS) if self.foreign(words)]
        assert not untranslated, (name, untranslated)
        return str(self.page.inner_text("main"))


def _foreign(language: str) -> Any:
    """Whether words of a page are English ones that have a translation, or, in Arabic, hold no Arabic letter."""
    if language == "en":
        return lambda words: False
    english: set[str] = set()
    for path in Path(door.__file__).parent.glob(f"*/locale/{language}/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            english.update(
                one.id for one in read_po(file) if isinstance(one.id, str) and one.id != one.string
            )
    if language == "fr":
        return lambda words: words in english
    return lambda words: re.search(r"[A-Za-z]{3}", words) and not re.search(r"[\u0621-\u064a]", words)


def code_of(secret: str, ahead: int = 0) -> str:
    """The code of an authenticator app (RFC 6238, SHA-1, 30 seconds, six digits)."""
    counter = int(time.time() // 30 + ahead).to_bytes(8, "big")
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at : at + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_text_goes_its_whole_way(browser: Any, language: str, texts: list[Path], tmp_path: Path) -> None:
    register = tmp_path / "register"
    assert "/sign-in/set-up/" in mutabaa("init", register, language=language)
    with served(register, language) as (address, link):
        amina = Person(browser, address, language)
        _opens_the_first_account(amina, link)
        omar = _invited(browser, amina)
        text = _adds(amina, texts)
        _reviews(amina, text)
        _cites(amina, f"{text}/14.a", tmp_path)
        _assesses(amina, f"{text}/14.a")
        _adopts(omar, f"{text}/14.a")
        _walks_about(omar, text)
        taken_out = _takes_out(amina, tmp_path / "register.jsonld.zip")
    root = _root(mutabaa("verify", "--register", register, language=language))
    mutabaa("init", tmp_path / "another", language=language)
    assert root in mutabaa("import", taken_out, "--register", tmp_path / "another", language=language)
    assert _root(mutabaa("verify", "--register", tmp_path / "another", language=language)) == root


def _opens_the_first_account(amina: Person, link: str) -> None:
    """By the link that was printed; then with codes of an authenticator app, out and in again."""
    amina.goes(link)
    amina.looks("01-set-up")
    amina.types(name="amina", display_name="Amina", password=PASSWORD)
    amina.presses()
    amina.looks("02-account")
    amina.presses("main a[href='/account/security']")
    amina.looks("03-security")
    amina.presses("main a[href='/account/code/on']")
    amina.looks("04-confirm")
    amina.types(password=PASSWORD)
    amina.presses()
    amina.looks("04-code")
    secret = amina.page.inner_text("main code").strip()
    amina.types(code=code_of(secret))
    amina.presses()
    amina.looks("05-code-on")
    amina.presses("a[href='/sign-out']")
    amina.looks("06-sign-out")
    amina.presses()
    amina.goes("/sign-in")
    amina.looks("07-sign-in")
    amina.types(login="amina", password=PASSWORD)
    amina.presses("main form[action='/sign-in'] button")
    amina.looks("08-second-step")
    # A code is taken once; the next one is there already.
    amina.types(code=code_of(secret, ahead=1))
    amina.presses("main form.card button")
    amina.looks("09-signed-in")


def _invited(browser: Any, amina: Person) -> Person:
    """A reviewer, by a link from the page of people."""
    amina.goes("/people")
    amina.types(name="omar", display_name="Omar")
    amina.picks(role="reviewer", language=amina.language)
    amina.presses("main form[action='/people/invite'] button")
    amina.looks("10-invited")
    omar = Person(browser, amina.address, amina.language)
    omar.goes(amina.page.input_value("#made"))
    omar.looks("11-invitation")
    for place, field in enumerate(omar.page.query_selector_all("main input[type=password]")):
        assert place < 2
        field.fill(PASSWORD + "-omar")
    omar.presses()
    omar.looks("12-opened")
    return omar


def _adds(amina: Person, texts: list[Path]) -> str:
    """The code under which the text was taken in."""
    amina.goes("/add")
    amina.looks("13-add")
    amina.page.set_input_files("main [name=files]", texts)
    amina.presses("main form button")
    amina.page.wait_for_selector("main a.button[href^='/review/'], main form", timeout=90_000)
    amina.looks("14-read")
    if amina.page.locator("main [name=leave_out]").count():
        raise AssertionError(amina.page.inner_text("main"))
    amina.presses("main a.button[href^='/review/']")
    return str(amina.page.url).split("/review/")[1].partition("?")[0].partition("#")[0]


def _reviews(amina: Person, text: str) -> None:
    """Some by the keyboard, then all that only adds."""
    amina.looks("15-review")
    for _ in range(2):
        with amina.page.expect_navigation():
            amina.page.keyboard.press("a")
    amina.looks("16-accepted")
    amina.page.keyboard.press("j")
    amina.page.locator("details.all summary").click()
    amina.presses("details.all button")
    amina.looks("17-all-accepted")
    assert not amina.page.locator("details.all").count()
    amina.goes(f"/texts/{text}")
    amina.looks("18-text")
    amina.goes("/commitments")
    amina.looks("19-commitments")


def _cites(amina: Person, code: str, folder: Path) -> None:
    """A file that says something of it, kept as a source."""
    file = folder / "mission.txt"
    file.write_text(NOTED[amina.language] + "\n", encoding="utf-8")
    amina.goes("/sources/add")
    amina.looks("20-add-source")
    amina.page.set_input_files("main [name=file]", file)
    amina.types(title=NOTED[amina.language], published=SEEN_ON)
    amina.picks(language=amina.language, reliability="B", credibility="2")
    amina.presses("main form[enctype] button")
    amina.looks("21-bearing")
    amina.goes(f"/c/{code}")
    amina.looks("22-commitment")
    amina.presses(f"main a[href='/cite/{code}']")
    amina.looks("23-cite")
    amina.page.select_option("main [name=source]", index=1)
    amina.page.check("main [name=bearing][value=supports]")
    amina.types(effective_on=SEEN_ON, words=NOTED[amina.language])
    amina.presses("main form[method=post] button")
    assert NOTED[amina.language] in amina.looks("24-cited")


def _assesses(amina: Person, code: str) -> None:
    amina.presses(f"main a[href='/assess/{code}']")
    amina.page.check("main [name=level][value='2']")
    amina.page.check("main [name=sources]")
    amina.types(reasons=REASONS[amina.language])
    amina.looks("25-assess")
    amina.presses("main form[method=post] button")
    assert REASONS[amina.language] in amina.looks("26-assessed")


def _adopts(omar: Person, code: str) -> None:
    omar.goes(f"/c/{code}")
    omar.presses(f"main a[href^='/assessment/step/{code}']")
    omar.looks("27-step")
    omar.presses("main button[value=adopted]")
    omar.looks("28-adopted")
    omar.goes(f"/why/{code}")
    assert REASONS[omar.language] in omar.looks("29-why")


def _walks_about(omar: Person, text: str) -> None:
    """What stands on the other pages now."""
    for number, place in enumerate(
        (
            "overview",
            "deadlines",
            f"history/{text}/14.a",
            "actors",
            "sources",
            "search?words=mali",
            "calendar",
        ),
        30,
    ):
        omar.goes(f"/{place}")
        omar.looks(f"{number}-{place.partition('?')[0].partition('/')[0]}")


def _takes_out(amina: Person, target: Path) -> Path:
    amina.goes("/data")
    amina.looks("40-data")
    with amina.page.expect_download() as download:
        amina.page.click("main a[href='/data/register']")
    download.value.save_as(target)
    return target


def _root(said: str) -> str:
    return str(re.findall(r"[0-9a-f]{64}", said)[-1])
