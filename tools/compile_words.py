"""Compile the words of the pages: `make drawings`. `--check` writes nothing and fails when one is missing or stale.

Each page's folder has its words in locale/<language>/LC_MESSAGES/django.po, compiled beside it to django.mo. English
is the source. What web/layout translates, no other folder translates again; `--missing` prints what is still wanted,
in the form of a .po, folder by folder.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "src" / "mutabaa"
LANGUAGES = ("ar", "fr")
SHARED = PAGES / "web" / "layout"
_METHODS = [("**/templates/**.html", "jinja2"), ("**/templates/**.txt", "jinja2"), ("**.py", "python")]
_OPTIONS = {
    "**/templates/**.html": {"newstyle_gettext": "true", "trimmed": "true", "extensions": "jinja2.ext.do"},
    "**/templates/**.txt": {"newstyle_gettext": "true", "trimmed": "true"},
}
_KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_noop": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
}
_KEYWORDS |= {"pgettext": ((1, "c"), 2)}

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)

Key = tuple[str | None, str]


def main(check: bool, missing: bool) -> int:
    wrong = list[str]()
    shared = {language: _translated(_catalog(SHARED, language)) for language in LANGUAGES}
    for folder in folders():
        for language in LANGUAGES:
            catalog = _catalog(folder, language)
            wanted = _wanted(folder, catalog, shared[language] if folder != SHARED else set())
            wrong += [f"{_name(folder)}: {language} lacks: {text}" for _, text in wanted]
            if missing and wanted:
                _print_missing(folder, language, wanted)
            wrong += _compiled(folder, language, catalog, check=check)
    wrong += _said_twice()
    if not missing:
        print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if check and wrong else 0


def folders() -> list[Path]:
    """Every folder that has words: the one with the shared words first."""
    found = {path.parent for path in PAGES.glob("*/*/locale")} | {
        path.parent for path in PAGES.glob("*/*/templates")
    }
    return [SHARED, *sorted(found - {SHARED})]


def extracted(folder: Path) -> dict[Key, str]:
    """Every text of a folder that asks to be translated, with its plural form, "" for none."""
    found: dict[Key, str] = {}
    for _, _, message, _, context in extract_from_dir(folder, _METHODS, _OPTIONS, _KEYWORDS):
        one, many = message if isinstance(message, tuple) else (message, "")
        found[(context, one)] = many
    return found


def _wanted(folder: Path, catalog: Catalog, shared: set[Key]) -> dict[Key, str]:
    there = _translated(catalog) | shared
    return {key: many for key, many in extracted(folder).items() if key not in there}


def _translated(catalog: Catalog) -> set[Key]:
    """What has its translation, and one a person stands by."""
    return {
        (message.context, message.id[0] if isinstance(message.id, tuple) else str(message.id))
        for message in catalog
        if message.id and not message.fuzzy and all(_strings(message.string))
    }


def _strings(string: object) -> list[str]:
    return [str(one) for one in string] if isinstance(string, tuple | list) else [str(string or "")]


def _catalog(folder: Path, language: str) -> Catalog:
    path = _po(folder, language)
    if not path.exists():
        return Catalog(locale=language, domain="django")
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django")


def _compiled(folder: Path, language: str, catalog: Catalog, *, check: bool) -> Iterator[str]:
    po = _po(folder, language)
    if not po.exists():
        return
    made = BytesIO()
    # Babel dates what bears no date; the same words are to give the same bytes.
    catalog.creation_date = catalog.revision_date = _UNDATED
    write_mo(made, catalog)
    mo = po.with_suffix(".mo")
    if mo.exists() and mo.read_bytes() == made.getvalue():
        return
    if check:
        yield f"{_name(mo)} is stale; make it with: python tools/compile_words.py"
    else:
        mo.write_bytes(made.getvalue())


def _said_twice() -> Iterator[str]:
    """One English text is one Arabic text on every page, for at run time all folders are one."""
    for language in LANGUAGES:
        said: dict[Key, tuple[Path, object]] = {}
        for folder in folders():
            for message in _catalog(folder, language):
                if not message.id:
                    continue
                key = (message.context, message.id[0] if isinstance(message.id, tuple) else str(message.id))
                before = said.setdefault(key, (folder, message.string))
                if before[1] != message.string:
                    yield f"{language}: {key[1]!r} is said otherwise in {_name(before[0])} and {_name(folder)}"


def _print_missing(folder: Path, language: str, wanted: dict[Key, str]) -> None:
    catalog = Catalog(locale=language, domain="django")
    for (context, one), many in wanted.items():
        catalog.add((one, many) if many else one, context=context)
    written = BytesIO()
    write_po(written, catalog, omit_header=True, width=0)
    print(f"# {_po(folder, language).relative_to(ROOT)}\n{written.getvalue().decode()}")


def _po(folder: Path, language: str) -> Path:
    return folder / "locale" / language / "LC_MESSAGES" / "django.po"


def _name(path: Path) -> str:
    return str(path.relative_to(PAGES))


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv, missing="--missing" in sys.argv))
