"""Run the commands shown in README.md and docs/, and put what they print below them: `make drawings`.

A block begins with a comment that names a command, and how many lines of its output to show:

    <!-- drawn: mutabaa read samples/lake-chad-report.en.md | 20 lines -->

`--check` writes nothing and fails when what a command prints is no longer what the page shows.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

# It changes with every word that a translator adds; a page need not.
_PHRASEBOOKS = re.compile(r"(phrasebooks) [0-9a-f]{8}")
ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(
    r"(?P<head><!-- drawn: (?P<command>[^|\n]+?)(?: \| (?P<lines>\d+) lines)? -->\n+)```[a-z]*\n.*?^```$",
    re.DOTALL | re.MULTILINE,
)


def pages() -> list[Path]:
    """The pages that hold drawn examples."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in found if _BLOCK.search(page.read_text(encoding="utf8"))]


def drawn(page: str) -> str:
    """The page with the output of its commands as it is today. Raises CalledProcessError when a command fails."""
    return _BLOCK.sub(
        lambda block: f"{block['head']}```text\n{_output(block['command'], block['lines'])}```", page
    )


def _output(command: str, lines: str | None) -> str:
    program, *arguments = shlex.split(command)
    ran = subprocess.run(
        [Path(sys.executable).with_name(program), *arguments],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf8",
        env={**os.environ, "COLUMNS": "110", "NO_COLOR": "1"},
    )
    printed = _PHRASEBOOKS.sub(r"\1 ……", ran.stdout).splitlines()
    shown = printed[: int(lines)] if lines else printed
    more = ["…"] if len(shown) < len(printed) else []
    return "".join(f"{line.rstrip()}\n" for line in shown + more)


def main(check: bool) -> int:
    stale = 0
    for page in pages():
        before = page.read_text(encoding="utf8")
        after = drawn(before)
        if check and before != after:
            print(f"{page.relative_to(ROOT)} shows what is no longer printed; draw it with: make drawings")
            stale = 1
        elif not check:
            page.write_text(after, encoding="utf8")
    return stale


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
