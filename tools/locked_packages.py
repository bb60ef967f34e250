"""What uv.lock asks for on this machine: the project's dependencies and those of its groups, with their sums."""

import tomllib
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# A fresh environment holds nothing but pip, which carries a copy.
_HOME = "packaging" if find_spec("packaging") else "pip._vendor.packaging"
Marker = import_module(f"{_HOME}.markers").Marker

ROOT = Path(__file__).resolve().parents[1]
Package = dict[str, Any]


def locked(groups: Iterable[str] = (), *, extras: bool = False) -> list[Package]:
    """The locked packages that the project and the groups lead to here, in order of their names.

    With `extras`, also what the project's optional parts need.
    """
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf8"))
    by_name: dict[str, list[Package]] = {}
    for package in lock["package"]:
        by_name.setdefault(package["name"], []).append(package)
    (project,) = by_name["mutabaa"]
    edges = [*project["dependencies"], *(e for g in groups for e in project["dev-dependencies"][g])]
    if extras:
        edges += [e for part in project.get("optional-dependencies", {}).values() for e in part]
    found: dict[str, Package] = {}
    while edges:
        edge = edges.pop()
        if "marker" in edge and not Marker(edge["marker"]).evaluate():
            continue
        package = next(p for p in by_name[edge["name"]] if edge.get("version", p["version"]) == p["version"])
        if edge["name"] not in found:
            edges.extend(package.get("dependencies", []))
        found[edge["name"]] = package
        for extra in edge.get("extra", []):
            edges.extend(package.get("optional-dependencies", {}).get(extra, []))
    return [found[name] for name in sorted(found)]
