"""Forms sent as a browser sends them."""

from tests.web.conftest import Browser, Shown
from tests.web.story import OFFICER

from mutabaa.people.policy import Viewer
from mutabaa.register import Assertion
from mutabaa.web import door
from mutabaa.wiring import Register


def sent(browser: Browser, path: str, viewer: Viewer = OFFICER, reads: str = "en", **typed: object) -> Shown:
    """What comes back when a viewer who reads a language sends a form. Lists are several values of one name."""
    browser.monkeypatch.setattr(door, "viewer_of", lambda request: viewer)
    answer = browser.client.post(path, typed, headers={"Accept-Language": reads})
    return Shown(answer.status_code, answer.content.decode(), answer.headers.get("Location", ""))


def recorded(register: Register, size: int) -> list[Assertion]:
    """What was recorded since the ledger had this size."""
    return [kept.entry().assertion for kept in register.ledger.kept(size)]
