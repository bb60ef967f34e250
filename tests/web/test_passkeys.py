"""A passkey made and used in a real browser, by our scripts and under our policy of content."""

import threading
from collections.abc import Iterator
from wsgiref.simple_server import make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from tests.web.signed_in import PASSWORD
from tests.web.test_looks import CHROMIUM, Server, Silent

from mutabaa.people import accounts
from mutabaa.wiring import Register
from mutabaa.wiring.served import show


@pytest.fixture
def address(register: Register) -> Iterator[str]:
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("what a browser does doesn't depend on the tables")
    show(register)
    server = make_server("127.0.0.1", 0, WSGIHandler(), server_class=Server, handler_class=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    # By a name: a browser gives no passkey to numbers.
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_passkey_alone_signs_in_and_its_pages_are_usable_by_all(address: str, register: Register) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    if not CHROMIUM.exists():
        pytest.skip(f"no browser to try with ({CHROMIUM})")
    failed: list[str] = []
    link = f"{address}/sign-in/set-up/{accounts.invite_first(register.now())}"
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_context(locale="en").new_page()
        page.on("console", lambda said: said.type == "error" and failed.append(said.text))
        page.on("pageerror", lambda error: failed.append(str(error)))
        device = page.context.new_cdp_session(page)
        device.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        page.goto(link)
        for name, typed in (("name", "amina"), ("display_name", "Amina"), ("password", PASSWORD)):
            page.fill(f"[name={name}]", typed)
        page.click("main button[type=submit]")
        page.goto(f"{address}/account/passkeys/new")
        page.fill("[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        page.fill("[name=name]", "my computer")
        page.check("[name=passwordless]")
        page.click("#mfa_webauthn_add")
        page.wait_for_url(lambda url: "/new" not in url)
        page.goto(f"{address}/account/passkeys")
        assert "my computer" in page.inner_text("main")
        found = []
        for path in ("/account", "/account/security", "/account/passkeys", "/people"):
            page.goto(address + path)
            violations = axe.Axe().run(page).response["violations"]
            found += [(path, one["id"]) for one in violations if one["impact"] in ("serious", "critical")]
        assert not found
        page.goto(f"{address}/sign-out")
        page.click("main button[type=submit]")
        page.goto(f"{address}/account")
        assert "/sign-in" in page.url
        page.click("#passkey_login")
        page.wait_for_url(lambda url: "/sign-in" not in url)
        assert "amina" in page.inner_text("main")
        browser.close()
    assert not failed
