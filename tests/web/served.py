"""A register as somebody keeps one: made by the command, served by the command, each in a process of its own."""

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

_PROGRAM = "from mutabaa.cli import main; main()"
# Seconds until the server must have answered once.
_PATIENCE = 60


def mutabaa(*words: str | Path, language: str = "en") -> str:
    """What a command prints; AssertionError with what it said where it doesn't end well."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *map(str, words)],
        env=_around(language), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@contextmanager
def served(register: Path, language: str = "en") -> Iterator[tuple[str, str]]:
    """The address of a register that is being served, and the link by which its first account is made."""
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, "serve", "--register", str(register), "--port", str(port),
         "--workers", "1"],
        env=_around(language), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        assert server.stdout
        said = server.stdout.readline() + server.stdout.readline()
        links = re.findall(r"http://[^\s\u2066-\u2069]+", said)
        assert len(links) == 2, said + server.stdout.read()
        _wait_for(f"{links[0]}/sign-in")
        yield links[0], links[1]
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _around(language: str) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "MUTABAA_REGISTER")
    }
    kept.pop("MUTABAA_ADDRESS", None)
    return kept | {"MUTABAA_LANG": language, "PYTHONUNBUFFERED": "1"}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(address: str) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
