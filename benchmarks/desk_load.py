"""Load on a register that is served: `python -m benchmarks.desk_load http://127.0.0.1:8000 --path c/{code} …`.

Clients, each with a connection of its own, ask at a given rate for pages drawn from the paths: commitment pages, lists,
facets, searches. Time counts from when a request was due, so that one that had to wait for a free client is slow too.
"""

import argparse
import http.client
import random
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

PATHS = (
    "c/{code}",
    "commitments",
    "commitments?page={page}",
    "commitments?lifecycle=active&implementation={level}",
    "search?q={word}",
)
WORDS = ("report", "mission", "Council", "joint", "%D8%A8%D8%B9%D8%AB%D8%A9")


@dataclass
class Answers:
    """What came back: for each path, milliseconds from when each request was due; and statuses other than 200."""

    times: dict[str, list[float]] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, path: str, status: int, took: float) -> None:
        with self.lock:
            self.times.setdefault(path, []).append(took)
            if status != 200:
                told = f"{status} {path}"
                self.refused[told] = self.refused.get(told, 0) + 1


@dataclass
class Load:
    """So many requests a second from a number of clients, until so many were sent."""

    server: str
    paths: Sequence[str]
    codes: Sequence[str]
    cookie: str
    rate: float
    requests: int
    answers: Answers = field(default_factory=Answers)
    sent: int = 0
    began: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, clients: int) -> float:
        """Seconds from the first request to the last answer."""
        self.began = time.perf_counter()
        threads = [threading.Thread(target=self.client, args=(seed,)) for seed in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.perf_counter() - self.began

    def client(self, seed: int) -> None:
        drawn, address = random.Random(seed), urlsplit(self.server)
        connection = http.client.HTTPConnection(
            address.hostname or "127.0.0.1", address.port or 80, timeout=30
        )
        headers = {"Cookie": self.cookie} if self.cookie else {}
        while (due := self.next()) is not None:
            time.sleep(max(0.0, due - time.perf_counter()))
            path = drawn.choice(self.paths)
            try:
                connection.request("GET", "/" + self.filled(path, drawn), headers=headers)
                answer = connection.getresponse()
                answer.read()
                status = answer.status
            except (OSError, http.client.HTTPException):
                connection.close()
                status = 0
            self.answers.add(path, status, (time.perf_counter() - due) * 1000)
        connection.close()

    def next(self) -> float | None:
        """When the next request is due; None after the last."""
        with self.lock:
            if self.sent >= self.requests:
                return None
            self.sent += 1
            return self.began + self.sent / self.rate

    def filled(self, path: str, drawn: random.Random) -> str:
        return path.format(
            code=drawn.choice(self.codes),
            page=drawn.randint(1, max(1, len(self.codes) // 50)),
            level=drawn.randint(0, 3),
            word=drawn.choice(WORDS),
        )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("server")
    asked.add_argument("--path", action="append", dest="paths", help="with {code}, {page}, {level}, {word}")
    asked.add_argument("--codes", type=Path, help="codes of commitments, one a line")
    asked.add_argument("--cookie", default="", help="of somebody who signed in")
    asked.add_argument("--clients", type=int, default=16)
    asked.add_argument("--rate", type=float, default=100)
    asked.add_argument("--requests", type=int, default=3_000)
    words = asked.parse_args()
    codes = words.codes.read_text(encoding="utf-8").split() if words.codes else reference_codes()
    load = Load(words.server, words.paths or PATHS, codes, words.cookie, words.rate, words.requests)
    took = load.run(words.clients)
    every = [one for times in load.answers.times.values() for one in times]
    for path, times in [*sorted(load.answers.times.items()), ("all", every)]:
        print(f"{path:55} {len(times):6} p50 {high(times, 50):7.1f} ms  p95 {high(times, 95):7.1f} ms")
    print(f"{len(every) / took:.1f} answers a second; other than 200: {load.answers.refused or 'none'}")


def reference_codes() -> list[str]:
    """Codes of the sample register's first instruments."""
    acts = (f"{paragraph}.{act}" for paragraph in range(1, 101) for act in "abcde")
    return [f"SAMPLE/{number}/{act}" for act in acts for number in range(15)]


def high(times: Sequence[float], percent: int) -> float:
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


if __name__ == "__main__":
    main()
