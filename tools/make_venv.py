"""Make the virtual environment `.venv` with pip in it, from nothing but the standard library.

Run by the Makefile where uv isn't installed: `python3 tools/make_venv.py .venv`. Written so that an old Python can
still read it and say that it is too old.
"""

import hashlib
import os
import re
import subprocess
import sys
import tempfile

NEEDED = (3, 11)
# Debian ships Python without ensurepip; then this one wheel, and no other bytes, is fetched from the package index.
PIP_WHEEL = "pip-25.3-py3-none-any.whl"
PIP_SHA256 = "9655943313a94722b7774661c21049070f6bbb0a1516bf02f7c8d5d9201514cd"
INDEX = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple")


def main(folder):
    if sys.version_info < NEEDED:
        sys.exit(
            "Mutabaa needs Python 3.11 or newer; {} is Python {}.{}.\n"
            "Install a newer one and say which: make setup PYTHON=python3.12".format(
                sys.executable, sys.version_info[0], sys.version_info[1]
            )
        )
    import importlib.util
    import venv

    with_pip = importlib.util.find_spec("ensurepip") is not None
    venv.EnvBuilder(with_pip=with_pip, symlinks=os.name != "nt").create(folder)
    if not with_pip:
        install_pip(os.path.join(folder, "bin", "python"))


def install_pip(python):
    """Put pip into an environment that has none. Exits when the wheel isn't the one expected."""
    from urllib.parse import urljoin
    from urllib.request import urlopen

    page = INDEX.rstrip("/") + "/pip/"
    with urlopen(page) as answer:
        link = re.search('href="([^"#]*' + re.escape(PIP_WHEEL) + ")", answer.read().decode("utf8"))
    if link is None:
        sys.exit("No {} at {}; install your system's python3-venv instead.".format(PIP_WHEEL, page))
    with urlopen(urljoin(page, link.group(1))) as answer:
        content = answer.read()
    if hashlib.sha256(content).hexdigest() != PIP_SHA256:
        sys.exit(
            "The pip that was fetched isn't the one expected; install your system's python3-venv instead."
        )
    with tempfile.TemporaryDirectory() as place:
        wheel = os.path.join(place, PIP_WHEEL)
        with open(wheel, "wb") as out:
            out.write(content)
        subprocess.check_call([python, os.path.join(wheel, "pip"), "install", "--quiet", "--no-index", wheel])


if __name__ == "__main__":
    main(sys.argv[1])
