"""Documents written in a test, as a reader would meet them."""

from mutabaa.reading.passages import Passage
from mutabaa.reading.structure import passages_of
from mutabaa.texts import OfficialText
from mutabaa.texts.door import open_text


def written(text: str, name: str = "text.txt") -> OfficialText:
    """The official text of a plain-text file with these words."""
    return open_text(text.encode(), name=name)


def passages(text: str) -> tuple[Passage, ...]:
    return passages_of(written(text))[0]


def kinds(text: str) -> list[str]:
    return [passage.kind for passage in passages(text)]


def paths(text: str, *kinds: str) -> list[str]:
    """Paths of the passages of some kinds (all when none is given)."""
    return [passage.path for passage in passages(text) if not kinds or passage.kind in kinds]
