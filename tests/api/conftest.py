"""The API as somebody asks it: a register that holds the sample report and what came of it."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from tests.web.story import follow_up, taken_in

from mutabaa.api import door
from mutabaa.people.policy import Viewer
from mutabaa.wiring import Register
from mutabaa.wiring.served import show

AsViewer = Callable[[Viewer], Client]


@pytest.fixture
def told(register: Register) -> Register:
    """The sample report, accepted, and what came of its paragraph 14."""
    taken_in(register)
    follow_up(register)
    show(register)
    return register


@pytest.fixture
def as_viewer(told: Register, monkeypatch: pytest.MonkeyPatch) -> Iterator[AsViewer]:
    """A client that asks as this viewer. Signing in is tried elsewhere; here, what comes after."""

    def client(viewer: Viewer) -> Client:
        monkeypatch.setattr(door, "viewer_of", lambda request: viewer)
        return Client(SERVER_NAME="127.0.0.1")

    yield client
