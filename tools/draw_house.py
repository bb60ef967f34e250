"""Draw HOUSE.md, the map of the rooms, from the code: `make drawings`. `--check` writes nothing and fails when stale.

The order of the floors is that of the import-linter contract, the arrows are the imports, the sentences are the first
lines of the docstrings. Nothing is imported; the files are read.
"""

import ast
import sys
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "HOUSE.md"
CODE = ROOT / "src" / "mutabaa"

HEAD = """# The house

> An **official text** is **read**; a person **reviews** the reading; what is accepted enters the **register** as an
> **assertion**; at the **desk** people bring evidence, judge and answer; the register says how things stand, as it was
> known on any day; the **report** says it in sentences, each resting on what the text says.

Drawn from the code by `make drawings`; a test fails when it is stale. A room looks down, never up: `make check` holds
the order of the floors, and that nothing below the tables knows a web framework, the network or a learned model.

"""


def main(check: bool) -> int:
    page = drawing()
    if not check:
        PAGE.write_text(page, encoding="utf8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf8") != page:
        print("HOUSE.md is stale; draw it with: make drawings")
        return 1
    return 0


def drawing() -> str:
    """The whole page."""
    return HEAD + _floors() + _travels() + "".join(_room(room) for room in rooms())


@cache
def floors() -> list[list[str]]:
    """The rooms of each floor, from the top to the ground."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers: list[str] = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [[name.strip(" ()") for name in layer.replace("|", ":").split(":")] for layer in layers]


def rooms() -> list[str]:
    """Every room, from the top floor to the ground."""
    return [room for floor in floors() for room in floor]


def _floors() -> str:
    arrows = _arrows()
    lines = ["| floor | room | what it is for | looks at |\n|---|---|---|---|\n"]
    for depth, floor in enumerate(floors(), start=1):
        for room in floor:
            below = ", ".join(other for other in rooms() if (room, other) in arrows) or "nothing"
            promise = _promise(CODE / room / "__init__.py")
            lines.append(f"| {len(floors()) - depth} | `{room}/` | {promise} | {below} |\n")
    drawn = [f"    {one} --> {other}\n" for one in rooms() for other in rooms() if (one, other) in arrows]
    return f"{''.join(lines)}\n```mermaid\nflowchart TD\n{''.join(drawn)}```\n\n"


def _arrows() -> set[tuple[str, str]]:
    """Which room imports which."""
    found = set()
    for room in rooms():
        for file in sorted((CODE / room).rglob("*.py")):
            looked = {name.split(".")[1] for name in _imports(file) if name.startswith("mutabaa.")}
            found |= {(room, other) for other in looked - {room} if other in rooms()}
    return found


def _imports(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(_parsed(file)):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


def _travels() -> str:
    """What each door hands out: the names of its `__all__`, with the promise of each."""
    lines = ["## What the doors hand out\n\n", "| room | name | promise |\n|---|---|---|\n"]
    for room in reversed(rooms()):
        for name in _handed_out(CODE / room / "__init__.py"):
            if promise := _promise_of(room, name):
                lines.append(f"| {room} | `{name}` | {promise} |\n")
    return "".join(lines) + "\n"


def _handed_out(door: Path) -> list[str]:
    for node in _parsed(door).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return [str(name) for name in ast.literal_eval(node.value)]
    return []


def _promise_of(room: str, name: str) -> str:
    """The first line of the docstring of a class or function of a room, wherever in it it is defined."""
    for file in sorted((CODE / room).rglob("*.py")):
        for node in _parsed(file).body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name:
                return _first_line(ast.get_docstring(node))
    return ""


def _room(room: str) -> str:
    lines = [f"## {room}/\n\n{_promise(CODE / room / '__init__.py')}\n\n"]
    for file in sorted((CODE / room).rglob("*.py"), key=lambda f: (f.parent, f.name)):
        inner = file.relative_to(CODE / room)
        if file.name != "__init__.py":
            lines.append(f"- `{inner}`: {_promise(file)}\n")
        elif inner.parent.parts:
            lines.append(f"- **`{inner.parent}/`**: {_promise(file)}\n")
    return "".join(lines) + "\n"


def _promise(file: Path) -> str:
    return _first_line(ast.get_docstring(_parsed(file)))


def _first_line(docstring: str | None) -> str:
    """The first sentence or paragraph of a docstring, on one line, safe in a table."""
    return " ".join((docstring or "").split("\n\n")[0].split()).replace("|", "\\|")


@cache
def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf8"))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
