"""A reference register, and how long it takes to build, check, rebuild and ask: `python -m benchmarks.register`.

Ten assertions a commitment, so that 1,000,000 entries hold 100,000 commitments; corrections and assessments among
them. DATABASE_URL=postgres://… measures the same on PostgreSQL (an empty database). Everything is drawn from a seed.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from mutabaa.register import EVERYTHING, Assertion, Entry, standing, standings_of, verify
from mutabaa.register.canonical import Value
from mutabaa.vocabulary.dates import Moment, PartialDate
from mutabaa.wiring import Register, make_register

_Result = TypeVar("_Result")
FIRST = datetime(2015, 1, 1, tzinfo=UTC)
# Entries an act of recording: what adding a long text comes to.
BATCH = 1_000
ADDRESSEES = (
    "the Secretary-General",
    "Member States",
    "the Islamic Development Bank",
    "the General Secretariat",
)
LIFECYCLES = ("completed", "overtaken", "superseded", "withdrawn")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=1_000_000)
    entries = asked.parse_args().entries
    with tempfile.TemporaryDirectory() as place:
        register = make_register(Path(place) / "register")
        timed("build", lambda: build(register, entries), entries)
        # After a write every reader meets the journal: measured as a running register has it.
        verdict = timed("verify", lambda: verify(register.ledger.kept()), entries)
        assert verdict.holds and verdict.size == entries
        before = register.computed()
        timed("rebuild", register.rebuild, entries)
        assert register.computed() == before, "the computed tables differ after rebuilding"
        asked_at = {
            "now": Moment(as_at=date(2026, 6, 30), known_by=datetime(2100, 1, 1, tzinfo=UTC)),
            "a past moment": Moment(as_at=date(2018, 3, 31), known_by=datetime(2018, 4, 20, tzinfo=UTC)),
        }
        for name, moment in asked_at.items():
            pages(register, name, moment)


def build(register: Register, count: int) -> None:
    """Fill the register. A correction cites what it corrects, as in life."""
    drawn = random.Random(2017)
    said, at, last = list[Assertion](), FIRST, list[Entry]()
    for number, assertion in enumerate(assertions(count, drawn)):
        if not said:
            at += timedelta(minutes=90 * BATCH // 200)
        if last and number % 100 == 99:
            wrong = drawn.choice(last)
            last.remove(wrong)
            assertion = correction(wrong, drawn)
        said.append(replace(assertion, recorded_at=at))
        if len(said) == BATCH:
            last = [one for one in register.ledger.append(said) if one.assertion.says == "note"]
            said.clear()
    if said:
        register.ledger.append(said)


def assertions(count: int, drawn: random.Random) -> Iterator[Assertion]:
    number = 0
    while True:
        code = f"SAMPLE/{number // 500}/{number % 500 // 5}.{'abcde'[number % 5]}"
        for one in commitment(code, drawn):
            if count == 0:
                return
            count -= 1
            yield one
        number += 1


def commitment(code: str, drawn: random.Random) -> Iterator[Assertion]:
    """Ten things said of one commitment."""
    made = PartialDate(year=drawn.randint(2010, 2025), month=drawn.randint(1, 12), day=drawn.randint(1, 28))
    source = f"source/{drawn.randrange(5000):016x}"

    def say(says: str, value: Value) -> Assertion:
        return Assertion(
            subject=code,
            says=says,
            value=value,
            stated_by=drawn.choice(("Amina", "Omar")),
            recorded_at=FIRST,
            source=source,
            passage=code.rpartition(".")[0],
            effective_on=made,
        )

    yield say("kind", "commitment")
    yield say("part_of", code.rpartition(".")[0])
    yield say("act", {"act": drawn.choice(("request", "urge", "call")), "reiterated": False})
    yield say("addressee", {"basis": "stated", "names": {"en": drawn.choice(ADDRESSEES)}})
    yield say("wording", {"language": "en", "text": "requested", "start": 100, "end": 109})
    action = "submit a report on the joint mission to the Council of Foreign Ministers " * drawn.randint(1, 3)
    yield say("action", {"language": "en", "text": action, "start": 110, "end": 110 + len(action)})
    yield say("due", {"kind": "duration", "length": "P90D", "start": str(made), "words": "within 90 days"})
    yield say("note", f"seen in {drawn.randrange(10**9)}")
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


def pages(register: Register, name: str, moment: Moment) -> None:
    """A page of one commitment, and a list of 50, some hundred times over."""
    codes = register.state(moment, EVERYTHING).codes("commitment")
    drawn = random.Random(2018)
    single, listed = list[float](), list[float]()
    for _ in range(200):
        state = register.state(moment, EVERYTHING)
        single.append(seconds(partial(standing, drawn.choice(codes), state)))
    for _ in range(100):
        state, start = register.state(moment, EVERYTHING), drawn.randrange(max(1, len(codes) - 50))
        chosen = codes[start : start + 50]
        listed.append(seconds(partial(standings_of, chosen, state)))
    print(
        f"standing, {name}: {len(codes)} commitments;"
        f" one p50 {middle(single):.1f} ms, p95 {high(single):.1f} ms;"
        f" fifty p50 {middle(listed):.1f} ms, p95 {high(listed):.1f} ms",
        flush=True,
    )


def timed(name: str, work: Callable[[], _Result], entries: int) -> _Result:
    began = time.perf_counter()
    result = work()
    took = time.perf_counter() - began
    print(f"{name}: {took:.1f} s, {entries / took:,.0f} entries a second", flush=True)
    return result


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def middle(times: list[float]) -> float:
    return sorted(times)[len(times) // 2] * 1000


def high(times: list[float]) -> float:
    return sorted(times)[len(times) * 95 // 100] * 1000


if __name__ == "__main__":
    main()
