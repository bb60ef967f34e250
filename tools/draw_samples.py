"""Draw the Word and PDF forms of the sample report from its Markdown: `python -m tools.draw_samples`."""

from pathlib import Path

from evaluation.renderings import as_docx, as_pdf

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def main() -> None:
    markdown = (SAMPLES / "lake-chad-report.ar.md").read_text(encoding="utf8")
    (SAMPLES / "lake-chad-report.ar.docx").write_bytes(as_docx(markdown, "ar"))
    (SAMPLES / "lake-chad-report.ar.pdf").write_bytes(as_pdf(markdown, "ar"))


if __name__ == "__main__":
    main()
