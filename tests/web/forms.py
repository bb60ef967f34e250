"""Forms sent as a browser sends them."""

from tests.web.conftest import Browser, Shown
from tests.web.story import OFFICER

from mutabaa.people.policy import Viewer
from mutabaa.web import door


def sent(
    browser: Browser, path: str, viewer: Viewer = OFFICER, language: str = "en", **typed: object
) -> Shown:
    """What comes back when a viewer sends a form. Lists are several values of one name."""
    browser.monkeypatch.setattr(door, "viewer_of", lambda request: viewer)
    answer = browser.client.post(path, typed, headers={"Accept-Language": language})
    return Shown(answer.status_code, answer.content.decode(), answer.headers.get("Location", ""))
