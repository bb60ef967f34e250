"""Small promises the repository keeps about itself."""

import re
import subprocess
from pathlib import Path

import pytest

from mutabaa.vocabulary import ACT_CLASSES

ROOT = Path(__file__).resolve().parents[1]
# Written in two parts: this file must not find itself.
OF_A_MACHINE = re.compile("|".join(["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/"]))
SAY_NOTHING = re.compile(r"(^|/)(utils?|helpers?|common|base|misc)(_[a-z]+)?\.py$")


def tracked(*patterns: str) -> list[str]:
    """Files under version control; the test is skipped where there is none (an unpacked archive)."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf8", check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_place_on_one_machine() -> None:
    texts = [n for n in tracked() if Path(n).suffix in {".py", ".md", ".toml", ".typ", ".css", ".json", ""}]
    assert [n for n in texts if OF_A_MACHINE.search((ROOT / n).read_text(encoding="utf8"))] == []


def test_every_file_has_a_name_that_says_what_it_is() -> None:
    assert [name for name in tracked("*.py") if SAY_NOTHING.search(name)] == []


def test_no_source_file_is_longer_than_500_lines() -> None:
    lengths = {
        name: len((ROOT / name).read_text(encoding="utf8").splitlines()) for name in tracked("src/*.py")
    }
    assert {name: n for name, n in lengths.items() if n > 500} == {}


def test_every_source_file_says_what_it_is_for() -> None:
    empty = [
        name for name in tracked("src/*.py") if not (ROOT / name).read_text(encoding="utf8").startswith('"""')
    ]
    assert empty == []


def test_the_codebook_has_every_act_class() -> None:
    page = (ROOT / "docs" / "reference" / "codebook.md").read_text(encoding="utf8")
    assert [act for act in ACT_CLASSES if f"| `{act}` |" not in page] == []


def test_every_link_between_pages_leads_somewhere() -> None:
    broken = []
    for name in tracked("*.md"):
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", (ROOT / name).read_text(encoding="utf8")):
            if "://" not in target and not (ROOT / name).parent.joinpath(target).exists():
                broken.append(f"{name}: {target}")
    assert broken == []
