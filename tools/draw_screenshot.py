"""Draw docs/images/status-ar.png: a page of the sample report in Word, as LibreOffice lays it out.

Needs LibreOffice (`soffice`) and poppler (`pdftoppm`); drawn by hand when the report changes its looks, since two
versions of LibreOffice never draw the same pixels: `python tools/draw_screenshot.py [PAGE]`.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "images" / "status-ar.png"


def main(page: str) -> None:
    samples = [str(ROOT / "samples" / f"lake-chad-report.{language}.md") for language in ("ar", "en", "fr")]
    with tempfile.TemporaryDirectory() as place:
        word = f"{place}/status.docx"
        mutabaa = str(Path(sys.executable).with_name("mutabaa"))
        run(mutabaa, "report", *samples, "--as-of", "2023-03-31", "--lang", "ar", "-o", word)
        run("soffice", "--headless", "--convert-to", "pdf", "--outdir", place, word)
        only = ["-f", page, "-l", page, "-singlefile"]
        run("pdftoppm", "-r", "90", "-png", *only, f"{place}/status.pdf", str(PICTURE.with_suffix("")))


def run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "3")
