"""What the tests of the reader share: a paragraph, and the acts read from it."""

from collections.abc import Callable, Sequence

import pytest

from mutabaa.reading.acts import find_acts
from mutabaa.reading.findings import Act
from mutabaa.reading.passages import Passage
from mutabaa.vocabulary import Language


def paragraph(text: str) -> Passage:
    """An operative paragraph that stands alone."""
    return Passage(
        kind="operative", start=0, end=len(text), path="1", text=text, segments=((0, 0),), rule="a test's own"
    )


@pytest.fixture
def acts_of() -> Callable[[str, Language], Sequence[Act]]:
    """The acts of one paragraph, deadlines left aside."""
    return lambda text, language: find_acts(paragraph(text), language, ())[0]
