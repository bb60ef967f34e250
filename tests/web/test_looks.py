"""Pages in a real browser: usable with a screen reader, in both directions, with nothing fetched from elsewhere."""

import threading
from collections.abc import Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from tests.web.story import MISSION, OFFICER, REPORT, follow_up, taken_in

from mutabaa.web import door
from mutabaa.wiring import Register
from mutabaa.wiring.served import show

CHROMIUM = Path("/usr/bin/chromium")
PAGES = (
    "/overview",
    "/overview?show=provision&instrument=" + REPORT,
    "/commitments",
    "/commitments?timeliness=overdue",
    f"/c/{MISSION}",
    f"/why/{MISSION}",
    "/texts",
    f"/texts/{REPORT}",
    f"/texts/{REPORT}?version=all",
    "/search?q=mission",
    "/deadlines",
    "/actors",
    "/actors/actor/oic/icesco",
    "/sources",
    "/sources/source/joint-mission",
    "/sources/add",
    f"/cite/{MISSION}",
    f"/assess/{MISSION}",
    f"/assign/{MISSION}",
)


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def address(register: Register, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the register is served, to somebody who signed in."""
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("how a page looks doesn't depend on the tables")
    taken_in(register)
    follow_up(register)
    show(register)
    monkeypatch.setattr(door, "viewer_of", lambda request: OFFICER)
    server = make_server("127.0.0.1", 0, WSGIHandler(), server_class=Server, handler_class=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_page_has_a_serious_finding_of_axe(address: str, language: str) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    if not CHROMIUM.exists():
        pytest.skip(f"no browser to look with ({CHROMIUM})")
    found, elsewhere, failed = [], [], []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_context(locale=language, viewport={"width": 1280, "height": 900}).new_page()
        page.on("request", lambda asked: asked.url.startswith(address) or elsewhere.append(asked.url))
        page.on("response", lambda got: got.status < 400 or failed.append((got.url, got.status)))
        page.on("console", lambda said: said.type == "error" and failed.append((page.url, said.text)))
        for path in PAGES:
            page.goto(address + path)
            found += [
                (path, one["id"], one["nodes"][0]["html"])
                for one in axe.Axe().run(page).response["violations"]
                if one["impact"] in ("serious", "critical")
            ]
            wide = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert (path, wide) == (path, 0), "the page itself doesn't scroll sideways; wide tables do"
        browser.close()
    assert (found, elsewhere, failed) == ([], [], [])
