"""A command that is not understood is answered in the language of the terminal, with exit code 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("mutabaa")


def run(language: str, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MUTABAA_LANG": language}
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("fr", ["raed"], "La commande « raed » n'existe pas.\nAide : mutabaa --help"),
        ("en", ["read"], "FILE is missing.\nHelp: mutabaa read --help"),
        ("ar", ["read", "--langue", "x"], "لا يوجد خيار --langue.\nللمساعدة: mutabaa read --help"),
        (
            "fr",
            ["read", "x", "--format", "pdf"],
            "--format accepte : table, json, jsonl, csv, xlsx, akn, html.",
        ),
        ("en", ["read", "x", "--out", "y", "--jobs", "0"], "--jobs takes: ≥ 1."),
        ("ar", ["read", "x", "--format"], "يحتاج --format إلى قيمة."),
        ("fr", ["report", "x"], "Il manque -o."),
        ("ar", ["read", "x", "--lang", "de"], "«de» ليست ar أو en أو fr."),
    ],
)
def test_a_mistake_is_named(language: str, words: list[str], told: str) -> None:
    done = run(language, *words)
    assert done.returncode == 2
    assert done.stderr.startswith(told), done.stderr
    assert not done.stdout


def test_help_is_in_the_language_of_the_terminal() -> None:
    assert "Lire des textes officiels et montrer ce qu'ils disent." in run("fr", "--help").stdout
    assert run("ar", "read", "-h").returncode == 0
