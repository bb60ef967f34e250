"""Setting up: one lock, whichever installer reads it; an old Python is told what is wanted."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.version import Version

TOOLS = Path(__file__).resolve().parents[1] / "tools"


def run(code: str) -> "subprocess.CompletedProcess[str]":
    """Run a few lines in a process of its own that finds the tools."""
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(TOOLS)!r})\n{code}"]
    return subprocess.run(command, capture_output=True, encoding="utf8", check=False)


def test_what_is_installed_is_what_the_lock_names() -> None:
    listed = run(
        "from locked_packages import locked\nfor p in locked(['dev']): print(p['name'], p['version'])"
    )
    packages = [line.split() for line in listed.stdout.splitlines()]
    assert {"click", "lxml", "pytest"} <= {name for name, _ in packages}
    # 1.002 and 1.2 are one version.
    assert [(name, wanted) for name, wanted in packages if Version(version(name)) != Version(wanted)] == []


def test_pip_is_told_the_sums_of_every_package() -> None:
    code = "from install_locked import requirement\nfrom locked_packages import locked\n"
    told = run(code + "print(*map(requirement, locked(['dev', 'bench'])), sep='\\n')").stdout.splitlines()
    assert len(told) > 40
    assert [line for line in told if "==" not in line or "--hash=sha256:" not in line] == []


def test_an_old_python_is_told_what_is_wanted(tmp_path: Path) -> None:
    code = f"import make_venv\nmake_venv.NEEDED = (9, 0)\nmake_venv.main({str(tmp_path / 'venv')!r})"
    refused = run(code)
    assert refused.returncode != 0
    assert "needs Python" in refused.stderr and "PYTHON=" in refused.stderr
    assert not (tmp_path / "venv").exists()


def test_the_script_that_refuses_an_old_python_can_be_read_by_it() -> None:
    import ast

    try:
        ast.parse((TOOLS / "make_venv.py").read_text(encoding="utf8"), feature_version=(3, 6))
    except SyntaxError as error:
        pytest.fail(f"make_venv.py needs a newer Python than it asks for: {error}")
