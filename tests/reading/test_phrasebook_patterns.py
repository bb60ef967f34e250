"""Every pattern of the phrasebooks is a pattern, though a text may never need it."""

from collections.abc import Iterator
from typing import Any

import pytest

from mutabaa.reading.acts.verbs import verbs_of
from mutabaa.reading.phrasebooks import load
from mutabaa.vocabulary import LANGUAGES, Language


def patterns_in(value: Any, name: str = "") -> Iterator[str]:
    """Whatever stands under `pattern`, `unless`, `leads` or `patterns`."""
    if isinstance(value, dict):
        for key, held in value.items():
            named = (
                key
                if key in ("pattern", "unless", "leads", "patterns")
                else name
                if name.endswith("s")
                else ""
            )
            yield from patterns_in(held, named)
    elif isinstance(value, list):
        for held in value:
            yield from patterns_in(held, name)
    elif name:
        yield value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_for_acts_can_be_compiled(language: Language) -> None:
    verbs = verbs_of(language)
    patterns = list(patterns_in(load(language, "acts")))
    assert len(patterns) > 50
    for pattern in patterns:
        verbs.compile(pattern).match("")
