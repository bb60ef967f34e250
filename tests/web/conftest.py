"""Pages as somebody sees them: a register that holds the sample report and what came of it, and a browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import pytest
from django.test import Client
from tests.web.story import OFFICER, follow_up, taken_in

from mutabaa.people.policy import Viewer
from mutabaa.web import door
from mutabaa.wiring import Register
from mutabaa.wiring.served import show


@dataclass(frozen=True)
class Shown:
    """What came back."""

    status: int
    html: str
    location: str

    @property
    def text(self) -> str:
        """The words alone, on one line."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.html)).split())


@dataclass
class Browser:
    """Asks for pages as a viewer, in a language."""

    client: Client
    monkeypatch: pytest.MonkeyPatch

    def get(self, path: str, viewer: Viewer = OFFICER, language: str = "en", **query: str) -> Shown:
        self.monkeypatch.setattr(door, "viewer_of", lambda request: viewer)
        answer = self.client.get(path, query, headers={"Accept-Language": language})
        return Shown(answer.status_code, answer.content.decode(), answer.headers.get("Location", ""))


@pytest.fixture
def browser(register: Register, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    show(register)
    yield Browser(client=Client(SERVER_NAME="127.0.0.1"), monkeypatch=monkeypatch)


@pytest.fixture
def lake_chad(register: Register) -> Register:
    """The sample report in three languages, accepted."""
    taken_in(register)
    return register


@pytest.fixture
def followed_up(lake_chad: Register) -> Register:
    """And what came of paragraph 14: a source, assessments and a reply, a correction, a thing in confidence."""
    follow_up(lake_chad)
    return lake_chad
