"""Draw docs/reference/licences.md: the licence of every package that ships with Mutabaa.

`--check` writes nothing and fails when the page is stale. Fails, either way, on a licence that an Apache-2.0 product
can't ship with (GPL, AGPL), and on a package that names no licence.
"""

import re
import sys
from importlib.metadata import PackageMetadata, metadata

from locked_packages import ROOT, locked

PAGE = ROOT / "docs" / "reference" / "licences.md"
BARRED = re.compile(r"(?<!L)(?<!Lesser )\bA?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)
# What packages write in full where a short name would do.
SHORT = (
    (r"Apache(?: Software)? License.*|Apache 2\.0", "Apache-2.0"),
    (r"MIT License", "MIT"),
    (r"BSD License", "BSD-3-Clause"),
)

HEAD = """# Licences of what ships

Drawn by `tools/list_licences.py` from `uv.lock` and the packages' own metadata; `make check` fails when it is stale,
and on any GPL or AGPL. Mutabaa itself is Apache-2.0. The optional parts are counted in (psycopg, for
PostgreSQL); packages for development (tests, types, style) don't ship.

| package | licence |
|---|---|
"""


def licence(facts: PackageMetadata) -> str:
    """The licence a package states: its SPDX expression, else its classifiers, else the field; empty if none."""
    stated = facts.json.get("license_expression")
    if stated:
        return str(stated)
    classifiers = facts.json.get("classifier", [])
    named = [c.split(" :: ")[-1] for c in classifiers if c.startswith("License :: OSI")]
    words = " AND ".join(named) or str(facts.json.get("license", "")).strip().split("\n")[0]
    for long, short in SHORT:
        words = re.sub(f"^(?:{long})$", short, words)
    return words


def main(check: bool) -> None:
    found = {package["name"]: licence(metadata(package["name"])) for package in locked(extras=True)}
    barred = [
        f"{name}: {words or 'no licence named'}"
        for name, words in found.items()
        if not words or BARRED.search(words)
    ]
    if barred:
        sys.exit("Can't ship under Apache-2.0:\n  " + "\n  ".join(barred))
    page = HEAD + "".join(f"| {name} | {words} |\n" for name, words in found.items())
    if not check:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(page, encoding="utf8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf8") != page:
        sys.exit(f"{PAGE.relative_to(ROOT)} is stale; draw it with: make drawings")


if __name__ == "__main__":
    main("--check" in sys.argv[1:])
