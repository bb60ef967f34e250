"""Paragraphs and lists of any length take time by their length, not by its square."""

import time

import pytest

from mutabaa.reading import read
from mutabaa.texts import open_text

LONG = {
    "conjunctions": "1. Requests States" + ", and" * 20_000,
    "addressees": "1. Prie les communes" + ", les ports et le Comité" * 4_000 + " de payer.",
    "acts": "1. " + "Requests the ports to pay within 60 days and welcomes resolution 7 (1999), and " * 4_000,
    "citations": "1. Recalls "
    + ", ".join(f"the Convention on Boats of Lake {n}" for n in range(6_000))
    + ";",
    "quotation marks": '1. Requests "' * 8_000,
    "short lines": "ON THE LAKE\n\n" * 8_000,
    "empty letters": "(a)\n(b)\n(i)\n" * 4_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_reading_takes_no_longer_than_its_length_allows(text: str) -> None:
    official = open_text(text.encode(), name="long.txt")
    began = time.perf_counter()
    read(official)
    # A tenth of what these took when each piece was held against all others.
    assert time.perf_counter() - began < 5
