"""How long a register takes to build, check, rebuild and ask: `python -m benchmarks.register --entries 1000000`.

DATABASE_URL=postgres://… measures the same on PostgreSQL (an empty database).
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.sample_register import ADDRESSEES, LIFECYCLES, build
from mutabaa.desk.listing import Filters, listing
from mutabaa.desk.overview import overview
from mutabaa.people.policy import at_the_terminal
from mutabaa.register import EVERYTHING, standing, verify
from mutabaa.vocabulary.dates import Moment
from mutabaa.wiring import Register, make_register

_Result = TypeVar("_Result")
VIEWER = at_the_terminal("Amina")
MOMENTS = {
    "now": Moment(as_at=date(2026, 6, 30), known_by=datetime(2100, 1, 1, tzinfo=UTC)),
    "a past moment": Moment(as_at=date(2024, 3, 31), known_by=datetime(2024, 4, 20, tzinfo=UTC)),
}
TIMES = 200


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
        measured = {name: pages(register, name, moment) for name, moment in MOMENTS.items()}
        now, past = (measured[name] for name in MOMENTS)
        ratios = ", ".join(f"{what} {past[what] / now[what]:.2f}" for what in now)
        print(f"a past moment, times now (medians): {ratios}", flush=True)


def pages(register: Register, name: str, moment: Moment) -> dict[str, float]:
    """What pages ask for, some hundred times over; the median milliseconds of each."""
    began = time.perf_counter()
    codes = register.board(moment, EVERYTHING).codes
    print(f"{name}: {len(codes)} commitments, the first list after {time.perf_counter() - began:.2f} s")
    drawn = random.Random(2018)

    def one() -> object:
        return standing(drawn.choice(codes), register.state(moment, EVERYTHING))

    def fifty() -> object:
        last = max(1, len(codes) // 50)
        return listing(register, VIEWER, moment, page=drawn.randint(1, last))

    def narrowed() -> object:
        filters = Filters(
            addressee=frozenset(drawn.sample(ADDRESSEES, 3)),
            lifecycle=frozenset({"active", drawn.choice(LIFECYCLES)}),
            instrument=frozenset(f"SAMPLE/{number}" for number in range(drawn.randrange(200))),
        )
        return listing(register, VIEWER, moment, filters)

    asked: dict[str, tuple[Callable[[], object], int]] = {
        "one": (one, TIMES),
        "list of fifty": (fifty, TIMES),
        "facets of a new filter, and its first fifty": (narrowed, TIMES),
        "overview": (partial(overview, register, VIEWER, moment), 5),
    }
    return {what: told(what, [seconds(work) for _ in range(times)]) for what, (work, times) in asked.items()}


def told(what: str, times: Sequence[float]) -> float:
    ordered = sorted(times)
    middle, high = ordered[len(ordered) // 2] * 1000, ordered[len(ordered) * 95 // 100] * 1000
    print(f"  {what}: p50 {middle:.1f} ms, p95 {high:.1f} ms", flush=True)
    return middle


def timed(name: str, work: Callable[[], _Result], entries: int) -> _Result:
    began, worked = time.perf_counter(), time.process_time()
    result = work()
    took, cpu = time.perf_counter() - began, time.process_time() - worked
    print(
        f"{name}: {took:.1f} s ({cpu:.1f} s of it at work here), {entries / took:,.0f} entries a second",
        flush=True,
    )
    return result


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
