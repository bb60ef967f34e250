"""Install with pip exactly what uv.lock names, sums checked: `.venv/bin/python tools/install_locked.py dev`.

uv.lock stays the only lock: pip is handed the versions and SHA-256 sums that stand in it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from locked_packages import ROOT, Package, locked


def requirement(package: Package) -> str:
    """One line of a requirements file: the version and the sums of every file that may stand for it."""
    files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
    return " ".join([f"{package['name']}=={package['version']}", *(f"--hash={f['hash']}" for f in files)])


def main(groups: list[str]) -> None:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    with tempfile.TemporaryDirectory() as place:
        listed = Path(place, "requirements.txt")
        listed.write_text("\n".join(map(requirement, locked(groups))) + "\n", encoding="utf8")
        subprocess.check_call([*pip, "--require-hashes", "-r", str(listed)])
    subprocess.check_call([*pip, "--editable", str(ROOT)])


if __name__ == "__main__":
    main(sys.argv[1:])
