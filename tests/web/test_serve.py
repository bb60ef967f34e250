"""`mutabaa serve`: the register in the browser, from the first link to the last request."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mutabaa.wiring import Register

_PROGRAM = "from mutabaa.cli import main; main()"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(register: Register, port: int) -> Iterator[subprocess.Popen[str]]:
    around = os.environ | {"MUTABAA_LANG": "en", "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, "serve", "--register", str(register.folder.path), "--port", str(port),
         "--workers", "2"],
        env=around, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        yield server
    finally:
        server.kill()
        server.wait()


def answer_of(address: str, patience: int = 60) -> int:
    """The status of a page, once somebody listens."""
    until = time.monotonic() + patience
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            return refused.code
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def test_it_prints_the_set_up_link_serves_and_stops_when_asked(register: Register) -> None:
    port = free_port()
    with served(register, port) as server:
        assert server.stdout
        assert server.stdout.readline().strip() == f"The register is at http://127.0.0.1:{port}"
        link = re.findall(r"http://\S+", server.stdout.readline())[0]
        assert answer_of(link) == 200
        assert answer_of(f"http://127.0.0.1:{port}/static/mutabaa.css") == 200
        assert answer_of(f"http://127.0.0.1:{port}/there/is/nothing") == 404
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=30) == 0


def test_where_there_is_no_register_nothing_is_served(tmp_path: Path) -> None:
    refused = subprocess.run(
        [sys.executable, "-c", _PROGRAM, "serve", "--register", str(tmp_path / "none")],
        env=os.environ | {"MUTABAA_LANG": "en"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert refused.returncode == 1 and "There is no register" in refused.stderr


def test_who_listens_everywhere_says_by_which_address_people_come(register: Register) -> None:
    refused = subprocess.run(
        [sys.executable, "-c", _PROGRAM, "serve", "--host", "0.0.0.0", "--register", str(register.folder.path)],
        env=os.environ | {"MUTABAA_LANG": "en", "MUTABAA_ADDRESS": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert refused.returncode == 2 and "MUTABAA_ADDRESS" in refused.stderr
