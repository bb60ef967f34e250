"""Draw docs/reference/openapi.json from the API's operations; `--check` writes nothing and fails when it is stale."""

import json
import os
import sys
import tempfile
from pathlib import Path

from locked_packages import ROOT

from mutabaa.wiring.folder import FOLDER_VARIABLE, Folder
from mutabaa.wiring.register import SETTINGS

PAGE = ROOT / "docs" / "reference" / "openapi.json"


def description() -> str:
    """The API's own description, as it is served."""
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(Path(place) / "register")
        folder.make()
        os.environ[FOLDER_VARIABLE] = str(folder.path)
        os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
        import django

        django.setup()
        from mutabaa.api.urls import api

        told = api.get_openapi_schema(path_prefix="/api/v1/")
    return json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main(check: bool) -> None:
    drawn = description()
    if not check:
        PAGE.write_text(drawn, encoding="utf8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf8") != drawn:
        sys.exit(f"{PAGE.relative_to(ROOT)} is stale; draw it with: make drawings")


if __name__ == "__main__":
    main("--check" in sys.argv[1:])
