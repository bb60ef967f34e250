"""The report of the OIC Contact Group on Mali, 2017: paragraph by paragraph, and the same codes in every form of it."""

import json
import tempfile
from pathlib import Path
from typing import Any

from evaluation.figures import Figure
from evaluation.renderings import as_docx, as_html, as_pdf, as_text
from evaluation.scorer import Row, figures_of, read_rows, run, write_rows

DOCUMENT = "OIC_ACM-2017_MALI-REP.ar.md"
FIELDS = (
    "act",
    "verb",
    "addressee",
    "addressee exact",
    "action",
    "deadline",
    "deadline value",
    "instrument",
    "symbol",
)
WESTERN_TO_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
# What the scan lost, put back: letters, the marks of ordinals, and the lines that a page break cut in two.
MENDED = (
    ("مداوات", "مداولات"),
    ("قرره القمة", "قررته القمة"),
    ("إرسىكا", "إرسيكا"),
    ("تاسعا:", "تاسعاً:"),
    ("عاشرا:", "عاشراً:"),
    ("مواجهة\n\nموجة", "مواجهة موجة"),
    ("فريق الاتصال\n\nالمهتمين", "فريق الاتصال المهتمين"),
)

Record = dict[str, Any]


def record(file: Path) -> Record:
    """The reading of a file, as the JSON holds it."""
    from mutabaa.reading import read
    from mutabaa.reading.formats.records import reading_record
    from mutabaa.texts import open_text

    return reading_record(read(open_text(file)))


def operative(reading: Record) -> list[Record]:
    return [p for p in reading["passages"] if p["kind"] == "operative"]


def rows(reading: Record) -> list[Row]:
    """The operative paragraphs of a reading as the scorer expects them, known by symbol, number and language."""
    return [
        {
            "id": f"{reading['symbol']}#{p['number']}@{reading['language']}",
            "lang": reading["language"],
            "text": p["text"],
            "acts": p["acts"],
            "instruments": p["instruments"],
        }
        for p in operative(reading)
    ]


def codes(reading: Record) -> list[tuple[str, str]]:
    """Code and class of every act of the operative paragraphs, in order."""
    return [(act["code"], act["act"]) for p in operative(reading) for act in p["acts"]]


def forms(markdown: str) -> dict[str, tuple[str, bytes]]:
    """The other forms of the document: name, ending of the file, bytes."""
    mended = markdown
    for lost, restored in MENDED:
        mended = mended.replace(lost, restored)
    # The symbol keeps its letters and figures: it is a name, and printed in Latin script.
    digits = "\n".join(
        line if "OIC/" in line else line.translate(WESTERN_TO_ARABIC_INDIC) for line in markdown.splitlines()
    )
    return {
        "plain text": (".txt", as_text(markdown).encode()),
        "Arabic-Indic digits": (".md", digits.encode()),
        "scan mended": (".md", mended.encode()),
        "DOCX": (".docx", as_docx(markdown, "ar")),
        "HTML": (".html", as_html(markdown, "ar").encode()),
        "PDF": (".pdf", as_pdf(markdown, "ar")),
    }


def measure(corpora: Path) -> list[Figure]:
    """Paragraphs, acts and fields against the labels; then, form by form, the share of codes that are the same."""
    original = corpora / "oic" / DOCUMENT
    gold_file = corpora / "labels" / "oic-mali-2017.gold.jsonl"
    gold = {row["id"]: [act["act"] for act in row["acts"]] for row in read_rows(gold_file)}
    reading = record(original)
    found = {row["id"]: [act["act"] for act in row["acts"]] for row in rows(reading)}
    acts_right = sum(
        sum(a == b for a, b in zip(classes, found.get(row, []), strict=False))
        for row, classes in gold.items()
    )
    figures = [
        Figure(name="Mali: paragraphs", value=len(gold.keys() & found.keys()), target=len(gold)),
        Figure(
            name="Mali: paragraphs too many",
            value=len(found.keys() - gold.keys()),
            target=0,
            lower_is_better=True,
        ),
        Figure(name="Mali: acts by class, in order", value=acts_right, target=sum(map(len, gold.values()))),
    ]
    with tempfile.TemporaryDirectory() as place:
        read_file = write_rows(rows(reading), Path(place, "read.jsonl"))
        scored = figures_of(run(corpora / "score_reading.py", gold_file, read_file))
        figures += [
            Figure(name=f"Mali: {field}", value=scored[field][0], target=1.0, note=scored[field][1])
            for field in FIELDS
            if field in scored
        ]
        expected = codes(reading)
        for name, (ending, content) in forms(original.read_text(encoding="utf8")).items():
            copy = Path(place, f"copy{ending}")
            copy.write_bytes(content)
            got = codes(record(copy))
            same = sum(a == b for a, b in zip(expected, got, strict=False)) / max(len(expected), len(got), 1)
            figures.append(
                Figure(name=f"Mali: same codes, {name}", value=same, target=1.0, note=_first(expected, got))
            )
    return figures


def _first(expected: list[tuple[str, str]], got: list[tuple[str, str]]) -> str:
    """The first code that differs, to say where to look."""
    for one, other in zip(expected, got, strict=False):
        if one != other:
            return json.dumps([one, other], ensure_ascii=False)
    return "" if len(expected) == len(got) else f"{len(got)} acts, not {len(expected)}"
