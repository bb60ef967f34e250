"""Draw the commands' own help into docs/reference/cli.md, and the fields of the schema into docs/reference/json.md.

What is drawn stands between two marks on each page; the rest is written by hand. `make drawings` draws it;
`--check` writes nothing and fails when one is stale.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
COMMANDS_PAGE = ROOT / "docs" / "reference" / "cli.md"
JSON_PAGE = ROOT / "docs" / "reference" / "json.md"
SCHEMA = ROOT / "src" / "mutabaa" / "reading" / "formats" / "reading.schema.json"
FROM_COMMANDS, FROM_SCHEMA = "<!-- drawn from the commands -->\n", "<!-- drawn from the schema -->\n"
END = "<!-- end of what is drawn -->\n"
WIDTH = 110
Shape = dict[str, Any]


def main(check: bool) -> int:
    stale = []
    for page, begin, drawn in (
        (COMMANDS_PAGE, FROM_COMMANDS, commands()),
        (JSON_PAGE, FROM_SCHEMA, fields(json.loads(SCHEMA.read_text(encoding="utf8")))),
    ):
        written = page.read_text(encoding="utf8")
        before, _, rest = written.partition(begin)
        now = before + begin + drawn + END + rest.partition(END)[2]
        if now == written:
            continue
        stale.append(page)
        if not check:
            page.write_text(now, encoding="utf8")
    if check and stale:
        print(
            *(f"{page.relative_to(ROOT)} is stale; draw it with: make drawings" for page in stale), sep="\n"
        )
        return 1
    return 0


def commands() -> str:
    """The help of every command, in English."""
    # Set before the commands are imported: their help is in the language of the terminal.
    os.environ["MUTABAA_LANG"] = "en"
    import click

    from mutabaa.cli.main import COMMANDS, group

    def context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
        return click.Context(
            command, info_name=name, parent=parent, max_content_width=WIDTH, terminal_width=WIDTH
        )

    top = context(group, "mutabaa")
    parts = [f"\n```text\n{group.get_help(top)}\n```\n"]
    for name in COMMANDS:
        command = group.get_command(top, name)
        assert command is not None
        parts.append(
            f"## mutabaa {name}\n\n```text\n{command.get_help(context(command, name, top))}\n```\n\n"
        )
    return "".join(parts) + "\n"


def fields(schema: Shape) -> str:
    """A table of the fields of each object of the schema."""
    parts = [_table("The reading", schema)]
    parts += [
        _table(f"{'An' if name[0] in 'aeio' else 'A'} {name}", shape)
        for name, shape in schema["$defs"].items()
        if shape.get("type") == "object"
    ]
    return "\n".join(parts) + "\n"


def _table(title: str, shape: Shape) -> str:
    rows = [f"\n### {title}\n\n{shape['description']}\n\n| field | value | |\n|---|---|---|"]
    for name, field in shape["properties"].items():
        optional = "" if name in shape["required"] else " (may be absent)"
        rows.append(f"| `{name}` | {_kind(field)}{optional} | {field.get('description', '')} |")
    return "\n".join(rows)


def _kind(field: Shape) -> str:
    """The kind of a value in words."""
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    if "anyOf" in field:
        return " or ".join(_kind(one) for one in field["anyOf"])
    if "enum" in field:
        return ", ".join("null" if one is None else f"`{one}`" for one in field["enum"])
    kinds: list[str] = field["type"] if isinstance(field["type"], list) else [field["type"]]
    if kinds == ["array"]:
        return f"list of {_kind(field['items'])}"
    return " or ".join(kinds)


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
