"""The reference register: ten assertions a commitment, so that 1,000,000 entries hold some 100,000 commitments.

Instruments with their paragraphs, graded sources, evidence, deadlines, assessments, lifecycles, corrections.
Everything is drawn from a seed. `python -m benchmarks.sample_register FOLDER --entries 1000000 --marking public`
makes one to serve.
"""

import argparse
import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain, islice
from pathlib import Path

from mutabaa.register import MARKINGS, Assertion, Entry, Marking
from mutabaa.register.canonical import Value
from mutabaa.vocabulary.dates import PartialDate
from mutabaa.wiring import Register, make_register

FIRST = datetime(2015, 1, 1, tzinfo=UTC)
TEN_YEARS = timedelta(days=3650)
# Entries an act of recording: what adding a long text comes to.
BATCH = 1_000
SOURCES = 3_000
ADDRESSEES = (
    "the Secretary-General",
    "Member States",
    "the Islamic Development Bank",
    "the General Secretariat",
    *(f"Committee {number}" for number in range(1, 61)),
)
LIFECYCLES = ("completed", "overtaken", "superseded", "withdrawn")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--entries", type=int, default=100_000)
    asked.add_argument("--marking", choices=MARKINGS, default="public")
    words = asked.parse_args()
    build(make_register(words.folder), words.entries, words.marking)


def build(register: Register, count: int, marking: Marking = "internal") -> None:
    """Fill the register, act by act, over ten years. A correction cites what it corrects, as in life."""
    drawn = random.Random(2017)
    said, at, last = list[Assertion](), FIRST, list[Entry]()
    step = TEN_YEARS / max(1, count // BATCH)
    for number, assertion in enumerate(assertions(count, drawn)):
        if not said:
            at += step
        if last and number % 100 == 99:
            wrong = drawn.choice(last)
            last.remove(wrong)
            assertion = correction(wrong, drawn)
        said.append(replace(assertion, recorded_at=at, marking=marking))
        if len(said) == BATCH:
            last = [one for one in register.ledger.append(said) if one.assertion.says == "note"]
            said.clear()
    if said:
        register.ledger.append(said)


def assertions(count: int, drawn: random.Random) -> Iterator[Assertion]:
    """So many, text by text: an instrument of 500 commitments, its paragraphs, and what is said of each."""
    return islice(chain.from_iterable(instrument(number, drawn) for number in itertools.count()), count)


def instrument(number: int, drawn: random.Random) -> Iterator[Assertion]:
    """A hundred paragraphs of five commitments each; and the sources that are first cited here, graded."""
    code = f"SAMPLE/{number}"
    made = day(drawn)
    yield said(code, "kind", "instrument", made)
    yield said(code, "adopted", str(made), made)
    yield said(code, "meeting", f"{number // 4 + 1}th meeting", made)
    for source in range(number * 15, number * 15 + 15):
        yield said(f"source/{source % SOURCES:016x}", "kind", "source", made)
        yield said(f"source/{source % SOURCES:016x}", "reliability", drawn.choice("ABBCE"), made)
        yield said(f"source/{source % SOURCES:016x}", "credibility", drawn.randint(1, 5), made)
    for paragraph in range(1, 101):
        yield said(f"{code}/{paragraph}", "kind", "provision", made)
        yield said(f"{code}/{paragraph}", "part_of", code, made)
        for act in "abcde":
            yield from commitment(f"{code}/{paragraph}.{act}", made, drawn)


def day(drawn: random.Random) -> PartialDate:
    return PartialDate(year=drawn.randint(2010, 2025), month=drawn.randint(1, 12), day=drawn.randint(1, 28))


def said(
    code: str,
    says: str,
    value: Value,
    on: PartialDate,
    by: str = "Amina",
    source: str | None = None,
    passage: str = "",
) -> Assertion:
    return Assertion(
        subject=code,
        says=says,
        value=value,
        stated_by=by,
        recorded_at=FIRST,
        source=source,
        passage=passage,
        effective_on=on,
    )


def commitment(code: str, made: PartialDate, drawn: random.Random) -> Iterator[Assertion]:
    """Nine or ten things said of one commitment."""
    provision, by = code.rpartition(".")[0], drawn.choice(("Amina", "Omar"))
    source = f"source/{drawn.randrange(SOURCES):016x}"
    say = partial(said, code, on=made, by=by, source=source, passage=provision)
    yield say("kind", "commitment")
    yield say("part_of", provision)
    yield say("act", {"act": drawn.choice(("request", "urge", "call")), "reiterated": False})
    yield say("addressee", {"basis": "stated", "names": {"en": drawn.choice(ADDRESSEES)}})
    yield say("wording", {"language": "en", "text": "requested", "start": 100, "end": 109})
    action = "submit a report on the joint mission to the Council of Foreign Ministers " * drawn.randint(1, 3)
    yield say("action", {"language": "en", "text": action, "start": 110, "end": 110 + len(action)})
    yield say("due", {"kind": "duration", "length": "P90D", "start": str(made), "words": "within 90 days"})
    yield say("note", f"seen in {drawn.randrange(10**9)}")
    if drawn.random() < 0.5:
        yield say("evidence", {"bearing": drawn.choice(("supports", "supports", "contradicts", "context"))})
    if drawn.random() < 0.5:
        yield say("lifecycle", drawn.choice(LIFECYCLES))
    else:
        yield say(
            "assessment", {"level": drawn.randint(0, 3), "reasons": "On its sources.", "sources": [source]}
        )


def correction(wrong: Entry, drawn: random.Random) -> Assertion:
    return Assertion(
        subject=wrong.assertion.subject,
        says="note",
        value=f"seen again in {drawn.randrange(10**9)}",
        stated_by="Omar",
        recorded_at=FIRST,
        corrects=wrong.name,
    )


if __name__ == "__main__":
    main()
